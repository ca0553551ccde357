import DeskModel
import LocalePacks

/// Finds answers that lack a language, or in a language what is said in public or in private.
struct LocaleMissingRule: SetLintRule {
  /// Fewer answers say nothing about what most have.
  private static let fewest = 3

  func findings(in context: LintContext) -> [LintFinding] {
    let wanted = wanted(context)
    return context.set.sorted.flatMap { answer -> [LintFinding] in
      let holding = answer.locales.filter { !$0.value.variants.isEmpty }
      guard !holding.isEmpty else { return [] }
      let missing = wanted.filter { tag in
        !context.environment.family.candidates(for: tag).contains { holding[$0] != nil }
      }
      return missing.map { tag in
        context.finding(
          "locale.missing", .warn, about: answer,
          "There is no text in \(Self.name(tag, context)), which other answers have; write \(tag).md.")
      } + sections(answer, holding, context)
    }
  }

  private func wanted(_ context: LintContext) -> [LocaleTag] {
    let options = context.environment.options
    guard options.locales.isEmpty else { return options.locales }
    let answers = context.set.answers.values.filter { $0.locales.contains { !$0.value.variants.isEmpty } }
    guard answers.count >= Self.fewest else { return [] }
    return context.set.locales.filter { tag in
      answers.count { $0.locales[tag]?.variants.isEmpty == false } * 2 > answers.count
    }
  }

  /// Locales in which a kind of text is missing that most locales of the answer have.
  private func sections(
    _ answer: Answer, _ holding: [LocaleTag: AnswerTexts], _ context: LintContext
  ) -> [LintFinding] {
    guard holding.count > 1 else { return [] }
    return [(Audience.customer, "In private"), (.world, "In public")].flatMap { audience, heading in
      let lacking = holding.filter { !$0.value.variants.contains { $0.audience == audience } }.keys
      guard lacking.count * 2 < holding.count else { return [LintFinding]() }
      return lacking.sorted { "\($0)" < "\($1)" }.map { tag in
        context.finding(
          "locale.section", .warn, answer, tag,
          "There is nothing under “# \(heading)”, and other languages of this answer have it; write it here too."
        )
      }
    }
  }

  private static func name(_ tag: LocaleTag, _ context: LintContext) -> String {
    context.manners[tag]?.pack.name ?? "\(tag)"
  }
}
