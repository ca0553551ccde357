import DeskModel
import LocalePacks

/// Finds questions that stand under two answers, so that neither can be meant for certain.
struct AskDuplicateRule: SetLintRule {
  func findings(in context: LintContext) -> [LintFinding] {
    let locales = Set(context.set.answers.values.flatMap(\.locales.keys)).sorted { "\($0)" < "\($1)" }
    return locales.flatMap { tag -> [LintFinding] in
      var first: [String: AnswerID] = [:]
      return context.set.sorted.flatMap { answer in
        (answer.locales[tag]?.asks ?? []).compactMap { ask -> LintFinding? in
          let key = Self.key(ask)
          guard let other = first[key] else {
            first[key] = answer.id
            return nil
          }
          return finding(ask, other, answer, tag, context)
        }
      }
    }
  }

  private func finding(
    _ ask: String, _ other: AnswerID, _ answer: Answer, _ tag: LocaleTag, _ context: LintContext
  ) -> LintFinding {
    let lines = context.lines(of: answer.locales[tag]?.file ?? "").enumerated().filter { _, line in
      if case .item(let text) = MarkdownLine(line) { return Self.key(text) == Self.key(ask) }
      return false
    }
    let isSame = other == answer.id
    let line = (isSame ? lines.last : lines.first).map { $0.offset + 1 } ?? 1
    return context.finding(
      "ask.duplicate", .warn, answer, tag, line: line,
      isSame
        ? "“\(ask)” stands twice; take one out."
        : "“\(ask)” stands under the answer “\(other)” too; leave it where it fits better.")
  }

  /// Letters and digits alone, in small letters.
  private static func key(_ ask: String) -> String {
    ask.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}
