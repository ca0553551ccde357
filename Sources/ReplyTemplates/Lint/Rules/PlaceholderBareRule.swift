import DeskModel

/// Finds facts without which a variant vanishes from the offer, such as a name in a greeting.
struct PlaceholderBareRule: VariantLintRule {
  func findings(in unit: LintUnit, _ context: LintContext) -> [LintFinding] {
    let names = FactNames(unit.answer)
    var told: Set<MappedText.Origin> = []
    var result: [LintFinding] = []
    for (fact, origin) in unit.renderings.all.flatMap(\.missing)
    where names.isKnown(fact) && told.insert(origin).inserted {
      result.append(
        unit.finding(
          "placeholder.bare", .warn, at: origin,
          "Where {{\(fact)}} is not known, this variant is not offered; say what to write then: [[… {{\(fact)}} …|…]]."
        ))
    }
    return result
  }
}
