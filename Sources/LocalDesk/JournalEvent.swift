import DeskLink
import DeskModel
import JSONText

/// One line of the journal.
///
/// # The journal format, version 1
///
/// The journal is a row of segments `journal/000001.jsonl`, `000002.jsonl`, … of about 64 MiB. Each line is one
/// JSON object that ends with LF and records one event. Lines are only ever added. Who adds holds the exclusive
/// `flock` of the file `lock` and adds each line by one `write`; who reads needs no lock and ignores what stands
/// behind the last LF. Order in the journal is the order of events; a clock plays no part in it.
///
/// Every event has `event` (first key), `at` (RFC 3339) and `by` (an agent); all but imports have `conversation` (an
/// id) and either `key` (the intent's client key, unique in the journal) or `imported` (true): a later
/// line of the same conversation has brought it. The last event of such a line has `line`, the line's hash in
/// hexadecimal digits (`StableHash.ofLine`), by which the same line is known again.
///
/// - A conversation comes in. `interchange`, always the last key, holds the imported line byte for byte (only
///   ill-formed UTF-8 has been replaced by U+FFFD), so that unknown keys survive and an export gives it back:
///   `{"event":"import","at":"…","by":{"id":"a-1","name":"Nastya"},"interchange":{"id":"c-1",…}}`
/// - A mirror of another desk takes a conversation over as it is there now, in the place of what it had; `interchange` is the
///   last key, as in an import:
///   `{"event":"mirror","at":"…","by":{…},"conversation":"c-1","imported":true,"interchange":{"id":"c-1",…}}`
/// - Something is said; `entry` is an entry of the interchange format, byte for byte when it was imported (the content
///   of the `attachments` of others lies in `attachments/CONVERSATION/ID`, see `AttachmentFolder`):
///   `{"event":"say","at":"…","by":{…},"key":"k-1","conversation":"c-1","entry":{"id":"e-9",…}}`
/// - Something changes; exactly one of `status`, `assignee` (null: nobody), `addTags` with `removeTags`,
///   `snoozedUntil` (null: awake), `followUp` (`{"at":…,"text":…}`, null: none), `access` (`{"askedAt":…,"askedBy":…}` and
///   what became of it, null: none), `deadlines`, `readUpTo`, `outline` (null: the entries have been read):
///   `{"event":"change","at":"…","by":{…},"key":"k-2","conversation":"c-1","status":"resolved"}`
///
/// A conversation's version is the number of its events, the import included. Unknown keys are read over; an
/// unknown `event`, a broken line, an event of an unknown conversation and a second import of an id are skipped
/// and reported. A line without LF at the end of the last segment is what a crash in mid-write leaves: the next
/// writer moves its bytes to `journal/torn-SEGMENT-OFFSET.txt` and cuts the journal there.
struct JournalEvent: Sendable, Hashable {
  enum Content: Sendable, Hashable {
    /// A whole conversation, and where its line stands in the bytes that were read.
    case imported(Conversation, Range<Int>)
    /// What another desk has now.
    case mirrored(Conversation)
    case said(Entry)
    case changed(Change)
  }

  enum Change: Sendable, Hashable {
    case status(String)
    case assignee(Agent?)
    case tags(add: [String], remove: [String])
    case snoozed(until: Timestamp?)
    case followUp(FollowUp?)
    case access(AccessRequest?)
    case deadlines(Deadlines)
    case readUpTo(EntryID)
    case outline(ConversationOutline?)
  }

  var at: Timestamp
  var by: Agent
  /// Empty for what was imported.
  var key: String
  /// Empty for imports, whose content has it.
  var conversation: ConversationID
  var content: Content
  /// Whether a later line of a conversation that was there already has brought it.
  var isImported = false
  /// `StableHash.ofLine` of that line, of which this is the last event.
  var lineHash: UInt64?

  /// The line with its LF; an imported conversation cannot be written by this.
  var line: [UInt8] { line(entry: nil) }

  /// The same, with the bytes of the entry that is said.
  func line(entry bytes: [UInt8]?) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    switch content {
    case .imported: writer.member("event", "import")
    case .mirrored: writer.member("event", "mirror")
    case .said: writer.member("event", "say")
    case .changed: writer.member("event", "change")
    }
    writer.member("at", at.rfc3339)
    writer.key("by")
    InterchangeWriter.agent(by, to: &writer)
    if isImported {
      writer.key("imported")
      writer.bool(true)
    } else {
      writer.member("key", key)
    }
    writer.member("line", ifPresent: lineHash.map { String($0, radix: 16) })
    writer.member("conversation", conversation.rawValue)
    switch content {
    case .imported: break
    case .mirrored(let conversation):
      writer.key("interchange")
      writer.raw(InterchangeWriter.line(conversation))
    case .said(let entry):
      writer.key("entry")
      if let bytes { writer.raw(bytes) } else { InterchangeWriter.entry(entry, to: &writer) }
    case .changed(let change): Self.write(change, to: &writer)
    }
    writer.endObject()
    return writer.bytes + [0x0A]
  }

  /// What stands before the interchange bytes of an import; behind them stand `}` and LF.
  static func importPrefix(at: Timestamp, by: Agent) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("event", "import")
    writer.member("at", at.rfc3339)
    writer.key("by")
    InterchangeWriter.agent(by, to: &writer)
    writer.key("interchange")
    return writer.bytes
  }

  private static func write(_ change: Change, to writer: inout JSONWriter) {
    switch change {
    case .status(let word): writer.member("status", word)
    case .assignee(let agent):
      writer.key("assignee")
      if let agent { InterchangeWriter.agent(agent, to: &writer) } else { writer.null() }
    case .tags(let add, let remove):
      writer.key("addTags")
      InterchangeWriter.strings(add, to: &writer)
      writer.key("removeTags")
      InterchangeWriter.strings(remove, to: &writer)
    case .snoozed(let until):
      writer.key("snoozedUntil")
      if let until { writer.string(until.rfc3339) } else { writer.null() }
    case .followUp(let followUp):
      writer.key("followUp")
      InterchangeWriter.followUp(followUp, to: &writer)
    case .access(let access):
      writer.key("access")
      InterchangeWriter.access(access, to: &writer)
    case .deadlines(let deadlines):
      writer.key("deadlines")
      InterchangeWriter.deadlines(deadlines, to: &writer)
    case .readUpTo(let entry): writer.member("readUpTo", entry.rawValue)
    case .outline(let outline):
      writer.key("outline")
      InterchangeWriter.outline(outline, to: &writer)
    }
  }
}

/// Why a line of the journal was skipped; the text is for a person.
struct JournalLineError: Error, Sendable, Hashable {
  let reason: String
}
