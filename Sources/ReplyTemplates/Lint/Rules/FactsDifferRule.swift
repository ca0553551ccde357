import DeskModel
import LocalePacks

/// Finds numbers that one text promises and its siblings do not, and links that differ.
struct FactsDifferRule: SetLintRule {
  private struct Place {
    var unit: LintUnit
    var fact: LiteralFact
  }

  func findings(in context: LintContext) -> [LintFinding] {
    context.set.sorted.flatMap { answer -> [LintFinding] in
      let locales = answer.locales.filter { !$0.value.variants.isEmpty }.sorted { "\($0.key)" < "\($1.key)" }
      let places = locales.map { tag, texts in
        (tag, texts.variants.map { Self.places(answer, tag, $0, context) })
      }
      let holding = places.map { _, variants in Set(variants.flatMap { $0.map(\.fact.key) }) }
      return places.enumerated().flatMap { index, locale -> [LintFinding] in
        let others = holding.enumerated().filter { $0.offset != index }.map(\.element)
        return Self.findings(locale.1, others, tag: locale.0)
      }
    }
  }

  private static func places(
    _ answer: Answer, _ tag: LocaleTag, _ variant: Variant, _ context: LintContext
  ) -> [Place] {
    let unit = LintUnit(answer: answer, locale: tag, variant: variant, isFilledIn: false, context)
    let dates = LiteralDates(unit.flat.characters, context.dates[tag]).all.map(\.places)
    return LiteralFacts.all(in: unit.flat.characters).filter { fact in
      // Clock times are written in too many ways to be compared; days and amounts are told of elsewhere.
      fact.kind == .link
        || fact.kind == .number && fact.key.count < 5 && !unit.flat.words(fact.places).contains(":")
          && !dates.contains { $0.overlaps(fact.places) }
    }.map { Place(unit: unit, fact: $0) }
  }

  private static func findings(
    _ variants: [[Place]], _ others: [Set<String>], tag: LocaleTag
  ) -> [LintFinding] {
    var told: Set<String> = []
    let links = Set(variants.flatMap { $0.filter { $0.fact.kind == .link }.map(\.fact.key) })
    return variants.flatMap { $0 }.compactMap { place in
      let key = place.fact.key
      guard told.insert(key).inserted else { return nil }
      let count = variants.count { $0.contains { $0.fact.key == key } }
      let words = place.unit.flat.words(place.fact.places)
      if place.fact.kind == .link {
        guard count == 1, links.count > 1, variants.count > 1 else { return nil }
        return finding(
          place, "Only this variant sends to \(words), and others send elsewhere; agree on one place.")
      }
      // “Once” and “twice” are words in some texts and digits in others, and so are other small numbers between languages.
      guard let number = Int(key), number > 2 else { return nil }
      if count == 1, variants.count > 1 {
        return finding(
          place,
          "Only this variant says “\(words)”; what is promised should be the same in all of them: say it in each, in none, or make it a fact."
        )
      }
      guard number > 12, !others.isEmpty, !others.contains(where: { $0.contains(key) }) else { return nil }
      return finding(
        place,
        "Only the texts in “\(tag)” say “\(words)”; what is promised should be the same in all languages: say it in each, in none, or make it a fact."
      )
    }
  }

  private static func finding(_ place: Place, _ message: String) -> LintFinding {
    place.unit.finding(
      "facts.differ", .warn, at: place.fact.places.lowerBound, of: place.unit.flat, message)
  }
}
