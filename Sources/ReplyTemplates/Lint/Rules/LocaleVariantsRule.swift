import DeskModel

/// Counts the variants: with too few, the next agent in the thread has nothing left to say.
struct LocaleVariantsRule: SetLintRule {
  func findings(in context: LintContext) -> [LintFinding] {
    let options = context.environment.options
    return context.set.sorted.flatMap { answer in
      answer.locales.sorted { "\($0.key)" < "\($1.key)" }.flatMap { tag, texts in
        [
          (Audience.customer, "in private", options.leastInPrivate),
          (.world, "in public", options.leastInPublic),
        ].compactMap { audience, place, least -> LintFinding? in
          let variants = texts.variants.filter { $0.audience == audience }
          guard !variants.isEmpty, variants.count < least else { return nil }
          return context.finding(
            "locale.variants", .warn, answer, tag, line: variants[0].line,
            "There \(variants.count == 1 ? "is 1 variant" : "are \(variants.count) variants") \(place), and \(least) are needed so that a thread does not hear the same twice; write more."
          )
        }
      }
    }
  }
}
