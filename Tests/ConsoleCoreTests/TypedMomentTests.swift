import ConsoleCore
import DeskModel
import TestSupport
import Testing

/// Times as people type them; now is Monday, 2 March 2026, 09:24 UTC unless said.
@Suite("TypedMoment")
struct TypedMomentTests {
  private static func vocabulary() throws -> TypedMoment.Vocabulary {
    TypedMoment.Vocabulary(try Fixtures.words())
  }

  private static func moment(_ text: String) -> Timestamp? { Timestamp(rfc3339: text) }

  @Test(
    "what is understood, and what is left",
    arguments: [
      ("45m", "2026-03-02T10:09:00Z", ""), ("3h", "2026-03-02T12:24:00Z", ""),
      ("2d", "2026-03-04T09:24:00Z", ""), ("1w", "2026-03-09T09:24:00Z", ""),
      ("1h30m", "2026-03-02T10:54:00Z", ""), ("90min", "2026-03-02T10:54:00Z", ""),
      ("tomorrow", "2026-03-03T09:00:00Z", ""), ("tomorrow 9:05", "2026-03-03T09:05:00Z", ""),
      ("Tomorrow  14:30", "2026-03-03T14:30:00Z", ""), ("today 18:00", "2026-03-02T18:00:00Z", ""),
      ("14:30", "2026-03-02T14:30:00Z", ""), ("9:00", "2026-03-03T09:00:00Z", ""),
      ("09:24", "2026-03-03T09:24:00Z", ""), ("0:00", "2026-03-03T00:00:00Z", ""),
      ("mon", "2026-03-09T09:00:00Z", ""), ("tue", "2026-03-03T09:00:00Z", ""),
      ("fri 14:30", "2026-03-06T14:30:00Z", ""), ("Sunday", "2026-03-08T09:00:00Z", ""),
      ("mon 18:00", "2026-03-09T18:00:00Z", ""), ("2026-03-05", "2026-03-05T09:00:00Z", ""),
      ("2026-03-05 14:00", "2026-03-05T14:00:00Z", ""), ("2026-3-5", "2026-03-05T09:00:00Z", ""),
      ("2028-02-29", "2028-02-29T09:00:00Z", ""), ("2026-03-02 10:00", "2026-03-02T10:00:00Z", ""),
      ("fri 10:00 refund must be there", "2026-03-06T10:00:00Z", "refund must be there"),
      ("2d  call  her", "2026-03-04T09:24:00Z", "call her"),
      ("tomorrow ask for 10:30", "2026-03-03T09:00:00Z", "ask for 10:30"),
      ("14:30 2026-03-05", "2026-03-02T14:30:00Z", "2026-03-05"), (" \t3h\n", "2026-03-02T12:24:00Z", ""),
    ])
  func understood(text: String, at: String, rest: String) throws {
    let typed = try TypedMoment(text, now: Fixtures.now, utcOffset: 0, try Self.vocabulary())
    #expect(typed.at == Self.moment(at), "\(typed.at)")
    #expect(typed.rest == rest)
  }

  @Test(
    "what is refused, and why",
    arguments: [
      ("", .empty), ("  ", .empty), ("refund", .notUnderstood), ("today", .notUnderstood),
      ("3", .notUnderstood),
      ("3x", .notUnderstood), ("h", .notUnderstood), ("3h4", .notUnderstood), ("-3h", .notUnderstood),
      ("１h", .notUnderstood), ("9", .notUnderstood), ("9:5", .notUnderstood), ("9:5:1", .notUnderstood),
      ("24:00", .noSuchTime), ("9:60", .noSuchTime), ("99:99", .noSuchTime), ("tomorrow 25:00", .noSuchTime),
      ("2026-02-29", .noSuchTime), ("2026-04-31", .noSuchTime), ("2026-13-01", .noSuchTime),
      ("2026-00-10", .noSuchTime), ("2026-06-00", .noSuchTime), ("26-03-05", .notUnderstood),
      ("2026-003-05", .notUnderstood), ("2026-03", .notUnderstood), ("2026-03-05-01", .notUnderstood),
      ("2031-04-01", .tooFar), ("9999-12-31", .tooFar), ("999999w", .tooFar), ("9999999h", .tooFar),
    ] as [(String, TypedMoment.Problem)])
  func refused(text: String, problem: TypedMoment.Problem) throws {
    let vocabulary = try Self.vocabulary()
    #expect(throws: problem) {
      try TypedMoment(text, now: Fixtures.now, utcOffset: 0, vocabulary)
    }
  }

  @Test(
    "what has passed is refused with the moment that was meant",
    arguments: [
      ("today 9:00", "2026-03-02T09:00:00Z"), ("today 9:24", "2026-03-02T09:24:00Z"),
      ("2026-03-01", "2026-03-01T09:00:00Z"), ("2026-03-02", "2026-03-02T09:00:00Z"),
      ("2026-03-02 9:00", "2026-03-02T09:00:00Z"), ("1999-12-31 23:59", "1999-12-31T23:59:00Z"),
      ("0m", "2026-03-02T09:24:00Z"),
    ])
  func passed(text: String, at: String) throws {
    let vocabulary = try Self.vocabulary()
    let moment = try #require(Self.moment(at))
    #expect(throws: TypedMoment.Problem.past(moment)) {
      try TypedMoment(text, now: Fixtures.now, utcOffset: 0, vocabulary)
    }
  }

  @Test(
    "days and clocks are those of the zone, over the ends of months and years",
    arguments: [
      // 23:30 on 28 February in Kyiv is 21:30 UTC.
      ("2026-02-28T21:30:00Z", 7_200, "tomorrow", "2026-03-01T07:00:00Z"),
      ("2028-02-28T21:30:00Z", 7_200, "tomorrow", "2028-02-29T07:00:00Z"),
      // Already 1 March in Kyiv.
      ("2026-02-28T22:30:00Z", 7_200, "tomorrow", "2026-03-02T07:00:00Z"),
      ("2026-12-31T12:00:00Z", 0, "tomorrow 8:00", "2027-01-01T08:00:00Z"),
      ("2026-12-31T12:00:00Z", -18_000, "fri", "2027-01-01T14:00:00Z"),
      ("2026-04-30T20:00:00Z", 25_200, "14:30", "2026-05-01T07:30:00Z"),
      ("2026-04-30T09:00:00Z", 25_200, "14:30", "2026-05-01T07:30:00Z"),
      ("2026-03-28T22:00:00Z", 7_200, "2026-03-29 9:00", "2026-03-29T07:00:00Z"),
      ("2026-03-29T02:00:00Z", 10_800, "9:00", "2026-03-29T06:00:00Z"),
      ("2026-03-02T09:24:00Z", 20_700, "today 15:30", "2026-03-02T09:45:00Z"),
    ])
  func zones(now: String, offset: Int, text: String, at: String) throws {
    let moment = try #require(Self.moment(now))
    let typed = try TypedMoment(text, now: moment, utcOffset: offset, try Self.vocabulary())
    #expect(typed.at == Self.moment(at), "\(typed.at)")
  }

  @Test("whatever is typed ends in a moment to come or in a problem, never in a trap")
  func total() throws {
    let vocabulary = try Self.vocabulary()
    let pieces = [
      "3", "h", ":", "-", "2026", "99", " ", "mon", "tomorrow", "é", "٣", "\u{202E}", "0", "00", "w", "d",
    ]
    for first in pieces {
      for second in pieces {
        for third in pieces {
          let typed = try? TypedMoment(first + second + third, now: Fixtures.now, utcOffset: 0, vocabulary)
          if let typed { #expect(typed.at > Fixtures.now) }
        }
      }
    }
  }
}
