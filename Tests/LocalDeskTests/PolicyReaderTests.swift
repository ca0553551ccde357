import DeskModel
import SystemCalls
import Testing

@testable import LocalDesk

@Suite("PolicyReader")
struct PolicyReaderTests {
  static let whole = """
    // What we promise.
    {
      targets: {
        firstReply: "1h", nextReply: "4h", resolution: "3d",
        vip: { firstReply: "15m", resolution: null },
      },
      vipAhead: "45m",
      hours: {
        timeZone: "Asia/Jakarta",
        days: { mon: ["09:00-12:00", "13:00-18:00"], tue: ["09:00-17:00"], sun: ["00:00-24:00"] },
        closed: ["2026-12-25"],
      },
    }
    """

  private static func policy(_ text: String) throws -> DeskPolicy {
    try PolicyReader.policy(Array(text.utf8))
  }

  @Test("a whole policy is read; a day counts as a working day")
  func whole() throws {
    let policy = try Self.policy(Self.whole)
    // 8, 8 and 24 hours.
    let day: Int64 = 48_000 / 60 * 60
    #expect(
      policy.policy.targets == ServiceTargets(firstReply: 3_600, nextReply: 14_400, resolution: 3 * day))
    #expect(policy.policy.vipTargets == ServiceTargets(firstReply: 900, nextReply: 14_400))
    #expect(policy.policy.vipAhead == 2_700)
    #expect(policy.policy.hours?.days[0] == [540..<720, 780..<1_080])
    #expect(policy.policy.hours?.days[2] == [])
    #expect(policy.policy.hours?.days[6] == [0..<1_440])
    #expect(policy.policy.hours?.closed.count == 1)
    #expect(policy.zone == ZoneOffset("Asia/Jakarta"))
    #expect(policy.hash != 0)
  }

  @Test("everything may be absent")
  func empty() throws {
    let policy = try Self.policy("{}")
    #expect(policy.policy == .none && policy.zone == nil && policy.hash != 0)
    #expect(
      try Self.policy(#"{ targets: { vip: { resolution: "2d" } } }"#).policy.vipTargets.resolution == 172_800)
    #expect(try Self.policy(#"{ vipAhead: "0m" }"#).policy.vipAhead == 0)
  }

  private static let bad: [(String, String)] = [
    ("", "line 1: expected a value, found the end of the text"),
    ("[]", "line 1: expected an object: { … }, found an array"),
    ("{\n  a b", "line 2: expected \":\", found \"b\""),
    ("{} x", "line 1: expected the end of the text, found \"x\""),
    (
      "{\n\n  target: {} }",
      "line 3: target: there is no such setting; known here are targets, vipAhead and hours"
    ),
    (
      "{ targets: {\n first: 1 } }",
      "line 2: targets.first: there is no such setting; known here are firstReply, nextReply, resolution and vip"
    ),
    (
      "{ targets: { vip: { vip: {} } } }",
      "line 1: targets.vip.vip: there is no such setting; known here are firstReply, nextReply and resolution"
    ),
    (
      "{ targets: {\n firstReply: 60 } }",
      "line 2: targets.firstReply: expected \(TimeSpan.example), found a number"
    ),
    (
      "{ targets: { vip: {\n firstReply: 'soon' } } }",
      "line 2: targets.vip.firstReply: expected \(TimeSpan.example), at most a year, found \"soon\""
    ),
    (
      "{ targets: { resolution: '0m' } }",
      "line 1: targets.resolution: expected \(TimeSpan.example), at most a year, found \"0m\""
    ),
    (
      "{ targets: { resolution: '60w' } }",
      "line 1: targets.resolution: expected \(TimeSpan.example), at most a year, found \"60w\""
    ),
    ("{ vipAhead: '2w' }", "line 1: vipAhead: expected a span such as 30m, at most 1w, found \"2w\""),
    (
      "{ hours: { timeZone: 'Mars/Olympus' } }",
      "line 1: hours.timeZone: expected a time zone that this system has, such as Asia/Jakarta, found \"Mars/Olympus\""
    ),
    (
      "{ hours: { days: { mon: ['09:00-18:00'] } } }",
      "line 1: hours.timeZone: expected a time zone such as Asia/Jakarta, found nothing"
    ),
    (
      "{ hours: {\n timeZone: 'UTC', days: {} } }",
      "line 1: hours.days: expected at least one day with hours, found none"
    ),
    (
      "{ hours: { days: { Monday: [] } } }",
      "line 1: hours.days.Monday: there is no such setting; known here are mon, tue, wed, thu, fri, sat, sun"
    ),
    (
      "{ hours: { days: { mon: [\n '9-18'] } } }",
      "line 2: hours.days.mon[0]: expected hours such as 09:00-18:00 (split at midnight), found \"9-18\""
    ),
    (
      "{ hours: { days: { mon: ['22:00-06:00'] } } }",
      "line 1: hours.days.mon[0]: expected hours such as 09:00-18:00 (split at midnight), found \"22:00-06:00\""
    ),
    (
      "{ hours: { days: { mon: ['09:00-24:01'] } } }",
      "line 1: hours.days.mon[0]: expected hours such as 09:00-18:00 (split at midnight), found \"09:00-24:01\""
    ),
    (
      "{ hours: { days: { mon: ['09:00-12:00',\n'11:00-13:00'] } } }",
      "line 2: hours.days.mon[1]: expected hours after those before them, found \"11:00-13:00\""
    ),
    (
      "{ hours: { days: { mon: '09:00-12:00' } } }",
      "line 1: hours.days.mon: expected a list of hours such as 09:00-18:00, found a string"
    ),
    (
      "{ hours: { closed: ['25.12.'] } }",
      "line 1: hours.closed[0]: expected a date such as 2026-12-25, found \"25.12.\""
    ),
    (
      "{ hours: { closed: ['2026-02-30'] } }",
      "line 1: hours.closed[0]: expected a date such as 2026-12-25, found \"2026-02-30\""
    ),
  ]

  @Test("what is wrong is named with its line and field", arguments: bad)
  func refuses(text: String, sentence: String) {
    do {
      _ = try Self.policy(text)
      Issue.record("expected an error")
    } catch {
      #expect("\(error)" == sentence)
    }
  }

  @Test("no policy traps, wherever it is cut")
  func cut() {
    let bytes = Array(Self.whole.utf8)
    for count in 0..<bytes.count {
      #expect(throws: (any Error).self) { _ = try PolicyReader.policy(Array(bytes[..<count])) }
    }
  }
}
