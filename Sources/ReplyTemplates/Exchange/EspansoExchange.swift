import JSONText
import LocalePacks

/// espanso's matches: YAML with triggers and what they are replaced by.
///
/// A text with placeholders is written as a form, so that espanso asks for their values; variants share their triggers, and espanso lets
/// somebody choose by the label. Source: espanso.org/docs and its schema of match files.
enum EspansoExchange: ExchangeCodec {
  private static let known: Set<String> = [
    "trigger", "triggers", "regex", "label", "search_terms", "replace", "form", "html", "markdown", "vars",
    "form_fields", "image_path",
  ]
  private static let housekeeping: Set<String> = [
    "word", "left_word", "right_word", "propagate_case", "uppercase_style", "force_mode", "force_clipboard",
    "paragraph", "comment", "anchor",
  ]

  // MARK: - Reading

  static func read(_ source: ExchangeSource) throws(ExchangeError) -> ExchangeSet {
    let node = try YAMLRecords.root(source)
    guard case .map(let entries) = node.value else {
      throw .wrongType(
        file: source.file, path: "", expected: "a map with \"matches\"", found: node.json.kind.phrase)
    }
    var collector = AnswerCollector(file: source.file, locale: source.locale, format: .espanso)
    var matches: [YAMLNode] = []
    var root: [JSONMember] = []
    var shared: [String: JSONValue] = [:]
    for entry in entries {
      switch (entry.key, entry.node.value) {
      case ("matches", .list(let nodes)):
        matches = nodes
        root.append(JSONMember(key: "matches", value: .array([])))
        continue
      case ("matches", .scalar("", _)): break
      case ("matches", _):
        throw .wrongType(
          file: source.file, path: "matches", expected: "a list", found: entry.node.json.kind.phrase)
      case ("global_vars", _): shared = variables(entry.node.json)
      default:
        collector.note(
          nil, "line \(entry.node.line), \(entry.key): \(AnswerCollector.short(entry.node.json))", .leftOut)
      }
      root.append(JSONMember(key: entry.key, value: entry.node.json))
    }
    collector.keep(root: root)
    var used: Set<String> = []
    collector.forEach(matches.map(\.json), lines: matches.map(\.line), label: "trigger") {
      collector, members, place in
      read(members, shared: shared, used: &used, into: &collector, at: place)
    }
    for name in shared.keys.sorted() where !used.contains(name) {
      collector.note(nil, "the global variable \(name), which no text uses", .leftOut)
    }
    return collector.finished()
  }

  /// Tells of variables that the text does not use, and of what they say beside type and parameters.
  private static func tell(
    _ variables: JSONValue?, used: Set<String>, _ collector: inout AnswerCollector, at place: ItemPlace
  ) {
    for variable in variables?.array ?? [] {
      guard let name = variable["name"]?.string else {
        collector.note(place, "a variable without a name", .leftOut)
        continue
      }
      if !used.contains(name) {
        let type = variable["type"]?.string ?? "unknown"
        collector.note(
          place, "the variable \(name) of the type \(type), which the text does not use", .leftOut)
      }
      for member in variable.members ?? [] where !["name", "type", "params"].contains(member.key) {
        collector.note(place, "\(member.key) of the variable \(name)", .leftOut)
      }
    }
  }

  private static func variables(_ value: JSONValue?) -> [String: JSONValue] {
    var result: [String: JSONValue] = [:]
    for variable in value?.array ?? [] {
      if let name = variable["name"]?.string { result[name] = variable }
    }
    return result
  }

  private static func read(
    _ members: [JSONMember], shared: [String: JSONValue], used: inout Set<String>,
    into collector: inout AnswerCollector, at place: ItemPlace
  ) {
    var triggers: [String] = []
    if let trigger = collector.text("trigger", of: members, at: place) { triggers.append(trigger) }
    triggers += (members["triggers"]?.array ?? []).compactMap(\.string)
    if let pattern = members["regex"]?.string { collector.note(place, "the pattern \(pattern)", .leftOut) }
    guard let (source, isForm) = source(members, &collector, at: place) else {
      return collector.note(place, "a match without a text", .leftOut)
    }
    let label = collector.text("label", of: members, at: place)
    let name = ItemName(label ?? triggers.first ?? members["regex"]?.string ?? "")
    let settings = AnswerSettings(
      tags: (members["search_terms"]?.array ?? []).compactMap(\.string), shortcuts: triggers)
    collector.leftovers(members, known: known, housekeeping: housekeeping, at: place)
    var reader = EspansoText(
      variables: shared.merging(variables(members["vars"])) { $1 }, fields: members["form_fields"],
      isForm: isForm)
    let texts = reader.texts(source)
    collector.note(place, texts.last?.remarks ?? [])
    used.formUnion(reader.used)
    tell(members["vars"], used: reader.used, &collector, at: place)
    collector.add(
      texts.enumerated().map { index, text in
        var name = name
        if index > 0 { name.variant = "\(name.variant ?? ItemName.usualVariant)-\(index + 1)" }
        return ImportedText(name: name, body: text.body, facts: text.facts, settings: settings)
      }, record: members, at: place)
  }

  /// The text of a match, and whether fields stand in it.
  private static func source(
    _ members: [JSONMember], _ collector: inout AnswerCollector, at place: ItemPlace
  ) -> (text: String, isForm: Bool)? {
    if let text = collector.text("replace", of: members, at: place) { return (text, false) }
    if let text = collector.text("form", of: members, at: place) { return (text, true) }
    if let html = collector.text("html", of: members, at: place) {
      let (text, remarks) = HTMLReader.text(html)
      collector.note(place, remarks)
      return (text, false)
    }
    if let text = collector.text("markdown", of: members, at: place) {
      collector.note(place, "Markdown", .keptAsText)
      return (text, false)
    }
    if let path = members["image_path"] {
      collector.note(place, "the image \(AnswerCollector.short(path))", .leftOut)
    }
    return nil
  }

  // MARK: - Writing

  static func write(_ job: ExportJob) -> (bytes: [UInt8], notes: [ExchangeNote]) {
    var notes = ExportNotes(.espanso)
    let texts = job.answers.exportTexts(locale: job.locale)
    let records = texts.records(job.records).map { record -> [JSONMember] in
      switch record {
      case .kept(let members): return members
      case .text(let text, let members):
        let settings = text.answer.settings
        let triggers = settings.shortcuts.isEmpty ? [":" + text.answer.id.path] : settings.shortcuts
        let (body, remarks) = fields(text.variant.body)
        let written = PlaceholderDialect.espansoForm.write(body, facts: [])
        notes.add(text.id, remarks + written.remarks)
        let isForm = !text.variant.body.placeholders.isEmpty
        let escaped = written.text.splitBySeparator("{{").joined(separator: "\\{\\{")
        let hasLabel = text.name.text != triggers[0]
        return members.updated([
          "trigger": triggers.count == 1 ? .string(triggers[0]) : nil,
          "triggers": triggers.count == 1 ? nil : .array(triggers.map { .string($0) }),
          "label": hasLabel ? .string(text.name.text) : nil,
          "replace": isForm ? nil : .string(escaped),
          "form": isForm ? .string(escaped) : nil,
          "html": nil, "markdown": nil, "vars": nil, "form_fields": nil,
          "search_terms": settings.tags.isEmpty ? nil : .array(settings.tags.map { .string($0) }),
        ])
      }
    }
    let root = job.records.root.updated(["matches": .array(records.map { .object($0) })])
    return (YAMLWriter.bytes(.object(root)), notes.notes)
  }

  /// The body with names that fields may have; formats are lost.
  private static func fields(_ body: TemplateBody) -> (TemplateBody, [TextRemark]) {
    var remarks: [TextRemark] = []
    let pieces = body.pieces.map { piece -> TemplatePiece in
      switch piece {
      case .text, .fragment: return piece
      case .placeholder(let placeholder):
        if let format = placeholder.format {
          remarks.append(
            TextRemark(construct: "the format \(format.written) of \(placeholder.fact)", action: .leftOut))
        }
        return .placeholder(Placeholder(fact: EspansoName.field(placeholder.fact)))
      case .choice(let parts):
        return .choice(
          parts.map { part in
            let (inner, more) = fields(part.body)
            remarks += more
            return ChoicePart(conditions: part.conditions, body: inner)
          })
      }
    }
    return (TemplateBody(pieces), remarks)
  }
}
