/// The plural rules of a language.
package struct PluralRules: Sendable, Hashable {
  /// The rules by category, in the order in which they are tried; `other` is what is left.
  package let rules: [PluralCategory: PluralRule]

  /// Makes rules of their conditions.
  package init(_ rules: [PluralCategory: PluralRule]) {
    var rules = rules
    rules[.other] = nil
    self.rules = rules
  }

  /// The categories that the language has, in CLDR's order; `other` always.
  package var categories: [PluralCategory] {
    PluralCategory.allCases.filter { $0 == .other || rules[$0] != nil }
  }

  /// The category of a number as it is written, in ASCII digits: `1` and `1.0` may differ.
  ///
  /// Nil when the text is no number. See `PluralOperands.init(_:)`.
  package func category(of number: String) -> PluralCategory? {
    guard let operands = PluralOperands(number) else { return nil }
    return categories.first { rules[$0]?.matches(operands) ?? true }
  }

  /// The category of a count.
  package func category(of count: Int) -> PluralCategory {
    category(of: String(count)) ?? .other
  }
}
