import DeskModel
import LocalePacks

/// Values to read a variant with.
struct SampleFacts: Sendable {
  private var values: [String: FactValue] = [:]
  private let listed: [String: FactType]
  init(answer: Answer, locale: LocaleTag, _ context: LintContext) {
    listed = Dictionary((answer.about?.facts ?? []).map { ($0.name, $0.type) }) { $1 }
    let person = context.person(of: locale)
    let pack = context.manners[locale]?.pack
    values = [
      "customer.given": .text(person.given ?? ""), "customer.family": .text(person.family ?? ""),
      "customer.name": .text(person.full ?? ""), "customer.company": .text("Solara"),
      "me.name": .text(person.full ?? ""), "me.given": .text(person.given ?? ""),
      "conversation.subject": .text("Solara"), "conversation.number": .text("48213"),
      "conversation.channel": .text("chat"), "today": .date(context.environment.today),
    ]
    if let pack {
      let address = pack.address(person)
      values["customer.address"] = address.kind == .term ? .text(address.text) : values["customer.given"]
      values["day.greeting"] = pack.greeting(atMinute: 600).map { .text($0.text) }
    } else {
      values["customer.address"] = values["customer.name"]
    }
    for fact in answer.about?.facts ?? [] {
      values[fact.name] = Self.sample(of: fact, today: context.environment.today)
    }
  }

  /// The sample of a fact; words for one that nobody has listed; nil for one that this locale never has.
  subscript(fact: String) -> FactValue? {
    if fact == "day.greeting" { return values[fact] }
    return values[fact] ?? .text("Solara")
  }

  /// A value that a condition compares with, of the fact's type.
  func value(_ text: String, of fact: String) -> FactValue {
    switch text.lowercased() {
    case "yes" where listed[fact] == nil: .flag(true)
    case "no" where listed[fact] == nil: .flag(false)
    default: FactValue(text, as: listed[fact] ?? .text) ?? .text(text)
    }
  }

  /// Whether nobody is taken off the offer for want of it: it is known, or the agent can fill it in.
  func isCertain(_ fact: String) -> Bool {
    listed[fact] != nil || isAlwaysKnown(fact) || Self.nearlyAlwaysKnown.contains(fact)
  }

  /// Whether it is known of every customer and in every conversation.
  func isAlwaysKnown(_ fact: String) -> Bool { Self.alwaysKnown.contains(fact) }

  private static let alwaysKnown: Set<String> = ["today", "thread.first", "thread.public", "customer.vip"]

  /// What a desk hardly ever lacks: it needs no other words, and nobody minds that it has some.
  private static let nearlyAlwaysKnown: Set<String> = [
    "me.name", "me.given", "conversation.number", "conversation.channel",
  ]

  private static func sample(of fact: Fact, today: Int) -> FactValue {
    switch fact.type {
    case .text: .text(fact.name.hasSuffix("number") || fact.name.hasSuffix("code") ? "48213" : "Solara")
    case .date: .date(today + 5)
    case .money: .money("149.00", currency: "EUR")
    case .number: .number("3")
    case .link: .text("https://shop.example/a")
    }
  }
}

extension LintContext {
  /// The customer of the samples: a person with a name in the locale's script, so that it is no foreign word.
  func person(of locale: LocaleTag) -> Person {
    let script = environment.family.likely(locale).script
    let (given, family) =
      switch script {
      case "Cyrl": ("Олена", "Шевченко")
      case "Jpan", "Hans", "Hant": ("恵", "佐藤")
      case "Kore": ("지은", "김")
      default: ("Anna", "Weber")
      }
    let isFamilyFirst = ["Jpan", "Hans", "Hant", "Kore"].contains(script)
    return Person(
      full: isFamilyFirst ? family + given : given + " " + family, given: given, family: family,
      gender: .female)
  }
}
