import AdapterProtocol
import DeskModel

/// Finds in a thread what was sent, and what others have said meanwhile.
enum ReadBack {
  /// Milliseconds by which the backend's clock may be behind ours.
  static let clockSkew: Int64 = 300_000

  /// The entry that an intent has made; nil when there is none.
  ///
  /// By its key where the backend keeps keys; by the id that the outcome has told; else the same text for the same readers by
  /// us, not before the first attempt, and not an entry that another intent has made.
  /// - Complexity: O(entries).
  static func find(
    _ item: OutboxItem, in entries: [EntryRecord], me: AgentID, claimed: Set<EntryID>
  ) -> EntryRecord? {
    guard let saying = item.intent.saying else { return nil }
    if let byKey = entries.last(where: { $0.clientKey == item.key }) { return byKey }
    if case .applied(let facts, _) = item.state, let id = facts.entry,
      let byID = entries.last(where: { $0.entry.id == id })
    {
      return byID
    }
    let authors: Set<String> = [me.rawValue, item.intent.by.id.rawValue]
    let text = normalised(saying.text)
    let earliest = (item.firstAttempt ?? item.addedAt).milliseconds - clockSkew
    return after(item.seenFirst, entries).first { record in
      record.clientKey == nil && !claimed.contains(record.entry.id)
        && record.entry.author.kind == .agent && authors.contains(record.entry.author.id)
        && record.entry.audience == saying.audience && record.entry.kind != .event
        && record.entry.at.milliseconds >= earliest && normalised(record.entry.text) == text
    }
  }

  /// What others have said since the agent looked, that somebody outside can read.
  ///
  /// - Complexity: O(entries).
  static func newerByOthers(
    in entries: [EntryRecord], than intent: BackendIntent, me: AgentID
  ) -> [EntryRecord] {
    guard let seen = intent.basedOn?.entry else { return [] }
    let authors: Set<String> = [me.rawValue, intent.by.id.rawValue]
    return after(seen, entries).filter { record in
      record.entry.audience != .internal && record.entry.kind != .event
        && !(record.entry.author.kind == .agent && authors.contains(record.entry.author.id))
    }
  }

  /// The entries behind one; all of them when it is not there.
  private static func after(_ seen: EntryID?, _ entries: [EntryRecord]) -> ArraySlice<EntryRecord> {
    guard let seen, let place = entries.lastIndex(where: { $0.entry.id == seen }) else { return entries[...] }
    return entries[(place + 1)...]
  }

  /// Line ends and blanks at the end of lines are what backends change.
  static func normalised(_ text: String) -> String {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
      var line = line
      while line.last?.isWhitespace == true { line.removeLast() }
      return line
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
