import DeskModel
import LocalePacks

/// Finds days that no calendar has, and days of the week that do not belong to their date.
struct DateRule: VariantLintRule {
  func findings(in unit: LintUnit, _ context: LintContext) -> [LintFinding] {
    let dates = LiteralDates(unit.flat.characters, context.dates[unit.locale])
    return dates.all.compactMap { date in
      let written = unit.flat.words(date.places)
      let possible = date.readings.filter(\.exists)
      if possible.isEmpty {
        return unit.finding(
          "date.impossible", .error, at: date.places.lowerBound, of: unit.flat,
          "There is no such day as “\(written)”; correct it.")
      }
      let days = possible.compactMap(\.days)
      guard days.count == 1, let (weekday, word) = dates.weekday(before: date) else { return nil }
      let right = CivilTime(Timestamp(milliseconds: Int64(days[0]) * 86_400_000)).weekday
      guard right != weekday else { return nil }
      return unit.finding(
        "date.weekday", .error, at: date.places.lowerBound, of: unit.flat,
        "“\(written)” is no \(word) but a \(dates.name(ofWeekday: right)); correct the day or the date.")
    }
  }
}
