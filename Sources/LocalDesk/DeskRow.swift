import DeskModel
import SystemCalls

/// What the desk knows about a conversation without reading it: its row of the queue, and where its line and
/// its later events stand in the journal.
struct DeskRow: Sendable, Hashable {
  var summary: ConversationSummary
  /// The imported object itself, without what the journal puts around it.
  var place: JournalPlace
  /// Lines of the later events, in order.
  var events: [JournalPlace]

  /// The conversation's version: the number of its events, the import included.
  var version: Int { events.count + 1 }
}

/// A row's place in the queue, without the id that settles ties.
struct RowOrder: Sendable, Hashable {
  var rank: UInt8
  var key: Int64
}

/// The fixed part of a row, whose texts stand in a heap.
///
/// Numbers are little-endian.
enum RowField {
  static let size = 104
  /// Int64: `QueueOrder.key`.
  static let orderKey = 0
  /// Int64 milliseconds, `none` when there is none; so the following three.
  static let snoozedUntil = 8
  static let due = 16
  static let lastActivity = 24
  static let waitingSince = 32
  /// UInt64: where the texts start in the heap.
  static let heapOffset = 40
  /// UInt64, UInt32, UInt32: where the imported object stands.
  static let placeOffset = 48
  static let placeSegment = 56
  static let placeLength = 60
  /// UInt32: bytes of texts.
  static let heapLength = 64
  /// UInt32.
  static let unread = 68
  /// UInt32: later events; their places (UInt64, UInt32, UInt32) end the texts.
  static let eventCount = 72
  /// UInt8 each.
  static let rank = 76
  static let category = 77
  static let shape = 78
  static let flags = 79
  /// UInt64.
  static let idHash = 80
  static let contactHash = 88
  /// UInt32: number + 1 of the next row of the same contact, 0 when there is none; set in the file only.
  static let contactNext = 96

  static let none = Int64.min
  static let flagVIP: UInt8 = 1
  static let flagAssigned: UInt8 = 2
  static let flagLocale: UInt8 = 4
  /// 3 bits: place of the kind in `DeadlineKind.allCases`, from 1; 0 for none.
  static let dueKindShift: UInt8 = 3
  static let placeSize = 16
}

/// Rows in the layout of the index file, in memory.
struct RowTable: Sendable {
  private(set) var records: [UInt8] = []
  private(set) var heap: [UInt8] = []

  /// How many rows there are.
  var count: Int { records.count / RowField.size }

  /// Adds a row.
  ///
  /// - Returns: its number, from 0.
  /// - Complexity: O(texts and events).
  mutating func append(_ row: DeskRow) -> Int {
    let number = count
    let summary = row.summary
    let order = QueueOrder(summary)
    let start = heap.count
    appendTexts(summary)
    for event in row.events {
      heap.append(littleEndian: UInt64(event.offset))
      heap.append(littleEndian: UInt32(truncatingIfNeeded: event.segment))
      heap.append(littleEndian: UInt32(truncatingIfNeeded: event.length))
    }
    records.append(littleEndian: order.key)
    records.append(littleEndian: summary.snoozedUntil?.milliseconds ?? RowField.none)
    records.append(littleEndian: summary.due?.milliseconds ?? RowField.none)
    records.append(littleEndian: summary.lastActivity.milliseconds)
    records.append(littleEndian: summary.waitingSince?.milliseconds ?? RowField.none)
    records.append(littleEndian: UInt64(start))
    records.append(littleEndian: UInt64(row.place.offset))
    records.append(littleEndian: UInt32(truncatingIfNeeded: row.place.segment))
    records.append(littleEndian: UInt32(truncatingIfNeeded: row.place.length))
    records.append(littleEndian: UInt32(truncatingIfNeeded: heap.count - start))
    records.append(littleEndian: UInt32(truncatingIfNeeded: summary.unreadCount))
    records.append(littleEndian: UInt32(truncatingIfNeeded: row.events.count))
    records.append(order.rank)
    records.append(summary.statusCategory == .resolved ? 1 : 0)
    records.append(UInt8(ConversationShape.allCases.firstIndex(of: summary.shape) ?? 0))
    records.append(
      (summary.isVIP ? RowField.flagVIP : 0) | (summary.assignee == nil ? 0 : RowField.flagAssigned)
        | (summary.locale == nil ? 0 : RowField.flagLocale) | Self.bits(summary.dueKind))
    records.append(littleEndian: StableHash.of(summary.id.rawValue))
    records.append(littleEndian: StableHash.of(summary.contactID.rawValue))
    records.append(littleEndian: UInt64(0))
    return number
  }

  private static func bits(_ kind: DeadlineKind?) -> UInt8 {
    let place = kind.flatMap { DeadlineKind.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    return UInt8(truncatingIfNeeded: place) << RowField.dueKindShift
  }

  private mutating func appendTexts(_ summary: ConversationSummary) {
    append(summary.id.rawValue)
    append(summary.contactID.rawValue)
    append(summary.assignee?.id.rawValue ?? "")
    append(summary.assignee?.name ?? "")
    append(summary.channel)
    append(summary.subject)
    append(summary.contactName)
    append(summary.status)
    append(summary.locale ?? "")
    append(summary.preview)
    heap.append(littleEndian: UInt32(truncatingIfNeeded: summary.tags.count))
    for tag in summary.tags { append(tag) }
  }

  private mutating func append(_ text: String) {
    heap.append(littleEndian: UInt32(truncatingIfNeeded: text.utf8.count))
    heap.append(contentsOf: text.utf8)
  }

  /// A number of a row; 0 for a row that does not exist.
  func load<Number: FixedWidthInteger & BitwiseCopyable>(_ type: Number.Type, row: Int, _ field: Int)
    -> Number
  {
    records.load(type, at: row * RowField.size + field) ?? 0
  }

  /// Bytes of the heap, cut to what there is.
  func heapBytes(_ range: Range<Int>) -> [UInt8] { Array(heap[range.clamped(to: 0..<heap.count)]) }
}

/// Reads the texts of a row; nil and 0 where the bytes end too early, never a trap.
struct TextsReader {
  let bytes: [UInt8]
  var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func number<Number: FixedWidthInteger & BitwiseCopyable>(_ type: Number.Type) -> Number? {
    guard let value = bytes.load(type, at: offset) else { return nil }
    offset += MemoryLayout<Number>.size
    return value
  }

  mutating func text() -> String? {
    guard let count = number(UInt32.self).map({ Int($0) }), count <= bytes.count - offset else { return nil }
    defer { offset += count }
    return String(decoding: bytes[offset..<offset + count], as: UTF8.self)
  }

  mutating func place() -> JournalPlace? {
    guard let offset = number(UInt64.self), let segment = number(UInt32.self),
      let length = number(UInt32.self)
    else { return nil }
    return JournalPlace(segment: Int(segment), offset: Int(clamping: offset), length: Int(length))
  }
}
