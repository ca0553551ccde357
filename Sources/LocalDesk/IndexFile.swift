import SystemCalls

/// The derived index on the disk, mapped: rows, texts, hash tables and the order of every view.
///
/// It can be thrown away at any time; it is written whole and put in place of the old one by a rename.
///
/// Layout, all numbers little-endian: the header (`headerSize` bytes: `magic`, version, size of the file, how far
/// the journal is covered, checks, then offset and count of each section, and a checksum of all that), then the
/// sections in the order of `Section`.
final class IndexFile: Sendable {
  static let magic: UInt64 = 0x3158_4449_4150_4153  // "SAPAIDX1"
  /// Goes up with the layout, and whenever `ConversationSummary` or `QueueOrder` sees things in another way.
  static let version: UInt64 = 8
  static let headerSize = 512

  enum Section: Int, CaseIterable {
    /// `RowField.size` bytes a row, in order of import.
    case rows
    /// Texts and places of events.
    case heap
    /// UInt32 row + 1, by hash of the id; a power of two many.
    case idSlots
    /// UInt32 row + 1 of a contact's last row, by hash of the contact's id.
    case contactSlots
    /// UInt64 hash, UInt32 row + 1, UInt32 number of the event, by hash of the client key.
    case keySlots
    /// UInt32 rows: not done and awake, by `QueueOrder`.
    case awake
    /// UInt32 rows: of these, nobody's.
    case unassigned
    /// UInt32 rows: of these, somebody's; a part for each agent.
    case assigned
    /// UInt32 rows: not done and asleep, by `QueueOrder`.
    case snoozed
    /// UInt32 rows: done, by `QueueOrder`.
    case resolved
    /// UInt32 rows: asleep, by the time they wake.
    case wake
    /// Of each agent: id, name (texts), start and count within `assigned` (UInt32).
    case agents
    /// Sentences about lines of the journal that were skipped (texts).
    case problems
  }

  /// Header numbers, each 8 bytes.
  enum Header: Int {
    case magic, version, fileSize, segment, offset, line, asOf, firstHash, tailHash, rowCount, keyCount
    case problemCount, policyHash
    static let sections = 16
  }

  let file: MappedFile
  private let offsets: [Int]
  private let counts: [Int]
  /// How many rows there are.
  let rowCount: Int
  /// How many client keys there are.
  let keyCount: Int
  /// How far the journal is covered.
  let position: JournalPosition
  /// The moment (milliseconds) up to which snoozed conversations have been woken.
  let asOf: Int64
  /// How many lines of the journal were skipped in all.
  let problemCount: Int
  /// `DeskPolicy.hash` of the policy that the deadlines were made from.
  let policyHash: UInt64

  /// Maps an index.
  ///
  /// - Returns: nil when there is none, when it is of another version or broken, or when the journal is not the
  ///   one that it was made from.
  init?(_ folder: DeskFolder, journal: Journal) {
    guard let file = try? MappedFile(folder.indexFile), file.count >= Self.headerSize else { return nil }
    func header(_ index: Int) -> Int64 { file.load(Int64.self, at: index * 8) ?? 0 }
    func header(_ name: Header) -> Int64 { header(name.rawValue) }
    let checked = file.bytes(0..<Self.headerSize - 8)
    guard UInt64(bitPattern: header(.magic)) == Self.magic,
      UInt64(bitPattern: header(.version)) == Self.version,
      header(.fileSize) == Int64(file.count),
      UInt64(bitPattern: header(Self.headerSize / 8 - 1)) == StableHash.of(checked)
    else { return nil }
    var offsets: [Int] = []
    var counts: [Int] = []
    for section in Section.allCases {
      offsets.append(Int(header(Header.sections + section.rawValue * 2)))
      counts.append(Int(header(Header.sections + section.rawValue * 2 + 1)))
    }
    position = JournalPosition(
      segment: Int(header(.segment)), offset: Int(header(.offset)), line: Int(header(.line)))
    guard UInt64(bitPattern: header(.firstHash)) == Self.fingerprint(journal, ofStartBefore: position),
      UInt64(bitPattern: header(.tailHash)) == Self.fingerprint(journal, ofEndAt: position)
    else { return nil }
    self.file = file
    self.offsets = offsets
    self.counts = counts
    rowCount = Int(header(.rowCount))
    keyCount = Int(header(.keyCount))
    asOf = header(.asOf)
    problemCount = Int(header(.problemCount))
    policyHash = UInt64(bitPattern: header(.policyHash))
  }

  /// A hash of the first bytes of the journal.
  static func fingerprint(_ journal: Journal, ofStartBefore position: JournalPosition) -> UInt64? {
    guard position.segment > 0 else { return 0 }
    // Once there is a second segment the first does not grow any more.
    let known = position.segment == 1 ? position.offset : (try? journal.size(1)) ?? 0
    let length = min(4_096, known)
    return (try? journal.bytes(JournalPlace(segment: 1, offset: 0, length: length))).map { StableHash.of($0) }
  }

  /// A hash of the bytes before a position; nil when the journal does not reach that far.
  static func fingerprint(_ journal: Journal, ofEndAt position: JournalPosition) -> UInt64? {
    guard position.segment > 0 else { return 0 }
    let length = min(4_096, position.offset)
    let place = JournalPlace(segment: position.segment, offset: position.offset - length, length: length)
    return (try? journal.bytes(place)).map { StableHash.of($0) }
  }

  /// The number of elements of a section.
  func count(_ section: Section) -> Int { counts[section.rawValue] }

  /// A number of a row; 0 when the file is too short.
  func load<Number: FixedWidthInteger & BitwiseCopyable>(_ type: Number.Type, row: Int, _ field: Int)
    -> Number
  {
    file.load(type, at: offsets[Section.rows.rawValue] &+ row &* RowField.size &+ field) ?? 0
  }

  /// All bytes of a row; fewer when the file is too short.
  func record(_ row: Int) -> [UInt8] {
    let start = offsets[Section.rows.rawValue] &+ row &* RowField.size
    return file.bytes(start..<start &+ RowField.size)
  }

  /// Where the record of a row stands in the file.
  func place(ofRow row: Int) -> Int { offsets[Section.rows.rawValue] &+ row &* RowField.size }

  /// Where the texts of a row stand in the file, whose bytes are given; empty where a damaged row names a place outside of the heap.
  func texts(ofRow row: Int, _ bytes: Span<UInt8>) -> Range<Int> {
    let record = place(ofRow: row)
    let start = Int(clamping: bytes.number(UInt64.self, at: record &+ RowField.heapOffset))
    let length = Int(bytes.number(UInt32.self, at: record &+ RowField.heapLength))
    guard start <= count(.heap), length <= count(.heap) - start else { return 0..<0 }
    let place = offsets[Section.heap.rawValue] + start
    return place..<place + length
  }

  /// A number of a section; `index` counts bytes.
  func load<Number: FixedWidthInteger & BitwiseCopyable>(_ type: Number.Type, _ section: Section, byte: Int)
    -> Number
  {
    file.load(type, at: offsets[section.rawValue] &+ byte) ?? 0
  }

  /// Bytes of the heap.
  func heapBytes(_ range: Range<Int>) -> [UInt8] {
    // A damaged row may name any place: what lies outside of the heap is nothing.
    guard range.lowerBound >= 0, range.upperBound <= count(.heap) else { return [] }
    let start = offsets[Section.heap.rawValue]
    return file.bytes(start + range.lowerBound..<start + range.upperBound)
  }

  /// All bytes of a section whose elements are bytes.
  func bytes(_ section: Section) -> [UInt8] {
    let start = offsets[section.rawValue]
    return file.bytes(start..<start + counts[section.rawValue])
  }

  /// A list of rows.
  ///
  /// - Complexity: O(range).
  func rows(_ section: Section, _ range: Range<Int>) -> [UInt32] {
    guard range.lowerBound >= 0, range.upperBound <= count(section) else { return [] }
    return file.numbers(at: offsets[section.rawValue] + range.lowerBound * 4, count: range.count)
  }

  /// Rows + 1 whose hash leads to a slot, until the first empty one.
  func rows(_ section: Section, hash: UInt64) -> [UInt32] {
    let count = count(section)
    guard count > 0 else { return [] }
    var result: [UInt32] = []
    var slot = Int(truncatingIfNeeded: hash & UInt64(count - 1))
    for _ in 0..<count {
      let row = load(UInt32.self, section, byte: slot * 4)
      if row == 0 { break }
      result.append(row - 1)
      slot = (slot + 1) & (count - 1)
    }
    return result
  }

  /// Events whose client key has this hash.
  func keys(hash: UInt64) -> [KeyPlace] {
    let count = count(.keySlots)
    guard count > 0 else { return [] }
    var result: [KeyPlace] = []
    var slot = Int(truncatingIfNeeded: hash & UInt64(count - 1))
    for _ in 0..<count {
      let row = load(UInt32.self, .keySlots, byte: slot * 16 + 8)
      if row == 0 { break }
      if load(UInt64.self, .keySlots, byte: slot * 16) == hash {
        result.append(KeyPlace(row: row - 1, event: load(UInt32.self, .keySlots, byte: slot * 16 + 12)))
      }
      slot = (slot + 1) & (count - 1)
    }
    return result
  }
}

/// Which event of which conversation an intent became.
struct KeyPlace: Sendable, Hashable {
  /// The conversation's row.
  var row: UInt32
  /// The number of the event among the later ones, from 0.
  var event: UInt32
}
