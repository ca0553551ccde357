import DeskModel

/// Which desk has which intent, by its key.
struct KeyBook: Sendable {
  /// So many intents of the past are remembered beside those in outboxes.
  static let limit = 4_096

  private var given: [ClientKey: Int] = [:]
  /// Keys of `given` as they came; the oldest is forgotten first.
  private var order: [ClientKey] = []
  private var oldest = 0
  private var pending: [ClientKey: Int] = [:]

  /// The desk that has an intent; nil when that is not known.
  func place(of key: ClientKey) -> Int? { pending[key] ?? given[key] }

  /// Remembers which desk an intent is for.
  ///
  /// - Complexity: O(1), amortised.
  mutating func note(_ key: ClientKey, at place: Int) {
    guard given.updateValue(place, forKey: key) == nil else { return }
    order.append(key)
    guard order.count - oldest > Self.limit else { return }
    given[order[oldest]] = nil
    oldest += 1
    if oldest > Self.limit {
      order.removeFirst(oldest)
      oldest = 0
    }
  }

  /// Takes what a desk's outbox holds now.
  mutating func note(outbox keys: [ClientKey], at place: Int) {
    pending = pending.filter { $0.value != place }
    for key in keys { pending[key] = place }
  }
}
