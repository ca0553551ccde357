import JSONText
import LocalePacks

/// Zendesk's macros: `{"macros":[{"title":"Late","actions":[{"field":"comment_value","value":"Hello"}]}]}`.
///
/// Texts are Liquid; a text that asks for the requester's language becomes one text for each locale. Actions on status and tags become
/// settings; all others are told. Source: developer.zendesk.com, macros and actions reference.
enum ZendeskExchange: ExchangeCodec {
  private static let housekeeping: Set<String> = [
    "id", "url", "created_at", "updated_at", "position", "default", "raw_title", "usage_1h", "usage_24h",
    "usage_7d", "usage_30d", "app_installation",
  ]
  private static let listKeys: Set<String> = ["macros", "macro"]

  // MARK: - Reading

  static func read(_ source: ExchangeSource) throws(ExchangeError) -> ExchangeSet {
    let records = try JSONRecords(source, list: "macros", single: "macro")
    var collector = AnswerCollector(file: source.file, locale: source.locale, format: .zendesk)
    collector.note(duplicates: records.duplicates)
    collector.keep(root: records.root)
    for member in records.root where !listKeys.contains(member.key) { note(root: member, &collector) }
    collector.forEach(records.values, label: "title") { collector, members, place in
      read(members, into: &collector, at: place)
    }
    return collector.finished()
  }

  /// Members beside the list say how many pages there are.
  private static func note(root member: JSONMember, _ collector: inout AnswerCollector) {
    switch member.value {
    case .string, .object: collector.note(nil, "\(member.key): there may be further pages", .leftOut)
    default: break
    }
  }

  private static func read(
    _ members: [JSONMember], into collector: inout AnswerCollector, at place: ItemPlace
  ) {
    let title = collector.text("title", of: members, at: place) ?? ""
    let name = ItemName(title)
    var settings = AnswerSettings()
    var texts: [(name: ItemName, text: ForeignText)] = []
    if members["actions"] != nil, members["actions"]?.array == nil {
      collector.note(
        place, "actions: \(members["actions"]?.kind.phrase ?? "") in place of an array", .leftOut)
    }
    for action in members["actions"]?.array ?? [] {
      guard let field = action["field"]?.string, let value = action["value"] else {
        collector.note(place, "an action without field or value", .leftOut)
        continue
      }
      if field == "comment_value" || field == "comment_value_html" {
        texts += comment(field, value, name, &collector, at: place)
      } else {
        apply(field, value, to: &settings, &collector, at: place)
      }
    }
    collector.leftovers(
      members, known: ["title", "description", "active", "actions"], housekeeping: housekeeping, at: place)
    if members["active"]?.bool == false { collector.note(place, "an inactive macro", .became("it is taken")) }
    guard !texts.isEmpty else { return collector.note(place, "a macro without a comment", .leftOut) }
    let summary = collector.text("description", of: members, at: place) ?? ""
    collector.add(
      texts.map {
        ImportedText(
          name: $0.name, body: $0.text.body, facts: $0.text.facts, settings: settings, summary: summary)
      }, record: members, at: place)
  }

  /// The texts of a comment: one for each locale; the channel of `["channel:chat", "…"]` is the variant's.
  private static func comment(
    _ field: String, _ value: JSONValue, _ name: ItemName, _ collector: inout AnswerCollector,
    at place: ItemPlace
  ) -> [(name: ItemName, text: ForeignText)] {
    var name = name
    var source: String
    switch value {
    case .string(let text): source = text
    case .array(let parts) where parts.count == 2 && parts.allSatisfy { $0.string != nil }:
      source = parts[1].string ?? ""
      let channel = parts[0].string?.splitBySeparator("channel:").last ?? ""
      if channel != "all", !channel.isEmpty {
        if name.variant == nil { name.variant = channel }
        if name.channels.isEmpty { name.channels = [channel] }
      }
    default:
      collector.note(place, "\(field): \(value.kind.phrase) in place of a text", .leftOut)
      return []
    }
    source = collector.lines(source)
    if field == "comment_value_html" {
      let (text, remarks) = HTMLReader.text(source)
      source = text
      collector.note(place, remarks)
    }
    return LiquidDialect.read(source).map { locale, text in
      collector.note(place, text.remarks)
      var variant = name
      if let locale { variant.locale = locale }
      return (variant, text)
    }
  }

  private static func apply(
    _ field: String, _ value: JSONValue, to settings: inout AnswerSettings,
    _ collector: inout AnswerCollector, at place: ItemPlace
  ) {
    let text = value.string
    switch (field, text) {
    case ("status", let status?): settings.status = status
    case ("current_tags", let tags?): settings.addTags += tags.split(separator: " ").map(String.init)
    case ("remove_tags", let tags?): settings.removeTags += tags.split(separator: " ").map(String.init)
    case ("set_tags", let tags?):
      settings.addTags += tags.split(separator: " ").map(String.init)
      collector.note(place, "set_tags, which takes all other tags away", .became("the tags are added"))
    case ("comment_mode_is_public", let mode?) where mode == "true": break
    case ("comment_mode_is_public", _):
      if value.bool == true { break }
      collector.note(place, "an internal note", .became("it is taken as a reply to the customer"))
    default:
      collector.note(place, "action \(field): \(AnswerCollector.short(value))", .leftOut)
    }
  }

  // MARK: - Writing

  static func write(_ job: ExportJob) -> (bytes: [UInt8], notes: [ExchangeNote]) {
    var notes = ExportNotes(.zendesk)
    let records = job.answers.exportTexts(locale: job.locale).records(job.records).map { record in
      switch record {
      case .kept(let members): return members
      case .text(let text, let members):
        let written = LiquidWriter.write(text.variant.body, facts: text.answer.about?.facts ?? [])
        notes.add(text.id, written.remarks)
        let summary = text.answer.about?.summary ?? ""
        let hasSummary = !summary.isEmpty || members["description"] != nil
        return members.updated([
          "title": .string(text.name.text),
          "active": members["active"] ?? .bool(true),
          "description": hasSummary ? .string(summary) : nil,
          "actions": .array(
            actions(written.text, text.answer.settings, old: members["actions"]?.array ?? [])),
        ])
      }
    }
    return (JSONRecords.bytes(records, root: job.records.root, list: "macros"), notes.notes)
  }

  /// The actions of a macro; those that we do not understand stay behind ours.
  private static func actions(_ text: String, _ settings: AnswerSettings, old: [JSONValue]) -> [JSONValue] {
    func action(_ field: String, _ value: String) -> JSONValue {
      .object([
        JSONMember(key: "field", value: .string(field)), JSONMember(key: "value", value: .string(value)),
      ])
    }
    var result = [action("comment_value", text)]
    if !settings.addTags.isEmpty {
      result.append(action("current_tags", settings.addTags.joined(separator: " ")))
    }
    if !settings.removeTags.isEmpty {
      result.append(action("remove_tags", settings.removeTags.joined(separator: " ")))
    }
    if let status = settings.status { result.append(action("status", status)) }
    let ours: Set<String> = [
      "comment_value", "comment_value_html", "current_tags", "set_tags", "remove_tags", "status",
    ]
    return result + old.filter { !ours.contains($0["field"]?.string ?? "") }
  }
}
