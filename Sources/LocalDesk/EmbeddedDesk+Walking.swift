import DeskLink
package import DeskModel
import JSONText
import Synchronization

/// A conversation as it stands, and what was imported with its entries that the model has no place for.
package struct StoredConversation: Sendable, Hashable {
  /// The conversation, whole.
  package var conversation: Conversation
  /// The object `raw` of each entry that came with one, as JSON, byte for byte.
  package var raws: [EntryID: [UInt8]]

  /// Makes a value.
  package init(conversation: Conversation, raws: [EntryID: [UInt8]] = [:]) {
    self.conversation = conversation
    self.raws = raws
  }
}

/// In which order conversations are read one after the other.
package enum WalkOrder: Sendable, Hashable {
  /// In that of their import.
  case imported
  /// By the time of their first entry, those of one moment in the order of their import; without those that have no
  /// entries.
  case started
}

extension EmbeddedDesk {
  /// The folder, without a slash at the end.
  package var path: String { folder.path }

  /// Reads all conversations, one after the other.
  ///
  /// - Parameters:
  ///   - order: in which order.
  ///   - limit: how many at most.
  ///   - withRaws: whether `raws` are wanted.
  ///   - wanted: which conversations, by their summaries; the others are not read.
  ///   - visit: is given each, with the number of those that have been read, from 1, and how many there will be.
  /// - Returns: a sentence for each that could not be read.
  /// - Complexity: O(bytes), twice as many for `started`; memory: some conversations, and 16 bytes for each.
  package func walk(
    _ order: WalkOrder, limit: Int = .max, withRaws: Bool = false,
    where wanted: (ConversationSummary) -> Bool = { _ in true },
    _ visit: (_ stored: StoredConversation, _ done: Int, _ total: Int) -> Void
  ) -> [String] {
    var problems: [String] = []
    func read(_ number: UInt32, tells: Bool, _ body: (DeskRow, Conversation) throws(DeskError) -> Void) {
      guard let row = state.withLock({ $0.row(number) }), wanted(row.summary) else { return }
      do throws(DeskError) { try body(row, try loader.conversation(row)) } catch {
        if tells { problems.append("\(row.summary.id.rawValue) could not be read: \(Self.sentence(error)).") }
      }
    }
    var numbers = Array(0..<UInt32(truncatingIfNeeded: state.withLock { $0.count }))
    if order == .started {
      var starts: [(at: Int64, number: UInt32)] = []
      for number in numbers {
        read(number, tells: true) { _, conversation in
          if let first = conversation.entries.first { starts.append((first.at.milliseconds, number)) }
        }
      }
      numbers = starts.sorted { ($0.at, $0.number) < ($1.at, $1.number) }.map(\.number)
    }
    numbers = Array(numbers.prefix(max(0, limit)))
    for (place, number) in numbers.enumerated() {
      read(number, tells: order == .imported) { (row, conversation) throws(DeskError) in
        let raws = withRaws ? try self.raws(row) : [:]
        visit(StoredConversation(conversation: conversation, raws: raws), place + 1, numbers.count)
      }
    }
    return problems
  }

  private static func sentence(_ error: DeskError) -> String {
    switch error {
    case .away(let reason), .cannotWrite(let reason): reason
    case .unknownConversation, .unsupported: "\(error)"
    }
  }

  /// The objects `raw` in the imported line and in the entries that came later.
  private func raws(_ row: DeskRow) throws(DeskError) -> [EntryID: [UInt8]] {
    var raws: [EntryID: [UInt8]] = [:]
    do {
      try RawEntries.read(try journal.bytes(row.place), "entries", into: &raws)
      for place in row.events { try RawEntries.read(try journal.bytes(place), "entry", into: &raws) }
    } catch {
      throw .away(reason: "\(error)")
    }
    return raws
  }
}

/// Finds the objects `raw` of entries.
enum RawEntries {
  /// Reads the entry or the entries that stand under a key of an object.
  ///
  /// - Complexity: O(bytes).
  static func read(
    _ bytes: [UInt8], _ key: String, into raws: inout [EntryID: [UInt8]]
  ) throws(JSONError) {
    var reader = JSONReader(bytes)
    try reader.beginObject()
    while let name = try reader.nextKey() {
      guard name == key else {
        _ = try reader.skip()
        continue
      }
      switch try reader.peek() {
      case .array:
        try reader.beginArray()
        while try reader.nextElement() { try entry(&reader, bytes, into: &raws) }
      case .object: try entry(&reader, bytes, into: &raws)
      default: _ = try reader.skip()
      }
    }
  }

  private static func entry(
    _ reader: inout JSONReader, _ bytes: [UInt8], into raws: inout [EntryID: [UInt8]]
  ) throws(JSONError) {
    var id: String?
    var raw: Range<Int>?
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "id": id = try reader.string()
      case "raw":
        let isObject = try reader.peek() == .object
        let range = try reader.skip()
        raw = isObject ? range : nil
      default: _ = try reader.skip()
      }
    }
    if let id, let raw { raws[EntryID(id)] = Array(bytes[raw]) }
  }
}
