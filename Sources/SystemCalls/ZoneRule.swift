/// The rule for times behind the last transition: a POSIX `TZ` string with RFC 9636's extension of its hours.
struct ZoneRule: Sendable, Hashable {
  /// Seconds east of UTC.
  private var standard = 0
  private var summer: Summer?

  private struct Summer: Sendable, Hashable {
    var offset: Int
    var start: Day
    var end: Day
  }

  private struct Day: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
      /// `Jn`: 1...365, 29 February never counted.
      case julian(Int)
      /// `n`: 0...365.
      case ordinal(Int)
      /// `Mm.w.d`: weekday d (0 is Sunday) of week w (5 is the last) of month m.
      case weekday(month: Int, week: Int, day: Int)
    }
    var kind: Kind
    /// Seconds after midnight of the local time that holds before.
    var time: Int
  }

  /// Reads a rule such as `CET-1CEST,M3.5.0,M10.5.0/3`; nil when it is none.
  init?(_ text: String) {
    var scanner = Scanner(rest: Array(text.utf8)[...])
    guard scanner.name(), let standard = scanner.time(limit: 24) else { return nil }
    self.standard = -standard
    if scanner.rest.isEmpty { return }
    guard scanner.name() else { return nil }
    var offset = self.standard + 3_600
    if scanner.rest.first != UInt8(ascii: ",") {
      guard let given = scanner.time(limit: 24) else { return nil }
      offset = -given
    }
    guard let start = scanner.day(), let end = scanner.day(), scanner.rest.isEmpty else { return nil }
    summer = Summer(offset: offset, start: start, end: end)
  }

  /// Seconds east of UTC at a moment (seconds since the Unix epoch).
  func seconds(at time: Int64) -> Int {
    guard let summer else { return standard }
    let year = Self.year(of: time + Int64(standard))
    let start = Self.moment(summer.start, year) - Int64(standard)
    let end = Self.moment(summer.end, year) - Int64(summer.offset)
    let isSummer = start < end ? time >= start && time < end : time >= start || time < end
    return isSummer ? summer.offset : standard
  }

  /// Seconds from the epoch to a day's moment, as if local time were UTC.
  private static func moment(_ day: Day, _ year: Int64) -> Int64 {
    let first = days(year, 1, 1)
    let date: Int64
    switch day.kind {
    case .julian(let number):
      let isLeap = days(year + 1, 1, 1) - first == 366
      date = first + Int64(number) - (isLeap && number >= 60 ? 0 : 1)
    case .ordinal(let number): date = first + Int64(number)
    case .weekday(let month, let week, let weekday):
      let start = days(year, Int64(month), 1)
      let next = month == 12 ? days(year + 1, 1, 1) : days(year, Int64(month) + 1, 1)
      // 1970-01-01 was a Thursday.
      let firstWeekday = ((start + 4) % 7 + 7) % 7
      var candidate = start + (Int64(weekday) - firstWeekday + 7) % 7 + Int64(week - 1) * 7
      while candidate >= next { candidate -= 7 }
      date = candidate
    }
    return date * 86_400 + Int64(day.time)
  }

  private static func year(of time: Int64) -> Int64 {
    let days = time >= 0 ? time / 86_400 : (time - 86_399) / 86_400
    var year = 1970 + days * 400 / 146_097
    while Self.days(year, 1, 1) > days { year -= 1 }
    while Self.days(year + 1, 1, 1) <= days { year += 1 }
    return year
  }

  /// Days from 1970-01-01 (H.
  ///
  /// Hinnant, "chrono-Compatible Low-Level Date Algorithms").
  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let ofEra = year - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }

  private struct Scanner {
    var rest: ArraySlice<UInt8>

    private mutating func take(_ byte: UInt8) -> Bool {
      guard rest.first == byte else { return false }
      rest.removeFirst()
      return true
    }

    mutating func name() -> Bool {
      if take(UInt8(ascii: "<")) {
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
        rest = rest[(end + 1)...]
        return true
      }
      let letters = rest.prefix { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
      rest = rest.dropFirst(letters.count)
      return letters.count >= 3
    }

    mutating func number(limit: Int) -> Int? {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      guard !digits.isEmpty, digits.count <= 3 else { return nil }
      rest = rest.dropFirst(digits.count)
      let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      return value <= limit ? value : nil
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    mutating func time(limit: Int) -> Int? {
      let sign = take(UInt8(ascii: "-")) ? -1 : 1
      if sign == 1 { _ = take(UInt8(ascii: "+")) }
      guard var total = number(limit: limit).map({ $0 * 3_600 }) else { return nil }
      if take(UInt8(ascii: ":")) {
        guard let minutes = number(limit: 59) else { return nil }
        total += minutes * 60
        if take(UInt8(ascii: ":")) {
          guard let seconds = number(limit: 59) else { return nil }
          total += seconds
        }
      }
      return sign * total
    }

    mutating func day() -> Day? {
      guard take(UInt8(ascii: ",")) else { return nil }
      let kind: Day.Kind
      if take(UInt8(ascii: "M")) {
        guard let month = number(limit: 12), month > 0, take(UInt8(ascii: ".")), let week = number(limit: 5),
          week > 0,
          take(UInt8(ascii: ".")), let day = number(limit: 6)
        else { return nil }
        kind = .weekday(month: month, week: week, day: day)
      } else if take(UInt8(ascii: "J")) {
        guard let number = number(limit: 365), number > 0 else { return nil }
        kind = .julian(number)
      } else {
        guard let number = number(limit: 365) else { return nil }
        kind = .ordinal(number)
      }
      var time = 7_200
      if take(UInt8(ascii: "/")) {
        guard let given = self.time(limit: 167) else { return nil }
        time = given
      }
      return Day(kind: kind, time: time)
    }
  }
}
