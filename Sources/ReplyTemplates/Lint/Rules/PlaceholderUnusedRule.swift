import DeskModel
import LocalePacks

/// Finds facts that an answer asks for in vain, and facts that one language tells and another keeps to itself.
struct PlaceholderUnusedRule: SetLintRule {
  func findings(in context: LintContext) -> [LintFinding] {
    context.set.sorted.flatMap { answer -> [LintFinding] in
      let locales = answer.locales.filter { !$0.value.variants.isEmpty }
      guard let about = answer.about, !locales.isEmpty else { return [] }
      let used = locales.mapValues { texts in
        texts.variants.reduce(into: Set<String>()) { $0.formUnion(Self.facts(of: $1)) }
      }
      return about.facts.flatMap { fact -> [LintFinding] in
        let holding = used.filter { $0.value.contains(fact.name) }
        let isInFragment = locales.keys.contains { isUsedInFragments(fact.name, answer, $0, context) }
        if isInFragment { return [] }
        if holding.isEmpty {
          return [
            context.finding(
              "placeholder.unused", .warn, about: answer, line: fact.line,
              "No text uses {{\(fact.name)}}; write it into the texts, or take it off the list.")
          ]
        }
        guard holding.count * 2 > locales.count else { return [] }
        return locales.keys.filter { holding[$0] == nil }.sorted { "\($0)" < "\($1)" }.map { tag in
          context.finding(
            "placeholder.locale", .warn, answer, tag,
            "No text here says {{\(fact.name)}}, and most other languages do (\(Self.names(holding.keys))); the same answer should tell everybody the same."
          )
        }
      }
    }
  }

  private static func names(_ tags: some Collection<LocaleTag>) -> String {
    tags.map(\.description).sorted().joined(separator: ", ")
  }

  /// The facts that a variant names, in placeholders and in conditions.
  private static func facts(of variant: Variant) -> Set<String> {
    let conditions = variant.body.pieces.flatMap { piece -> [String] in
      guard case .choice(let parts) = piece else { return [] }
      return parts.flatMap { $0.conditions.map(\.fact) }
    }
    return Set(variant.body.placeholders.map(\.fact) + conditions)
  }

  private func isUsedInFragments(
    _ fact: String, _ answer: Answer, _ tag: LocaleTag, _ context: LintContext
  ) -> Bool {
    (answer.locales[tag]?.variants ?? []).flatMap(\.body.fragments).contains { name in
      context.set.fragment(name, for: tag, context.environment.family)
        .map { Self.facts(of: $0).contains(fact) } ?? false
    }
  }
}
