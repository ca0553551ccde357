import DeskLink
import DeskModel
import ScreenKit
import TestSupport
import Testing
import TextLayout
import Widgets

@testable import ConsoleCore

@Suite("Reduce: start, time and drafts")
struct ReduceTests {
  private static func stored(_ id: ConversationID, _ text: String, held: String? = nil) -> StoredDraft {
    StoredDraft(
      conversation: id, text: text, cursor: 2, kind: .message, audience: .customer, parent: nil,
      seenUpTo: "e-1",
      held: held.map {
        HeldReply(
          clientKey: "old-1", text: $0, kind: .message, audience: .customer, parent: nil, basedOn: 1,
          until: Fixtures.ago(60))
      }, updatedAt: Fixtures.ago(60))
  }

  // MARK: Start

  @Test("a start asks for the people and takes up the drafts")
  func start() throws {
    var driver = try StateDriver()
    let before = driver.state
    let draft = Self.stored("c-1", "Baik")
    #expect(driver.take(.started(drafts: [draft])) == [.ask(.agents)])
    expectChanges(from: before, to: driver.state) { state in
      state.parked = ["c-1": Composer(draft)]
      state.queue.opensSelection = true
    }
  }

  @Test("a draft comes back with text, cursor, audience and what had been read")
  func draftComesBack() throws {
    var driver = try StateDriver()
    var draft = Self.stored("c-1", "Baik Kak")
    draft.audience = .internal
    draft.kind = .note
    driver.take(.started(drafts: [draft]))
    driver.open(Fixtures.dialog.allRead)
    #expect(driver.text == "Baik Kak")
    #expect(driver.composer?.field.cursor == 2)
    #expect(driver.composer?.audience == .internal)
    #expect(driver.composer?.kind == .note)
    #expect(driver.composer?.seenUpTo == "e-1")
    #expect(driver.composer?.dirtySince == nil, "what came from disk need not be written")
    #expect(driver.state.parked.isEmpty)
  }

  @Test("of a reply that was held when the program ended, the desk is asked by its key, and it is not sent")
  func startWithHeld() throws {
    var driver = try StateDriver()
    let effects = driver.take(.started(drafts: [Self.stored("c-1", "", held: "one")]))
    #expect(effects == [.ask(.agents), .ask(.reconcile("old-1"))])
    #expect(driver.wait(milliseconds: 600_000).intents.isEmpty)
  }

  @Test("it had gone: nothing is left of it, here or on disk")
  func startWithSent() throws {
    var driver = try StateDriver()
    driver.take(.started(drafts: [Self.stored("c-1", "", held: "one")]))
    let effects = driver.take(
      .answered(
        .reconcile("old-1"), .success(.outcome(.applied(entry: "n", audience: .customer, version: 2)))))
    #expect(effects.drafts.map(\.isEmpty) == [true])
    #expect(driver.state.parked.isEmpty)
  }

  @Test("it had not gone: it is back in its composer, before what was typed since, and on disk")
  func startWithUnsent() throws {
    var driver = try StateDriver()
    driver.take(.started(drafts: [Self.stored("c-1", "two", held: "one")]))
    let effects = driver.take(.answered(.reconcile("old-1"), .success(.outcome(.unknown))))
    #expect(effects.drafts.map(\.text) == ["one\n\ntwo"])
    #expect(effects.drafts.map(\.held) == [nil])
    #expect(driver.state.parked["c-1"]?.field.text == "one\n\ntwo")
    #expect(!driver.remark.isEmpty)
    #expect(driver.wait(milliseconds: 600_000).intents.isEmpty)
  }

  @Test("it is opened before the desk has said what became of it")
  func openedBeforeReconciled() throws {
    var driver = try StateDriver()
    driver.take(.started(drafts: [Self.stored("c-1", "", held: "one")]))
    driver.open(Fixtures.dialog.allRead)
    #expect(driver.composer?.isSending == true)
    driver.take(.answered(.reconcile("old-1"), .success(.outcome(.unknown))))
    #expect(driver.text == "one")
    #expect(driver.composer?.isSending == false)
  }

  @Test("an answer about a key that nobody waits for changes nothing")
  func strayReconcile() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    let before = driver.state
    #expect(driver.take(.answered(.reconcile("nobody"), .success(.outcome(.unknown)))).isEmpty)
    expectChanges(from: before, to: driver.state) { _ in }
  }

  // MARK: Drafts

  @Test("a draft is written 300 ms after the last key, once")
  func savesAfterPause() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("Baik")
    #expect(driver.state.nextDeadline == Timestamp(milliseconds: Fixtures.now.milliseconds + 300))
    #expect(driver.wait(milliseconds: 299).isEmpty)
    let effects = driver.wait(milliseconds: 1)
    #expect(effects.drafts.map(\.text) == ["Baik"])
    #expect(effects.drafts.map(\.seenUpTo) == ["e-4"])
    #expect(effects.count == 1)
    #expect(driver.wait(milliseconds: 5_000).drafts.isEmpty)
  }

  @Test("a draft is written 900 ms after the first key at the latest, however fast somebody types")
  func savesWhileTyping() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    var saved: [Int64] = []
    for step in 0..<20 {
      driver.type("a")
      let effects = driver.wait(milliseconds: 100)
      if !effects.drafts.isEmpty { saved.append(Int64(step + 1) * 100) }
    }
    #expect(saved == [900, 1_800])
  }

  @Test("a moved cursor alone writes nothing")
  func movesSaveNothing() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("Baik")
    driver.wait(milliseconds: 300)
    try driver.press("Left Left Home End")
    #expect(driver.wait(milliseconds: 1_000).drafts.isEmpty)
  }

  @Test("an emptied draft is written as empty, so that its file goes")
  func emptiedDraft() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("a")
    driver.wait(milliseconds: 300)
    try driver.press("Backspace")
    #expect(driver.wait(milliseconds: 300).drafts.map(\.isEmpty) == [true])
    #expect(driver.composer?.seenUpTo == nil)
  }

  @Test("leaving a conversation writes its draft and keeps it")
  func leavingSaves() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("Baik")
    let effects = driver.open(Fixtures.publicThread.allRead)
    #expect(effects.drafts.map(\.text) == ["Baik"])
    #expect(driver.state.parked["c-1"]?.field.text == "Baik")
    #expect(driver.text.isEmpty)
    driver.open(Fixtures.dialog.allRead)
    #expect(driver.text == "Baik")
    #expect(driver.state.parked.isEmpty)
  }

  @Test("leaving an empty composer keeps nothing")
  func leavingEmpty() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    #expect(driver.open(Fixtures.publicThread.allRead).drafts.isEmpty)
    #expect(driver.state.parked.isEmpty)
  }

  @Test(
    "the end of the program writes what is not on disk",
    arguments: [
      Action.input(.signal(.terminate)), .input(.signal(.hangUp)), .input(.endOfInput), .command(.quit),
    ])
  func endSaves(action: Action) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("there")
    driver.open(Fixtures.publicThread.allRead)
    driver.type("here")
    let effects = driver.take(action)
    #expect(effects.drafts.map(\.text) == ["here"], "the other one was written when it was left")
    #expect(effects.last == .quit)
    #expect(driver.state.isQuitting)
  }

  @Test("SIGTERM and a lost terminal do not ask, even with a held reply; the hold stays on disk")
  func signalWithHeld() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    let effects = driver.take(.input(.signal(.terminate)))
    #expect(effects == [.ask(.announce(nil, .reading)), .quit], "the hold was written with Enter")
    #expect(driver.state.popup == nil)
  }

  @Test("a draft that could not be written is told loudly, and written again")
  func unsavedDraft() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("Baik")
    driver.wait(milliseconds: 300)
    #expect(driver.take(.draftWritten("c-1", held: nil, error: "No space left\u{1B}[2J\n")).isEmpty)
    #expect(driver.state.remark?.isError == true)
    #expect(driver.remark.contains("No space left"))
    #expect(HostileText.firstHarm(in: driver.remark) == nil)
    let effects = driver.take(.command(.quit))
    #expect(effects.drafts.map(\.text) == ["Baik"])
  }

  // MARK: Time

  @Test("a clock that goes back is followed, and nothing is asked for it")
  func clockGoesBack() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.take(.tick(Fixtures.now.adding(seconds: 10)))
    let before = driver.state
    #expect(driver.take(.tick(Fixtures.now)).isEmpty)
    expectChanges(from: before, to: driver.state) { state in
      state.now = Fixtures.now
      state.refreshDue = Fixtures.now.adding(seconds: 60)
      state.refreshedAt = state.refreshedAt.adding(seconds: -10)
    }
  }

  @Test("an idle console wakes once a minute, asks for the queue and nothing else")
  func idle() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.state.queue.isStale = false
    #expect(driver.state.nextDeadline == Fixtures.now.adding(seconds: 60))
    #expect(driver.wait(milliseconds: 59_999).isEmpty)
    #expect(driver.state.queue.isStale == false)
    #expect(driver.wait(milliseconds: 1).isEmpty)
    #expect(driver.state.queue.isStale)
  }

  @Test("the queue is asked anew each minute also while somebody types all the time")
  func minuteWhileTyping() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.state.queue.isStale = false
    for _ in 0..<59 { driver.wait(milliseconds: 1_000) }
    #expect(!driver.state.queue.isStale)
    driver.wait(milliseconds: 1_000)
    #expect(driver.state.queue.isStale)
  }

  @Test("the next deadline is the earliest of all")
  func nextDeadline() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    #expect(driver.state.nextDeadline == Fixtures.now.adding(seconds: 8))
    driver.open(Fixtures.publicThread.allRead)
    #expect(driver.state.nextDeadline == Fixtures.now.adding(seconds: 1), "it counts as read then")
    driver.wait(milliseconds: 1_000)
    #expect(driver.state.nextDeadline == Fixtures.now.adding(seconds: 8), "a parked hold counts")
    driver.type("a")
    #expect(driver.state.nextDeadline == Timestamp(milliseconds: Fixtures.now.milliseconds + 1_300))
    driver.state.open?.readDue = Fixtures.ago(1)
    #expect(driver.state.nextDeadline == Fixtures.ago(1))
  }

  @Test("several holds that end together all go")
  func holdsTogether() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    driver.open(Fixtures.publicThread.allRead)
    try driver.hold("two")
    #expect(driver.sendHeld().intents.map(\.conversation) == ["c-1", "p-1"])
  }

  // MARK: Small things

  @Test("the offset of a zone is kept; an unknown zone stays unknown")
  func zones() throws {
    var driver = try StateDriver()
    driver.take(.zone("Asia/Jakarta", offset: 25_200))
    driver.take(.zone("Moon/Sea", offset: nil))
    #expect(driver.state.zoneOffsets == ["Asia/Jakarta": 25_200])
  }

  @Test("a remark is shown until the next key")
  func remark() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.take(.remark(SafeText("repaired"), isError: true))
    #expect(driver.state.remark == Remark(text: SafeText("repaired"), isError: true))
    driver.wait(milliseconds: 60_000)
    #expect(driver.state.remark != nil)
    try driver.press("Left")
    #expect(driver.state.remark == nil)
  }

  @Test("client keys are never used twice")
  func clientKeys() throws {
    var state = try Fixtures.state()
    let keys = (0..<100).map { _ in state.makeClientKey() }
    #expect(Set(keys).count == 100)
    #expect(keys.first == "key-1")
  }
}
