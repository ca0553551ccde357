import DeskModel
import LocalePacks

/// The columns of a table, and what stands in them.
struct CSVTable {
  /// Small letters, in order.
  let columns: [String]
  private let places: [String: Int]

  init(columns: [String]) {
    self.columns = columns
    var places: [String: Int] = [:]
    for (field, names) in CSVExchange.aliases {
      for name in names where places[field] == nil {
        places[field] = columns.firstIndex(of: name)
      }
    }
    // Only our own tables have ids that mean something here.
    if places["template"] == nil { places["id"] = nil }
    for column in Self.written where places[column.name] == nil {
      if let index = columns.firstIndex(of: column.name), !places.values.contains(index) {
        places[column.name] = index
      }
    }
    self.places = places
  }

  // MARK: - Reading

  func read(_ row: CSVRow, into collector: inout AnswerCollector, at place: ItemPlace) {
    func cell(_ field: String) -> String {
      guard let index = places[field], index < row.fields.count else { return "" }
      return row.fields[index]
    }
    if row.fields.count > columns.count {
      collector.note(place, "more fields than columns", .leftOut)
    }
    tellUnknown(row, &collector)
    var place = place
    let shortcuts = cell("shortcuts").commaList
    let stated = cell("title").trimmed
    if !stated.isEmpty { place.label = String(stated.prefix(60)) }
    guard let text = text(cell, &collector, at: place) else {
      return collector.note(place, "a row without text", .leftOut)
    }
    let title = stated.isEmpty ? shortcuts.first ?? Self.beginning(of: text.body) : stated
    var name = ItemName(title: title)
    name.id = id(cell("id"), title: title, &collector, at: place)
    name.locale = locale(cell("locale"), &collector, at: place)
    let variant = cell("variant").trimmed
    name.variant = variant.isEmpty ? nil : variant
    name.audience = audience(cell("audience"), &collector, at: place)
    name.channels = cell("channels").commaList
    name.occasion = occasion(cell("after"), &collector, at: place)
    var settings = AnswerSettings(tags: cell("tags").commaList, shortcuts: shortcuts)
    settings.read(cell)
    collector.note(place, text.remarks)
    var facts = cell("facts").splitBySeparator("\n").compactMap { Fact(line: $0) }
    facts += text.facts.filter { fact in !facts.contains { $0.name == fact.name } }
    collector.add(
      [
        ImportedText(
          name: name, body: text.body, facts: facts, settings: settings, summary: cell("summary"))
      ], at: place)
  }

  private func tellUnknown(_ row: CSVRow, _ collector: inout AnswerCollector) {
    let known = Set(places.values)
    for (index, field) in row.fields.enumerated() where index < columns.count && !known.contains(index) {
      if !field.isEmpty { collector.count(field: "column \(columns[index])") }
    }
  }

  private func text(
    _ cell: (String) -> String, _ collector: inout AnswerCollector, at place: ItemPlace
  ) -> ForeignText? {
    let filled = ["template", "text", "html"].filter { !cell($0).isEmpty }
    for field in filled.dropFirst() { collector.count(field: "column \(field) beside \(filled[0])") }
    let own = collector.lines(cell("template"))
    if !own.isEmpty {
      guard let body = try? TemplateBody(parsing: own) else {
        collector.note(place, "a template that is not well formed", .keptAsText)
        return ForeignText(body: TemplateBody([.text(own)]))
      }
      return ForeignText(body: body)
    }
    let plain = collector.lines(cell("text"))
    if !plain.isEmpty { return PlaceholderDialect.common.read(plain) }
    let html = cell("html")
    guard !html.isEmpty else { return nil }
    let (text, remarks) = HTMLReader.text(html)
    collector.note(place, remarks)
    return PlaceholderDialect.common.read(text)
  }

  private func id(
    _ text: String, title: String, _ collector: inout AnswerCollector, at place: ItemPlace
  ) -> AnswerID? {
    if !text.isEmpty {
      if let id = AnswerID(checking: text) { return id }
      collector.note(place, "the id \(text)", .leftOut)
    }
    // Rows of one title that say locale or variant are one answer.
    return places["locale"] != nil || places["variant"] != nil ? AnswerID.made(of: title) : nil
  }

  private func locale(
    _ text: String, _ collector: inout AnswerCollector, at place: ItemPlace
  ) -> LocaleTag? {
    guard !text.isEmpty else { return nil }
    let locale = LiquidDialect.locale(text.trimmed)
    if locale == nil {
      collector.note(place, "the language \(text)", .became("it is \(collector.locale) here"))
    }
    return locale
  }

  private func audience(
    _ text: String, _ collector: inout AnswerCollector, at place: ItemPlace
  ) -> Audience {
    switch text.trimmed.lowercased() {
    case "", "private", "customer": return .customer
    case "public", "world": return .world
    default:
      collector.note(place, "the audience \(text)", .became("private"))
      return .customer
    }
  }

  private func occasion(
    _ text: String, _ collector: inout AnswerCollector, at place: ItemPlace
  ) -> VariantOccasion {
    guard !text.isEmpty else { return .any }
    if let occasion = VariantOccasion(rawValue: text.trimmed.lowercased()) { return occasion }
    collector.note(place, "after: \(text)", .leftOut)
    return .any
  }

  private static func beginning(of body: TemplateBody) -> String {
    let words = body.words.split(whereSeparator: \.isWhitespace).prefix(6).joined(separator: " ")
    return String(words.prefix(60))
  }

  // MARK: - Writing

  /// A column of our own tables.
  struct Column {
    var name: String
    var isAlways = false
    var value: (ExportText) -> String
  }

  static var written: [Column] {
    [
      Column(name: "id", isAlways: true) { $0.answer.id.path },
      Column(name: "title", isAlways: true) { $0.title },
      Column(name: "locale", isAlways: true) { $0.id.locale.description },
      Column(name: "variant", isAlways: true) { $0.variant.name },
      Column(name: "audience", isAlways: true) { $0.variant.audience == .world ? "public" : "private" },
      Column(name: "template", isAlways: true) { $0.variant.body.source },
      Column(name: "channels") { $0.variant.channels.joined(separator: ", ") },
      Column(name: "after") { $0.variant.occasion == .any ? "" : $0.variant.occasion.rawValue },
      Column(name: "tags", isAlways: true) { $0.answer.settings.tags.joined(separator: ", ") },
      Column(name: "shortcuts", isAlways: true) { $0.answer.settings.shortcuts.joined(separator: ", ") },
      Column(name: "summary") { $0.answer.about?.summary ?? "" },
      Column(name: "facts") { ($0.answer.about?.facts ?? []).map(\.tableLine).joined(separator: "\n") },
      Column(name: "first contact only") { $0.answer.settings.isFirstContactOnly ? "yes" : "" },
      Column(name: "set status") { $0.answer.settings.status ?? "" },
      Column(name: "add tags") { $0.answer.settings.addTags.joined(separator: ", ") },
      Column(name: "remove tags") { $0.answer.settings.removeTags.joined(separator: ", ") },
      Column(name: "follow up") {
        $0.answer.settings.followUp.map { "\($0.after) seconds: \($0.text)" } ?? ""
      },
      Column(name: "attach") { $0.answer.settings.attachments.joined(separator: ", ") },
      Column(name: "answer channels") { $0.answer.settings.channels.joined(separator: ", ") },
      Column(name: "owner") { $0.answer.settings.owner ?? "" },
    ]
  }
}

extension AnswerSettings {
  fileprivate mutating func read(_ cell: (String) -> String) {
    isFirstContactOnly = cell("first contact only").trimmed.lowercased() == "yes"
    status = cell("set status").isEmpty ? nil : cell("set status")
    addTags = cell("add tags").commaList
    removeTags = cell("remove tags").commaList
    attachments = cell("attach").commaList
    channels = cell("answer channels").commaList
    owner = cell("owner").isEmpty ? nil : cell("owner")
    let parts = cell("follow up").splitBySeparator(" seconds: ")
    if parts.count > 1, let seconds = Int(parts[0]) {
      followUp = PlannedFollowUp(after: seconds, text: parts.dropFirst().joined(separator: " seconds: "))
    }
  }
}

extension Fact {
  /// `order.promised (date, optional): the day`.
  fileprivate var tableLine: String {
    let said = [type == .text ? nil : type.rawValue, isOptional ? "optional" : nil].compactMap { $0 }
    return name + (said.isEmpty ? "" : " (" + said.joined(separator: ", ") + ")")
      + (note.isEmpty ? "" : ": " + note)
  }

  /// Reads what `tableLine` writes.
  fileprivate init?(line: String) {
    let parts = line.splitBySeparator(": ")
    let note = parts.dropFirst().joined(separator: ": ")
    let (name, said) = parts[0].splitOnce("(")
    let trimmed = name.trimmed
    guard !trimmed.isEmpty else { return nil }
    var fact = Fact(name: trimmed, note: note)
    for word in (said ?? "").split(separator: ")").first.map({ String($0).commaList }) ?? [] {
      if let type = FactType(rawValue: word) { fact.type = type }
      if word == "optional" { fact.isOptional = true }
    }
    self = fact
  }
}
