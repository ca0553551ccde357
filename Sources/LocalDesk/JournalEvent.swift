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
/// Every event has `event` (first key), `at` (RFC 3339) and `by` (an agent); all but imports have
/// `key` (the intent's client key, unique in the journal) and `conversation` (an id).
///
/// - A conversation comes in. `interchange`, always the last key, holds the imported line byte for byte (only
///   ill-formed UTF-8 has been replaced by U+FFFD), so that unknown keys survive and an export gives it back:
///   `{"event":"import","at":"…","by":{"id":"a-1","name":"Nastya"},"interchange":{"id":"c-1",…}}`
/// - Something is said; `entry` is an entry of the interchange format:
///   `{"event":"say","at":"…","by":{…},"key":"k-1","conversation":"c-1","entry":{"id":"e-9",…}}`
/// - Something changes; exactly one of `status`, `assignee` (null: nobody), `addTags` with `removeTags`,
///   `snoozedUntil` (null: awake), `followUp` (`{"at":…,"text":…}`, null: none), `readUpTo`:
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
    case said(Entry)
    case changed(Change)
  }

  enum Change: Sendable, Hashable {
    case status(String)
    case assignee(Agent?)
    case tags(add: [String], remove: [String])
    case snoozed(until: Timestamp?)
    case followUp(FollowUp?)
    case readUpTo(EntryID)
  }

  var at: Timestamp
  var by: Agent
  /// Empty for imports.
  var key: String
  /// Empty for imports, whose content has it.
  var conversation: ConversationID
  var content: Content

  /// The line with its LF; an imported conversation cannot be written by this.
  var line: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    switch content {
    case .imported: writer.member("event", "import")
    case .said: writer.member("event", "say")
    case .changed: writer.member("event", "change")
    }
    writer.member("at", at.rfc3339)
    writer.key("by")
    InterchangeWriter.agent(by, to: &writer)
    writer.member("key", key)
    writer.member("conversation", conversation.rawValue)
    switch content {
    case .imported: break
    case .said(let entry):
      writer.key("entry")
      InterchangeWriter.entry(entry, to: &writer)
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
    case .readUpTo(let entry): writer.member("readUpTo", entry.rawValue)
    }
  }
}

/// Why a line of the journal was skipped; the text is for a person.
struct JournalLineError: Error, Sendable, Hashable {
  let reason: String
}
