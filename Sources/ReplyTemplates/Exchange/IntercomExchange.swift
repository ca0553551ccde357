import JSONText
import LocalePacks

/// Intercom's macros: `{"type":"list","data":[{"type":"macro","name":"Late","body_text":"Hi {{user.name|fallback:\"there\"}}"}]}`.
///
/// The plain text is read; the HTML beside it only where there is none. Source: developers.intercom.com, macros.
enum IntercomExchange: ExchangeCodec {
  static func read(_ source: ExchangeSource) throws(ExchangeError) -> ExchangeSet {
    let records = try JSONRecords(source, list: "data")
    var collector = AnswerCollector(file: source.file, locale: source.locale, format: .intercom)
    collector.note(duplicates: records.duplicates)
    collector.keep(root: records.root)
    if let pages = records.root["pages"], pages["next"].map({ $0 != .null }) ?? false {
      collector.note(nil, "pages.next: there are further pages", .leftOut)
    }
    collector.forEach(records.values, label: "name") { collector, members, place in
      let plain: String
      if let text = collector.text("body_text", of: members, at: place) {
        plain = text
        tell(lossOf: members, &collector, at: place)
      } else if let html = collector.text("body", of: members, at: place) {
        let (text, remarks) = HTMLReader.text(html)
        plain = text
        collector.note(place, remarks)
      } else {
        return collector.note(place, "a macro without text", .leftOut)
      }
      let name = ItemName(collector.text("name", of: members, at: place) ?? "")
      let text = PlaceholderDialect.intercom.read(plain)
      collector.note(place, text.remarks)
      if members["visible_to"]?.string == "specific_teams" {
        collector.note(place, "visible_to specific_teams", .became("everybody has it"))
      }
      collector.leftovers(
        members, known: ["type", "name", "body", "body_text", "visible_to"],
        housekeeping: ["id", "created_at", "updated_at", "available_on"], at: place)
      collector.add(
        [ImportedText(name: name, body: text.body, facts: text.facts)], record: members, at: place)
    }
    return collector.finished()
  }

  /// Tells of markup and pictures that stand only in the HTML.
  private static func tell(
    lossOf members: [JSONMember], _ collector: inout AnswerCollector, at place: ItemPlace
  ) {
    guard let html = collector.text("body", of: members, at: place) else { return }
    collector.note(place, HTMLReader.text(html).remarks)
  }

  static func write(_ job: ExportJob) -> (bytes: [UInt8], notes: [ExchangeNote]) {
    var notes = ExportNotes(.intercom)
    let records = job.answers.exportTexts(locale: job.locale).records(job.records).map { record in
      switch record {
      case .kept(let members): return members
      case .text(let text, let members):
        let written = PlaceholderDialect.intercom.write(
          text.variant.body, facts: text.answer.about?.facts ?? [])
        notes.add(text.id, written.remarks)
        return members.updated([
          "type": .string("macro"), "name": .string(text.name.text),
          "body": .string(html(written.text)), "body_text": .string(written.text),
          "visible_to": members["visible_to"] ?? .string("everyone"),
          "available_on": members["available_on"] ?? .array([.string("inbox"), .string("messenger")]),
        ])
      }
    }
    let root = job.records.root.isEmpty ? [JSONMember(key: "type", value: .string("list"))] : job.records.root
    return (JSONRecords.bytes(records, root: root, list: "data"), notes.notes)
  }

  /// The HTML in which placeholders are elements: `<attribute key="user.name" default="there"/>`.
  private static func html(_ text: String) -> String {
    let body = PlaceholderDialect.intercom.read(text).body
    var html = ""
    for piece in body.pieces {
      switch piece {
      case .text(let words): html += HTMLWriter.escaped(words)
      case .placeholder(let placeholder): html += element(placeholder, otherwise: nil)
      case .choice(let parts):
        if let (placeholder, otherwise) = parts.fallback {
          html += element(placeholder, otherwise: otherwise)
        }
      case .fragment: break
      }
    }
    return HTMLWriter.paragraphs(ofEscaped: html)
  }

  private static func element(_ placeholder: Placeholder, otherwise: String?) -> String {
    let name =
      PlaceholderDialect.intercom.names.first { $0.ours == placeholder.fact }?.theirs ?? placeholder.inside
    let fallback = otherwise.map { " default=\"\(attribute($0))\"" } ?? ""
    return "<attribute key=\"\(attribute(name))\"\(fallback)/>"
  }

  private static func attribute(_ text: String) -> String {
    HTMLWriter.escaped(text).splitBySeparator("\"").joined(separator: "&quot;")
  }
}
