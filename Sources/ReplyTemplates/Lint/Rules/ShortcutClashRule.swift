import DeskModel

/// Finds shortcuts that lead to two answers.
struct ShortcutClashRule: SetLintRule {
  func findings(in context: LintContext) -> [LintFinding] {
    var first: [String: Answer] = [:]
    return context.set.sorted.flatMap { answer in
      answer.settings.shortcuts.compactMap { shortcut -> LintFinding? in
        let key = shortcut.lowercased()
        guard let other = first[key], other.id != answer.id else {
          first[key] = answer
          return nil
        }
        return context.finding(
          "shortcut.clash", .warn, about: answer,
          line: context.line(ofSetting: "shortcuts", in: answer.about?.file ?? ""),
          "“\(shortcut)” is a shortcut of the answer “\(other.id)” too; give one of them another.")
      }
    }
  }
}
