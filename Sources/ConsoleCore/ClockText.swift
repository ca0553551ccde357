package import DeskModel
package import TextLayout

/// Times as people read them: clock, day, how long ago.
package enum ClockText {
  /// `09:05` in the zone that is `offset` seconds east of UTC.
  package static func clock(_ moment: Timestamp, _ offset: Int) -> SafeText {
    let time = CivilTime(moment, offsetSeconds: offset)
    return SafeText(two(time.hour) + ":" + two(time.minute))
  }

  /// `09:05:07` in the zone that is `offset` seconds east of UTC.
  package static func clockWithSeconds(_ moment: Timestamp, _ offset: Int) -> SafeText {
    let time = CivilTime(moment, offsetSeconds: offset)
    return SafeText(two(time.hour) + ":" + two(time.minute) + ":" + two(time.second))
  }

  /// Whole days since the epoch in a zone: equal for two moments of one day.
  package static func day(_ moment: Timestamp, _ offset: Int) -> Int {
    CivilTime(moment, offsetSeconds: offset).daysSinceEpoch
  }

  /// `today`, `yesterday`, `Tue 3 Mar` or `3 Mar 2025`.
  package static func date(_ moment: Timestamp, _ offset: Int, now: Timestamp, _ words: Words) -> SafeText {
    let distance = day(now, offset) - day(moment, offset)
    if distance == 0 { return words("date.today") }
    if distance == 1 { return words("date.yesterday") }
    if distance == -1 { return words("date.tomorrow") }
    let time = CivilTime(moment, offsetSeconds: offset)
    let month = words("month.\(time.month)")
    if time.year != CivilTime(now, offsetSeconds: offset).year {
      return words("date.withYear", SafeText(String(time.day)), month, SafeText(String(time.year)))
    }
    return words("date.withWeekday", words("weekday.\(time.weekday)"), SafeText(String(time.day)), month)
  }

  /// The clock for today, else the date; for a row of a list.
  package static func short(_ moment: Timestamp, _ offset: Int, now: Timestamp, _ words: Words) -> SafeText {
    if day(now, offset) == day(moment, offset) { return clock(moment, offset) }
    let time = CivilTime(moment, offsetSeconds: offset)
    let month = words("month.\(time.month)")
    if time.year == CivilTime(now, offsetSeconds: offset).year {
      return words("date.short", SafeText(String(time.day)), month)
    }
    return words("date.monthYear", month, SafeText(String(time.year)))
  }

  /// Date and clock: `tomorrow 09:00`.
  package static func moment(_ moment: Timestamp, _ offset: Int, now: Timestamp, _ words: Words) -> SafeText {
    words("date.withClock", date(moment, offset, now: now, words), clock(moment, offset))
  }

  /// `less than a minute`, `12 min`, `3 h`, `2 days` – rounded down.
  package static func span(seconds: Int64, _ words: Words) -> SafeText {
    let minutes = max(0, seconds) / 60
    if minutes < 1 { return words("span.moment") }
    if minutes < 60 { return words("span.minutes", SafeText(String(minutes))) }
    if minutes < 48 * 60 { return words("span.hours", SafeText(String(minutes / 60))) }
    return words.counted("span.days", Int(minutes / 1_440))
  }

  /// Nine in the morning of the next day, or of the next `weekday` (0 for Monday).
  package static func nextMorning(after now: Timestamp, _ offset: Int, weekday: Int?) -> Timestamp {
    let today = CivilTime(now, offsetSeconds: offset)
    var days = today.daysSinceEpoch + 1
    if let weekday {
      let tomorrow = (today.weekday + 1) % 7
      days += (weekday - tomorrow + 7) % 7
    }
    return Timestamp(milliseconds: (Int64(days) * 86_400 + 9 * 3_600 - Int64(offset)) * 1_000)
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
