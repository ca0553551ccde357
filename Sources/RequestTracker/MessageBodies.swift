import AdapterProtocol
import DeskModel
import JSONText

/// What a message of RT says, made from the MIME parts that RT keeps as flat rows.
struct MessageBody: Sendable, Hashable {
  /// The text that a person reads.
  var text = ""
  /// The HTML where there was any.
  var original: MarkedText?
  /// Files.
  var attachments: [Attachment] = []
}

/// Reads the messages of rows of the history.
struct MessageBodies: Sendable {
  let client: RTClient
  /// The longest text of a part that is shown whole, in bytes; of longer ones the beginning, and the rest as a file.
  static let textLimit = 200_000
  private static let fields = "ContentType,Filename,ContentLength,TransactionId"

  /// What the messages with these transaction ids say; two requests for up to a hundred parts.
  func bodies(_ transactions: [Int]) throws(AdapterFault) -> [Int: MessageBody] {
    guard !transactions.isEmpty else { return [:] }
    var parts: [Int: [JSONValue]] = [:]
    for part in try attachments("TransactionId", transactions, fields: Self.fields) {
      parts[part.number("TransactionId") ?? 0, default: []].append(part)
    }
    let plans = parts.mapValues { MessageParts($0) }
    let wanted = plans.values.flatMap { $0.texts + $0.pages }.filter { Self.size($0) <= Self.textLimit * 10 }
    var contents: [Int: String] = [:]
    for part in try attachments("id", wanted.compactMap { $0.number("id") }, fields: "Content") {
      if let id = part.number("id") { contents[id] = part.text("Content") }
    }
    return plans.mapValues { $0.body(contents) }
  }

  /// All parts for which a field has one of these values.
  private func attachments(_ field: String, _ values: [Int], fields: String) throws(AdapterFault)
    -> [JSONValue]
  {
    var result: [JSONValue] = []
    guard !values.isEmpty else { return [] }
    var last = 0
    while true {
      let search = JSONValue.array([
        object([
          "field": .string(field), "operator": "IN", "value": .array(values.map { .number(JSONNumber($0)) }),
        ]),
        VisibleRows.condition("id", ">", String(last)),
      ])
      let target = RTTarget.of(
        ["attachments"], ["orderby": "id", "per_page": String(RTTarget.pageLimit), "fields": fields])
      let rows = try client.read(target, search: search).json.list("items")
      result += rows
      // All parts of a message that we see can be seen, so here a page that is not full is the last.
      guard rows.count >= RTTarget.pageLimit, let id = rows.last?.number("id"), id > last else {
        return result
      }
      last = id
    }
  }

  static func size(_ part: JSONValue) -> Int { part.number("ContentLength") ?? 0 }
}

/// The parts of one message, sorted into what is read and what is a file.
struct MessageParts: Sendable {
  /// Plain texts.
  private(set) var texts: [JSONValue] = []
  /// Texts in HTML.
  private(set) var pages: [JSONValue] = []
  /// Files.
  private(set) var files: [JSONValue] = []

  /// Sorts parts, which stand in the order in which the mail had them.
  init(_ parts: [JSONValue]) {
    // What follows a mail within the mail is that mail's; RT keeps its parts beside the others.
    var isForwarded = false
    for part in parts {
      let type = part.text("ContentType").lowercased()
      let isNamed = !part.text("Filename").isEmpty
      switch type {
      case _ where type.hasPrefix("multipart/"): break
      case "text/plain" where !isNamed && !isForwarded: texts.append(part)
      case "text/html" where !isNamed && !isForwarded: pages.append(part)
      // Nothing was said, but something attached.
      case _ where MessageBodies.size(part) == 0 && !isNamed: break
      default: files.append(part)
      }
      if type == "message/rfc822" { isForwarded = true }
    }
  }

  /// The message, with the contents of its texts by their ids.
  func body(_ contents: [Int: String]) -> MessageBody {
    func content(_ part: JSONValue) -> String { part.number("id").flatMap { contents[$0] } ?? "" }
    var body = MessageBody()
    var files = files
    let plain = texts.map(content).filter { !$0.trimmed.isEmpty }
    let html = pages.map(content).filter { !$0.isEmpty }
    if plain.isEmpty, !html.isEmpty {
      body.text = html.map { HTMLText.text($0) }.joined(separator: "\n\n")
    } else if plain.isEmpty {
      body.text = texts.map(content).joined(separator: "\n")
    } else {
      body.text = plain.joined(separator: "\n")
    }
    if let whole = html.first {
      if whole.utf8.count <= MessageBodies.textLimit { body.original = MarkedText(.html, whole) }
    }
    if body.text.utf8.count > MessageBodies.textLimit {
      body.text =
        body.text.beginning(bytes: MessageBodies.textLimit) + "\n[… cut; the whole text is attached]"
      files += texts + pages
    } else if body.text.isEmpty {
      files += (texts + pages).filter { MessageBodies.size($0) > MessageBodies.textLimit }
    }
    body.attachments = files.map { part in
      let type = part.text("ContentType")
      let name = part.text("Filename")
      return Attachment(
        id: AttachmentID(part.text("id")), name: name.isEmpty ? Self.name(type) : name, mediaType: type,
        byteCount: part.number("ContentLength"))
    }
    return body
  }

  /// A name for a part that has none.
  private static func name(_ type: String) -> String {
    switch type.lowercased() {
    case "text/plain": "message.txt"
    case "text/html": "message.html"
    case "message/rfc822": "message.eml"
    default: "unnamed"
    }
  }
}

extension String {
  /// At most so many bytes from the start, whole characters.
  fileprivate func beginning(bytes: Int) -> String {
    var end = utf8.index(startIndex, offsetBy: min(bytes, utf8.count))
    while end > startIndex, String.Index(end, within: unicodeScalars) == nil { end = utf8.index(before: end) }
    return String(self[..<end])
  }
}
