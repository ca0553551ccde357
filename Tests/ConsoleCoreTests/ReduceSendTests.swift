import DeskLink
import DeskModel
import Safeguards
import ScreenKit
import TestSupport
import Testing
import TextLayout
import Widgets

@testable import ConsoleCore

@Suite("Reduce: sending")
struct ReduceSendTests {
  private static let held = HeldReply(
    clientKey: "key-1", text: "Baik Kak", kind: .message, audience: .customer, parent: nil, basedOn: 1,
    until: Fixtures.now.adding(seconds: 8))

  private static func draft(text: String, held: HeldReply?, seenUpTo: EntryID? = nil) -> StoredDraft {
    StoredDraft(
      conversation: "c-1", text: text, cursor: text.utf8.count, kind: .message, audience: .customer,
      parent: nil, seenUpTo: seenUpTo, held: held, updatedAt: Fixtures.now)
  }

  // MARK: From Enter to the hold

  @Test("a clean reply is held at once, and the hold is on disk at once")
  func holdsCleanReply() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("Baik Kak")
    let before = driver.state
    let effects = try driver.press("Enter")
    #expect(
      effects == [.saveDraft(Self.draft(text: "", held: Self.held)), .ask(.announce("c-1", .reading))])
    let after = driver.state
    #expect(after.open?.composer.field.isEmpty == true)
    expectChanges(from: before, to: after) { state in
      state.nextKey = 2
      state.open?.composer.held = Self.held
      state.open?.composer.isHeldOnDisk = true
      state.open?.composer.seenUpTo = nil
      state.open?.composer.dirtySince = nil
      state.open?.composer.changedAt = nil
      if let field = after.open?.composer.field { state.open?.composer.field = field }
      state.open?.items.append(.held)
      state.open?.selectedItem = 4
      state.together.writingEnds = nil
      state.together.announced = .init("c-1", .reading)
    }
  }

  @Test("the hold ends on the second: nothing goes before, the reply goes then")
  func holdsUntil() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("Baik Kak")
    #expect(driver.wait(milliseconds: 7_999).requests.isEmpty)
    #expect(driver.composer?.isSending == false)
    let effects = driver.wait(milliseconds: 1)
    let intent = Intent(
      clientKey: "key-1", conversation: "c-1", basedOn: 1, by: Fixtures.me,
      action: .say(text: "Baik Kak", kind: .message, audience: .customer, parent: nil))
    #expect(effects == [.ask(.apply(intent))])
    #expect(driver.composer?.isSending == true)
    #expect(driver.state.pendingActs["key-1"] == PendingAct(intent: intent, inverse: nil, isReply: true))
    #expect(driver.wait(milliseconds: 60_000).intents.isEmpty, "a reply is asked for once")
  }

  @Test("a reply that was applied is gone from the composer and from disk")
  func applied() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("Baik Kak")
    let asked = driver.sendHeld()
    let effects = driver.answer(asked, .applied(entry: "n", audience: .customer, version: 2))
    #expect(effects.drafts.map(\.isEmpty) == [true])
    #expect(driver.composer?.held == nil)
    #expect(driver.composer?.isSending == false)
    #expect(driver.state.pendingActs.isEmpty)
    #expect(driver.state.remark?.isError == false)
    #expect(driver.state.open?.items.contains(.held) == false)
  }

  @Test("with no hold the reply goes with Enter")
  func holdSecondsZero() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, holdSeconds: 0)
    driver.type("Baik Kak")
    let effects = try driver.press("Enter")
    #expect(effects.count == 3 && effects.contains(.ask(.announce("c-1", .reading))))
    #expect(effects.first?.isDraftWrite == true, "on disk before on the wire")
    #expect(effects.intents.map(\.clientKey) == ["key-1"])
    #expect(driver.composer?.isSending == true)
  }

  @Test("a reply does not go before its hold is on disk, however long the disk takes", arguments: [0, 8])
  func waitsForDisk(holdSeconds: Int) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, holdSeconds: holdSeconds)
    driver.isDiskSlow = true
    try driver.hold("Baik Kak")
    #expect(driver.wait(milliseconds: 30_000).intents.isEmpty)
    let minute = driver.state.nextDeadline.map { $0.seconds(since: driver.state.now) }
    #expect(minute == 60, "the loop does not spin meanwhile")
    let effects = driver.take(.draftWritten("c-1", held: "key-1", error: nil))
    #expect(effects.intents.map(\.clientKey) == ["key-1"])
  }

  @Test("a hold that cannot be written is told, and the reply goes all the same")
  func diskIsFull() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.isDiskSlow = true
    try driver.hold("Baik Kak")
    #expect(driver.take(.draftWritten("c-1", held: "key-1", error: "disk full")).isEmpty)
    #expect(driver.state.remark?.isError == true)
    #expect(driver.sendHeld().intents.map(\.clientKey) == ["key-1"])
  }

  @Test("news of the disk about a reply that was taken back send nothing")
  func lateDisk() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, holdSeconds: 0)
    driver.isDiskSlow = true
    try driver.hold("one")
    try driver.press("Ctrl-T")
    #expect(driver.take(.draftWritten("c-1", held: "key-1", error: nil)).isEmpty)
    try driver.press("Enter")
    #expect(driver.take(.draftWritten("c-1", held: "key-1", error: nil)).isEmpty, "key-1 is not key-2")
    #expect(
      driver.take(.draftWritten("c-1", held: "key-2", error: nil)).intents.map(\.clientKey) == ["key-2"])
  }

  @Test("an error stops: no number of Enters sends it")
  func errorStops() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("Hello {{customer.name}}")
    for _ in 0..<4 { #expect(try driver.press("Enter").isEmpty) }
    #expect(driver.state.look?.canSend == false)
    #expect(driver.state.look?.findings.first?.severity == .error)
    #expect(driver.composer?.held == nil)
    #expect(driver.text == "Hello {{customer.name}}")
  }

  @Test("there is nothing to send in an empty composer", arguments: ["", "  ", "\u{200B}"])
  func emptyStops(text: String) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type(text)
    #expect(try driver.press("Enter Enter").isEmpty)
    #expect(driver.composer?.held == nil)
    #expect(driver.state.look?.canSend == false)
  }

  @Test("a warning takes a second Enter")
  func warningTakesSecondEnter() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("Hello ,")
    #expect(try driver.press("Enter").isEmpty)
    #expect(driver.state.look?.canSend == true)
    #expect(driver.composer?.held == nil)
    #expect(try driver.press("Enter").drafts.count == 1)
    #expect(driver.composer?.held?.text == "Hello ,")
    #expect(driver.state.look == nil)
  }

  @Test("what is public always takes a second Enter, clean as it may be")
  func publicTakesSecondEnter() throws {
    var driver = try StateDriver(Fixtures.publicThread.allRead)
    driver.type("It is in Lviv now.")
    #expect(try driver.press("Enter").isEmpty)
    #expect(driver.state.look == Look(conversation: "p-1", findings: [], canSend: true))
    try driver.press("Enter")
    #expect(driver.composer?.held?.audience == .world)
    #expect(driver.composer?.held?.kind == .comment)
    #expect(driver.composer?.held?.parent == "k-4", "under the customer's comment")
  }

  @Test("a hint alone does not stop a reply")
  func hintDoesNotStop() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("@olena please look")
    try driver.press("Enter")
    #expect(driver.composer?.held != nil)
  }

  @Test(
    "typing, Esc and another audience close the look; moving the cursor does not send",
    arguments: [
      "a", "Backspace", "Esc", "Alt-N", "Ctrl-J",
    ])
  func closesLook(key: String) throws {
    var driver = try StateDriver(Fixtures.publicThread.allRead)
    driver.type("text")
    try driver.press("Enter")
    #expect(driver.state.look != nil)
    try driver.press(key)
    #expect(driver.state.look == nil)
    #expect(driver.state.focus == .composer, "Esc closes the look first, and leaves the composer only then")
    #expect(driver.composer?.held == nil)
  }

  @Test("a note is held for us alone, and what follows is one again until somebody asks for a reply")
  func noteIsInternal() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.press("Alt-N")
    try driver.hold("seen in billing")
    #expect(driver.composer?.held?.audience == .internal)
    #expect(driver.composer?.held?.kind == .note)
    #expect(driver.composer?.audience == .internal)
    #expect(driver.composer?.kind == .note)
    let intents = driver.sendHeld().intents
    try driver.press("Esc r")
    #expect(driver.composer?.audience == .customer)
    #expect(driver.composer?.kind == .message)
    #expect(
      intents.map(\.action) == [.say(text: "seen in billing", kind: .note, audience: .internal, parent: nil)])
  }

  @Test("Enter without an open conversation says so")
  func nothingOpen() throws {
    var driver = try StateDriver()
    #expect(try driver.press("Enter").isEmpty)
    #expect(!driver.remark.isEmpty)
  }

  // MARK: The thread moves on

  @Test("an answer of a colleague since the first key is a warning")
  func movedOnWarns() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("Baik Kak")
    driver.update(Fixtures.dialog.allRead.answered(by: "Olena"))
    try driver.press("Enter")
    #expect(driver.state.look?.canSend == true)
    #expect(driver.state.look?.findings.map(\.rule) == ["thread.answered"])
    #expect(driver.composer?.held == nil)
  }

  @Test("what was there before the first key is no warning")
  func notMovedOn() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.update(Fixtures.dialog.allRead.answered(by: "Olena"))
    try driver.hold("Baik Kak")
    #expect(driver.composer?.held != nil)
    #expect(driver.composer?.held?.basedOn == 2)
  }

  @Test("a look that was taken before somebody answered is taken again")
  func lookIsTakenAgain() throws {
    var driver = try StateDriver(Fixtures.publicThread.allRead)
    driver.type("It is in Lviv now.")
    try driver.press("Enter")
    driver.update(Fixtures.publicThread.allRead.answered(by: "Olena", under: "k-4"))
    try driver.press("Enter")
    #expect(driver.composer?.held == nil)
    #expect(driver.state.look?.findings.map(\.rule) == ["thread.answered"])
  }

  // MARK: Taking back

  @Test("a held reply is taken back whole, under a new key afterwards")
  func takesBack() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("Baik Kak")
    let effects = try driver.press("Ctrl-T")
    #expect(effects == [.saveDraft(Self.draft(text: "Baik Kak", held: nil, seenUpTo: "e-4"))])
    #expect(driver.text == "Baik Kak")
    #expect(driver.composer?.held == nil)
    #expect(driver.state.focus == .composer)
    #expect(driver.state.open?.items.contains(.held) == false)
    #expect(driver.wait(milliseconds: 20_000).intents.isEmpty)
    try driver.press("Enter")
    #expect(driver.composer?.held?.clientKey == "key-2")
  }

  @Test("taken back before what was typed since")
  func takesBackBeforeTyped() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    driver.type("two")
    try driver.press("Ctrl-T")
    #expect(driver.text == "one\n\ntwo")
  }

  @Test("a reply on its way cannot be taken back")
  func tooLate() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("Baik Kak")
    _ = driver.sendHeld()
    #expect(try driver.press("Ctrl-T").isEmpty)
    #expect(driver.composer?.held != nil)
    #expect(driver.text.isEmpty)
    #expect(driver.remark == (try Fixtures.words())("takeBack.tooLate").string)
  }

  @Test("nothing held, nothing taken back")
  func nothingToTakeBack() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("text")
    #expect(try driver.press("Ctrl-T").isEmpty)
    #expect(driver.text == "text")
    #expect(!driver.remark.isEmpty)
  }

  @Test("a reply held elsewhere is taken back there, and that conversation is opened")
  func takesBackElsewhere() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("Baik Kak")
    driver.open(Fixtures.publicThread.allRead)
    let effects = try driver.press("Ctrl-T")
    #expect(effects.requests == [.end(of: "c-1")])
    #expect(driver.state.parked["c-1"]?.field.text == "Baik Kak")
    #expect(driver.state.parked["c-1"]?.held == nil)
    driver.update(Fixtures.dialog.allRead)
    #expect(driver.text == "Baik Kak")
  }

  @Test("the one before the eyes is taken back first")
  func takesBackHereFirst() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("there")
    driver.open(Fixtures.publicThread.allRead)
    try driver.hold("here")
    try driver.press("Ctrl-T")
    #expect(driver.text == "here")
    #expect(driver.state.parked["c-1"]?.held?.text == "there")
  }

  @Test("a note that was begun since does not become part of a reply that comes back")
  func noteStaysNote() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("Baik Kak")
    let asked = driver.sendHeld()
    try driver.press("Alt-N")
    driver.type("she is lying")
    driver.answer(asked, .denied(reason: "closed"))
    let field = driver.text
    #expect(!(field.contains("she is lying") && driver.composer?.audience == .customer))
  }

  @Test("nothing is cut when held and typed text together are too long")
  func restoresLongTexts() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    let half = String(repeating: "a", count: 40 * 1_024)
    driver.take(.input(.paste(half)))
    try driver.press("Enter")
    driver.take(.input(.paste(half + "END")))
    try driver.press("Ctrl-T")
    let kept = (driver.composer?.held?.text ?? "") + driver.text
    #expect(kept.contains("END") || driver.state.remark?.isError == true)
  }
}

extension Effect {
  fileprivate var isDraftWrite: Bool { if case .saveDraft = self { true } else { false } }
}
