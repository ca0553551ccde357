import DeskModel
import JSONText
import LocalePacks

/// Zendesk's dynamic content: items with one text for each locale.
///
/// Locales are numbers there. Those of the first seven languages are the same everywhere; others are read from a list `locales` in the file
/// (the answer of `/api/v2/locales`), or from a member `locale` of the variant, which we write for them.
/// Source: developer.zendesk.com, dynamic content items and their variants.
enum ZendeskContentExchange: ExchangeCodec {
  private static let numbers: [(id: Int, tag: String)] = [
    (1, "en-US"), (2, "es"), (8, "de"), (9, "zh-Hant"), (10, "zh-Hans"), (13, "pl"), (16, "fr"),
  ]
  private static let housekeeping: Set<String> = [
    "id", "url", "created_at", "updated_at", "placeholder", "default_locale_id", "outdated",
  ]

  // MARK: - Reading

  static func read(_ source: ExchangeSource) throws(ExchangeError) -> ExchangeSet {
    let records = try JSONRecords(source, list: "items", single: "item")
    var collector = AnswerCollector(file: source.file, locale: source.locale, format: .zendeskContent)
    collector.note(duplicates: records.duplicates)
    collector.keep(root: records.root)
    var locales: [Int: LocaleTag] = [:]
    for (id, tag) in numbers { locales[id] = LocaleTag(tag) }
    for entry in records.root["locales"]?.array ?? [] {
      guard let id = entry["id"]?.int, let tag = entry["locale"]?.string.flatMap({ LocaleTag($0) }) else {
        continue
      }
      if !numbers.contains(where: { $0.id == id }) { locales[id] = tag }
    }
    collector.forEach(records.values, label: "name") { collector, members, place in
      let name = ItemName(collector.text("name", of: members, at: place) ?? "")
      guard let variants = members["variants"]?.array else {
        return collector.note(place, "an item without variants", .leftOut)
      }
      let texts = variants.compactMap { variant in
        text(variant, name, locales, &collector, at: place)
      }
      collector.leftovers(members, known: ["name", "variants"], housekeeping: housekeeping, at: place)
      collector.add(texts, record: members, at: place)
    }
    return collector.finished()
  }

  private static func text(
    _ variant: JSONValue, _ name: ItemName, _ locales: [Int: LocaleTag], _ collector: inout AnswerCollector,
    at place: ItemPlace
  ) -> ImportedText? {
    guard let members = variant.members, let content = collector.text("content", of: members, at: place)
    else {
      collector.note(place, "a variant without content", .leftOut)
      return nil
    }
    var name = name
    if let locale = locale(members, locales) {
      name.locale = locale
    } else if members["default"]?.bool == true {
      collector.note(
        place, "the locale \(members["locale_id"].map(AnswerCollector.short) ?? "of the default")",
        .became("taken for \(collector.locale), because the variant is the default"))
    } else {
      collector.note(
        place,
        "a variant in the locale \(members["locale_id"].map(AnswerCollector.short) ?? "without number")",
        .became("left out; put the list \"locales\" of /api/v2/locales into the file"))
      return nil
    }
    if members["default"]?.bool == true { collector.count(field: "default, the locale that all others get") }
    if members["active"]?.bool == false {
      collector.note(place, "an inactive variant (\(name.locale?.description ?? ""))", .became("it is taken"))
    }
    if members["outdated"]?.bool == true {
      collector.note(place, "an outdated variant (\(name.locale?.description ?? ""))", .became("it is taken"))
    }
    collector.leftovers(
      members, known: ["content", "locale_id", "locale", "default", "active", "outdated"],
      housekeeping: housekeeping, at: place)
    // A variant is for one language already: what it asks of the language is for that one.
    let read = LiquidDialect.read(collector.lines(content))
    let text = read.first { $0.locale == name.locale } ?? read.first
    guard let text = text?.text else { return nil }
    if read.count > 1 { collector.note(place, "other languages in one variant", .leftOut) }
    collector.note(place, text.remarks)
    return ImportedText(name: name, body: text.body, facts: text.facts)
  }

  private static func locale(_ members: [JSONMember], _ locales: [Int: LocaleTag]) -> LocaleTag? {
    if let tag = members["locale"]?.string.flatMap({ LocaleTag($0) }) { return tag }
    return members["locale_id"]?.int.flatMap { locales[$0] }
  }

  // MARK: - Writing

  /// An item that is to be written: texts of one variant in several locales.
  private struct Item {
    var name: ItemName
    var texts: [ExportText]
    var old: [JSONMember]

    func takes(_ text: ExportText) -> Bool {
      let first = texts[0].variant
      return first.name == text.variant.name && first.audience == text.variant.audience
        && first.channels == text.variant.channels && first.occasion == text.variant.occasion
        && !texts.contains { $0.id.locale == text.id.locale }
    }
  }

  static func write(_ job: ExportJob) -> (bytes: [UInt8], notes: [ExchangeNote]) {
    var notes = ExportNotes(.zendeskContent)
    var records: [[JSONMember]] = []
    var items: [Item] = []
    var answer: AnswerID?
    var isFirst = true
    func flush() {
      for item in items { records.append(members(item, job.locale, &notes)) }
      items = []
    }
    for record in job.answers.exportTexts(locale: job.locale).records(job.records) {
      switch record {
      case .kept(let members):
        flush()
        records.append(members)
        isFirst = false
      case .text(let text, let old):
        if text.answer.id != answer {
          flush()
          isFirst = true
          answer = text.answer.id
        }
        if let index = items.firstIndex(where: { $0.takes(text) }) {
          items[index].texts.append(text)
        } else {
          items.append(Item(name: name(text, isFirst: isFirst), texts: [text], old: old))
          isFirst = false
        }
      }
    }
    flush()
    return (JSONRecords.bytes(records, root: job.records.root, list: "items"), notes.notes)
  }

  /// The title alone for an answer's first item, where it says all.
  private static func name(_ text: ExportText, isFirst: Bool) -> ItemName {
    let usual = ItemName(title: text.title)
    let variant = text.variant
    if isFirst, variant.name == ItemName.usualVariant, variant.audience == .customer,
      variant.channels.isEmpty, variant.occasion == .any, AnswerID.made(of: text.title) == text.answer.id,
      ItemName(text.title) == usual
    {
      return usual
    }
    var name = ItemName(title: text.title, id: text.answer.id, variant: variant.name)
    name.audience = variant.audience
    name.channels = variant.channels
    name.occasion = variant.occasion
    return name
  }

  private static func members(
    _ item: Item, _ locale: LocaleTag, _ notes: inout ExportNotes
  ) -> [JSONMember] {
    let texts = item.texts
    let fallback = texts.first { $0.id.locale == locale } ?? texts[0]
    let variants = texts.map { text -> JSONValue in
      let written = LiquidWriter.write(text.variant.body, facts: text.answer.about?.facts ?? [])
      notes.add(text.id, written.remarks)
      var members: [JSONMember] = []
      if let number = number(text.id.locale) {
        members.append(JSONMember(key: "locale_id", value: .number(JSONNumber(number))))
      } else {
        members.append(JSONMember(key: "locale", value: .string(text.id.locale.description)))
        notes.add(
          text.id,
          [
            TextRemark(
              construct: "the locale \(text.id.locale)",
              action: .became("Zendesk wants its number as locale_id; see /api/v2/locales"))
          ])
      }
      members.append(JSONMember(key: "default", value: .bool(text.id == fallback.id)))
      members.append(JSONMember(key: "content", value: .string(written.text)))
      return .object(members)
    }
    return item.old.updated(["name": .string(item.name.text), "variants": .array(variants)])
  }

  private static func number(_ locale: LocaleTag) -> Int? {
    numbers.first { LocaleTag($0.tag) == locale }?.id
  }
}
