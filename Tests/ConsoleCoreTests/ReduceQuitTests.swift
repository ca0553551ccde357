import DeskLink
import DeskModel
import Safeguards
import ScreenKit
import TestSupport
import Testing

@testable import ConsoleCore

/// Ending the program, with and without held replies.
@Suite("Reduce: quitting")
struct ReduceQuitTests {
  @Test("quitting with nothing held ends the program and writes the drafts", arguments: ["Ctrl-C"])
  func quits(key: String) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("draft")
    let effects = try driver.press(key)
    #expect(effects.drafts.map(\.text) == ["draft"])
    #expect(effects.last == .quit)
  }

  @Test("quitting with a held reply asks first")
  func quitAsks() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    #expect(try driver.press("Ctrl-C").isEmpty)
    #expect(driver.state.popup == .confirmQuit)
    #expect(!driver.state.isQuitting)
  }

  @Test("also with one that is held elsewhere")
  func quitAsksElsewhere() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    driver.open(Fixtures.publicThread.allRead)
    #expect(try driver.press("Ctrl-C").isEmpty)
    #expect(driver.state.popup == .confirmQuit)
  }

  @Test("a stray key answers nothing", arguments: ["x", "e", "Space"])
  func strayKey(key: String) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    #expect(try driver.press("Ctrl-C \(key)").isEmpty)
    #expect(driver.state.popup == .confirmQuit)
  }

  @Test("a reply that is sent while the question stands answers it")
  func sentMeanwhile() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    let sent = driver.sendHeld()
    try driver.press("Ctrl-C")
    #expect(driver.state.popup == .confirmQuit)
    let effects = driver.answer(sent, .applied(entry: "n", audience: .customer, version: 2))
    #expect(driver.state.popup == nil)
    #expect(effects.last == .quit)
  }

  @Test("after Esc the reply has its time again, however long the question stood")
  func quitHoldsAgain() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    try driver.press("Ctrl-C")
    #expect(driver.take(.tick(Fixtures.now.adding(seconds: 12))).intents.isEmpty)
    try driver.press("Esc")
    #expect(driver.take(.tick(Fixtures.now.adding(seconds: 13))).intents.isEmpty)
    try driver.press("Ctrl-T")
    #expect(driver.text == "one")
  }

  @Test("Esc stays, and the reply goes when its time has come", arguments: ["Esc", "Ctrl-C", "Ctrl-G"])
  func quitStays(key: String) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    try driver.press("Ctrl-C \(key)")
    #expect(driver.state.popup == nil)
    #expect(!driver.state.isQuitting)
    #expect(driver.sendHeld().intents.count == 1)
  }

  @Test("Enter sends what is held and ends once it is sent")
  func quitSends() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    driver.type("draft")
    let asked = try driver.press("Ctrl-C Enter")
    #expect(asked.intents.map(\.clientKey) == ["key-1"])
    #expect(asked.drafts.map(\.text) == ["draft"])
    #expect(!asked.contains(.quit), "not before the desk has answered")
    let effects = driver.answer(asked, .applied(entry: "n", audience: .customer, version: 2))
    #expect(effects.contains(.quit))
  }

  @Test("Enter with several held ends after the last")
  func quitSendsSeveral() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    driver.open(Fixtures.publicThread.allRead)
    try driver.hold("two")
    let asked = try driver.press("Ctrl-C Enter").intents
    #expect(asked.count == 2)
    let audiences: [Audience] = [.customer, .world]
    for (intent, audience) in zip(asked, audiences) {
      let effects = driver.take(
        .answered(.apply(intent), .success(.outcome(.applied(entry: "n", audience: audience, version: 2)))))
      #expect(effects.contains(.quit) == (audience == .world))
    }
  }

  @Test("Enter does not end the program when the desk refuses: the words come back and stay in sight")
  func quitSendsRefused() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    let asked = try driver.press("Ctrl-C Enter")
    let effects = driver.answer(asked, .denied(reason: "closed"))
    #expect(!effects.contains(.quit))
    #expect(driver.text == "one")
    #expect(!driver.state.isQuitting)
  }

  @Test("t takes back into the draft and ends")
  func quitTakesBack() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    driver.type("two")
    let effects = try driver.press("Ctrl-C t")
    #expect(effects.drafts.map(\.text) == ["one\n\ntwo"])
    #expect(effects.drafts.map(\.held) == [nil])
    #expect(effects.last == .quit)
    #expect(effects.intents.isEmpty)
  }

  @Test("t waits for a reply that is on its way")
  func quitTakesBackLate() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    let asked = driver.sendHeld()
    #expect(try !driver.press("Ctrl-C t").contains(.quit))
    let effects = driver.answer(asked, .applied(entry: "n", audience: .customer, version: 2))
    #expect(effects.contains(.quit))
  }

  @Test("a program that has not ended after all does not end by surprise later")
  func quitIsForgotten() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    let asked = try driver.press("Ctrl-C Enter")
    driver.answer(asked, .unknown)
    driver.take(.answered(.reconcile("key-1"), .success(.outcome(.unknown))))
    #expect(driver.text == "one")
    let stillQuits = driver.state.isQuitting
    let next = try driver.press("Enter").intents
    #expect(!stillQuits)
    #expect(next.isEmpty)
  }
}

/// What a newcomer stumbled over: nothing happens unseen, and keys act on what is marked.
@Suite("Reduce: no surprises")
struct NoSurpriseTests {
  @Test("while the question stands whether to quit, a held reply does not go")
  func questionPausesHold() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    try driver.press("Ctrl-C")
    #expect(driver.wait(milliseconds: 60_000).intents.isEmpty)
    #expect(driver.composer?.held?.text == "one")
    try driver.press("Esc")
    #expect(driver.wait(milliseconds: 8_000).intents.count == 1)
  }

  @Test("a window that is too small takes typing, and sends nothing")
  func tooSmallSendsNothing() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.take(.input(.resize(Size(columns: 30, rows: 8))))
    driver.type("Baik")
    try driver.press("Enter Alt-Down e")
    #expect(driver.composer?.held == nil)
    #expect(driver.text == "Baike", "a letter is a letter in the composer")
    #expect(driver.state.open?.conversation.id == "c-1")
  }

  @Test("a conversation opened from elsewhere takes the selection with it, or leaves no row marked")
  func selectionFollowsWhatIsOpen() throws {
    var scenario = try Scenario([Fixtures.dialog, Fixtures.publicThread, Fixtures.earlier])
    try scenario.play("key Enter\ntype one\nkey Enter\nkey Alt-Down\nkey Ctrl-T")
    #expect(scenario.state.open?.conversation.id == "c-1")
    #expect(scenario.state.queue.selected?.id == "c-1")
    #expect(!scenario.state.queue.selectionIsGone)
    try scenario.play("key Esc\nkey T End Enter")
    #expect(scenario.state.open?.conversation.id == "c-0")
    #expect(scenario.state.queue.selectionIsGone, "a resolved one stands in no row of this view")
    try scenario.play("key Esc")
    #expect(scenario.state.open?.conversation.id == "c-1", "Esc goes back")
    #expect(scenario.state.queue.selected?.id == "c-1")
  }

  @Test("a note that becomes a reply is asked about before it goes")
  func noteBecomesReply() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.press("Alt-N")
    driver.type("she is lying")
    try driver.press("Alt-N Enter")
    #expect(driver.composer?.held == nil)
    #expect(driver.state.look?.findings.map(\.rule) == ["audience.changed"])
  }

  @Test("the comment that is answered stands in the conversation, and the next one is for the customer again")
  func answeredCommentIsShown() throws {
    var scenario = try Scenario([Fixtures.publicThread])
    try scenario.play("key T Home Down Down r")
    #expect(scenario.state.open?.composer.parent == "k-1")
    #expect(scenario.screen.contains("when will 4471 come?"))
    try scenario.play("type Tomorrow.\nkey Enter Enter")
    #expect(scenario.state.open?.composer.held?.parent == "k-1")
    #expect(scenario.state.open?.composer.parent == "k-4")
  }
}
