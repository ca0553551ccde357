import DeskModel
import Testing

@Suite("Times")
struct TimestampTests {
  @Test(
    "RFC 3339 date-times are read",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2026-03-01T09:12:00Z", 1_772_356_320_000),
      ("2026-03-01T16:12:00+07:00", 1_772_356_320_000), ("2026-03-01T03:42:00-05:30", 1_772_356_320_000),
      ("2026-03-01 09:12:00.25z", 1_772_356_320_250), ("2026-03-01t09:12:00.1239Z", 1_772_356_320_123),
      ("2024-02-29T00:00:00Z", 1_709_164_800_000), ("2016-12-31T23:59:60Z", 1_483_228_799_000),
      ("1969-12-31T23:59:59.999Z", -1), ("0001-01-01T00:00:00Z", -62_135_596_800_000),
      ("9999-12-31T23:59:59Z", 253_402_300_799_000), ("2000-02-29T12:00:00-00:00", 951_825_600_000),
    ] as [(String, Int64)])
  func reads(text: String, milliseconds: Int64) {
    #expect(Timestamp(rfc3339: text)?.milliseconds == milliseconds)
    #expect(Timestamp(rfc3339: text.utf8)?.milliseconds == milliseconds)
  }

  @Test(
    "Anything else is refused",
    arguments: [
      "", "yesterday", "2026-03-01", "2026-03-01T09:12:00", "2026-03-01T09:12Z", "2026-3-1T09:12:00Z",
      "2026-02-30T00:00:00Z", "2025-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2026-13-01T00:00:00Z",
      "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z", "2026-01-32T00:00:00Z", "2026-01-01T24:00:00Z",
      "2026-01-01T00:60:00Z", "2026-01-01T00:00:61Z", "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00+24:00",
      "2026-01-01T00:00:00+0700", "2026-01-01T00:00:00Z ", " 2026-01-01T00:00:00Z", "2026-01-01T00:00:00ZZ",
      "+026-01-01T00:00:00Z", "２026-01-01T00:00:00Z", "9999-12-31T23:59:59-00:01",
      "0000-01-01T00:00:00+00:01",
    ])
  func refuses(text: String) {
    #expect(Timestamp(rfc3339: text) == nil)
  }

  @Test(
    "A time is written in UTC, with milliseconds only when there are any",
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (1_772_356_320_250, "2026-03-01T09:12:00.250Z"),
      (-1, "1969-12-31T23:59:59.999Z"),
      (1_709_164_800_005, "2024-02-29T00:00:00.005Z"), (-62_135_596_800_000, "0001-01-01T00:00:00Z"),
    ] as [(Int64, String)])
  func writes(milliseconds: Int64, text: String) {
    #expect(Timestamp(milliseconds: milliseconds).rfc3339 == text)
  }

  @Test("Every day from 1890 to 2110 survives a round trip and follows the day before")
  func roundTrip() {
    var moment = Timestamp(milliseconds: -2_524_521_600_000)
    var weekday = CivilTime(moment).weekday
    #expect(CivilTime(moment).year == 1890)
    while CivilTime(moment).year < 2110 {
      #expect(Timestamp(rfc3339: moment.rfc3339) == moment)
      let time = CivilTime(moment)
      #expect(Int64(time.daysSinceEpoch) * 86_400_000 == moment.milliseconds)
      #expect(time.weekday == weekday)
      weekday = (weekday + 1) % 7
      moment = moment.adding(seconds: 86_400)
    }
  }

  @Test("Seconds between moments are rounded down, also backwards")
  func seconds() {
    let moment = Timestamp(milliseconds: 10_000)
    #expect(moment.adding(seconds: -3).milliseconds == 7_000)
    #expect(Timestamp(milliseconds: 11_999).seconds(since: moment) == 1)
    #expect(Timestamp(milliseconds: 9_999).seconds(since: moment) == -1)
    #expect(Timestamp(milliseconds: 9_000).seconds(since: moment) == -1)
  }
}

@Suite("Civil time")
struct CivilTimeTests {
  @Test("A moment has its date and time of day in a zone")
  func offsets() {
    let moment = Timestamp(milliseconds: 1_772_390_040_123)  // 2026-03-01T18:34:00.123Z
    let jakarta = CivilTime(moment, offsetSeconds: 7 * 3_600)
    #expect([jakarta.year, jakarta.month, jakarta.day, jakarta.hour, jakarta.minute] == [2026, 3, 2, 1, 34])
    #expect(jakarta.second == 0)
    #expect(jakarta.millisecond == 123)
    #expect(jakarta.weekday == 0)
    let newYork = CivilTime(moment, offsetSeconds: -5 * 3_600)
    #expect([newYork.day, newYork.hour, newYork.weekday] == [1, 13, 6])
  }
}
