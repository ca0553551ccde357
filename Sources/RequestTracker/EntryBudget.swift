import AdapterProtocol
import DeskModel

/// How many entries fit into one message.
enum EntryBudget {
  /// Bytes of texts that go into a message: a control character may take six bytes of a line, and there is more than text.
  static let bytes = ProtocolLimits.lineBytes / 8

  /// How many of these, from the first on, fit together; at least one.
  ///
  /// - Complexity: O(entries).
  static func count(_ entries: some Sequence<EntryRecord>) -> Int {
    var (count, sum) = (0, 0)
    for entry in entries {
      let names = entry.entry.attachments.reduce(0) { $0 + $1.name.utf8.count + 200 }
      sum += entry.entry.text.utf8.count + (entry.original?.text.utf8.count ?? 0) + names + 500
      guard count == 0 || sum <= bytes else { break }
      count += 1
    }
    return count
  }
}
