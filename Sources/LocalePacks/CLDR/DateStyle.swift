import DeskModel

/// The calendar by which a locale counts its days.
package enum CLDRCalendar: String, Sendable, Hashable {
  /// The common one.
  case gregorian
  /// The Gregorian one with its years counted from 543 BC, as in Thailand.
  case buddhist
  /// The solar one of Iran, in its arithmetic form of 33-year cycles; right for the years 1799 to 2256.
  case persian
}

/// How dates are written in a locale; the values of CLDR.
package struct DateStyle: Sendable, Hashable {
  /// The calendar.
  package let calendar: CLDRCalendar
  /// CLDR's long date: `d MMMM y`.
  package let long: String
  /// Day and month: `d MMMM`.
  package let day: String
  /// The twelve months as they stand within a date, from January, or from Farvardin.
  package let months: [String]
  /// The days of the week as they stand within a date, Monday first.
  package let weekdays: [String]

  /// Makes a style; `months` are twelve, `weekdays` seven.
  package init(calendar: CLDRCalendar, long: String, day: String, months: [String], weekdays: [String]) {
    self.calendar = calendar
    self.long = long
    self.day = day
    self.months = months
    self.weekdays = weekdays
  }

  /// Writes a day, given in days since 1970-01-01, with its year.
  ///
  /// `digits` are the locale's, 0 to 9.
  package func date(_ days: Int, digits: [Character]) -> String { written(long, days, digits) }

  /// Writes the day and the month alone.
  package func dayAndMonth(_ days: Int, digits: [Character]) -> String { written(day, days, digits) }

  /// The day of the week.
  package func weekday(_ days: Int) -> String {
    weekdays[CivilTime(Timestamp(milliseconds: Int64(days) * 86_400_000)).weekday]
  }

  /// Fills a pattern of UTS #35: `d`, `M`, `MMMM`, `LLLL`, `y`, and text in quotes or of other letters.
  private func written(_ pattern: String, _ days: Int, _ digits: [Character]) -> String {
    let parts = parts(of: days)
    var text = ""
    var isQuoted = false
    var rest = Substring(pattern)
    while let first = rest.first {
      if first == "'" {
        isQuoted.toggle()
        rest = rest.dropFirst()
        continue
      }
      let run = rest.prefix { $0 == first }
      rest = rest.dropFirst(run.count)
      switch first {
      case "d" where !isQuoted: text += number(parts.day, digits)
      case "y" where !isQuoted: text += number(parts.year, digits)
      case "M" where !isQuoted, "L" where !isQuoted:
        text += run.count > 2 ? months[parts.month - 1] : number(parts.month, digits)
      default: text += run
      }
    }
    return text
  }

  private func number(_ value: Int, _ digits: [Character]) -> String {
    String(String(value).map { $0.wholeNumberValue.map { digits[$0] } ?? $0 })
  }

  private func parts(of days: Int) -> (year: Int, month: Int, day: Int) {
    let civil = CivilTime(Timestamp(milliseconds: Int64(days) * 86_400_000))
    switch calendar {
    case .gregorian: return (civil.year, civil.month, civil.day)
    case .buddhist: return (civil.year + 543, civil.month, civil.day)
    case .persian: return PersianDate.parts(of: days)
    }
  }
}

/// Days of the Persian calendar, by its cycle of 33 years.
///
/// Source: Reingold and Dershowitz, "Calendrical Calculations", chapter 15.
enum PersianDate {
  /// Whether a year of the calendar has 366 days: the 1st, 5th, 9th, 13th, 17th, 22nd, 26th and 30th of each cycle.
  static func isLeap(_ year: Int) -> Bool { [1, 5, 9, 13, 17, 22, 26, 30].contains(year % 33) }

  /// Year, month and day of a day since 1970-01-01, which was 11 Dey 1348.
  static func parts(of days: Int) -> (year: Int, month: Int, day: Int) {
    var year = 1348
    // 1 Farvardin 1348 was 1969-03-21, 286 days before.
    var start = -286
    func length(_ year: Int) -> Int { isLeap(year) ? 366 : 365 }
    while days < start {
      year -= 1
      start -= length(year)
    }
    while days >= start + length(year) {
      start += length(year)
      year += 1
    }
    let ofYear = days - start
    return ofYear < 186
      ? (year, ofYear / 31 + 1, ofYear % 31 + 1) : (year, (ofYear - 186) / 30 + 7, (ofYear - 186) % 30 + 1)
  }
}
