import DeskLink
import DeskModel
import JSONText

extension JournalEvent {
  /// Reads one line, without its LF.
  ///
  /// - Complexity: O(bytes).
  init(reading bytes: [UInt8], range: Range<Int>) throws(JournalLineError) {
    var draft = EventDraft()
    do {
      var reader = JSONReader(bytes, range: range)
      try reader.beginObject()
      while let key = try reader.nextKey() { try draft.read(key, &reader) }
      try reader.finish()
    } catch let error as JSONError {
      throw JournalLineError(
        reason:
          "not JSON at column \(error.position.column): expected \(error.expected), found \(error.found)")
    } catch let error as InterchangeError {
      throw JournalLineError(reason: error.description)
    } catch {
      throw JournalLineError(reason: "\(error)")
    }
    self = try draft.event()
  }
}

private struct EventDraft {
  private var kind: String?
  private var at: Timestamp?
  private var by: Agent?
  private var key: String?
  private var conversation: String?
  private var interchange: (Conversation, Range<Int>)?
  private var entry: Entry?
  private var change: JournalEvent.Change?
  private var added: [String]?
  private var removed: [String]?
  private var isImported = false
  private var lineHash: UInt64?

  mutating func read(_ name: String, _ reader: inout JSONReader) throws {
    switch name {
    case "event": kind = try reader.string()
    case "at": at = Timestamp(rfc3339: try reader.string())
    case "by": by = try InterchangeReader.agent(reading: &reader)
    case "key": key = try reader.string()
    case "conversation": conversation = try reader.string()
    case "interchange":
      _ = try reader.peek()
      let start = reader.offset
      let whole = try InterchangeReader.conversation(reading: &reader)
      interchange = (whole, start..<reader.offset)
    case "entry": entry = try InterchangeReader.entry(reading: &reader)
    case "status": change = .status(try reader.string())
    case "assignee": change = .assignee(try InterchangeReader.agent(reading: &reader))
    case "addTags": added = try Self.strings(&reader)
    case "removeTags": removed = try Self.strings(&reader)
    case "snoozedUntil":
      if try reader.peek() == .null {
        try reader.null()
        change = .snoozed(until: nil)
      } else {
        change = Timestamp(rfc3339: try reader.string()).map { .snoozed(until: $0) }
      }
    case "followUp": change = .followUp(try InterchangeReader.followUp(reading: &reader))
    case "access": change = .access(try InterchangeReader.access(reading: &reader))
    case "deadlines": change = .deadlines(try InterchangeReader.deadlines(reading: &reader))
    case "imported": isImported = try reader.bool()
    case "line": lineHash = UInt64(try reader.string(), radix: 16)
    case "readUpTo": change = .readUpTo(EntryID(try reader.string()))
    case "outline": change = .outline(try InterchangeReader.outline(reading: &reader))
    default: try reader.skip()
    }
  }

  private static func strings(_ reader: inout JSONReader) throws(JSONError) -> [String] {
    var result: [String] = []
    try reader.beginArray()
    while try reader.nextElement() { result.append(try reader.string()) }
    return result
  }

  func event() throws(JournalLineError) -> JournalEvent {
    guard let kind else {
      throw JournalLineError(reason: "event: expected import, mirror, say or change, found nothing")
    }
    guard let at else { throw JournalLineError(reason: "at: expected an RFC 3339 time") }
    guard let by else { throw JournalLineError(reason: "by: expected an agent") }
    let content: JournalEvent.Content
    switch kind {
    case "import":
      guard let interchange else { throw JournalLineError(reason: "interchange: expected a conversation") }
      content = .imported(interchange.0, interchange.1)
    case "mirror":
      guard let interchange else { throw JournalLineError(reason: "interchange: expected a conversation") }
      content = .mirrored(interchange.0)
    case "say":
      guard let entry else { throw JournalLineError(reason: "entry: expected an entry") }
      content = .said(entry)
    case "change":
      if added != nil || removed != nil {
        content = .changed(.tags(add: added ?? [], remove: removed ?? []))
      } else if let change {
        content = .changed(change)
      } else {
        throw JournalLineError(
          reason:
            "a change without status, assignee, addTags, removeTags, snoozedUntil, followUp, access, deadlines, readUpTo or outline"
        )
      }
    default:
      throw JournalLineError(reason: "event: expected import, mirror, say or change, found \"\(kind)\"")
    }
    let isKeyMissing = key == nil && !isImported
    if kind != "import", isKeyMissing || conversation == nil {
      throw JournalLineError(
        reason: "\(isKeyMissing ? "key" : "conversation"): expected a string, found nothing")
    }
    return JournalEvent(
      at: at, by: by, key: key ?? "", conversation: ConversationID(conversation ?? ""), content: content,
      isImported: isImported, lineHash: lineHash)
  }
}
