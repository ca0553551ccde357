import DeskLink
import DeskModel
import Safeguards
import ScreenKit
import TestSupport
import Testing
import TextLayout
import Widgets

@testable import ConsoleCore

/// How words that were not sent come back from the outbox, and what can go wrong on the way.
@Suite("Reduce: words that come back")
struct ReduceComingBackTests {
  @Test("after a conflict the words are back in the composer, on disk, and only then given up")
  func comesBack() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.isDiskSlow = true
    let effects = driver.take(.noticed(.outbox([PendingIntent.saying("one", .overtaken)])))
    #expect(driver.text == "one")
    #expect(driver.remark == "Not sent: Olena wrote meanwhile. Read what is new, then send again.")
    guard case .keepDraft(let draft, let keys)? = effects.last, effects.count == 1 else {
      Issue.record("\(effects)")
      return
    }
    #expect(draft.text == "one" && draft.audience == .customer && draft.conversation == "c-1")
    #expect(keys == ["k-1"])
    #expect(driver.state.outbox.leaving == ["k-1": .init(conversation: "c-1")])
    #expect(driver.take(.draftKept("c-1", keys, error: nil)) == [.ask(.discard("k-1"))])
    #expect(driver.take(.draftKept("c-1", keys, error: nil)).isEmpty, "asked once")
    driver.take(.answered(.discard("k-1"), .success(.done)))
    driver.take(.noticed(.outbox([])))
    #expect(driver.state.outbox.leaving.isEmpty)
    #expect(driver.text == "one")
  }

  @Test("what is new is marked, and the next Enter warns of it")
  func marksNew() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.take(.noticed(.outbox([PendingIntent.saying("one", .overtaken)])))
    #expect(driver.take(.settled).requests.contains(.conversation("c-1")))
    var newer = Fixtures.dialog.allRead
    newer.entries.append(.faster)
    newer.version += 1
    driver.update(newer)
    #expect(driver.state.open?.newFrom == "e-9")
    try driver.press("Enter")
    #expect(driver.state.look?.findings.map(\.rule) == ["thread.answered"])
  }

  @Test("what is new warns also when it came before the failure was told")
  func newCameFirst() throws {
    var newer = Fixtures.dialog.allRead
    newer.entries.append(.faster)
    var driver = try StateDriver(newer)
    driver.take(.noticed(.outbox([PendingIntent.saying("one", .overtaken)])))
    #expect(driver.composer?.seenUpTo == "e-4")
    try driver.press("Enter")
    #expect(driver.state.look?.findings.map(\.rule) == ["thread.answered"])
  }

  @Test("a refusal brings the words back as well, with the reason")
  func refused() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    let effects = driver.take(
      .noticed(.outbox([PendingIntent.saying("one", .failed(.refused(reason: "closed")))])))
    #expect(driver.text == "one")
    #expect(driver.remark.contains("closed"))
    #expect(effects.last == .ask(.discard("k-1")))
  }

  @Test("a note comes back as a note")
  func note() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.take(.noticed(.outbox([PendingIntent.saying("one", .overtaken, audience: .internal)])))
    #expect(driver.composer?.audience == .internal)
    #expect(driver.composer?.kind == .note)
  }

  @Test(
    "nothing else comes back by itself: it is told, and stays",
    arguments: [
      PendingFailure.partial([]), .wrongAudience(stored: .world), .vanished, .gaveUp(reason: "x"),
      .cannotTell(reason: "x"), .earlierNotDone,
    ])
  func stays(failure: PendingFailure) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    let effects = driver.take(.noticed(.outbox([PendingIntent.saying("one", .failed(failure))])))
    #expect(effects.isEmpty)
    #expect(driver.text.isEmpty)
    #expect(driver.state.remark?.isError == true)
    #expect(driver.remark.hasPrefix("Dewi Lestari: "))
    #expect(driver.remark.contains("F5"))
    driver.state.remark = nil
    driver.take(.noticed(.outbox([PendingIntent.saying("one", .failed(failure))])))
    #expect(driver.state.remark == nil, "told once")
  }

  @Test("what everybody reads by mistake is the remark that stays")
  func loudest() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.take(
      .noticed(
        .outbox([
          PendingIntent.saying("one", .failed(.wrongAudience(stored: .world))),
          PendingIntent.resolving(.failed(.vanished)),
        ])))
    #expect(driver.remark.contains("LOOK AT THIS"))
    #expect(driver.remark.contains("PUBLIC"))
  }

  @Test("words stay in the outbox while something else is being written, and it is said where")
  func busy() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("two")
    let effects = driver.take(.noticed(.outbox([PendingIntent.saying("one", .overtaken)])))
    #expect(effects.isEmpty)
    #expect(driver.text == "two")
    #expect(driver.remark == "Dewi Lestari: NOT SENT, Olena wrote meanwhile. F5 shows it.")
    #expect(driver.state.outbox.leaving.isEmpty)
  }

  @Test("words stay in the outbox while another reply is held")
  func held() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("two")
    driver.take(.noticed(.outbox([PendingIntent.saying("one", .overtaken)])))
    #expect(driver.text.isEmpty)
    #expect(driver.state.outbox.leaving.isEmpty)
  }

  @Test("a start that finds the words in both places gives up the outbox's")
  func bothPlaces() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("one")
    let effects = driver.take(.noticed(.outbox([PendingIntent.saying("one", .overtaken)])))
    #expect(driver.text == "one")
    #expect(effects.requests == [.discard("k-1")])
  }

  @Test("words of a conversation that is not open come back there, when it is here")
  func elsewhere() throws {
    var driver = try StateDriver(Fixtures.publicThread.allRead)
    driver.isDiskSlow = true
    let asked = driver.take(
      .noticed(.outbox([PendingIntent.saying("one", .overtaken), PendingIntent.resolving(.sending)])))
    #expect(asked == [.ask(.end(of: "c-1"))])
    let dialog = Fixtures.dialog.allRead
    let effects = driver.take(
      .answered(.end(of: "c-1"), .success(.end(dialog, ConversationSummary(dialog)))))
    #expect(driver.state.parked["c-1"]?.field.text == "one")
    #expect(driver.state.open?.conversation.id == "p-1")
    #expect(effects.drafts.map(\.text) == ["one"])
    #expect(driver.remark.hasPrefix("Dewi Lestari: not sent, Olena wrote meanwhile."))
    driver.open(dialog)
    #expect(driver.text == "one")
  }

  @Test("a conversation that is not to be had leaves the words in the outbox, quietly for the queue")
  func notToBeHad() throws {
    var driver = try StateDriver(Fixtures.publicThread.allRead)
    driver.take(.noticed(.outbox([PendingIntent.saying("one", .overtaken)])))
    let effects = driver.take(.answered(.end(of: "c-1"), .failure(.unknownConversation("c-1"))))
    #expect(effects.isEmpty)
    #expect(driver.remark == "c-1: NOT SENT, Olena wrote meanwhile. F5 shows it.")
    #expect(driver.state.parked.isEmpty)
  }

  @Test("what has failed before the console was told that it was taken comes back all the same")
  func failedFirst() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    let asked = driver.sendHeld()
    driver.take(.noticed(.outbox([.saying("one", .failed(.refused(reason: "closed")), key: "key-1")])))
    #expect(driver.text.isEmpty)
    let effects = driver.answer(asked, .queued)
    #expect(driver.text == "one")
    #expect(driver.composer?.held == nil)
    #expect(driver.remark.contains("closed"))
    #expect(effects.requests.contains(.discard("key-1")))
  }

  @Test("after a restart a held reply that the outbox has, and that failed there, comes back")
  func failedWhileAway() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    driver.answer(driver.sendHeld(), .unknown)
    driver.take(.noticed(.outbox([.saying("one", .overtaken, key: "key-1")])))
    driver.take(.answered(.reconcile("key-1"), .success(.outcome(.queued))))
    #expect(driver.text == "one")
    #expect(driver.remark.contains("Olena wrote meanwhile"))
  }

  @Test("what the outbox still has after it was to be given up is given up again")
  func asksAgain() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    let failed = PendingIntent.saying("one", .failed(.refused(reason: "busy")))
    driver.take(.noticed(.outbox([failed])))
    driver.take(.answered(.discard("k-1"), .success(.done)))
    #expect(driver.take(.noticed(.outbox([failed]))) == [.ask(.discard("k-1"))])
    #expect(driver.take(.noticed(.outbox([]))).isEmpty)
  }

  // MARK: What can go wrong on the way

  @Test("a draft that cannot be written keeps the item, and is written again")
  func diskFull() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.isDiskSlow = true
    driver.take(.noticed(.outbox([PendingIntent.saying("one", .overtaken)])))
    #expect(driver.take(.draftKept("c-1", ["k-1"], error: "disk full")).isEmpty)
    let again = driver.wait(milliseconds: 6_000)
    #expect(again.contains { if case .keepDraft(_, ["k-1"]) = $0 { true } else { false } })
    #expect(driver.take(.draftKept("c-1", ["k-1"], error: nil)) == [.ask(.discard("k-1"))])
  }

  @Test("words that were sent before they were on disk are given up all the same: nothing is sent twice")
  func sentBefore() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.isDiskSlow = true
    driver.take(.noticed(.outbox([PendingIntent.saying("one", .failed(.refused(reason: "busy")))])))
    try driver.press("Enter")
    driver.take(.draftWritten("c-1", held: "key-1", error: "disk full"))
    let sent = driver.answer(driver.sendHeld(), .applied(entry: "n", audience: .customer, version: 2))
    #expect(sent.requests.contains(.discard("k-1")))
  }

  @Test(
    "what goes all the same is taken out of the composer again, untouched words only",
    arguments: [true, false])
  func tooLate(isUntouched: Bool) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.take(.noticed(.outbox([PendingIntent.saying("one", .waiting(until: nil))])))
    try driver.press("F5 e")
    #expect(driver.text == "one")
    if !isUntouched { driver.type("!") }
    driver.take(.noticed(.outbox([PendingIntent.saying("one", .sending)])))
    #expect(driver.text == (isUntouched ? "" : "one!"))
    #expect(driver.remark.hasPrefix("Too late"))
    #expect(driver.state.outbox.leaving.isEmpty)
  }

  @Test("what was joined stays when the words before it go all the same")
  func tooLateJoined() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.take(.noticed(.outbox([.saying("one", .waiting(until: nil))])))
    driver.type("two")
    try driver.press("F5 e")
    #expect(driver.text == "one\n\ntwo")
    driver.take(.noticed(.outbox([.saying("one", .sending)])))
    #expect(driver.text == "two")
  }

  @Test("an outbox that refuses to give up what goes by itself has the words alone")
  func discardTooLate() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.take(.noticed(.outbox([.saying("one", .waiting(until: nil))])))
    try driver.press("F5 e")
    driver.take(.answered(.discard("k-1"), .failure(.unsupported("what is on its way"))))
    #expect(driver.text.isEmpty)
    #expect(driver.remark.hasPrefix("Too late"))
    #expect(driver.state.outbox.leaving.isEmpty)
  }

  @Test("a desk that answers with the failure itself is believed, and the notice before it says nothing")
  func answeredFailure() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    let asked = driver.sendHeld()
    driver.state.remark = nil
    let notice = driver.take(.noticed(.outbox([.saying("one", .overtaken, key: "key-1")])))
    #expect(notice.isEmpty)
    #expect(driver.state.remark == nil)
    driver.answer(asked, .conflict(newer: [.faster], version: 2))
    driver.take(.noticed(.outbox([])))
    #expect(driver.text == "one")
    #expect(driver.remark.contains("Olena wrote meanwhile"))
    #expect(driver.state.outbox.leaving.isEmpty)
  }

  @Test("an outbox that does not give it up says why, and the item can be tried again")
  func discardFails() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.take(.noticed(.outbox([PendingIntent.saying("one", .overtaken)])))
    driver.take(.answered(.discard("k-1"), .failure(.cannotWrite(reason: "disk full"))))
    #expect(driver.remark.contains("disk full"))
    #expect(driver.state.outbox.leaving.isEmpty)
    #expect(driver.text == "one")
  }
}
