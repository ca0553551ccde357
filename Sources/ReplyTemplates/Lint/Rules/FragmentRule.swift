import DeskModel

/// Finds fragments that there are not, or not in the language that takes them, or that take others.
struct FragmentRule: VariantLintRule {
  func findings(in unit: LintUnit, _ context: LintContext) -> [LintFinding] {
    let all = Set(context.set.fragments.values.flatMap(\.keys))
    return unit.placed.fragments.compactMap { name, offset in
      if let fragment = unit.fragments[name] {
        guard let inner = fragment.body.fragments.first else { return nil }
        return unit.finding(
          "fragment.nested", .error,
          at: MappedText.Origin(source: Int32(fragment.source), offset: Int32(inner.offset)),
          "The fragment “\(name)” takes another, “\(inner.name)”, and so is never offered; write its words here."
        )
      }
      if all.contains(name) {
        return unit.finding(
          "fragment.locale", .error, at: offset,
          "There is no fragment “\(name)” in \(unit.locale), so this variant is never offered; write it in fragments/\(unit.locale).md."
        )
      }
      let near =
        NameDistance.nearest(name, among: all).map { "; did you mean “\($0)”?" }
        ?? "; write it, or take it out."
      return unit.finding(
        "fragment.unknown", .error, at: offset,
        "There is no fragment “\(name)” in any language, so this variant is never offered\(near)")
    }
  }
}
