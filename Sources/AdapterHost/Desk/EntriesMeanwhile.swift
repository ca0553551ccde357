import AdapterProtocol
import DeskModel

/// What the changes told of conversations while their threads were being read.
///
/// A page may have been made before such a change and come after it; without this it would take the entry away again.
struct EntriesMeanwhile: Sendable {
  private var readings: [ConversationID: Int] = [:]
  private var told: [ConversationID: [EntryRecord]] = [:]

  /// A thread is being read from now on; several at once may be.
  mutating func begin(_ id: ConversationID) { readings[id, default: 0] += 1 }

  /// A change has told an entry as it is now; kept only while its thread is being read.
  mutating func note(_ records: [EntryRecord], in id: ConversationID) {
    if readings[id] != nil { told[id, default: []] += records }
  }

  /// A thread has been read, or could not be.
  ///
  /// - Returns: what was told since a reading of it began, in that order.
  mutating func end(_ id: ConversationID) -> [EntryRecord] {
    let records = told[id] ?? []
    if let count = readings[id], count > 1 {
      readings[id] = count - 1
    } else {
      readings[id] = nil
      told[id] = nil
    }
    return records
  }

  /// Entries that were read, oldest first, with what was told meanwhile.
  ///
  /// `isWhole`: there are no others. Else what is older than all of them is left to the entries that stay.
  /// - Complexity: O(entries × records).
  static func joined(_ entries: [EntryRecord], isWhole: Bool, _ records: [EntryRecord]) -> [EntryRecord] {
    var result = entries
    let first = entries.first?.entry.at
    for record in records {
      if let place = result.lastIndex(where: { $0.entry.id == record.entry.id }) {
        result[place] = record
      } else if isWhole || first.map({ record.entry.at >= $0 }) ?? false {
        let place = result.lastIndex { $0.entry.at <= record.entry.at }.map { $0 + 1 } ?? 0
        result.insert(record, at: place)
      }
    }
    return result
  }
}
