import DeskModel

/// Counts the forms of plurals: too few, and somebody reads “5 день”.
struct PluralFormsRule: VariantLintRule {
  func findings(in unit: LintUnit, _ context: LintContext) -> [LintFinding] {
    guard let writer = context.writers[unit.locale] else { return [] }
    return unit.placed.placeholders.compactMap { place in
      guard case .plural(let forms) = place.placeholder.format else { return nil }
      let wanted = writer.pluralCategories
      // What only millions take, as in Spanish and French, may be left out.
      let usual = Self.categories(below: 200, writer, count: wanted.count)
      guard forms.count != wanted.count, forms.count != usual else { return nil }
      return unit.finding(
        "plural.forms", .error, at: place.offset,
        "The plural has \(forms.count) forms, and this language has \(usual): \(Self.examples(writer, count: wanted.count)). Give one for each, in this order."
      )
    }
  }

  /// How many forms whole numbers below a limit take.
  private static func categories(below limit: Int, _ writer: FactWriter, count: Int) -> Int {
    Set((0..<limit).compactMap { form(of: $0, writer, count) }).count
  }

  private static func form(of number: Int, _ writer: FactWriter, _ count: Int) -> String? {
    writer.text(.number(String(number)), .plural((0..<count).map(String.init)))
  }

  /// Numbers that take each form: `as with 1; 2; 5`.
  private static func examples(_ writer: FactWriter, count: Int) -> String {
    var first: [String: Int] = [:]
    for number in 1..<200 {
      if let form = form(of: number, writer, count), first[form] == nil { first[form] = number }
    }
    return "as with " + first.sorted { $0.key < $1.key }.map { String($0.value) }.joined(separator: "; ")
  }
}
