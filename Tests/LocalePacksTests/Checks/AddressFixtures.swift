import DeskModel

@testable import LocalePacks

/// A pack whose terms of address are like those of European languages, and whom it addresses.
enum AddressFixtures {
  static let terms = """
    {id: "frau", forms: ["Frau"], gender: "f", part: "family", \(PackFixtures.sourced)},
    {id: "herr", forms: ["Herr", "Hello Mr"], gender: "m", part: "family", \(PackFixtures.sourced)},
    {id: "kak", forms: ["Kak"], part: "given", \(PackFixtures.sourced)},
    {id: "bey", forms: ["Bey"], gender: "m", position: "after", part: "given", \(PackFixtures.sourced)},
    {id: "pan", forms: ["пане"], gender: "m", part: "any", \(CheckFixtures.unsourced)},
    """

  static let rules = """
    {id: "woman", when: {gender: "f"}, form: "Frau {family}", why: "a woman", \(PackFixtures.sourced)},
    {id: "man", when: {gender: "m"}, form: "Herr {family}", why: "a man", \(PackFixtures.sourced)},
    {id: "given", form: "Kak {given}", why: "by name", \(PackFixtures.sourced)},
    {id: "all", form: "Hello", kind: "greeting", why: "nobody", \(PackFixtures.sourced)},
    """

  static let titles = "{id: \"t\", forms: [\"Dr.\", \"Prof.\"], \(PackFixtures.sourced)}"

  /// `more` are fields of `address`, with a comma behind them.
  static func pack(_ more: String = "", text: String = "") -> LocalePack {
    PackFixtures.pack(
      "\(text) address: {\(more) rules: [\(rules)], terms: [\(terms)], titles: [\(titles)]}")
  }

  static let anna = Person(given: "Anna", family: "Weber", gender: .female)
  static let max = Person(given: "Max", family: "Weber", gender: .male)
}
