import DeskLink
import DeskModel
import Safeguards
import ScreenKit
import TestSupport
import Testing
import TextLayout
import Widgets

@testable import ConsoleCore

/// What desks in other processes tell, and what it does to the state.
@Suite("Reduce: outbox and desks")
struct ReduceOutboxTests {
  // MARK: What is kept

  @Test("what waits is kept, counted, and changes nothing else")
  func kept() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    let before = driver.state
    let items = [PendingIntent.saying("one", .waiting(until: nil)), PendingIntent.resolving(.sending)]
    let effects = driver.take(.noticed(.outbox(items)))
    #expect(effects.isEmpty)
    expectChanges(from: before, to: driver.state) { state in _ = state.outbox.take(items) }
    #expect(driver.state.outbox.items == items)
    #expect(driver.state.outbox.counts.answers == 1)
    #expect(driver.state.outbox.counts.changes == 1)
    #expect(driver.state.outbox.counts.failed == 0)
    driver.take(.noticed(.outbox([])))
    #expect(driver.state.outbox == before.outbox)
  }

  @Test("that something was read waits unseen, until it fails")
  func markRead() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    let intent = Intent(
      clientKey: "k-3", conversation: "c-1", by: Fixtures.me, action: .markRead(upTo: "e-4"))
    driver.take(.noticed(.outbox([PendingIntent(intent, .sending, addedAt: Fixtures.now)])))
    #expect(driver.state.outbox.items.isEmpty)
    let failed = PendingIntent(intent, .failed(.refused(reason: "no")), addedAt: Fixtures.now)
    driver.take(.noticed(.outbox([failed])))
    #expect(driver.state.outbox.items == [failed])
  }

  @Test("desks are kept, and an absence is told by no remark")
  func away() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    let before = driver.state
    let status = DeskStatus.support(.unreachable(reason: "refused"))
    #expect(driver.take(.noticed(.desks([status]))).isEmpty)
    expectChanges(from: before, to: driver.state) { state in _ = state.desks.take([status]) }
    #expect(driver.state.desks.statuses == [status])
  }

  @Test("a desk that is back is told once, with what goes now")
  func back() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.take(.noticed(.desks([DeskStatus.support(.unreachable(reason: "refused"))])))
    driver.take(
      .noticed(
        .outbox([
          PendingIntent.saying("one", .waiting(until: nil)),
          PendingIntent.saying("two", .sending, key: "k-9"),
        ])))
    driver.take(.noticed(.desks([DeskStatus.support(nil, minutesAgo: 0)])))
    #expect(driver.remark == "Support is there again. 2 answers go now.")
    driver.state.remark = nil
    driver.take(.noticed(.desks([DeskStatus.support(nil, minutesAgo: 0)])))
    #expect(driver.state.remark == nil)
  }

  @Test("a desk that only starts is not back; one that was read is told")
  func startsAndReads() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.take(.noticed(.desks([DeskStatus.support(.starting)])))
    driver.take(.noticed(.desks([DeskStatus.support(nil, minutesAgo: 0, read: 12)])))
    #expect(driver.state.remark == nil)
    driver.take(.noticed(.desks([DeskStatus.support(nil, minutesAgo: 0)])))
    #expect(driver.remark.hasPrefix("Support is read"))
  }

  @Test("an error that stands in the bottom line is not covered by a desk that is back")
  func errorStays() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.take(.noticed(.desks([DeskStatus.support(.ended(code: 1))])))
    driver.take(.remark(SafeText("broken"), isError: true))
    driver.take(.noticed(.desks([DeskStatus.support(nil, minutesAgo: 0)])))
    #expect(driver.remark == "broken")
  }

  // MARK: Sending while a desk is away

  @Test(
    "a reply that the outbox has taken is forgotten here, and it is said that it goes by itself",
    arguments: [true, false])
  func queued(isAway: Bool) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    if isAway { driver.take(.noticed(.desks([DeskStatus.support(.unreachable(reason: ""))]))) }
    try driver.hold("one")
    driver.answer(driver.sendHeld(), .queued)
    #expect(driver.composer?.held == nil)
    #expect(driver.remark == (try Fixtures.words())(isAway ? "send.queued" : "send.onItsWay").string)
  }

  @Test("a change that the outbox has taken can be undone: what undoes it follows it")
  func undo() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    driver.answer(try driver.press("e"), .queued)
    #expect(try driver.press("u").intents.map(\.action) == [.setStatus("open")])
  }

  @Test("an entry that is still on its way is not what the writer has seen last: it gets another id")
  func seenIsSettled() throws {
    var conversation = Fixtures.dialog.allRead
    var pending = Fixtures.agent("pending-1", "earlier", minutesAgo: 0)
    pending.state = .queued
    conversation.entries.append(pending)
    var driver = try StateDriver(conversation)
    driver.type("x")
    #expect(driver.composer?.seenUpTo == "e-4")
  }

  @Test("when the entry that was seen last gets another id, the last look still warns of what came after")
  func seenGetsAnotherID() throws {
    var pending = Fixtures.dialog.allRead
    pending.entries.append(Fixtures.agent("outbox:k", "earlier", minutesAgo: 0))
    var driver = try StateDriver(pending)
    driver.type("x")
    #expect(driver.composer?.seenUpTo == "outbox:k")
    var arrived = Fixtures.dialog.allRead
    arrived.entries.append(Fixtures.agent("e-7", "earlier", minutesAgo: 0))
    arrived.entries.append(Fixtures.customer("e-8", "wait!", minutesAgo: 0))
    driver.update(arrived)
    #expect(driver.composer?.seenUpTo == "e-4")
    try driver.press("Enter")
    #expect(driver.state.look?.findings.map(\.rule) == ["thread.movedOn"])
  }

  @Test("a change that has failed before it was told as taken is told once, as failed")
  func changeFails() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    let asked = try driver.press("e")
    driver.take(.noticed(.outbox([.resolving(.failed(.vanished), key: "key-1")])))
    #expect(driver.state.remark == nil)
    driver.answer(asked, .queued)
    #expect(driver.state.remark?.isError == true)
    #expect(driver.state.undoSteps.isEmpty)
  }

  @Test("typing with a full outbox and a desk away changes what is typed and nothing else")
  func typing() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.take(.noticed(.desks([DeskStatus.support(.unreachable(reason: ""))])))
    driver.take(
      .noticed(
        .outbox((0..<50).map { PendingIntent.saying("one", .waiting(until: nil), key: ClientKey("k\($0)")) }))
    )
    driver.type("ab")
    let revision = driver.state.revision.number
    driver.type("cd")
    #expect(driver.state.revision.number == revision)
    #expect(driver.state.revision.isWriting)
  }

  @Test("what is said at the end names what is kept and what becomes of it")
  func farewell() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    #expect(driver.state.farewell.isEmpty)
    driver.type("two")
    driver.take(
      .noticed(
        .outbox([
          PendingIntent.saying("one", .waiting(until: nil)),
          PendingIntent.saying("one", .sending, key: "k-5"), PendingIntent.resolving(.waiting(until: nil)),
          PendingIntent.resolving(.failed(.vanished), key: "k-6"),
        ])))
    let words = try Fixtures.words()
    #expect(
      driver.state.farewell == [
        words.counted("quit.kept", 1), words.counted("quit.answersWait", 2),
        words.counted("quit.changesWait", 1), words.counted("quit.failed", 1),
      ])
  }
}
