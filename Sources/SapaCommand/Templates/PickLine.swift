import DeskLink
import DeskModel
import JSONText

/// A moment in which an answer is wanted, as `sapa templates pick` is told of it.
struct PickRequest: Sendable, Hashable {
  /// Tells requests apart; nil when it has none.
  var id: String?
  /// What the agent has typed.
  var query = ""
  /// Who will read the reply.
  var audience = Audience.customer
  /// The conversation so far.
  var conversation: Conversation

  /// The locale for which the reply is written; nil when it is not known.
  var locale: String? { conversation.locale ?? conversation.contact.locale }
}

/// Reads a line of `sapa templates pick`: one JSON object, all of whose members may be absent.
enum PickLine {
  /// The request; without `id` the conversation goes by the name `-`.
  ///
  /// - Throws: `InterchangeError` that names the field and what was expected.
  static func read(_ bytes: [UInt8], _ range: Range<Int>) throws(InterchangeError) -> PickRequest {
    var reader = JSONReader(bytes, range: range)
    var conversation = Conversation(id: "-", contact: Contact(id: ""))
    var id: String?
    var query = ""
    var audience = Audience.customer
    try DraftLine.syntax(&reader) { (reader) throws(JSONError) in try reader.beginObject() }
    while let key = try DraftLine.syntax(
      &reader, { (reader) throws(JSONError) in try reader.nextKey() })
    {
      switch key {
      case "id": id = try DraftLine.string(key, &reader)
      case "query": query = try DraftLine.string(key, &reader) ?? ""
      case "locale": conversation.locale = try DraftLine.string(key, &reader)
      case "channel": conversation.channel = try DraftLine.string(key, &reader) ?? conversation.channel
      case "subject": conversation.subject = try DraftLine.string(key, &reader) ?? ""
      case "audience": audience = try DraftLine.word(key, &reader) ?? .customer
      case "tags": conversation.tags = try strings(key, &reader)
      case "contact": conversation.contact = try InterchangeReader.contact(reading: &reader)
      case "thread": conversation.entries = try DraftLine.entries(&reader)
      default: _ = try DraftLine.syntax(&reader) { (reader) throws(JSONError) in try reader.skip() }
      }
    }
    try DraftLine.syntax(&reader) { (reader) throws(JSONError) in try reader.finish() }
    if audience == .internal {
      throw .field(path: "audience", expected: "customer or world", found: "“internal”")
    }
    if let id { conversation.id = ConversationID(id) }
    if audience == .world { conversation.shape = .publicThread }
    return PickRequest(id: id, query: query, audience: audience, conversation: conversation)
  }

  private static func strings(
    _ key: String, _ reader: inout JSONReader
  ) throws(InterchangeError) -> [String] {
    let kind = try DraftLine.syntax(&reader) { (reader) throws(JSONError) in try reader.peek() }
    guard kind == .array else { throw .field(path: key, expected: "an array", found: kind.phrase) }
    var strings: [String] = []
    try DraftLine.syntax(&reader) { (reader) throws(JSONError) in try reader.beginArray() }
    while try DraftLine.syntax(&reader, { (reader) throws(JSONError) in try reader.nextElement() }) {
      if let text = try DraftLine.string("\(key)[\(strings.count)]", &reader) { strings.append(text) }
    }
    return strings
  }
}
