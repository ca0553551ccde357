import DeskModel
import Testing

@Suite("TimeSpan")
struct TimeSpanTests {
  @Test(
    "spans are read and written in the shortest way",
    arguments: [
      ("45m", 2_700, "45m"), ("2h", 7_200, "2h"), ("90m", 5_400, "1h30m"), ("1H30M", 5_400, "1h30m"),
      ("3d", 259_200, "3d"),
      ("1w", 604_800, "1w"), ("8d", 691_200, "1w1d"), ("0s", 0, "0m"), ("61s", 61, "1m1s"),
      ("1w2d3h4m5s", 788_645, "1w2d3h4m5s"),
    ] as [(String, Int64, String)])
  func good(text: String, seconds: Int64, written: String) throws {
    #expect(try TimeSpan.seconds(in: text) == seconds)
    #expect(TimeSpan.text(seconds: seconds) == written)
    #expect(try TimeSpan.seconds(in: written) == seconds)
  }

  @Test("half a span is unfinished", arguments: ["", "1", "1h30"])
  func unfinished(text: String) {
    #expect(throws: TimeSpan.Failure.unfinished) { _ = try TimeSpan.seconds(in: text) }
  }

  @Test(
    "anything else is wrong",
    arguments: [
      "h", "1x", "-1h", "1.5h", "30m1h", "1h1h", " 1h", "1 h", "١h", "99999999999999999999s",
      "9223372036854775807w",
    ])
  func wrong(text: String) {
    #expect(throws: TimeSpan.Failure.wrong) { _ = try TimeSpan.seconds(in: text) }
  }

  @Test("a working day and an open week may be shorter")
  func units() throws {
    let units = TimeSpan.Units(day: 32_400, week: 162_000)
    #expect(try TimeSpan.seconds(in: "1w2d1h", units: units) == 162_000 + 64_800 + 3_600)
  }
}
