import DeskModel
import LocalePacks

/// Finds answers that say the same as another answer.
struct AnswerAlikeRule: SetLintRule {
  private struct Entry {
    var answer: Answer
    var variant: Variant
    var profile: VariantProfile
  }

  func findings(in context: LintContext) -> [LintFinding] {
    context.set.locales.flatMap { tag -> [LintFinding] in
      let entries = context.set.sorted.flatMap { answer in
        (answer.locales[tag]?.variants ?? []).map {
          Entry(answer: answer, variant: $0, profile: VariantProfile($0))
        }
      }
      return entries.indices.compactMap { index in
        finding(entries[index], entries[..<index], tag, context)
      }
    }
  }

  private func finding(
    _ entry: Entry, _ before: ArraySlice<Entry>, _ tag: LocaleTag, _ context: LintContext
  ) -> LintFinding? {
    let limit = context.environment.options.nearlySame
    let twin = before.first { other in
      other.answer.id != entry.answer.id
        && other.profile.likeness(to: entry.profile, atLeast: limit) >= limit
    }
    guard let twin else { return nil }
    var finding = context.finding(
      "answer.alike", .warn, entry.answer, tag, line: entry.variant.line,
      "This says the same as “\(twin.variant.name)” of the answer “\(twin.answer.id)”; make one answer of both, put what they share into a fragment, or say what sets them apart."
    )
    finding.file = entry.variant.file
    finding.variant = entry.variant.name
    return finding
  }
}
