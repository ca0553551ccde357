import DeskLink
import DeskModel
import TestSupport
import Testing

@testable import ConsoleCore

@Suite("Desks")
struct DesksTests {
  @Test("a program that is started again and again is one absence, with its first reason and moment")
  func oneAbsence() {
    var desks = Desks()
    _ = desks.take([DeskStatus.support(.ended(code: 3), minutesAgo: 9)])
    _ = desks.take([DeskStatus.support(.starting, minutesAgo: 8)])
    #expect(desks.statuses == [DeskStatus.support(.ended(code: 3), minutesAgo: 9)])
    _ = desks.take([DeskStatus.support(.noToken(reason: "x"), minutesAgo: 7)])
    #expect(desks.statuses == [DeskStatus.support(.noToken(reason: "x"), minutesAgo: 9)])
    #expect(desks.take([DeskStatus.support(nil, minutesAgo: 1)]) == [.isBack("Support")])
    #expect(desks.statuses == [DeskStatus.support(nil, minutesAgo: 1)])
    #expect(desks.take([]) == [])
  }

  @Test("what needs a person is told before what does not, then what is away longest")
  func order() {
    var desks = Desks()
    func status(_ name: String, _ away: AwayReason?, _ minutes: Int64) -> DeskStatus {
      DeskStatus(name: name, away: away, since: Fixtures.ago(minutes))
    }
    _ = desks.take([
      status("A", .ended(code: 1), 3), status("B", nil, 9), status("C", .unreachable(reason: ""), 8),
      status("D", .noToken(reason: ""), 1),
    ])
    #expect(desks.away.map(\.name) == ["D", "C", "A"])
  }

  @Test("a desk that is away while it is read for the first time is away, and read later")
  func awayWhileRead() {
    var desks = Desks()
    _ = desks.take([.support(nil, read: 5)])
    #expect(desks.reading.map(\.name) == ["Support"])
    _ = desks.take([.support(.ended(code: 1), read: 5)])
    #expect(desks.reading.isEmpty)
    #expect(desks.isAnyAway)
    #expect(desks.take([.support(nil, read: 5)]) == [.isBack("Support")])
    #expect(desks.take([.support(nil)]) == [.isRead("Support")])
  }
}
