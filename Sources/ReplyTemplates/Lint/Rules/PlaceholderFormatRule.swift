import DeskModel

/// Finds formats that a fact's type cannot have.
struct PlaceholderFormatRule: VariantLintRule {
  func findings(in unit: LintUnit, _ context: LintContext) -> [LintFinding] {
    unit.placed.placeholders.compactMap { place in
      let fact = place.placeholder.fact
      guard let format = place.placeholder.format,
        let type = unit.answer.fact(fact)?.type ?? KnownFacts.builtIn[fact], !Self.fits(format, type)
      else { return nil }
      let wanted = Self.type(for: format)
      return unit.finding(
        "placeholder.format", .error, at: place.offset,
        "“\(format.written)” needs a \(wanted.rawValue), and \(fact) is of type \(type.rawValue); write “\(fact) (\(wanted.rawValue))” under “Facts” in about.md, or leave the format out."
      )
    }
  }

  private static func type(for format: PlaceholderFormat) -> FactType {
    switch format {
    case .date, .weekday, .day: .date
    case .money: .money
    case .number, .percent, .plural: .number
    case .link: .link
    }
  }

  private static func fits(_ format: PlaceholderFormat, _ type: FactType) -> Bool {
    format == .link ? type == .link || type == .text : Self.type(for: format) == type
  }
}
