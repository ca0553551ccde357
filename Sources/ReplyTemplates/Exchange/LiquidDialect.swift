import LocalePacks

/// How Zendesk writes placeholders, conditions and languages: Liquid.
enum LiquidDialect {
  static let program = "Zendesk"

  /// Names there and here; the first for one of ours is written.
  static let names: [(theirs: String, ours: String)] = [
    ("ticket.requester.first_name", "customer.given"), ("ticket.requester.last_name", "customer.family"),
    ("ticket.requester.name", "customer.name"), ("ticket.organization.name", "customer.company"),
    ("ticket.requester.organization.name", "customer.company"), ("current_user.first_name", "me.given"),
    ("current_user.name", "me.name"), ("ticket.assignee.first_name", "me.given"),
    ("ticket.assignee.name", "me.name"), ("ticket.id", "conversation.number"),
    ("ticket.title", "conversation.subject"), ("ticket.via", "conversation.channel"),
  ]

  /// What holds the language of the customer.
  static let languageNames: Set<String> = [
    "ticket.requester.language", "ticket.requester.locale", "user.language", "requester.language",
  ]

  /// The locale that a language's name or code stands for.
  static func locale(_ language: String) -> LocaleTag? {
    languages[language.lowercased()].flatMap { LocaleTag($0) } ?? LocaleTag(language)
  }

  private static let languages: [String: String] = [
    "english": "en", "english (united states)": "en-US", "english (united kingdom)": "en-GB",
    "arabic": "ar", "العربية": "ar", "bengali": "bn", "বাংলা": "bn", "german": "de", "deutsch": "de",
    "spanish": "es", "español": "es", "español (latinoamérica)": "es-419",
    "spanish (latin america)": "es-419",
    "persian": "fa", "فارسی": "fa", "filipino": "fil", "french": "fr", "français": "fr",
    "français (canada)": "fr-CA", "hebrew": "he", "עברית": "he", "hindi": "hi", "हिन्दी": "hi",
    "indonesian": "id", "bahasa indonesia": "id", "italian": "it", "italiano": "it", "japanese": "ja",
    "日本語": "ja", "kazakh": "kk", "korean": "ko", "한국어": "ko", "malay": "ms", "polish": "pl",
    "polski": "pl", "portuguese": "pt", "português": "pt", "português (brasil)": "pt-BR",
    "brazilian portuguese": "pt-BR", "portuguese (brazil)": "pt-BR", "russian": "ru", "русский": "ru",
    "thai": "th", "ไทย": "th", "turkish": "tr", "türkçe": "tr", "ukrainian": "uk", "українська": "uk",
    "uzbek": "uz", "vietnamese": "vi", "tiếng việt": "vi", "danish": "da", "dansk": "da", "dutch": "nl",
    "nederlands": "nl", "swedish": "sv", "svenska": "sv", "norwegian": "no", "norsk": "no", "czech": "cs",
    "čeština": "cs", "finnish": "fi", "suomi": "fi", "greek": "el", "hungarian": "hu", "magyar": "hu",
    "romanian": "ro", "română": "ro", "bulgarian": "bg", "simplified chinese": "zh-Hans",
    "简体中文": "zh-Hans", "traditional chinese": "zh-Hant", "繁體中文": "zh-Hant",
  ]

  static func ours(_ name: String) -> String? { names.first { $0.theirs == name }?.ours }

  static func theirs(_ name: String) -> String? { names.first { $0.ours == name }?.theirs }
}

extension LiquidDialect {
  /// The texts for each locale that the text distinguishes; nil is what all others get.
  ///
  /// Complexity: O(bytes) for each language.
  static func read(_ text: String) -> [(locale: LocaleTag?, text: ForeignText)] {
    let nodes = LiquidReader.nodes(text)
    var languages: [String] = []
    collect(nodes, &languages)
    var result: [(locale: LocaleTag?, text: ForeignText)] = []
    if languages.isEmpty || hasOthers(nodes) {
      var builder = LiquidBodyBuilder(language: nil)
      result.append((nil, builder.foreignText(nodes)))
    }
    for language in languages {
      var builder = LiquidBodyBuilder(language: language)
      var text = builder.foreignText(nodes)
      let locale = locale(language)
      if locale == nil {
        text.remarks.append(
          TextRemark(
            construct: "the language \"\(language)\"", action: .became("taken for the file's locale")))
      }
      result.append((locale, text))
    }
    return result
  }

  private static func isLanguage(_ branch: LiquidBranch) -> Bool {
    guard let condition = branch.condition else { return false }
    return condition.alternatives.allSatisfy { tests in
      tests.count == 1 && languageNames.contains(tests[0].name) && LiquidBodyBuilder.equals(tests[0]) != nil
    }
  }

  /// Whether a branch is about the language alone, which each locale answers for itself.
  static func isAboutLanguage(_ branches: [LiquidBranch]) -> Bool {
    !branches.isEmpty && branches.allSatisfy { $0.condition == nil && $0.isUnderstood || isLanguage($0) }
      && branches.contains { $0.condition != nil }
  }

  private static func collect(_ nodes: [LiquidNode], _ languages: inout [String]) {
    for node in nodes {
      guard case .branches(let branches, _) = node else { continue }
      if isAboutLanguage(branches) {
        for test in branches.flatMap({ $0.condition?.alternatives ?? [] }).flatMap({ $0 }) {
          guard let language = LiquidBodyBuilder.equals(test), !languages.contains(language),
            languages.count < 64
          else { continue }
          languages.append(language)
        }
      }
      for branch in branches { collect(branch.nodes, &languages) }
    }
  }

  /// Whether anything is said to those whose language is not named.
  private static func hasOthers(_ nodes: [LiquidNode]) -> Bool {
    nodes.contains { node in
      switch node {
      case .text(let text): !text.trimmed.isEmpty
      case .output, .other: true
      case .branches(let branches, _):
        isAboutLanguage(branches) ? branches.contains { $0.condition == nil && hasOthers($0.nodes) } : true
      }
    }
  }
}

/// Makes a body of a tree, for one language.
struct LiquidBodyBuilder {
  let language: String?
  private var facts = FactList()
  private var remarks = TextRemarks()

  init(language: String?) { self.language = language }

  static func equals(_ test: LiquidTest) -> String? {
    if case .equals(let value) = test.operation { return value }
    return nil
  }

  mutating func foreignText(_ nodes: [LiquidNode]) -> ForeignText {
    let pieces = pieces(nodes)
    return ForeignText(body: TemplateBody(pieces).normalized, facts: facts.facts, remarks: remarks.all)
  }

  private mutating func pieces(_ nodes: [LiquidNode]) -> [TemplatePiece] {
    var result: [TemplatePiece] = []
    for node in nodes {
      switch node {
      case .text(let text): result.append(.text(text))
      case .output(let output): result.append(contentsOf: pieces(output))
      case .other(let source): result.append(kept(source))
      case .branches(let branches, let source):
        if LiquidDialect.isAboutLanguage(branches) {
          let chosen = branches.first { branch in
            guard let condition = branch.condition else { return true }
            return condition.alternatives.contains { $0.contains { Self.equals($0) == language } }
          }
          result += pieces(chosen?.nodes ?? [])
        } else if let choice = choice(branches) {
          result.append(choice)
        } else {
          result.append(kept(source))
        }
      }
    }
    return result
  }

  private mutating func kept(_ source: String) -> TemplatePiece {
    remarks.append(TextRemark(construct: source, action: .keptAsText))
    return .text(source)
  }

  private mutating func pieces(_ output: LiquidOutput) -> [TemplatePiece] {
    let name = String(output.value.dropFirst(3))
    if output.value.hasPrefix("dc."), output.filters.isEmpty, TemplateBodyParser.isName(name) {
      remarks.append(
        TextRemark(construct: output.source, action: .became("the fragment \(name), which must be made")))
      return [.fragment(name)]
    }
    var placeholder = Placeholder(fact: fact(output.value))
    var otherwise: String?
    for filter in output.filters {
      switch filter.name {
      case "default" where filter.arguments.count == 1: otherwise = filter.arguments[0]
      case "plural" where !filter.arguments.isEmpty:
        placeholder.format = PlaceholderFormat(source: "plural " + filter.arguments.joined(separator: ", "))
      default:
        if filter.arguments.isEmpty, let format = PlaceholderFormat(source: filter.name) {
          placeholder.format = format
        } else {
          remarks.append(
            TextRemark(construct: "\(output.source): the filter \(filter.name)", action: .leftOut))
        }
      }
    }
    guard let otherwise else { return [.placeholder(placeholder)] }
    return [
      .choice([
        ChoicePart(body: TemplateBody([.placeholder(placeholder)])),
        ChoicePart(body: TemplateBody([.text(otherwise)]).normalized),
      ])
    ]
  }

  private mutating func fact(_ name: String) -> String {
    if let ours = LiquidDialect.ours(name) { return ours }
    if OwnNames.known.contains(name) {
      remarks.append(
        TextRemark(construct: "{{\(name)}}", action: .became("Zendesk does not know it; read as ours")))
      return name
    }
    let fact = facts.name(of: name, whole: "{{\(name)}}")
    remarks.append(
      TextRemark(construct: "{{\(name)}}", action: .became("the fact \(fact), which the agent fills in")))
    return fact
  }

  /// Branches as a choice; nil where a choice cannot say it.
  private mutating func choice(_ branches: [LiquidBranch]) -> TemplatePiece? {
    let before = (facts, remarks)
    var parts: [ChoicePart] = []
    for branch in branches {
      let pieces = TemplateBody(pieces(branch.nodes)).normalized
      let hasChoice = pieces.pieces.contains { piece in
        if case .choice = piece { true } else { false }
      }
      guard branch.isUnderstood, !hasChoice else {
        (facts, remarks) = before
        return nil
      }
      guard let condition = branch.condition else {
        parts.append(ChoicePart(body: pieces))
        break
      }
      for tests in condition.alternatives {
        guard tests.allSatisfy({ $0.canBeWritten }) else {
          (facts, remarks) = before
          return nil
        }
        parts.append(ChoicePart(conditions: conditions(tests, pieces), body: pieces))
      }
    }
    if branches.last?.condition != nil { parts.append(ChoicePart(body: TemplateBody([]))) }
    return .choice(parts)
  }

  private mutating func conditions(_ tests: [LiquidTest], _ body: TemplateBody) -> [TemplateCondition] {
    var result: [TemplateCondition] = []
    for test in tests {
      let fact = fact(test.name)
      switch test.operation {
      case .isTrue: result.append(TemplateCondition(fact: fact))
      case .isFalse, .isBlank: result.append(TemplateCondition(fact: fact, isNegated: true))
      case .isNotBlank:
        // A placeholder asks for that already.
        if !body.placeholders.contains(where: { $0.fact == fact }) {
          result.append(TemplateCondition(fact: fact))
        }
      case .equals(let value): result.append(TemplateCondition(fact: fact, value: value))
      case .differs(let value): result.append(TemplateCondition(fact: fact, value: value, isNegated: true))
      }
    }
    return result
  }
}

extension LiquidTest {
  /// Whether a condition of ours can hold the value.
  fileprivate var canBeWritten: Bool {
    switch operation {
    case .isTrue, .isFalse, .isBlank, .isNotBlank: true
    case .equals(let value), .differs(let value):
      !value.isEmpty && value == value.trimmed && !value.contains("\n") && !value.contains(":")
        && value.splitBySeparator(" and ").count == 1
    }
  }
}
