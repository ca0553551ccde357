extension Timestamp {
  /// Reads an RFC 3339 date-time such as `2026-03-01T09:12:00Z` or `2026-03-01 16:12:00.250+07:00`.
  ///
  /// Fractions beyond milliseconds are cut; second 60 counts as 59.
  /// - Returns: nil for anything else: a missing zone, a 30th of February, trailing characters, a moment that in UTC
  ///   lies outside the years 0000...9999, so that it could not be written again.
  package init?(rfc3339 text: String) {
    self.init(rfc3339: text.utf8)
  }

  /// Reads an RFC 3339 date-time from UTF-8 bytes.
  package init?(rfc3339 bytes: some Collection<UInt8>) {
    var reader = DigitReader(rest: Array(bytes)[...])
    guard let year = reader.number(4), reader.take("-"), let month = reader.number(2), reader.take("-"),
      let day = reader.number(2), reader.take("T") || reader.take("t") || reader.take(" "),
      let hour = reader.number(2), reader.take(":"), let minute = reader.number(2), reader.take(":"),
      let second = reader.number(2), let millisecond = reader.fraction(),
      let offset = reader.zoneOffset(), reader.rest.isEmpty
    else { return nil }
    guard (1...12).contains(month), day >= 1, day <= Self.daysIn(month: month, year: year), hour < 24,
      minute < 60, second <= 60
    else { return nil }
    let days = Int64(CivilTime.days(year: year, month: month, day: day))
    let ofDay = Int64(hour * 3_600 + minute * 60 + min(second, 59) - offset)
    let seconds = days * 86_400 + ofDay
    guard Self.writable.contains(seconds) else { return nil }
    self.init(milliseconds: seconds * 1_000 + Int64(millisecond))
  }

  /// The moment as RFC 3339 in UTC, with milliseconds only when there are any.
  package var rfc3339: String {
    let time = CivilTime(self)
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    let date = "\(padded(time.year, 4))-\(padded(time.month, 2))-\(padded(time.day, 2))"
    let clock = "\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2))"
    let fraction = time.millisecond == 0 ? "" : "." + padded(time.millisecond, 3)
    return "\(date)T\(clock)\(fraction)Z"
  }

  /// The seconds of the years 0000...9999 in UTC: RFC 3339 has four digits for a year.
  private static let writable =
    Int64(CivilTime.days(year: 0, month: 1, day: 1)) * 86_400..<Int64(
      CivilTime.days(year: 10_000, month: 1, day: 1)) * 86_400

  private static func daysIn(month: Int, year: Int) -> Int {
    let next = month == 12 ? (year + 1, 1) : (year, month + 1)
    return CivilTime.days(year: next.0, month: next.1, day: 1)
      - CivilTime.days(year: year, month: month, day: 1)
  }
}

private struct DigitReader {
  var rest: ArraySlice<UInt8>

  mutating func take(_ character: Character) -> Bool {
    guard let first = rest.first, first == character.asciiValue else { return false }
    rest.removeFirst()
    return true
  }

  mutating func number(_ digits: Int) -> Int? {
    var value = 0
    for _ in 0..<digits {
      guard let byte = rest.first, (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
      rest.removeFirst()
    }
    return value
  }

  mutating func fraction() -> Int? {
    guard take(".") else { return 0 }
    var value = 0
    var count = 0
    while let digit = number(1) {
      if count < 3 { value = value * 10 + digit }
      count += 1
    }
    guard count > 0 else { return nil }
    return count == 1 ? value * 100 : count == 2 ? value * 10 : value
  }

  /// Seconds east of UTC.
  mutating func zoneOffset() -> Int? {
    if take("Z") || take("z") { return 0 }
    let sign = take("+") ? 1 : take("-") ? -1 : 0
    guard sign != 0, let hours = number(2), take(":"), let minutes = number(2), hours < 24, minutes < 60
    else { return nil }
    return sign * (hours * 3_600 + minutes * 60)
  }
}
