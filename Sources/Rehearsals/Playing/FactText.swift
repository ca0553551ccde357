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
    var state = seed
    var values: [String: String] = [:]
    for fact in facts where !fact.values.isEmpty {
      // SplitMix64 (Steele, Lea, Flood 2014).
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      mixed ^= mixed >> 31
      values[fact.name] = fact.values[Int(mixed % UInt64(fact.values.count))]
    }
    return values
  }
}
