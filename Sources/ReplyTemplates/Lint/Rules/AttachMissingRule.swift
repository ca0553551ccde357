import DeskModel

/// Finds attachments that are not in the answer's folder.
struct AttachMissingRule: SetLintRule {
  func findings(in context: LintContext) -> [LintFinding] {
    guard let folders = context.environment.attachments else { return [] }
    return context.set.sorted.flatMap { answer in
      answer.settings.attachments.filter { folders[answer.id]?.contains($0) != true }.map { name in
        context.finding(
          "attach.missing", .error, about: answer,
          line: context.line(ofSetting: "attach", in: answer.about?.file ?? ""),
          "“\(name)” is not in the answer's folder; put it there, or take it off “attach”.")
      }
    }
  }
}
