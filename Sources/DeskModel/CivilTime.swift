/// A date and a time of day in the proleptic Gregorian calendar, without a zone.
///
/// Day arithmetic follows the era-based algorithm of H. Hinnant, "chrono-Compatible Low-Level Date
/// Algorithms" (public domain). Foundation's calendar is not used here: loading it before the
/// first frame would double the start-up time.
package struct CivilTime: Sendable, Hashable {
  /// The Gregorian year.
  package var year: Int
  /// 1...12.
  package var month: Int
  /// 1...31.
  package var day: Int
  /// 0...23.
  package var hour: Int
  /// 0...59.
  package var minute: Int
  /// 0...59 (a leap second is written as 59).
  package var second: Int
  /// 0...999.
  package var millisecond: Int

  /// The civil time at a moment, `offsetSeconds` east of UTC.
  package init(_ moment: Timestamp, offsetSeconds: Int = 0) {
    let local = moment.milliseconds + Int64(offsetSeconds) * 1_000
    let days = local.quotientFloor(86_400_000)
    let ofDay = Int(local - days * 86_400_000)
    let shifted = days + 719_468
    let era = shifted.quotientFloor(146_097)
    let dayOfEra = Int(shifted - era * 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + Int(era) * 400 + (month <= 2 ? 1 : 0)
    hour = ofDay / 3_600_000
    minute = ofDay / 60_000 % 60
    second = ofDay / 1_000 % 60
    millisecond = ofDay % 1_000
  }

  /// Days from 1970-01-01 to this date.
  package var daysSinceEpoch: Int { Self.days(year: year, month: month, day: day) }

  /// 0 for Monday … 6 for Sunday (ISO 8601 order, from 0).
  package var weekday: Int {
    let shifted = (daysSinceEpoch + 3) % 7
    return shifted < 0 ? shifted + 7 : shifted
  }

  /// Days from 1970-01-01 to a date.
  package static func days(year: Int, month: Int, day: Int) -> Int {
    let fromMarch = month <= 2 ? year - 1 : year
    let era = (fromMarch >= 0 ? fromMarch : fromMarch - 399) / 400
    let yearOfEra = fromMarch - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
