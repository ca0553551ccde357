import DeskModel

/// Finds days, amounts and long numbers in texts: what was right for one customer goes to the next one too.
struct FactsLiteralRule: VariantLintRule {
  /// Shorter numbers are durations and steps.
  private static let longNumber = 5

  func findings(in unit: LintUnit, _ context: LintContext) -> [LintFinding] {
    let text = unit.flat
    let dates = LiteralDates(text.characters, context.dates[unit.locale]).all.map(\.places)
    func finding(_ places: Range<Int>, _ what: String, _ type: String) -> LintFinding {
      unit.finding(
        "facts.literal", .warn, at: places.lowerBound, of: text,
        "“\(text.words(places))” is \(what) that everybody would be sent; make it a fact\(type) in about.md and write its placeholder."
      )
    }
    let others = LiteralFacts.all(in: text.characters).compactMap { fact -> LintFinding? in
      guard !dates.contains(where: { $0.overlaps(fact.places) }) else { return nil }
      switch fact.kind {
      case .amount: return finding(fact.places, "an amount", " of type money")
      case .number where fact.key.count >= Self.longNumber:
        return finding(fact.places, "a number", "")
      case .number, .link, .mail: return nil
      }
    }
    return dates.map { finding($0, "a day", " of type date") } + others
  }
}
