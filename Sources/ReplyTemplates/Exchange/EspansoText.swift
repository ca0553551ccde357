import JSONText

/// Names of form fields: espanso allows letters, digits and `_` only.
enum EspansoName {
  /// `order__number` for `order.number`, `order_h_type` for `order-type`.
  static func field(_ fact: String) -> String {
    fact.splitBySeparator(".").joined(separator: "__").splitBySeparator("-").joined(separator: "_h_")
  }

  /// What `field` was made of.
  static func fact(_ field: String) -> String {
    field.splitBySeparator("_h_").joined(separator: "-").splitBySeparator("__").joined(separator: ".")
  }
}

/// Resolves the variables of an espanso match.
///
/// `random` gives several texts, `date` becomes `{{today}}`, `choice`, `form` and `clipboard` become facts. A shell command or a script
/// is never run: it becomes a fact, too, and is told. Source: espanso.org/docs, matches, extensions and forms.
struct EspansoText {
  /// The most texts that variables of the type `random` give.
  static let limit = 8
  private static let depthLimit = 8

  private let variables: [String: JSONValue]
  private let fields: JSONValue?
  private let isForm: Bool
  private var facts = FactList()
  private var remarks = TextRemarks()
  /// The names of the variables that the text has asked for.
  private(set) var used: Set<String> = []

  init(variables: [String: JSONValue], fields: JSONValue?, isForm: Bool) {
    self.variables = variables
    self.fields = fields
    self.isForm = isForm
  }

  /// The texts that a match can give, each with all facts and remarks of the match.
  ///
  /// Complexity: O(bytes), eight times at most.
  mutating func texts(_ source: String) -> [ForeignText] {
    let all = expand(source, depth: 0)
    if all.count > Self.limit {
      note("more than \(Self.limit) texts by chance", .became("the first \(Self.limit) are taken"))
    }
    return all.prefix(Self.limit).map {
      ForeignText(body: TemplateBody($0).normalized, facts: facts.facts, remarks: remarks.all)
    }
  }

  private mutating func note(_ construct: String, _ action: ExchangeAction) {
    remarks.append(TextRemark(construct: construct, action: action))
  }

  /// One more than the limit at most, so that the excess is noticed.
  private mutating func expand(_ source: String, depth: Int) -> [[TemplatePiece]] {
    var results: [[TemplatePiece]] = [[]]
    for token in tokens(source) {
      let choices: [[TemplatePiece]]
      switch token {
      case .text(let text): choices = [[.text(text)]]
      case .variable(let name): choices = resolve(name, depth: depth)
      case .field(let name): choices = [[field(name)]]
      }
      if choices.count == 1 {
        for index in results.indices { results[index] += choices[0] }
      } else {
        results = Array(results.flatMap { start in choices.map { start + $0 } }.prefix(Self.limit + 1))
      }
    }
    return results
  }

  // MARK: - Tokens

  private enum Token {
    case text(String)
    case variable(String)
    case field(String)
  }

  private mutating func tokens(_ source: String) -> [Token] {
    let bytes = Array(source.utf8)
    var tokens: [Token] = []
    var text: [UInt8] = []
    var index = 0
    func take() {
      if !text.isEmpty { tokens.append(.text(String(decoding: text, as: UTF8.self))) }
      text = []
    }
    while index < bytes.count {
      let rest = bytes[index...]
      if rest.starts(with: "\\{\\{".utf8) || rest.starts(with: "\\}\\}".utf8) {
        text += [bytes[index + 1], bytes[index + 1]]
        index += 4
      } else if rest.starts(with: "$|$".utf8) {
        note("the place of the cursor $|$", .leftOut)
        index += 3
      } else if let (name, end) = Self.name(bytes, index, "{{", "}}") {
        take()
        tokens.append(.variable(name))
        index = end
      } else if isForm, let (name, end) = Self.name(bytes, index, "[[", "]]") {
        take()
        tokens.append(.field(name))
        index = end
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    take()
    return tokens
  }

  /// A name between marks at a place: letters, digits, `_`, `-`, `.` with blanks around it.
  private static func name(
    _ bytes: [UInt8], _ index: Int, _ open: String, _ close: String
  ) -> (name: String, end: Int)? {
    guard bytes[index...].starts(with: open.utf8) else { return nil }
    let start = index + 2
    let limit = min(bytes.count, start + 120)
    guard let end = bytes.firstPlace(of: Array(close.utf8), from: start, upTo: limit) else { return nil }
    let name = String(decoding: bytes[start..<end], as: UTF8.self).trimmed
    let isName = name.allSatisfy { $0.isLetter || $0.isNumber || "_-.".contains($0) }
    return name.isEmpty || !isName ? nil : (name, end + 2)
  }

  // MARK: - Variables

  private mutating func resolve(_ name: String, depth: Int) -> [[TemplatePiece]] {
    let (base, member) = name.splitOnce(".")
    guard let variable = variables[name] ?? variables[base] else {
      if isForm { return [[field(name)]] }
      note("{{\(name)}}, which is no variable", .became("the fact \(fact(name)), which the agent fills in"))
      return [[.placeholder(Placeholder(fact: fact(name)))]]
    }
    used.insert(variable["name"]?.string ?? base)
    let params = variable["params"]
    guard depth < Self.depthLimit else {
      note("variables within variables, more than \(Self.depthLimit) deep", .keptAsText)
      return [[.text("{{\(name)}}")]]
    }
    switch variable["type"]?.string {
    case "random":
      let choices = Self.values(params?["choices"])
      guard !choices.isEmpty else { return [[.placeholder(asked(name, "an empty choice by chance"))]] }
      return Array(choices.prefix(Self.limit + 1)).flatMap { expand($0, depth: depth + 1) }
    case "echo": return expand(params?["echo"]?.string ?? "", depth: depth + 1)
    case "date": return [[date(name, params)]]
    case "choice":
      let values = Self.values(params?["values"])
      return [[.placeholder(listed(name, note: Self.oneOf(values)))]]
    case "form":
      let field = member.flatMap { params?["fields"]?[$0] }
      return [[.placeholder(listed(name, note: Self.said(of: field)))]]
    case "clipboard": return [[.placeholder(listed(name, note: "what was copied"))]]
    case "shell", "script":
      let command = params?["cmd"] ?? params?["args"] ?? .null
      note(
        "\(variable["type"]?.string ?? "") \(AnswerCollector.short(command))",
        .became("refused, commands are never run; the fact \(fact(name)), which the agent fills in"))
      return [[.placeholder(Placeholder(fact: fact(name)))]]
    case let type:
      return [[.placeholder(asked(name, "a variable of the type \(type ?? "unknown")"))]]
    }
  }

  private mutating func fact(_ name: String) -> String { facts.name(of: name, whole: "{{\(name)}}") }

  /// A fact of which something is said.
  private mutating func listed(_ name: String, note: String) -> Placeholder {
    let safe = OwnNames.safe(name)
    if !facts.facts.contains(where: { $0.name == safe }) { facts.add(Fact(name: safe, note: note)) }
    return Placeholder(fact: safe)
  }

  private mutating func asked(_ name: String, _ what: String) -> Placeholder {
    note(what, .became("the fact \(fact(name)), which the agent fills in"))
    return Placeholder(fact: fact(name))
  }

  private mutating func field(_ name: String) -> TemplatePiece {
    let ours = EspansoName.fact(name)
    if OwnNames.known.contains(ours) { return .placeholder(Placeholder(fact: ours)) }
    let note = Self.said(of: fields?[name])
    if note.isEmpty, EspansoName.field(OwnNames.safe(ours)) == name {
      return .placeholder(listed(ours, note: ""))
    }
    return .placeholder(listed(ours, note: note.isEmpty ? "[[\(name)]]" : note))
  }

  private mutating func date(_ name: String, _ params: JSONValue?) -> TemplatePiece {
    let format = params?["format"]?.string ?? ""
    if let offset = params?["offset"], offset.int != 0 {
      let safe = OwnNames.safe(name)
      facts.add(
        Fact(name: safe, type: .date, note: "a day \(AnswerCollector.short(offset)) seconds from now"))
      note("a date with an offset", .became("the fact \(safe), which the agent fills in"))
      return .placeholder(Placeholder(fact: safe))
    }
    let hasDay = format.contains("%d") || format.contains("%e") || format.contains("%-d")
    let hasYear = format.contains("%Y") || format.contains("%y") || format.contains("%G")
    let ours: PlaceholderFormat? =
      if format == "%A" || format == "%a" { .weekday } else if hasDay, !hasYear { .day } else { .date }
    note("the date as \(format)", .became("{{today:\(ours?.written ?? "date")}}, as the locale writes it"))
    return .placeholder(Placeholder(fact: "today", format: ours))
  }

  // MARK: - Lists

  /// The texts of a list, of `{label, id}`, or of lines.
  private static func values(_ value: JSONValue?) -> [String] {
    switch value {
    case .string(let lines): lines.split(separator: "\n").map { $0.trimmed }.filter { !$0.isEmpty }
    case .array(let values):
      values.compactMap { value in
        switch value {
        case .string(let text): text
        case .number(let number): number.text
        default: value["id"]?.string ?? value["label"]?.string
        }
      }
    default: []
    }
  }

  private static func oneOf(_ values: [String]) -> String {
    values.isEmpty ? "" : "one of: " + values.prefix(12).joined(separator: ", ")
  }

  private static func said(of field: JSONValue?) -> String {
    let values = oneOf(Self.values(field?["values"]))
    if !values.isEmpty { return values }
    return field?["default"]?.string.map { "usually \($0)" } ?? ""
  }
}
