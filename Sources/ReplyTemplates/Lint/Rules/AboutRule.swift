import DeskModel

/// Finds answers for which nobody answers, or of which nobody can tell when they fit.
struct AboutRule: SetLintRule {
  func findings(in context: LintContext) -> [LintFinding] {
    context.set.sorted.compactMap { answer in
      guard let about = answer.about else {
        return context.finding(
          "about.missing", .warn, about: answer,
          "The answer has no about.md; write one that says when to use it and who owns it.")
      }
      if answer.locales.allSatisfy({ $0.value.variants.isEmpty }) {
        return context.finding(
          "about.alone", .warn, about: answer, "The answer has no texts; write a file such as en.md.")
      }
      if about.useWhen.isEmpty {
        return context.finding(
          "case.missing", .warn, about: answer,
          "Nothing says when this answer fits; write it under “## Use it when”.")
      }
      guard about.settings.owner == nil else { return nil }
      return context.finding(
        "owner.missing", .warn, about: answer,
        line: context.line(in: about.file) { $0.lowercased().hasPrefix("## settings") } ?? 1,
        "Nobody owns this answer; write “owner: NAME” under “## Settings”.")
    }
  }
}
