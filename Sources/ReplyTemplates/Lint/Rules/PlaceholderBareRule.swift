import DeskModel

/// Finds facts without which a variant vanishes from the offer, such as a name in a greeting.
struct PlaceholderBareRule: VariantLintRule {
  func findings(in unit: LintUnit, _ context: LintContext) -> [LintFinding] {
    let names = FactNames(unit.answer)
    return unit.renderings.missing.filter { names.isKnown($0.fact) }.map { fact, origin in
      unit.finding(
        "placeholder.bare", .warn, at: origin,
        "Where {{\(fact)}} is not known, this variant is not offered; say what to write then: [[… {{\(fact)}} …|…]]."
      )
    }
  }
}
