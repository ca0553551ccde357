import ConsoleCore
import DeskModel
import TestSupport
import Testing
import TextLayout

@Suite("ClockText")
struct ClockTextTests {
  private static func at(_ text: String) throws -> Timestamp {
    try #require(Timestamp(rfc3339: text), "\(text)")
  }

  @Test(
    "the clock in a zone",
    arguments: [
      ("2026-03-02T09:05:59Z", 0, "09:05"), ("2026-03-02T09:05:00Z", 25_200, "16:05"),
      ("2026-03-02T23:59:00Z", 3_600, "00:59"), ("2026-03-02T00:10:00Z", -12_600, "20:40"),
      ("2026-03-02T09:05:00Z", 20_700, "14:50"), ("1969-12-31T23:59:59Z", 0, "23:59"),
    ])
  func clock(moment: String, offset: Int, expected: String) throws {
    #expect(ClockText.clock(try Self.at(moment), offset).string == expected)
  }

  @Test(
    "the day of a moment, seen from now",
    arguments: [
      ("2026-03-02T00:00:00Z", 0, "today"), ("2026-03-02T23:59:59Z", 0, "today"),
      ("2026-03-01T23:59:59Z", 0, "yesterday"), ("2026-03-03T00:00:00Z", 0, "tomorrow"),
      ("2026-03-01T20:00:00Z", 25_200, "today"), ("2026-03-02T18:00:00Z", 25_200, "tomorrow"),
      ("2026-02-28T12:00:00Z", 0, "Sat 28 Feb"), ("2026-03-04T12:00:00Z", 0, "Wed 4 Mar"),
      ("2025-12-31T23:59:59Z", 0, "31 Dec 2025"), ("2025-12-31T23:59:59Z", 3_600, "Thu 1 Jan"),
      ("2027-01-01T00:00:00Z", 0, "1 Jan 2027"), ("1970-01-01T00:00:00Z", 0, "1 Jan 1970"),
    ])
  func date(moment: String, offset: Int, expected: String) throws {
    let words = try Fixtures.words()
    #expect(ClockText.date(try Self.at(moment), offset, now: Fixtures.now, words).string == expected)
  }

  @Test("yesterday is yesterday also at the turn of a year")
  func turnOfYear() throws {
    let words = try Fixtures.words()
    let now = try Self.at("2026-01-01T00:10:00Z")
    #expect(ClockText.date(try Self.at("2025-12-31T23:50:00Z"), 0, now: now, words).string == "yesterday")
    #expect(ClockText.short(try Self.at("2025-12-31T23:50:00Z"), 0, now: now, words).string == "Dec 2025")
  }

  @Test(
    "short times for rows",
    arguments: [
      ("2026-03-02T07:00:00Z", "07:00"), ("2026-02-12T07:00:00Z", "12 Feb"),
      ("2024-02-29T07:00:00Z", "Feb 2024"),
    ])
  func short(moment: String, expected: String) throws {
    #expect(
      ClockText.short(try Self.at(moment), 0, now: Fixtures.now, try Fixtures.words()).string == expected)
  }

  @Test("date and clock together")
  func moment() throws {
    let nine = try Self.at("2026-03-03T09:00:00Z")
    #expect(ClockText.moment(nine, 0, now: Fixtures.now, try Fixtures.words()).string == "tomorrow 09:00")
  }

  @Test(
    "spans are rounded down and never negative",
    arguments: [
      (-5, "span.moment", 0), (0, "span.moment", 0), (59, "span.moment", 0), (60, "span.minutes", 1),
      (3_599, "span.minutes", 59), (3_600, "span.hours", 1), (172_799, "span.hours", 47),
      (172_800, "span.days", 2), (31_536_000, "span.days", 365),
    ] as [(Int64, String, Int)])
  func span(seconds: Int64, key: String, number: Int) throws {
    let words = try Fixtures.words()
    let expected = words.format(key, [.init(String(number))]).string
    #expect(ClockText.span(seconds: seconds, words).string == expected)
  }

  @Test(
    "nine in the morning of the next day, or of the next weekday",
    arguments: [
      ("2026-03-02T09:24:00Z", 0, nil, "2026-03-03T09:00:00Z"),
      ("2026-03-02T00:01:00Z", 0, nil, "2026-03-03T09:00:00Z"),
      ("2026-03-02T09:24:00Z", 0, 0, "2026-03-09T09:00:00Z"),
      ("2026-03-08T23:00:00Z", 0, 0, "2026-03-09T09:00:00Z"),
      ("2026-03-08T23:00:00Z", 25_200, 0, "2026-03-16T02:00:00Z"),
      ("2026-03-02T09:24:00Z", 0, 2, "2026-03-04T09:00:00Z"),
      ("2026-03-02T23:00:00Z", -18_000, nil, "2026-03-03T14:00:00Z"),
      ("2025-12-31T12:00:00Z", 0, nil, "2026-01-01T09:00:00Z"),
      ("2024-02-28T12:00:00Z", 0, nil, "2024-02-29T09:00:00Z"),
    ] as [(String, Int, Int?, String)])
  func nextMorning(now: String, offset: Int, weekday: Int?, expected: String) throws {
    let next = ClockText.nextMorning(after: try Self.at(now), offset, weekday: weekday)
    #expect(next.rfc3339 == expected)
  }

  @Test("the next Monday is a Monday, at most seven days away, from any hour in any zone")
  func nextMonday() {
    for hour in 0..<200 {
      for offset in [-43_200, -12_600, 0, 20_700, 50_400] {
        let now = Fixtures.now.adding(seconds: Int64(hour) * 3_600)
        let next = ClockText.nextMorning(after: now, offset, weekday: 0)
        let civil = CivilTime(next, offsetSeconds: offset)
        #expect(civil.weekday == 0 && civil.hour == 9 && civil.minute == 0)
        #expect(next > now)
        #expect(next.seconds(since: now) <= 7 * 86_400 + 9 * 3_600)
      }
    }
  }
}
