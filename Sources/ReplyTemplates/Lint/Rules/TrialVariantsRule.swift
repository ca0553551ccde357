import DeskModel

/// Finds trials between variants that there are not.
struct TrialVariantsRule: SetLintRule {
  func findings(in context: LintContext) -> [LintFinding] {
    context.set.sorted.flatMap { answer -> [LintFinding] in
      guard let trial = answer.settings.trial else { return [] }
      let locales = answer.locales.filter { !$0.value.variants.isEmpty }.sorted { "\($0.key)" < "\($1.key)" }
      let line = context.line(ofSetting: "trial", in: answer.about?.file ?? "")
      return trial.variants.compactMap { name -> LintFinding? in
        let lacking = locales.filter { !$0.value.variants.contains { $0.name == name } }.map { "\($0.key)" }
        guard !lacking.isEmpty else { return nil }
        if lacking.count == locales.count {
          return context.finding(
            "trial.variants", .error, about: answer, line: line,
            "No language has a variant “\(name)”; correct the name, or end the trial.")
        }
        return context.finding(
          "trial.variants", .warn, about: answer, line: line,
          "“\(name)” is missing in \(lacking.joined(separator: ", ")), so the trial does not run there; write it there too."
        )
      }
    }
  }
}
