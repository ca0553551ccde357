import AdapterProtocol
import DeskModel

/// Looks whether somebody else was faster.
struct ConflictCheck: Sendable {
  let history: HistoryReader
  let me: Person

  /// What others have written, or for acts other than saying also done, since the agent looked; empty when nothing.
  func newer(_ intent: BackendIntent, ticket: TicketRecord) throws(AdapterFault) -> [EntryRecord] {
    guard let seen = intent.basedOn, let after = Self.place(seen) else { return [] }
    if let version = seen.version, version == ticket.version { return [] }
    let news = try history.entries(after: after, ticket: ticket).filter { entry in
      isNews(entry.entry, saying: intent.saying != nil)
    }
    // The latest ones are what stopped it; the console reads the thread anyway.
    return Array(news.suffix(EntryBudget.count(news.reversed())))
  }

  /// The last transaction that the agent had before their eyes; nil when there is no telling.
  static func place(_ seen: SeenState) -> Int? {
    seen.entry.flatMap { $0.rawValue.wholeNumber } ?? seen.version.flatMap { $0.rawValue.wholeNumber }
  }

  private func isNews(_ entry: Entry, saying: Bool) -> Bool {
    guard entry.author.id != me.id, entry.author.kind != .system else { return false }
    return entry.kind != .event || !saying
  }
}
