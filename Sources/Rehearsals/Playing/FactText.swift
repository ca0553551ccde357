/// Texts with facts in them: `{{order}}`.
package enum FactText {
  /// The names of the facts in a text.
  static func names(in text: String) -> [String] {
    text.split(separator: "{{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.firstRange(of: "}}").map { part[..<$0.lowerBound].trimmed }
    }
  }

  /// A text with the values of facts in their places; an unknown fact stays as it is.
  package static func filled(_ text: String, _ values: [String: String]) -> String {
    guard text.contains("{{") else { return text }
    return values.reduce(text) { $0.replacing("{{\($1.key)}}", with: $1.value) }
  }

  /// One value of each fact, by a number that a rehearsal is known by: the same number gives the same values.
  package static func choose(_ facts: [Scenario.Fact], seed: UInt64) -> [String: String] {
    var values: [String: String] = [:]
    for fact in facts where !fact.values.isEmpty {
      var chooser = Chooser(seed: seed, key: fact.name)
      values[fact.name] = fact.values[chooser.below(fact.values.count)]
    }
    return values
  }
}
