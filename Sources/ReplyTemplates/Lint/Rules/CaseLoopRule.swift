import DeskModel

/// Finds cases that lead back to where they began.
struct CaseLoopRule: SetLintRule {
  func findings(in context: LintContext) -> [LintFinding] {
    context.set.sorted.flatMap { answer in
      (answer.about?.notWhen ?? []).compactMap { item -> LintFinding? in
        guard let target = item.leadsTo else { return nil }
        if target == answer.id {
          return context.finding(
            "case.loop", .error, about: answer, line: item.line,
            "“\(item.text)” leads to this answer itself; link to the answer that fits.")
        }
        let isBack = (context.set.answers[target]?.about?.notWhen ?? []).contains { other in
          other.leadsTo == answer.id && Self.circumstance(other) == Self.circumstance(item)
        }
        guard isBack, answer.id < target else { return nil }
        return context.finding(
          "case.loop", .error, about: answer, line: item.line,
          "“\(Self.circumstance(item))” leads to “\(target)”, and there the same case leads back; decide which of both fits."
        )
      }
    }
  }

  /// What is the case, without where it leads.
  private static func circumstance(_ item: AnswerCase) -> String {
    item.text.prefix { $0 != ":" }.trimmed.lowercased()
  }
}
