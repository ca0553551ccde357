import AdapterProtocol
import DeskModel
import JSONText

/// Reads articles as canned replies.
struct TemplateReader: Sendable {
  let client: RTClient

  /// A page of the articles that we may see; the cursor is the last one's number.
  func page(_ params: PageParams) throws(AdapterFault) -> TemplatesPage {
    let limit = min(params.limit, RTTarget.pageLimit)
    var after = 0
    if let cursor = params.cursor {
      guard let place = cursor.rawValue.wholeNumber, place > 0 else { throw .cursorExpired }
      after = place
    }
    let rows = try VisibleRows(client: client).all(
      ["articles"], fields: "Name,Summary,Class,CustomFields,Disabled", after: after, limit: limit + 1)
    let page = rows.prefix(limit)
    var folders: [String: String] = [:]
    var templates: [TemplateRecord] = []
    for article in page where article.text("Disabled") != "1" {
      let id = article.reference("Class")
      if folders[id] == nil {
        folders[id] = try client.readIfThere(RTTarget.of(["class", id]))?.json.text("Name") ?? ""
      }
      if let template = Self.template(article, folder: folders[id] ?? "") { templates.append(template) }
    }
    let next = rows.count > limit ? page.last.map { PageCursor($0.text("id")) } : nil
    return TemplatesPage(templates: templates, next: next)
  }

  /// An article as a canned reply; nil when it has no text.
  static func template(_ article: JSONValue, folder: String) -> TemplateRecord? {
    var texts: [(name: String, text: String)] = []
    for field in article.list("CustomFields").sorted(by: { ($0.number("id") ?? 0) < ($1.number("id") ?? 0) })
    {
      let text = field.list("values").compactMap { $0.text }.joined(separator: "\n")
      if !text.trimmed.isEmpty { texts.append((field.text("name"), text)) }
    }
    // An article has any number of fields; RT itself puts all of them into a reply, each under its name.
    let text =
      texts.count == 1
      ? texts[0].text : texts.map { "\($0.name):\n\($0.text)" }.joined(separator: "\n\n")
    guard !text.isEmpty else { return nil }
    let name = article.text("Name")
    let summary = article.text("Summary")
    return TemplateRecord(
      id: TemplateID(article.text("id")), name: name.isEmpty ? summary : name,
      folder: folder.isEmpty ? [] : [folder], execution: .text,
      bodies: [TemplateBody(MarkedText(.plain, text))])
  }
}
