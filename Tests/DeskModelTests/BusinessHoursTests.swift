import DeskModel
import Testing

@Suite("BusinessHours")
struct BusinessHoursTests {
  private static func time(_ text: String) -> Timestamp {
    Timestamp(rfc3339: text) ?? Timestamp(milliseconds: .min)
  }
  private static let office = [9 * 60..<12 * 60, 13 * 60..<18 * 60]
  /// Monday to Friday with a lunch break, Saturday morning.
  private static let week = BusinessHours(
    days: [office, office, office, office, office, [9 * 60..<13 * 60], []],
    closed: [CivilTime(time("2026-03-05T00:00:00Z")).daysSinceEpoch])
  private static let always = BusinessHours(days: Array(repeating: [0..<1_440], count: 7))
  /// Sundays from 01:30 to 03:00, across the changes of the clock.
  private static let night = BusinessHours(days: [[], [], [], [], [], [], [90..<180]])

  private static func jakarta(_ moment: Timestamp) -> Int { 7 * 3_600 }
  /// Central European time in 2026: summer from 29 March 01:00 UTC to 25 October 01:00 UTC.
  private static func berlin(_ moment: Timestamp) -> Int {
    moment >= time("2026-03-29T01:00:00Z") && moment < time("2026-10-25T01:00:00Z") ? 7_200 : 3_600
  }

  // 2026-03-02 is a Monday.
  @Test(
    "open time is added in the desk's own zone",
    arguments: [
      ("2026-03-02T10:00:00+07:00", 3_600, "2026-03-02T11:00:00+07:00"),
      ("2026-03-02T11:30:00+07:00", 3_600, "2026-03-02T13:30:00+07:00"),
      ("2026-03-02T03:00:00+07:00", 60, "2026-03-02T09:01:00+07:00"),
      ("2026-03-02T17:30:00+07:00", 3_600, "2026-03-03T09:30:00+07:00"),
      ("2026-03-02T17:00:00+07:00", 3_600, "2026-03-02T18:00:00+07:00"),
      ("2026-03-04T17:30:00+07:00", 3_600, "2026-03-06T09:30:00+07:00"),
      ("2026-03-07T12:30:00+07:00", 3_600, "2026-03-09T09:30:00+07:00"),
      ("2026-03-08T12:00:00+07:00", 0, "2026-03-08T12:00:00+07:00"),
      ("2026-03-02T01:59:59Z", 28_800, "2026-03-02T18:00:00+07:00"),
      ("2026-03-02T10:00:00+07:00", 158_400, "2026-03-10T10:00:00+07:00"),
    ] as [(String, Int64, String)])
  func adds(from: String, seconds: Int64, to: String) throws {
    let hours = try #require(Self.week)
    let end = hours.adding(seconds: seconds, to: Self.time(from), offset: Self.jakarta)
    #expect(end == Self.time(to), "\(end.rfc3339)")
    #expect(hours.seconds(from: Self.time(from), to: end, offset: Self.jakarta) == seconds)
  }

  @Test(
    "a day may have 23 or 25 hours, and hours that the clock skips or repeats",
    arguments: [
      (false, "2026-03-28T12:00:00+01:00", 86_400, "2026-03-29T13:00:00+02:00"),
      (false, "2026-10-24T12:00:00+02:00", 86_400, "2026-10-25T11:00:00+01:00"),
      // 29 March: 01:30 to the change at 02:00, which is 03:00 at once: half an hour is open.
      (true, "2026-03-29T00:00:00+01:00", 1_800, "2026-03-29T03:00:00+02:00"),
      (true, "2026-03-29T00:00:00+01:00", 1_801, "2026-04-05T01:30:01+02:00"),
      // 25 October: 01:30 to 03:00 with an hour that comes twice: two hours and a half.
      (true, "2026-10-25T00:00:00+02:00", 9_000, "2026-10-25T03:00:00+01:00"),
      (true, "2026-10-25T00:00:00+02:00", 9_001, "2026-11-01T01:30:01+01:00"),
      (true, "2026-11-01T00:00:00+01:00", 5_400, "2026-11-01T03:00:00+01:00"),
    ] as [(Bool, String, Int64, String)])
  func changesOfTheClock(isNight: Bool, from: String, seconds: Int64, to: String) throws {
    let hours = try #require(isNight ? Self.night : Self.always)
    let end = hours.adding(seconds: seconds, to: Self.time(from), offset: Self.berlin)
    #expect(end == Self.time(to), "\(end.rfc3339)")
    #expect(hours.seconds(from: Self.time(from), to: end, offset: Self.berlin) == seconds)
  }

  @Test("without closed hours open time is time")
  func around() throws {
    let hours = try #require(Self.always)
    let start = Self.time("2026-03-02T10:00:00Z")
    for seconds in [1, 59, 86_400, 40 * 86_400] as [Int64] {
      #expect(
        hours.adding(seconds: seconds, to: start, offset: Self.jakarta) == start.adding(seconds: seconds))
    }
    #expect(hours.seconds(from: start, to: start.adding(seconds: -5), offset: Self.jakarta) == 0)
  }

  @Test("a working day is the mean of the open ones")
  func day() throws {
    let hours = try #require(Self.week)
    #expect(hours.week == 5 * 28_800 + 14_400)
    #expect(hours.day == 26_400)
  }

  @Test("a desk that is closed for ten years counts as open")
  func closedForLong() throws {
    let first = CivilTime(Self.time("2026-01-01T00:00:00Z")).daysSinceEpoch
    let hours = try #require(
      BusinessHours(days: Array(repeating: [0..<1_440], count: 7), closed: Set(first..<first + 4_000)))
    let start = Self.time("2026-01-02T00:00:00Z")
    #expect(hours.adding(seconds: 60, to: start, offset: { _ in 0 }) == start.adding(seconds: 60))
  }

  @Test("hours that overlap, are empty or lie outside of the day are none")
  func refused() {
    func hours(_ spans: [Range<Int>]) -> BusinessHours? {
      BusinessHours(days: [spans, [], [], [], [], [], []])
    }
    #expect(hours([0..<1_440]) != nil && hours([0..<5, 5..<6]) != nil)
    for spans in [[], [0..<1_441], [5..<9, 8..<10], [5..<9, 1..<2], [5..<5]] as [[Range<Int>]] {
      #expect(hours(spans) == nil)
    }
    #expect(BusinessHours(days: [[0..<9]]) == nil)
  }
}
