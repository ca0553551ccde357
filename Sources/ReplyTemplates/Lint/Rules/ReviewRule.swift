import DeskModel

/// Finds answers that nobody has read again in time, and texts that no native speaker has read.
struct ReviewRule: SetLintRule {
  func findings(in context: LintContext) -> [LintFinding] {
    context.set.sorted.flatMap { overdue($0, context) + unreviewed($0, context) }
  }

  private func overdue(_ answer: Answer, _ context: LintContext) -> [LintFinding] {
    guard let day = answer.settings.reviewBy, day < context.environment.today else { return [] }
    return [
      context.finding(
        "review.overdue", .warn, about: answer,
        line: context.line(ofSetting: "review by", in: answer.about?.file ?? ""),
        "The day to read it again has passed\(answer.settings.owner.map { " (owner: \($0))" } ?? ""); read it, and set the next day."
      )
    ]
  }

  private func unreviewed(_ answer: Answer, _ context: LintContext) -> [LintFinding] {
    answer.locales.sorted { "\($0.key)" < "\($1.key)" }.flatMap { tag, texts -> [LintFinding] in
      let open = texts.variants.filter { ($0.review ?? texts.review) == .unreviewed }
      guard !open.isEmpty else { return [] }
      if open.count == texts.variants.count, texts.review == .unreviewed {
        return [
          context.finding(
            "review.missing", .hint, answer, tag,
            "No native speaker has read this file; have it read, and write “status: reviewed by NAME, DAY”.")
        ]
      }
      return open.map { variant in
        var finding = context.finding(
          "review.missing", .hint, answer, tag, line: variant.line,
          "No native speaker has read “\(variant.name)”; have it read, and write “status: reviewed by NAME, DAY” below its heading."
        )
        finding.file = variant.file
        finding.variant = variant.name
        return finding
      }
    }
  }
}
