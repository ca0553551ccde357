package import LocalePacks

/// Writes values of facts as a locale writes them.
package struct FactWriter: Sendable, Hashable {
  private let numbers: NumberStyle
  private let plurals: PluralRules
  private let dates: DateStyle
  private let thisYear: Int

  /// Makes a writer for a locale; `today` is where the customer is, in days since 1970-01-01.
  package init(_ locale: CLDRLocale, dates: DateStyle, today: Int) {
    numbers = locale.numbers
    plurals = locale.plurals
    self.dates = dates
    thisYear = CivilDay.year(today)
  }

  /// Writes a value; nil when the format asks for what the value is not: a plural of words, a sign without a meaning.
  package func text(_ value: FactValue, _ format: PlaceholderFormat?) -> String? {
    if case .plural(let forms) = format { return plural(value, forms) }
    switch value {
    case .text(let text): return text
    case .flag: return nil
    case .date(let days):
      switch format {
      case .weekday: return dates.weekday(days)
      case .day: return dates.dayAndMonth(days, digits: numbers.digits)
      default:
        return CivilDay.year(days) == thisYear
          ? dates.dayAndMonth(days, digits: numbers.digits) : dates.date(days, digits: numbers.digits)
      }
    case .number(let number):
      return format == .percent ? numbers.percent(number) : numbers.decimal(number)
    case .money(let amount, let currency):
      return numbers.money(amount, currency: currency, digits: .short)
    }
  }

  /// A day as usual, and the time on it, in minutes from midnight: `6 March 18:00`, in the locale's digits.
  package func moment(day: Int, minute: Int) -> String {
    func two(_ value: Int) -> String { (value < 10 ? "0" : "") + String(value) }
    let clock = two(minute / 60) + ":" + two(minute % 60)
    let digits = numbers.digits
    let written = String(clock.map { $0.wholeNumberValue.map { digits[$0] } ?? $0 })
    return (text(.date(day), nil) ?? "") + " " + written
  }

  /// The form of a number's category: as many forms as the language has categories for whole numbers, in CLDR's order.
  private func plural(_ value: FactValue, _ forms: [String]) -> String? {
    guard case .number(let number) = value, let category = plurals.category(of: number) else { return nil }
    let categories = pluralCategories
    guard let index = categories.firstIndex(of: category), index < forms.count else { return forms.last }
    return forms[index]
  }

  /// The categories that whole numbers up to 200 fall into, in CLDR's order.
  ///
  /// What some languages do with a million days needs no form of its own: it takes the last one.
  package var pluralCategories: [PluralCategory] {
    let found = Set((0...200).map { plurals.category(of: $0) })
    return PluralCategory.allCases.filter(found.contains)
  }
}
