import DeskModel
import LocalePacks
import SeededRandom

@testable import ReplyTemplates

/// Makes sets of answers of which a format can say everything.
struct RandomAnswers {
  let format: ExchangeFormat
  var random: SeededGenerator

  init(_ format: ExchangeFormat, seed: UInt64) {
    self.format = format
    random = SeededGenerator(seed)
  }

  mutating func answers() -> [Answer] {
    var ids: Set<AnswerID> = []
    return (0..<Int.random(in: 0...5, using: &random)).compactMap { _ in
      let answer = answer()
      return ids.insert(answer.id).inserted ? answer : nil
    }
  }

  private mutating func answer() -> Answer {
    let title = title()
    var id = AnswerID.made(of: title)
    if Int.random(in: 0..<3, using: &random) == 0 {
      id = AnswerID(pick(["delivery/late", "a-1", "доставка", "x_y"]))
    }
    var about = AnswerAbout(title: title, settings: settings(title))
    if format == .jsonLines {
      let task = pick(["billing", "trips", ""])
      id = AnswerID(task.isEmpty ? title : task + "/" + title)
      about.settings.tags = task.isEmpty ? [] : [task]
    }
    if [.zendesk, .zammad, .csv].contains(format), chance() { about.summary = "What it is: \"x\", <b>." }
    var answer = Answer(id: id, about: about)
    let names = ["plain", "short", "after #2 @ x", "warm · very", "chat"].shuffled(using: &random)
    var shared = names.prefix(Int.random(in: 1...3, using: &random)).map { variant($0) }
    let tags = ["en", "de", "pt-BR", "zh-Hans"].shuffled(using: &random).prefix(
      Int.random(in: 1...2, using: &random))
    for tag in tags {
      guard let locale = LocaleTag(tag) else { continue }
      // Dynamic content has the same variants in all its locales, or their order is lost.
      if format != .zendeskContent, chance() { shared.shuffle(using: &random) }
      answer.locales[locale] = AnswerTexts(
        variants: shared.map { variant in
          var variant = variant
          variant.body = body()
          variant.source = variant.body.source
          return variant
        })
    }
    let facts = facts(of: answer)
    answer.about?.facts = facts
    return answer
  }

  private mutating func variant(_ name: String) -> Variant {
    var variant = Variant(name: name, audience: .customer, source: "", body: TemplateBody([]))
    if chance() { variant.audience = .world }
    if chance() { variant.channels = ["mail", "play store"] }
    if chance() { variant.occasion = pick([.first, .later]) }
    if name == "chat", chance() {
      variant = Variant(
        name: name, audience: .customer, channels: ["chat"], source: "", body: TemplateBody([]))
    }
    return variant
  }

  private mutating func title() -> String {
    if format == .jsonLines { return pick(["ask_name", "hello", "good-bye_1", "x"]) }
    return pick([
      "A parcel is late", "Late!", "Delivery::Late", "Что случилось?", "x: \"y\" # z", "Hi, you", "#1",
    ])
  }

  private mutating func settings(_ title: String) -> AnswerSettings {
    var settings = AnswerSettings()
    switch format {
    case .chatwoot: settings.shortcuts = [title]
    case .zammad:
      if chance() { settings.shortcuts = ["late"] }
      if chance() { settings.tags = ["parcel", "the post"] }
    case .espanso:
      settings.shortcuts = pick([[":late"], [":a", ";b"]])
      if chance() { settings.tags = ["parcel", "the post, you know"] }
    case .zendesk, .csv:
      if chance() { settings.status = "pending" }
      if chance() { settings.addTags = ["a", "b_c"] }
      if chance() { settings.removeTags = ["d"] }
      if format == .csv, chance() {
        settings.tags = ["parcel", "the post"]
        settings.shortcuts = ["late"]
        settings.isFirstContactOnly = true
        settings.owner = "Ann, of the team"
        settings.followUp = PlannedFollowUp(after: 7200, text: "ask: whether")
      }
    case .zendeskContent, .helpScout, .intercom, .jsonLines: break
    }
    return settings
  }

  // MARK: - Bodies

  private var isHTML: Bool { format == .zammad || format == .helpScout }
  private var isLiquid: Bool { format == .zendesk || format == .zendeskContent }

  private mutating func body() -> TemplateBody {
    var pieces: [TemplatePiece] = [.text(pick(["Hello", "Привіт", "您好", "#1"]))]
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      switch Int.random(in: 0..<6, using: &random) {
      case 0...2: pieces.append(.text(text()))
      case 3: pieces.append(.placeholder(placeholder()))
      case 4: if let choice = choice() { pieces += [.text(" "), choice] }
      default: if isLiquid || format == .csv { pieces.append(.fragment("sign-off")) }
      }
    }
    pieces.append(.text("."))
    let body = StorableBody(TemplateBody(pieces)).body
    // HTML joins blanks; what has none of them side by side comes back.
    guard isHTML, let clean = try? TemplateBody(parsing: body.source.withSingleBlanks) else { return body }
    return clean
  }

  private mutating func text() -> String {
    var words = [
      " and", "\n\nAgain: ", " <b>&amp;</b> ", "\n- item", " \"q\" 'r'", "é\u{A0}!", " a | b", " C:\\x",
      " {x}", " 50 %",
    ]
    if isLiquid || format == .csv {
      words += [" {{x}} ", " {% if %}", "\n# head", "\n<!-- x -->", " [[x]]", " ]] "]
    }
    if format == .espanso { words += [" {{x}} ", " \\"] }
    if format == .intercom { words += ["  two", "\n\n\n"] }
    return pick(words)
  }

  private mutating func placeholder() -> Placeholder {
    let fact = pick([
      "customer.given", "customer.name", "me.name", "conversation.number", "order.number", "day",
      "day.greeting", "order-type",
    ])
    guard format != .espanso, Int.random(in: 0..<4, using: &random) == 0 else {
      return Placeholder(fact: fact)
    }
    return Placeholder(fact: "today", format: pick([.weekday, .day]))
  }

  private mutating func choice() -> TemplatePiece? {
    let fallback = TemplatePiece.choice([
      ChoicePart(body: TemplateBody([.placeholder(placeholder())])),
      ChoicePart(body: TemplateBody([.text(pick(["there", "dear friend", "", "у"]))]).normalized),
    ])
    switch format {
    case .helpScout, .intercom, .jsonLines: return fallback
    case .zendesk, .zendeskContent, .csv:
      if chance() { return fallback }
      let condition = pick([
        TemplateCondition(fact: "thread.first"), TemplateCondition(fact: "order.state", value: "on its way"),
        TemplateCondition(fact: "order.state", value: "lost", isNegated: true),
        TemplateCondition(fact: "customer.vip", isNegated: true),
      ])
      return .choice([
        ChoicePart(
          conditions: chance() ? [condition] : [],
          body: TemplateBody([.text("Hi "), .placeholder(placeholder())])),
        ChoicePart(conditions: [condition], body: TemplateBody([.text("one | two]")])),
        ChoicePart(body: TemplateBody(chance() ? [] : [.text("Hi")])),
      ])
    case .chatwoot, .zammad, .espanso: return nil
    }
  }

  /// The facts that the texts ask for, in the order of their names.
  private func facts(of answer: Answer) -> [Fact] {
    var names: Set<String> = []
    for variant in answer.locales.values.flatMap(\.variants) {
      names.formUnion(variant.body.placeholders.map(\.fact))
      for case .choice(let parts) in variant.body.pieces {
        names.formUnion(parts.flatMap { $0.conditions.map(\.fact) })
      }
    }
    return names.subtracting(OwnNames.known).sorted().map { Fact(name: $0) }
  }

  private mutating func chance() -> Bool { Int.random(in: 0..<3, using: &random) == 0 }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &random)]
  }
}

extension String {
  /// The text with one blank for several, and none at the ends of lines.
  fileprivate var withSingleBlanks: String {
    splitBySeparator("\n").map { $0.split(separator: " ").joined(separator: " ") }.joined(separator: "\n")
  }
}

extension Answer {
  /// All that it holds, one line a variant, for messages.
  var outline: String {
    var lines = ["\(id) \(title()) \(settings) \(about?.facts.map { "\($0.name): \($0.note)" } ?? [])"]
    for (locale, texts) in locales.sorted(by: { $0.key.description < $1.key.description }) {
      for variant in texts.variants {
        lines.append(
          "  \(locale)#\(variant.name) \(variant.audience) \(variant.channels) \(variant.occasion): \(variant.source)"
        )
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The answer with its facts in the order of their names, for comparing.
  var withSortedFacts: Answer {
    var answer = self
    answer.about?.facts.sort { $0.name < $1.name }
    return answer
  }
}
