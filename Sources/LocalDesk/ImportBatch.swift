import DeskLink
import DeskModel
import JSONText
import SystemCalls

/// Imported lines on their way into the journal.
struct ImportBatch: Sendable {
  struct Line: Sendable {
    var number: Int
    var row: DeskRow
    /// Where the interchange object stands in `bytes`.
    var range: Range<Int>
    var agents: [Agent]
  }

  private let prefix: [UInt8]
  /// Whole lines of the journal.
  private(set) var bytes: [UInt8] = []
  private(set) var lines: [Line] = []
  /// Secrets that were taken out of the lines.
  private(set) var held: [HeldSecret] = []

  init(prefix: [UInt8]) { self.prefix = prefix }

  /// Checks a line and takes it in.
  ///
  /// `seen` are hashes of the ids that the import had so far; `isKnown` tells whether a line with this hash was
  /// the last that was imported of a conversation: nothing has to be read then. What `mask` makes of a conversation is kept
  /// in its place.
  mutating func take(
    _ source: [UInt8], _ range: Range<Int>, number: Int, seen: inout Set<UInt64>,
    report: inout ImportReport, mask: (Conversation) -> MaskedConversation? = { _ in nil },
    isKnown: (ConversationID, UInt64) -> Bool
  ) {
    var line = source[range]
    if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return }
    if !JSONBytes.isValidUTF8(source, range: line.indices) {
      report.warn(number, "ill-formed UTF-8 was replaced by U+FFFD")
      line = JSONBytes.repairedUTF8(line)[...]
    }
    let start = bytes.count
    bytes += prefix
    var place = bytes.count..<bytes.count + line.count
    bytes += line
    var hash = StableHash.ofLine(bytes, place)
    do throws(InterchangeError) {
      if let id = (try? ImportUpdate.text("id", of: bytes, place)).flatMap({ $0 }),
        isKnown(ConversationID(id), hash)
      {
        bytes.removeSubrange(start...)
        try Self.note(ConversationID(id), in: &seen)
        report.unchanged += 1
        return
      }
      var (conversation, end) = try InterchangeReader.conversationWithEnd(bytes, range: place)
      if let masked = mask(conversation) {
        let line = MaskedLine.masked(bytes[place], masked)
        bytes.replaceSubrange(place, with: line)
        place = place.lowerBound..<bytes.count
        hash = StableHash.ofLine(bytes, place)
        (conversation, end) = try InterchangeReader.conversationWithEnd(bytes, range: place)
        held += masked.held
        report.masked += masked.marks.count
      }
      try Self.note(conversation.id, in: &seen)
      bytes += [0x7D, 0x0A]
      let position = JournalPlace(segment: 0, offset: place.lowerBound, length: place.count)
      lines.append(
        Line(
          number: number, row: DeskRow(conversation, place: position, lineHash: hash, end: end),
          range: place, agents: Self.agents(conversation)))
    } catch {
      bytes.removeSubrange(min(start, bytes.count)...)
      report.refuse(number, error.path, error.complaint)
    }
  }

  private static func note(_ id: ConversationID, in seen: inout Set<UInt64>) throws(InterchangeError) {
    guard seen.insert(StableHash.of(id.rawValue)).inserted else {
      throw .field(
        path: "id", expected: "an id that no other line has", found: "\"\(id.rawValue)\" again")
    }
  }

  /// Takes out lines, by a test on each.
  mutating func keep(_ isKept: (Line) -> Bool) {
    let kept = lines.map { isKept($0) }
    if !kept.contains(false) { return }
    var rest = ImportBatch(prefix: prefix)
    rest.held = held
    for (line, isKept) in zip(lines, kept) where isKept {
      rest.bytes += prefix
      var line = line
      let start = rest.bytes.count
      rest.bytes += bytes[line.range]
      line.range = start..<rest.bytes.count
      line.row.place.offset = start
      rest.bytes += [0x7D, 0x0A]
      rest.lines.append(line)
    }
    self = rest
  }

  private static func agents(_ conversation: Conversation) -> [Agent] {
    var result: [Agent] = conversation.assignee.map { [$0] } ?? []
    for entry in conversation.entries where entry.author.kind == .agent {
      if result.contains(where: { $0.id.rawValue == entry.author.id }) { continue }
      result.append(Agent(id: AgentID(entry.author.id), name: entry.author.name ?? entry.author.id))
    }
    return result
  }
}
