import ConsoleRuntime
import DeskLink
import DeskModel
import Safeguards
import ScreenKit
import TestSupport
import Testing
import TextLayout
import Widgets

@testable import ConsoleCore

/// Sequences of keys and events that once sent the wrong words, or the right ones to the wrong place.
@Suite("Reviewed sequences")
struct ReviewedSequenceTests {
  @Test("keys that arrive together after a move reach the conversation that was moved to")
  func keysInOneRead() throws {
    var scenario = try Scenario([Fixtures.dialog, Fixtures.publicThread])
    try scenario.play("key Enter")
    #expect(scenario.state.open?.conversation.id == "c-1")
    let terminal = scenario.player.terminal
    terminal.push([
      .key(KeyPress(.down, .alt)), .key(KeyPress(.character("H"))), .key(KeyPress(.character("i"))),
    ])
    try scenario.play("frame")
    try scenario.play("key F13")
    #expect(scenario.state.open?.conversation.id == "p-1")
    #expect(scenario.state.open?.composer.field.text == "Hi")
    #expect(scenario.state.parked["c-1"] == nil)
  }

  @Test("an agreement is to words, audience and place: what was agreed to as a note never goes as a reply")
  func agreedAsNote() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    let first = driver.sendHeld()
    try driver.press("Alt-N")
    driver.type("she is a fraud")
    try driver.press("Enter Alt-N")
    driver.answer(first, .applied(entry: "n", audience: .customer, version: 2))
    #expect(driver.composer?.held == nil)
    #expect(driver.text == "she is a fraud")
  }

  @Test("that a text was begun as a note is remembered over a restart")
  func wasNoteIsKept() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.press("Alt-N")
    driver.type("she is lying")
    try driver.press("Alt-N")
    let stored = driver.wait(milliseconds: 1_000).drafts.last
    #expect(stored?.wasNote == true)
    #expect(stored.map { Composer($0).wasNote } == true)
  }

  @Test("undo after Enter does not bring back what is held")
  func undoAfterHold() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("I refund you 100")
    try driver.press("Ctrl-_ Ctrl-_")
    #expect(driver.text.isEmpty)
    #expect(driver.composer?.held?.text == "I refund you 100")
  }

  @Test("a clock that is set back stops neither saving nor sending")
  func clockSetBack() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    driver.type("two")
    let hour: Int64 = 3_600_000
    driver.take(.tick(Timestamp(milliseconds: driver.state.now.milliseconds - hour)))
    #expect(driver.wait(milliseconds: 1_000).drafts.map(\.text) == ["two"])
    #expect(driver.wait(milliseconds: 8_000).intents.count == 1)
  }

  @Test("after a sleep a held reply gets its hold again")
  func sleep() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    #expect(driver.wait(milliseconds: 3_600_000).intents.isEmpty)
    try driver.press("Ctrl-T")
    #expect(driver.text == "one")
  }

  @Test("a long hold that ends while nobody touches a key is no sleep: the reply goes in time")
  func longHold() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, holdSeconds: 60)
    try driver.hold("one")
    #expect(driver.wait(milliseconds: 60_002).intents.count == 1)
  }

  @Test("a double press does not agree to a look that nobody has seen")
  func doublePress() throws {
    var driver = try StateDriver(Fixtures.publicThread.allRead)
    driver.type("It is in Lviv now.")
    driver.take(.input(.key(KeyPress(.enter))))
    driver.take(.input(.key(KeyPress(.enter))))
    #expect(driver.composer?.held == nil)
    try driver.press("Enter")
    #expect(driver.composer?.held?.text == "It is in Lviv now.")
  }

  @Test("of several held replies the latest is taken back, and none in place of one that is on its way")
  func takesBackLatest() throws {
    var driver = try StateDriver(Fixtures.publicThread.allRead)
    try driver.hold("first")
    driver.wait(milliseconds: 1_000)
    driver.open(Fixtures.dialog.allRead)
    try driver.hold("second")
    var other = Fixtures.dialog.allRead
    other.id = "c-9"
    driver.open(other)
    #expect(try driver.press("Ctrl-T").requests == [.end(of: "c-1")])
    var sending = try StateDriver(Fixtures.publicThread.allRead)
    try sending.hold("there")
    sending.open(Fixtures.dialog.allRead)
    try sending.hold("here")
    sending.changeClock(by: 8_000)
    #expect(try sending.press("Ctrl-T").requests.isEmpty)
    #expect(sending.text.isEmpty)
  }

  @Test("quitting sends what was agreed to after the held reply, then ends")
  func quitSendsFollowUp() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    let first = driver.sendHeld()
    driver.type("two")
    try driver.press("Enter Ctrl-C Enter")
    let second = driver.answer(first, .applied(entry: "n", audience: .customer, version: 2))
    #expect(second.intents.count == 1)
    let end = driver.answer(second, .applied(entry: "m", audience: .customer, version: 3))
    #expect(end.contains(.quit))
  }

  @Test("a program can be ended although nobody knows what became of a reply")
  func quitWithUnclearReply() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    driver.answer(driver.sendHeld(), .unknown)
    driver.take(.answered(.reconcile("key-1"), .failure(.away(reason: "no network"))))
    #expect(try driver.press("Ctrl-C q").contains(.quit))
    #expect(driver.composer?.held?.text == "one")
  }

  @Test("an entry of a megabyte is laid out in part, and says so")
  func longEntry() throws {
    var conversation = Fixtures.dialog.allRead
    conversation.entries[0].text = String(repeating: "word ", count: 200_000)
    let driver = try StateDriver(conversation)
    let open = try #require(driver.state.open)
    let layout = TranscriptLayout(open, in: driver.state, columns: 48)
    #expect(layout.height(of: 0) < 1_000)
    #expect(layout.rows(of: 0).count == layout.height(of: 0))
  }

  @Test("the thread marks what the customer answered and what was answered to them")
  func branchIsMarked() throws {
    let thread = Fixtures.publicThread.allRead.answered(by: "Olena", under: "k-4")
    let scenario = try Scenario([thread])
    #expect(scenario.screen.contains("▶ Sofia"))
    #expect(scenario.screen.contains("▹ us·Olena"))
    #expect(!scenario.screen.contains("▹ Ihor"))
  }
}

extension StateDriver {
  /// Lets the clock go on without a tick of its own between.
  fileprivate mutating func changeClock(by milliseconds: Int64) { wait(milliseconds: milliseconds) }
}

@Suite("Reports at the start")
struct StartReportTests {
  @Test("several things found at the start are all told")
  func allAreTold() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.take(.report([SafeText("a torn line"), SafeText("a broken draft"), SafeText("no UTF-8")]))
    var renderer = Renderer()
    let screen = renderer.render(driver.state).text
    for sentence in ["a torn line", "a broken draft", "no UTF-8"] { #expect(screen.contains(sentence)) }
    try driver.press("Esc")
    #expect(driver.state.popup == nil)
  }
}
