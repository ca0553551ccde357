import DeskModel

/// Finds parts of choices that nobody is ever sent.
struct ChoiceUnreachableRule: VariantLintRule {
  func findings(in unit: LintUnit, _ context: LintContext) -> [LintFinding] {
    let names = FactNames(unit.answer)
    return unit.placed.choices.enumerated().flatMap { number, parts -> [LintFinding] in
      let always = parts.firstIndex { $0.conditions.isEmpty && $0.body.isAlwaysKnown }
      let areKnown = parts.allSatisfy { part in
        part.conditions.allSatisfy { names.isKnownInConditions($0.fact) }
          && part.body.placeholders.allSatisfy { place in
            // Some languages greet alike at all hours, and have no such greeting.
            names.isKnown(place.placeholder.fact) && place.placeholder.fact != "day.greeting"
          }
      }
      return parts.enumerated().compactMap { index, part in
        if let always, index > always {
          return unit.finding(
            "choice.unreachable", .warn, at: part.offset,
            "Nobody is sent this part, because the one before it always fits; change their order, or give that one a condition."
          )
        }
        let isTried = unit.renderings.isComplete && !unit.renderings.all.isEmpty && areKnown
        guard isTried,
          !unit.renderings.taken.contains(LintRendering.TakenPart(choice: number, part: index)),
          !(part.body.pieces.isEmpty && index == parts.count - 1)
        else { return nil }
        return unit.finding(
          "choice.unreachable", .warn, at: part.offset,
          "Nobody is sent this part: whenever its condition holds, one before it fits; change their order, or mend the condition."
        )
      }
    }
  }
}

extension PlacedBody {
  /// Whether nothing in it can be unknown.
  fileprivate var isAlwaysKnown: Bool {
    fragments.isEmpty
      && placeholders.allSatisfy { $0.placeholder.fact == "today" && $0.placeholder.format == nil }
  }
}
