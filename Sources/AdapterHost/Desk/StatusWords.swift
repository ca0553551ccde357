import AdapterProtocol
import DeskModel

/// The console's words for statuses, and a backend's.
enum StatusWords {
  /// The backend's word for what the console wants: the same word where the backend has it, else its first that means the same.
  ///
  /// Nil when it has none.
  static func backendWord(_ word: String, _ statuses: [AdapterProtocol.DeskStatus]) -> String? {
    if statuses.isEmpty || statuses.contains(where: { $0.id == word }) { return word }
    let wanted = StatusCategory(backendStatus: word)
    return statuses.first { $0.category == wanted }?.id
  }
}
