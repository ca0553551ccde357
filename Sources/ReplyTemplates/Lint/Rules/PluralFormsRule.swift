import DeskModel
import LocalePacks

/// Counts the forms of plurals: too few, and somebody reads “5 день”.
struct PluralFormsRule: SetLintRule {
  /// What a language wants.
  private struct Forms {
    /// All, millions included.
    var all: Int
    /// Those of usual numbers.
    var usual: Int
    /// Numbers that take each: `1; 2; 5`.
    var examples: String
  }

  func findings(in context: LintContext) -> [LintFinding] {
    var known: [LocaleTag: Forms] = [:]
    return context.set.sorted.flatMap { answer in
      answer.locales.sorted { "\($0.key)" < "\($1.key)" }.flatMap { tag, texts -> [LintFinding] in
        let plural = texts.variants.filter { $0.body.placeholders.contains { $0.format.isPlural } }
        guard !plural.isEmpty, let writer = context.writers[tag] else { return [] }
        let wanted = known[tag] ?? Self.forms(writer)
        known[tag] = wanted
        return plural.flatMap { variant in
          let unit = LintUnit(answer: answer, locale: tag, variant: variant, isFilledIn: false, context)
          return unit.placed.placeholders.compactMap { Self.finding($0, wanted, unit) }
        }
      }
    }
  }

  private static func finding(
    _ place: PlacedBody.PlacedPlaceholder, _ wanted: Forms, _ unit: LintUnit
  ) -> LintFinding? {
    guard case .plural(let forms) = place.placeholder.format, forms.count != wanted.all,
      forms.count != wanted.usual
    else { return nil }
    let has = forms.count == 1 ? "1 form" : "\(forms.count) forms"
    return unit.finding(
      "plural.forms", .error, at: place.offset,
      "The plural has \(has), and this language has \(wanted.usual), as with \(wanted.examples); give one for each, in this order."
    )
  }

  /// What only millions take, as in Spanish and French, may be left out.
  private static func forms(_ writer: FactWriter) -> Forms {
    let all = writer.pluralCategories.count
    let names = PlaceholderFormat.plural((0..<all).map(String.init))
    var first: [String: Int] = [:]
    for number in Array(1...30) + [0, 100, 101] {
      guard let form = writer.text(.number(String(number)), names) else { continue }
      if first[form] == nil { first[form] = number }
    }
    let examples = first.sorted { $0.key < $1.key }.map { String($0.value) }.joined(separator: "; ")
    return Forms(all: all, usual: first.count, examples: examples)
  }
}

extension PlaceholderFormat? {
  fileprivate var isPlural: Bool {
    if case .plural = self { return true }
    return false
  }
}
