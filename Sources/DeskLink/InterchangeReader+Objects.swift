import DeskModel
import JSONText

extension InterchangeReader {
  mutating func entry() throws(InterchangeError) -> Entry {
    var seen = SeenKeys()
    var id: String?
    var at: Timestamp?
    var author: Author?
    var audience: Audience?
    var said: String?
    var kind = EntryKind.message
    var parent: String?
    var state = EntryState.sent
    var attachments: [Attachment] = []
    var templates: [TemplateUse] = []
    try begin("")
    while let key = try nextKey() {
      switch key {
      case "id": id = try seen.once(0, key, try name(key))
      case "at": at = try seen.once(1, key, try moment(key))
      case "author":
        author = try seen.once(2, key, try within(key) { p throws(InterchangeError) in try p.author() })
      case "audience": audience = try seen.once(3, key, try choice(key))
      case "text": said = try seen.once(4, key, try text(key))
      case "kind": kind = try seen.once(5, key, try choice(key) ?? .message)
      case "parent": parent = try seen.once(6, key, try text(key))
      case "state": state = try seen.once(7, key, try choice(key) ?? .sent)
      case "attachments": attachments = try seen.once(8, key, try self.attachments())
      case "templates": templates = try seen.once(9, key, try templateUses())
      default: try skip()
      }
    }
    guard let id else { throw .field(path: "id", expected: "a string", found: "nothing") }
    guard let at else { throw .field(path: "at", expected: Self.timeWords, found: "nothing") }
    guard let author else { throw .field(path: "author", expected: "an object", found: "nothing") }
    guard let audience else {
      throw .field(path: "audience", expected: Self.words(Audience.self), found: "nothing")
    }
    guard let said else { throw .field(path: "text", expected: "a string", found: "nothing") }
    return Entry(
      id: EntryID(id), at: at, author: author, audience: audience, kind: kind, text: said,
      parent: parent.map { EntryID($0) }, state: state, attachments: attachments, templates: templates)
  }

  private mutating func author() throws(InterchangeError) -> Author {
    var seen = SeenKeys()
    var kind: AuthorKind?
    var id: String?
    var shown: String?
    try begin("")
    while let key = try nextKey() {
      switch key {
      case "kind": kind = try seen.once(0, key, try choice(key))
      case "id": id = try seen.once(1, key, try text(key))
      case "name": shown = try seen.once(2, key, try text(key))
      default: try skip()
      }
    }
    guard let kind else {
      throw .field(path: "kind", expected: Self.words(AuthorKind.self), found: "nothing")
    }
    return Author(kind: kind, id: id ?? (kind == .customer ? "" : kind.rawValue), name: shown)
  }

  mutating func agent() throws(InterchangeError) -> Agent? {
    if try takeNull() { return nil }
    var seen = SeenKeys()
    var id: String?
    var shown: String?
    try begin("")
    while let key = try nextKey() {
      switch key {
      case "id": id = try seen.once(0, key, try name(key))
      case "name": shown = try seen.once(1, key, try text(key))
      default: try skip()
      }
    }
    guard let id else { throw .field(path: "id", expected: "a string", found: "nothing") }
    return Agent(id: AgentID(id), name: shown ?? id)
  }

  mutating func contact(needsID: Bool = true) throws(InterchangeError) -> Contact {
    var seen = SeenKeys()
    var id: String?
    var result = Contact(id: "")
    try begin("")
    while let key = try nextKey() {
      switch key {
      case "id": id = try seen.once(0, key, try name(key))
      case "full": result.full = try seen.once(1, key, try text(key))
      case "given": result.given = try seen.once(2, key, try text(key))
      case "family": result.family = try seen.once(3, key, try text(key))
      case "patronymic": result.patronymic = try seen.once(4, key, try text(key))
      case "gender": result.gender = try seen.once(5, key, try text(key).flatMap { Gender(rawValue: $0) })
      case "locale": result.locale = try seen.once(6, key, try text(key))
      case "timeZone": result.timeZone = try seen.once(7, key, try text(key))
      case "company": result.company = try seen.once(8, key, try text(key))
      case "vip": result.isVIP = try seen.once(9, key, try flag(key))
      case "notes": result.notes = try seen.once(10, key, try strings(key, orOne: true))
      case "fields":
        result.fields = try seen.once(
          11, key, try within(key) { p throws(InterchangeError) in try p.fields() })
      case "title": result.title = try seen.once(12, key, try text(key))
      case "age": result.age = try seen.once(13, key, try age(key))
      case "role": result.role = try seen.once(14, key, try text(key))
      default: try skip()
      }
    }
    guard id != nil || !needsID else { throw .field(path: "id", expected: "a string", found: "nothing") }
    result.id = ContactID(id ?? "")
    return result
  }

  /// A band of ages, or years; what is neither is not known.
  private mutating func age(_ key: String) throws(InterchangeError) -> AgeBand? {
    guard try peek() == .number else { return try text(key).flatMap { AgeBand(rawValue: $0) } }
    return try syntax { (reader) throws(JSONError) in try reader.number() }.int.flatMap { AgeBand(years: $0) }
  }

  mutating func deadlines() throws(InterchangeError) -> Deadlines {
    if try takeNull() { return Deadlines() }
    var seen = SeenKeys()
    var result = Deadlines()
    try begin("")
    while let key = try nextKey() {
      switch key {
      case "firstReply": result.firstReply = try seen.once(0, key, try moment(key))
      case "nextReply": result.nextReply = try seen.once(1, key, try moment(key))
      case "resolution": result.resolution = try seen.once(2, key, try moment(key))
      default: try skip()
      }
    }
    return result
  }

  mutating func links() throws(InterchangeError) -> [ConversationLink] {
    var result: [ConversationLink] = []
    guard try beginArray("links") else { return [] }
    while try nextElement() {
      do { result.append(try link()) } catch { throw error.inside("links[\(result.count)]") }
    }
    return result
  }

  private mutating func link() throws(InterchangeError) -> ConversationLink {
    var seen = SeenKeys()
    var id: String?
    var kind: String?
    var title: String?
    try begin("")
    while let key = try nextKey() {
      switch key {
      case "id": id = try seen.once(0, key, try name(key))
      case "kind": kind = try seen.once(1, key, try text(key))
      case "title": title = try seen.once(2, key, try text(key))
      default: try skip()
      }
    }
    guard let id else { throw .field(path: "id", expected: "a string", found: "nothing") }
    return ConversationLink(id: ConversationID(id), kind: kind ?? "linked", title: title ?? "")
  }

  private mutating func attachments() throws(InterchangeError) -> [Attachment] {
    var result: [Attachment] = []
    guard try beginArray("attachments") else { return [] }
    while try nextElement() {
      do { result.append(try attachment()) } catch { throw error.inside("attachments[\(result.count)]") }
    }
    return result
  }

  private mutating func attachment() throws(InterchangeError) -> Attachment {
    var seen = SeenKeys()
    var id: String?
    var result = Attachment(id: "", name: "")
    try begin("")
    while let key = try nextKey() {
      switch key {
      case "id": id = try seen.once(0, key, try name(key))
      case "name": result.name = try seen.once(1, key, try text(key) ?? "")
      case "type": result.mediaType = try seen.once(2, key, try text(key) ?? "")
      case "size": result.byteCount = try seen.once(3, key, try count(key))
      default: try skip()
      }
    }
    guard let id else { throw .field(path: "id", expected: "a string", found: "nothing") }
    result.id = AttachmentID(id)
    return result
  }

  /// A follow-up; null is none.
  mutating func followUp() throws(InterchangeError) -> FollowUp? {
    if try takeNull() { return nil }
    var seen = SeenKeys()
    var at: Timestamp?
    var said = ""
    try begin("")
    while let key = try nextKey() {
      switch key {
      case "at": at = try seen.once(0, key, try moment(key))
      case "text": said = try seen.once(1, key, try text(key) ?? "")
      default: try skip()
      }
    }
    guard let at else { throw .field(path: "at", expected: Self.timeWords, found: "nothing") }
    return FollowUp(at: at, text: said)
  }

  mutating func tags() throws(InterchangeError) -> [String] {
    var result: [String] = []
    for tag in try strings("tags", orOne: false) where !result.contains(tag) { result.append(tag) }
    return result
  }

  mutating func fields() throws(InterchangeError) -> [Field] {
    if try takeNull() { return [] }
    var result: [Field] = []
    try begin("")
    while let key = try nextKey() {
      do {
        let values = try fieldValues()
        if let values { result.append(Field(name: key, values: values)) }
      } catch { throw error.inside(key) }
    }
    return result
  }

  /// Nil for null: no such field.
  private mutating func fieldValues() throws(InterchangeError) -> [String]? {
    if let single = try fieldValue() { return [single] }
    switch try peek() {
    case .null:
      _ = try takeNull()
      return nil
    case .array:
      var values: [String] = []
      _ = try beginArray("")
      while try nextElement() {
        guard let value = try fieldValue() else {
          throw .field(
            path: "[\(values.count)]", expected: "a string, a number, true or false", found: try peek().phrase
          )
        }
        values.append(value)
      }
      return values
    default:
      throw .field(
        path: "", expected: "a string, a number, true, false or an array of those", found: try peek().phrase)
    }
  }

  private mutating func fieldValue() throws(InterchangeError) -> String? {
    switch try peek() {
    case .string: try text("")
    case .number: try syntax { (reader) throws(JSONError) in try reader.number().text }
    case .bool: try flag("") ? "true" : "false"
    default: nil
    }
  }
}
