import JSONText
import LocalePacks

/// Zammad's text modules, as YAML or JSON: `name`, `keywords`, `content` in HTML, `note`.
///
/// In `late - A parcel is late` the word before the hyphen is the shortcut, as in the modules that Zammad ships; keywords become tags and
/// the note the summary.
enum ZammadExchange: ExchangeCodec {
  private static let housekeeping: Set<String> = [
    "id", "created_at", "updated_at", "created_by_id", "updated_by_id", "foreign_id", "user_id", "active",
  ]

  // MARK: - Reading

  static func read(_ source: ExchangeSource) throws(ExchangeError) -> ExchangeSet {
    var collector = AnswerCollector(file: source.file, locale: source.locale, format: .zammad)
    let first = source.bytes.first { !($0 == 0x20 || 0x09...0x0D ~= $0 || $0 >= 0x80) }
    var values: [JSONValue] = []
    var lines: [Int] = []
    if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") {
      let records = try JSONRecords(source, list: nil)
      collector.note(duplicates: records.duplicates)
      values = records.values
    } else {
      let nodes = try YAMLRecords.nodes(source)
      values = nodes.map(\.json)
      lines = nodes.map(\.line)
    }
    collector.forEach(values, lines: lines, label: "name") { collector, members, place in
      guard let content = collector.text("content", of: members, at: place) else {
        return collector.note(place, "a text module without content", .leftOut)
      }
      var name = ItemName(collector.text("name", of: members, at: place) ?? "")
      var settings = AnswerSettings()
      if let short = shortcut(of: name.title) {
        settings.shortcuts = [short.shortcut]
        name.title = short.title
      }
      settings.tags = (collector.text("keywords", of: members, at: place) ?? "").commaList
      let (plain, remarks) = HTMLReader.text(content)
      collector.note(place, remarks)
      let text = PlaceholderDialect.zammad.read(plain)
      collector.note(place, text.remarks)
      if members["active"]?.bool == false {
        collector.note(place, "an inactive text module", .became("it is taken"))
      }
      collector.leftovers(
        members, known: ["name", "keywords", "content", "note"], housekeeping: housekeeping, at: place)
      collector.add(
        [
          ImportedText(
            name: name, body: text.body, facts: text.facts, settings: settings,
            summary: collector.text("note", of: members, at: place) ?? "")
        ], record: members, at: place)
    }
    return collector.finished()
  }

  /// `late` of `late - A parcel is late`.
  private static func shortcut(of name: String) -> (shortcut: String, title: String)? {
    let parts = name.splitBySeparator(" - ")
    guard parts.count > 1, !parts[0].isEmpty, parts[0].utf8.count <= 20,
      !parts[0].contains(where: \.isWhitespace)
    else { return nil }
    let title = parts.dropFirst().joined(separator: " - ")
    return title.isEmpty ? nil : (parts[0], title)
  }

  // MARK: - Writing

  static func write(_ job: ExportJob) -> (bytes: [UInt8], notes: [ExchangeNote]) {
    var notes = ExportNotes(.zammad)
    let records = job.answers.exportTexts(locale: job.locale).records(job.records).map { record in
      switch record {
      case .kept(let members): return members
      case .text(let text, let members):
        let written = PlaceholderDialect.zammad.write(
          text.variant.body, facts: text.answer.about?.facts ?? [])
        notes.add(text.id, written.remarks)
        let settings = text.answer.settings
        let short = settings.shortcuts.first.map { $0 + " - " } ?? ""
        return members.updated([
          "name": .string(short + text.name.text),
          "keywords": .string(settings.tags.joined(separator: ", ")),
          "content": .string(HTMLWriter.html(written.text, style: .paragraphs)),
          "note": .string(text.answer.about?.summary ?? ""),
        ])
      }
    }
    return (Array("---\n".utf8) + YAMLWriter.bytes(.array(records.map { .object($0) })), notes.notes)
  }
}

/// The records of a YAML file.
enum YAMLRecords {
  /// The elements of the outermost list.
  static func nodes(_ source: ExchangeSource) throws(ExchangeError) -> [YAMLNode] {
    let node = try root(source)
    guard case .list(let nodes) = node.value else {
      throw .wrongType(file: source.file, path: "", expected: "a list", found: node.json.kind.phrase)
    }
    return nodes
  }

  /// The whole file.
  static func root(_ source: ExchangeSource) throws(ExchangeError) -> YAMLNode {
    do throws(YAMLError) {
      return try YAMLReader.node(source.bytes)
    } catch {
      throw .yaml(file: source.file, error)
    }
  }
}
