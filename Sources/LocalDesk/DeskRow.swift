import DeskLink
import DeskModel
import SystemCalls

/// What the desk knows about a conversation without reading it: its row of the queue, and where its line and
/// its later events stand in the journal.
struct DeskRow: Sendable, Hashable {
  /// Its deadline is that of the state's policy once the row has been added to a state.
  var summary: ConversationSummary
  /// From which a policy makes the deadline.
  var facts: DueFacts
  /// `StableHash.ofLine` of the line that was imported last.
  var lineHash: UInt64
  /// The imported object itself, without what the journal puts around it.
  var place: JournalPlace
  /// Lines of the later events, in order.
  var events: [JournalPlace]
  /// Where its last entries stand in the imported object; nil when it is short, or not in order of time.
  var end: EntriesEnd?

  /// The conversation's version: the number of its events, the import included.
  var version: Int { events.count + 1 }

  /// Takes over what a conversation shows of itself.
  mutating func take(_ conversation: Conversation) {
    facts = DueFacts(conversation)
    summary = ConversationSummary(conversation, facts: facts)
  }
}

extension DeskRow {
  /// The row of a conversation that has just come in.
  init(_ conversation: Conversation, place: JournalPlace, lineHash: UInt64, end: EntriesEnd?) {
    let facts = DueFacts(conversation)
    self.init(
      summary: ConversationSummary(conversation, facts: facts), facts: facts, lineHash: lineHash,
      place: place, events: [], end: end)
  }
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
  static let size = 128
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
  /// UInt8 each; the category's place in `StatusCategory.allCases`, the shape's in `ConversationShape.allCases`.
  static let rank = 76
  static let category = 77
  static let shape = 78
  static let flags = 79
  /// UInt64.
  static let idHash = 80
  static let contactHash = 88
  /// Int64 milliseconds or `none`: `DueFacts.given` and `DueFacts.startedAt`.
  static let given = 96
  static let startedAt = 104
  /// UInt64: `DeskRow.lineHash`.
  static let lineHash = 112
  /// UInt32: bits of `DueFacts`.
  static let dueFlags = 120
  /// UInt32: number + 1 of the next row of the same contact, 0 when there is none; set in the file only.
  static let contactNext = 124

  static let none = Int64.min
  static let flagVIP: UInt8 = 1
  static let flagAssigned: UInt8 = 2
  static let flagLocale: UInt8 = 4
  /// 3 bits: place of the kind in `DeadlineKind.allCases`, from 1; 0 for none.
  static let dueKindShift: UInt8 = 3
  /// The kind of the given deadline (3 bits) comes first.
  static let dueFlagAnswered: UInt32 = 8
  static let dueFlagReply: UInt32 = 16
  static let dueFlagResolution: UInt32 = 32
  static let placeSize = 16

  static func category(_ category: StatusCategory) -> UInt8 {
    UInt8(StatusCategory.allCases.firstIndex(of: category) ?? 0)
  }

  static func category(_ byte: UInt8) -> StatusCategory? {
    let all = StatusCategory.allCases
    return Int(byte) < all.count ? all[Int(byte)] : nil
  }

  static func shape(_ shape: ConversationShape) -> UInt8 {
    UInt8(ConversationShape.allCases.firstIndex(of: shape) ?? 0)
  }

  /// Three bits.
  static func bits(_ kind: DeadlineKind?) -> UInt8 {
    let place = kind.flatMap { DeadlineKind.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    return UInt8(truncatingIfNeeded: place)
  }

  static func kind(_ bits: UInt8) -> DeadlineKind? {
    let place = Int(bits & 7)
    return place > 0 && place <= DeadlineKind.allCases.count ? DeadlineKind.allCases[place - 1] : nil
  }
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
  mutating func append(_ row: DeskRow, vipAhead: Int64) -> Int {
    let number = count
    let summary = row.summary
    let order = QueueOrder(summary, vipAhead: vipAhead)
    let start = heap.count
    appendTexts(summary)
    append(row.end)
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
    records.append(RowField.category(summary.statusCategory))
    records.append(RowField.shape(summary.shape))
    records.append(
      (summary.isVIP ? RowField.flagVIP : 0) | (summary.assignee == nil ? 0 : RowField.flagAssigned)
        | (summary.locale == nil ? 0 : RowField.flagLocale) | RowField.bits(summary.dueKind)
        << RowField.dueKindShift)
    records.append(littleEndian: StableHash.of(summary.id.rawValue))
    records.append(littleEndian: StableHash.of(summary.contactID.rawValue))
    append(row.facts)
    records.append(littleEndian: row.lineHash)
    records.append(littleEndian: Self.flags(row.facts))
    records.append(littleEndian: UInt32(0))
    return number
  }

  /// Adds a row whose fields and texts come as bytes, with another deadline.
  ///
  /// - Complexity: O(texts and events).
  mutating func append(
    _ record: [UInt8], texts: [UInt8], due: Deadline?, rank: UInt8, key: Int64
  ) -> Int {
    let number = count
    let start = number * RowField.size
    records += record
    func set(_ bytes: [UInt8], _ field: Int, _ records: inout [UInt8]) {
      for (place, byte) in bytes.enumerated() { records[start + field + place] = byte }
    }
    set(Self.bytes(key), RowField.orderKey, &records)
    set(Self.bytes(due?.at.milliseconds ?? RowField.none), RowField.due, &records)
    set(Self.bytes(Int64(heap.count)), RowField.heapOffset, &records)
    records[start + RowField.rank] = rank
    let others = records[start + RowField.flags] & ~(7 << RowField.dueKindShift)
    records[start + RowField.flags] = others | RowField.bits(due?.kind) << RowField.dueKindShift
    heap += texts
    return number
  }

  private static func bytes(_ number: Int64) -> [UInt8] {
    var result: [UInt8] = []
    result.append(littleEndian: number)
    return result
  }

  private mutating func append(_ facts: DueFacts) {
    records.append(littleEndian: facts.given?.at.milliseconds ?? RowField.none)
    records.append(littleEndian: facts.startedAt?.milliseconds ?? RowField.none)
  }

  private static func flags(_ facts: DueFacts) -> UInt32 {
    UInt32(RowField.bits(facts.given?.kind)) | (facts.hasAnswer ? RowField.dueFlagAnswered : 0)
      | (facts.hasReplyDeadline ? RowField.dueFlagReply : 0)
      | (facts.hasResolutionDeadline ? RowField.dueFlagResolution : 0)
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

  /// Three numbers, 0 where there is no end.
  private mutating func append(_ end: EntriesEnd?) {
    for number in [end?.head, end?.tail, end?.omitted] {
      heap.append(littleEndian: UInt32(truncatingIfNeeded: number ?? 0))
    }
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

  /// All bytes of a row; fewer for a row that does not exist.
  func record(_ row: Int) -> [UInt8] {
    Array(records[(row * RowField.size..<(row + 1) * RowField.size).clamped(to: 0..<records.count)])
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

  /// Where the last entries stand; nil inside when there is no end.
  mutating func end() -> EntriesEnd?? {
    guard let head = number(UInt32.self), let tail = number(UInt32.self), let omitted = number(UInt32.self)
    else {
      return nil
    }
    return .some(omitted == 0 ? nil : EntriesEnd(head: Int(head), tail: Int(tail), omitted: Int(omitted)))
  }

  mutating func place() -> JournalPlace? {
    guard let offset = number(UInt64.self), let segment = number(UInt32.self),
      let length = number(UInt32.self)
    else { return nil }
    return JournalPlace(segment: Int(segment), offset: Int(clamping: offset), length: Int(length))
  }
}
