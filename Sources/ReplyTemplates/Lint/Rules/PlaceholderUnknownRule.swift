import DeskModel

/// Finds placeholders that nothing fills in, above all misspelled ones.
struct PlaceholderUnknownRule: VariantLintRule {
  func findings(in unit: LintUnit, _ context: LintContext) -> [LintFinding] {
    let names = FactNames(unit.answer)
    let bodies = [(unit.placed, 0)] + unit.fragments.values.map { ($0.body, $0.source) }
    return bodies.flatMap { body, source in
      body.placeholders.filter { !names.isKnown($0.placeholder.fact) }.map { place in
        unit.finding(
          "placeholder.unknown", .error,
          at: MappedText.Origin(source: Int32(source), offset: Int32(place.offset)),
          message(place.placeholder.fact, names, unit.answer, isFragment: source > 0))
      }
    }
  }

  private func message(_ name: String, _ names: FactNames, _ answer: Answer, isFragment: Bool) -> String {
    if KnownFacts.conditions.contains(name) {
      return "“\(name)” has no text of its own; ask for it in a choice: [[if \(name): …|…]]."
    }
    let what = "Nothing fills in {{\(name)}}"
    if let near = names.nearest(name) { return "\(what); did you mean {{\(near)}}?" }
    return isFragment
      ? "\(what) in the answer “\(answer.id)”; list it under “Facts” in its about.md, or take it out of the fragment."
      : "\(what); list it under “Facts” in about.md, or take it out."
  }
}
