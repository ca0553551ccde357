import AdapterProtocol
import DeskModel
import JSONText

/// A ticket as RT has told it.
struct TicketRecord: Sendable, Hashable {
  /// Its number; of a ticket that was merged away, that of the other one.
  var id: String
  /// The record.
  var json: JSONValue
  /// Its version, RT's ETag.
  var version: VersionTag?
  /// When RT answered, by its own clock; nil where it does not say.
  var date: String?

  /// Wraps the answer to a question for one ticket.
  init(_ answer: RTAnswer) {
    json = answer.json
    id = answer.json.text("id")
    version = answer.version
    date = answer.date
  }

  /// The last transaction that we may see, which RT uses as ETag; nil when it is something else.
  var lastTransaction: Int? { version.flatMap { $0.rawValue.wholeNumber } }

  /// Its status, in RT's word.
  var status: String { json.text("Status") }

  /// Who has it; `Nobody` for nobody.
  var owner: String { json.reference("Owner") }

  /// The number of its queue.
  var queue: String { json.reference("Queue") }

  /// Custom fields with their values; RT tells them in any order, so they stand in that of their ids.
  ///
  /// A field that was emptied may hold a null.
  var fields: [Field] {
    json.list("CustomFields").sorted { ($0.number("id") ?? 0) < ($1.number("id") ?? 0) }.map { field in
      Field(
        name: field.text("name"), values: field.list("values").compactMap { $0.text }.filter { !$0.isEmpty })
    }
  }

  /// Names of custom fields by their ids.
  var fieldNames: [String: String] {
    Dictionary(json.list("CustomFields").map { ($0.text("id"), $0.text("name")) }) { first, _ in first }
  }

  /// Links to other tickets, by RT's words.
  var links: [ConversationLink] {
    json.list("_hyperlinks").compactMap { link in
      guard link.text("type") == "ticket", let kind = LinkKind(reference: link.text("ref")) else {
        return nil
      }
      return ConversationLink(id: ConversationID(link.text("id")), kind: kind.rawValue, title: "")
    }
  }
}

/// How tickets hang together, in the words with which RT takes a link.
enum LinkKind: String, Sendable, Hashable, CaseIterable {
  case dependsOn = "DependsOn"
  case dependedOnBy = "DependedOnBy"
  case refersTo = "RefersTo"
  case referredToBy = "ReferredToBy"
  case memberOf = "MemberOf"
  case members = "Members"

  /// The word with which RT tells it in a ticket's links.
  var reference: String {
    switch self {
    case .dependsOn: "depends-on"
    case .dependedOnBy: "depended-on-by"
    case .refersTo: "refers-to"
    case .referredToBy: "referred-to-by"
    case .memberOf: "parent"
    case .members: "child"
    }
  }

  /// The kind that RT tells by a word; nil for other words.
  init?(reference: String) {
    guard let kind = Self.allCases.first(where: { $0.reference == reference }) else { return nil }
    self = kind
  }
}
