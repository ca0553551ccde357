package import DeskModel
package import JSONText

/// Reads conversations of the interchange format: one JSON object a conversation.
///
/// Required: `id`, `contact.id`, and of each entry `id`, `at`, `author.kind`, `audience` and `text`. Everything
/// else may be absent or null: `shape` is `dialog`, `channel` is `chat`, `status` is `open`, `kind` is
/// `message`, `state` is `sent`, a link's `kind` is `linked`; an author without `id` is the contact when a
/// customer, else goes by the name of its kind; a `gender` other than `f` and `m` is no gender. A parent
/// that does not exist is kept: real exports have holes. Entries are put in order of time when they are
/// not. A known key that stands twice in an object, and two entries with one id, are errors. Unknown keys are
/// read over.
package struct InterchangeReader {
  var reader: JSONReader
  /// Where each entry begins, when that is wanted.
  private var entryStarts: [Int]?
  private var isSorted = true

  init(reader: JSONReader) { self.reader = reader }

  /// Reads one conversation.
  ///
  /// `range` holds the bytes of the object, all if nil; white space may stand around it.
  /// - Complexity: O(bytes).
  package static func conversation(
    _ bytes: [UInt8], range: Range<Int>? = nil
  ) throws(InterchangeError) -> Conversation {
    var parser = InterchangeReader(reader: JSONReader(bytes, range: range))
    let result = try parser.conversation()
    try parser.syntax { (reader) throws(JSONError) in try reader.finish() }
    return result
  }

  /// Reads one conversation, and says where the last of its entries stand.
  ///
  /// - Complexity: O(bytes).
  package static func conversationWithEnd(
    _ bytes: [UInt8], range: Range<Int>
  ) throws(InterchangeError) -> (conversation: Conversation, end: EntriesEnd?) {
    var parser = InterchangeReader(reader: JSONReader(bytes, range: range))
    parser.entryStarts = []
    let result = try parser.conversation()
    try parser.syntax { (reader) throws(JSONError) in try reader.finish() }
    guard let starts = parser.entryStarts, parser.isSorted else { return (result, nil) }
    return (result, EntriesEnd(starts: starts, from: range.lowerBound))
  }

  /// Reads one conversation, where a reader stands in a larger text.
  ///
  /// - Complexity: O(bytes).
  package static func conversation(reading reader: inout JSONReader) throws(InterchangeError) -> Conversation
  {
    var parser = InterchangeReader(reader: reader)
    let result = try parser.conversation()
    reader = parser.reader
    return result
  }

  /// Reads one entry, where a reader stands in a larger text.
  ///
  /// - Complexity: O(bytes).
  package static func entry(reading reader: inout JSONReader) throws(InterchangeError) -> Entry {
    var parser = InterchangeReader(reader: reader)
    let result = try parser.entry()
    reader = parser.reader
    return result
  }

  /// Reads one agent or null, where a reader stands in a larger text.
  package static func agent(reading reader: inout JSONReader) throws(InterchangeError) -> Agent? {
    var parser = InterchangeReader(reader: reader)
    let result = try parser.agent()
    reader = parser.reader
    return result
  }

  /// Reads deadlines or null, where a reader stands in a larger text.
  package static func deadlines(reading reader: inout JSONReader) throws(InterchangeError) -> Deadlines {
    var parser = InterchangeReader(reader: reader)
    let result = try parser.deadlines()
    reader = parser.reader
    return result
  }

  /// Reads a follow-up or null, where a reader stands in a larger text.
  package static func followUp(reading reader: inout JSONReader) throws(InterchangeError) -> FollowUp? {
    var parser = InterchangeReader(reader: reader)
    let result = try parser.followUp()
    reader = parser.reader
    return result
  }

  /// Reads access that was asked for, or null, where a reader stands in a larger text.
  package static func access(reading reader: inout JSONReader) throws(InterchangeError) -> AccessRequest? {
    var parser = InterchangeReader(reader: reader)
    let result = try parser.access()
    reader = parser.reader
    return result
  }

  /// Reads an outline or null, where a reader stands in a larger text.
  package static func outline(
    reading reader: inout JSONReader
  ) throws(InterchangeError) -> ConversationOutline? {
    var parser = InterchangeReader(reader: reader)
    let result = try parser.outline()
    reader = parser.reader
    return result
  }

  private enum Key: Int {
    case id, shape, channel, subject, status, locale, tags, assignee, contact, entries, snoozedUntil,
      deadlines
    case links, fields, readUpTo, followUp, statusCategory, outline, access
  }

  private mutating func conversation() throws(InterchangeError) -> Conversation {
    var seen = SeenKeys()
    var id: String?
    var contact: Contact?
    var result = Conversation(id: "", contact: Contact(id: ""))
    try begin("")
    while let key = try nextKey() {
      switch key {
      case "id": id = try seen.once(Key.id.rawValue, key, try name(key))
      case "contact":
        contact = try seen.once(
          Key.contact.rawValue, key, try within(key) { p throws(InterchangeError) in try p.contact() })
      case "entries": result.entries = try seen.once(Key.entries.rawValue, key, try entries())
      case "shape": result.shape = try seen.once(Key.shape.rawValue, key, try choice(key) ?? .dialog)
      case "channel": result.channel = try seen.once(Key.channel.rawValue, key, try text(key) ?? "chat")
      case "subject": result.subject = try seen.once(Key.subject.rawValue, key, try text(key) ?? "")
      case "status": result.status = try seen.once(Key.status.rawValue, key, try text(key) ?? "open")
      case "locale": result.locale = try seen.once(Key.locale.rawValue, key, try text(key))
      case "tags": result.tags = try seen.once(Key.tags.rawValue, key, try tags())
      case "assignee":
        result.assignee = try seen.once(
          Key.assignee.rawValue, key, try within(key) { p throws(InterchangeError) in try p.agent() })
      case "snoozedUntil":
        result.snoozedUntil = try seen.once(Key.snoozedUntil.rawValue, key, try moment(key))
      case "deadlines":
        result.deadlines = try seen.once(
          Key.deadlines.rawValue, key, try within(key) { p throws(InterchangeError) in try p.deadlines() })
      case "links": result.links = try seen.once(Key.links.rawValue, key, try links())
      case "fields":
        result.fields = try seen.once(
          Key.fields.rawValue, key, try within(key) { p throws(InterchangeError) in try p.fields() })
      case "followUp":
        result.followUp = try seen.once(
          Key.followUp.rawValue, key, try within(key) { p throws(InterchangeError) in try p.followUp() })
      case "access":
        result.access = try seen.once(
          Key.access.rawValue, key, try within(key) { p throws(InterchangeError) in try p.access() })
      case "readUpTo":
        result.readUpTo = try seen.once(Key.readUpTo.rawValue, key, try text(key).map { EntryID($0) })
      case "statusCategory":
        result.category = try seen.once(Key.statusCategory.rawValue, key, try choice(key))
      case "outline":
        result.outline = try seen.once(
          Key.outline.rawValue, key, try within(key) { p throws(InterchangeError) in try p.outline() })
      default: try skip()
      }
    }
    guard let id else { throw .field(path: "id", expected: "a string", found: "nothing") }
    guard let contact else { throw .field(path: "contact", expected: "an object", found: "nothing") }
    result.contact = contact
    result.version = 1
    return completed(result, id: id)
  }

  private mutating func completed(_ conversation: Conversation, id: String) -> Conversation {
    var result = conversation
    result.id = ConversationID(id)
    for index in result.entries.indices {
      let entry = result.entries[index]
      if entry.author.id.isEmpty, entry.author.kind == .customer {
        result.entries[index].author.id = result.contact.id.rawValue
      }
      if index > 0, entry.at < result.entries[index - 1].at { isSorted = false }
    }
    if !isSorted {
      let numbered = result.entries.enumerated().sorted {
        ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
      }
      result.entries = numbered.map { $0.element }
    }
    return result
  }

  private mutating func entries() throws(InterchangeError) -> [Entry] {
    var result: [Entry] = []
    var ids: Set<EntryID> = []
    guard try beginArray("entries") else { return [] }
    while try nextElement() {
      entryStarts?.append(reader.offset)
      do throws(InterchangeError) {
        let entry = try entry()
        guard ids.insert(entry.id).inserted else {
          throw InterchangeError.field(
            path: "id", expected: "an id that no other entry has", found: Self.quote(entry.id.rawValue))
        }
        result.append(entry)
      } catch {
        throw error.inside("entries[\(result.count)]")
      }
    }
    return result
  }
}

/// Which known keys of an object have been read.
struct SeenKeys {
  private var mask: UInt32 = 0

  /// Passes a value on, unless its key has been seen before.
  mutating func once<Value>(_ bit: Int, _ key: String, _ value: Value) throws(InterchangeError) -> Value {
    if mask & (1 << UInt32(bit)) != 0 {
      throw .field(path: key, expected: "this key once", found: "it twice")
    }
    mask |= 1 << UInt32(bit)
    return value
  }
}
