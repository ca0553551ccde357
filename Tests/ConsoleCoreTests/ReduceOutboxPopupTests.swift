import DeskLink
import DeskModel
import ScreenKit
import TestSupport
import Testing
import TextLayout
import Widgets

@testable import ConsoleCore

@Suite("Reduce: the outbox popup")
struct ReduceOutboxPopupTests {
  private static func driver(_ items: PendingIntent..., draft: String = "") throws -> StateDriver {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    // Nothing comes back by itself while something is written.
    driver.type(draft)
    driver.take(.noticed(.outbox(items)))
    driver.state.remark = nil
    return driver
  }

  private static func view(_ driver: StateDriver) -> OutboxPopup? {
    if case .outbox(let view)? = driver.state.popup { view } else { nil }
  }

  @Test("F5 shows it everywhere, O outside the composer; Esc leaves", arguments: ["F5", "Esc O"])
  func opens(keys: String) throws {
    var driver = try Self.driver(.saying("one", .sending))
    let focus = driver.state.focus
    try driver.press(keys)
    #expect(Self.view(driver)?.selected == "k-1")
    try driver.press("Esc")
    #expect(driver.state.popup == nil)
    if keys == "F5" { #expect(driver.state.focus == focus) }
  }

  @Test("what needs a person is selected first")
  func selectsFailed() throws {
    var driver = try Self.driver(.saying("one", .sending), .resolving(.failed(.vanished)))
    try driver.press("F5")
    #expect(Self.view(driver)?.selected == "k-2")
  }

  @Test("an empty outbox takes every key and does nothing")
  func empty() throws {
    var driver = try Self.driver()
    try driver.press("F5")
    #expect(try driver.press("r e d y Enter Up Down PageUp PageDown Home End").isEmpty)
    #expect(Self.view(driver) != nil)
  }

  @Test("the selection stays on its thing while the list changes, or on its row")
  func follows() throws {
    var driver = try Self.driver(
      .saying("one", .sending), .saying("two", .sending, key: "k-2"), .saying("three", .sending, key: "k-3"))
    try driver.press("F5 Down")
    #expect(Self.view(driver)?.selected == "k-2")
    driver.take(
      .noticed(.outbox([.saying("two", .sending, key: "k-2"), .saying("three", .sending, key: "k-3")])))
    #expect(Self.view(driver)?.selected == "k-2")
    driver.take(.noticed(.outbox([.saying("three", .sending, key: "k-3")])))
    #expect(Self.view(driver)?.selected == "k-3")
    driver.take(.noticed(.outbox([])))
    #expect(Self.view(driver)?.selected == nil)
  }

  // MARK: Giving up

  @Test(
    "giving up is asked once more: y does it, whatever else keeps it", arguments: ["y", "d", "Enter", "Esc"])
  func givesUp(answer: String) throws {
    var driver = try Self.driver(.saying("one", .waiting(until: nil)))
    #expect(try driver.press("F5 d").isEmpty)
    #expect(Self.view(driver)?.isAsked == "k-1")
    let effects = try driver.press(answer)
    #expect(effects == (answer == "y" ? [.ask(.discard("k-1"))] : []))
    #expect(Self.view(driver)?.isAsked == nil)
    guard answer == "y" else { return }
    driver.take(.answered(.discard("k-1"), .success(.done)))
    #expect(driver.remark == "Given up.")
  }

  @Test("an outbox that was already sending says nothing of giving up")
  func notGivenUp() throws {
    var driver = try Self.driver(.saying("one", .waiting(until: nil)))
    try driver.press("F5 d y")
    driver.take(.noticed(.outbox([.saying("one", .sending)])))
    driver.take(.answered(.discard("k-1"), .success(.done)))
    #expect(driver.remark == (try Fixtures.words())("outbox.onItsWay").string)
  }

  @Test(
    "what is on its way cannot be given up, and it is said", arguments: [PendingState.sending, .accepted])
  func underWay(state: PendingState) throws {
    var driver = try Self.driver(.saying("one", state))
    #expect(try driver.press("F5 d y").isEmpty)
    #expect(Self.view(driver)?.isAsked == nil)
    #expect(try driver.press("e").isEmpty)
    #expect(driver.remark == (try Fixtures.words())("outbox.onItsWay").string)
  }

  @Test("what has gone on its way while the question stood is not given up")
  func tooLate() throws {
    var driver = try Self.driver(.saying("one", .waiting(until: nil)))
    try driver.press("F5 d")
    driver.take(.noticed(.outbox([.saying("one", .sending)])))
    #expect(try driver.press("y").isEmpty)
  }

  // MARK: Trying again

  @Test("what has failed is tried again with what the person has before their eyes")
  func retries() throws {
    var driver = try Self.driver(.saying("one", .failed(.gaveUp(reason: "x"))))
    #expect(try driver.press("F5 r") == [.ask(.retry("k-1", basedOn: 1))])
  }

  @Test("after a conflict the conversation must be open")
  func retriesConflict() throws {
    var driver = try Self.driver(.saying("one", .overtaken), draft: "x")
    #expect(try driver.press("F5 r") == [.ask(.retry("k-1", basedOn: 1))])
    driver.open(Fixtures.publicThread.allRead)
    #expect(try driver.press("r").isEmpty)
    #expect(driver.remark == (try Fixtures.words())("outbox.readFirst").string)
  }

  @Test(
    "what was sent, or goes by itself, is not tried again",
    arguments: [PendingState.failed(.wrongAudience(stored: .world)), .sending, .waiting(until: nil)])
  func neverAgain(state: PendingState) throws {
    var driver = try Self.driver(.saying("one", state))
    #expect(try driver.press("F5 r").isEmpty)
    #expect(driver.state.remark?.isError == false)
  }

  // MARK: Changing

  @Test("a waiting reply is taken back into its composer, and given up when it is on disk")
  func takesBack() throws {
    var driver = try Self.driver(.saying("one", .waiting(until: nil)))
    driver.isDiskSlow = true
    let effects = try driver.press("F5 e")
    #expect(driver.state.popup == nil)
    #expect(driver.state.focus == .composer)
    #expect(driver.text == "one")
    #expect(effects.requests.isEmpty)
    #expect(driver.take(.draftKept("c-1", ["k-1"], error: nil)) == [.ask(.discard("k-1"))])
    driver.type("!")
    #expect(driver.text == "one!")
  }

  @Test("it joins what is written for the same eyes, before it")
  func joins() throws {
    var driver = try Self.driver(.saying("one", .overtaken), draft: "two")
    let effects = try driver.press("F5 e")
    #expect(driver.text == "one\n\ntwo")
    #expect(effects.requests.contains(.discard("k-1")))
  }

  @Test("it does not join what is written for other eyes, and stays")
  func doesNotJoin() throws {
    var driver = try Self.driver(.saying("one", .overtaken, audience: .internal), draft: "two")
    #expect(try driver.press("F5 e").requests.isEmpty)
    #expect(driver.text == "two")
    #expect(driver.remark.hasPrefix("You are writing something else here"))
    #expect(driver.state.outbox.leaving.isEmpty)
  }

  @Test("of another conversation it opens that one, and what is typed meanwhile comes after it")
  func takesBackElsewhere() throws {
    var driver = try Self.driver(.saying("one", .waiting(until: nil), in: "p-1", audience: .world))
    let asked = try driver.press("F5 e")
    #expect(asked == [.ask(.end(of: "p-1"))])
    driver.type("!")
    #expect(driver.text.isEmpty)
    let thread = Fixtures.publicThread.allRead
    let effects = driver.take(
      .answered(.end(of: "p-1"), .success(.end(thread, ConversationSummary(thread)))))
    #expect(driver.state.open?.conversation.id == "p-1")
    #expect(driver.text == "one!")
    #expect(driver.composer?.audience == .world)
    #expect(effects.requests.contains(.discard("k-1")))
    #expect(driver.state.trail == ["c-1"])
  }

  @Test("a change has no words to take back")
  func noWords() throws {
    var driver = try Self.driver(.resolving(.failed(.vanished)))
    #expect(try driver.press("F5 e").isEmpty)
    #expect(Self.view(driver) != nil)
    #expect(driver.remark == (try Fixtures.words())("outbox.noWords").string)
  }

  @Test("what is back in its composer is neither tried again nor given up by hand")
  func isBack() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.isDiskSlow = true
    driver.take(.noticed(.outbox([.saying("one", .overtaken)])))
    #expect(try driver.press("F5 r d y e").isEmpty)
    #expect(driver.remark == (try Fixtures.words())("outbox.isBack").string)
  }

  // MARK: Opening

  @Test("Enter opens the conversation, marks what is new, and Esc goes back")
  func opensConversation() throws {
    var driver = try Self.driver(
      .saying("one", .failed(.conflict(newer: [Fixtures.publicThread.entries[4]])), in: "p-1"))
    driver.take(.answered(.end(of: "p-1"), .failure(.away(reason: ""))))
    #expect(try driver.press("F5 Enter") == [.ask(.end(of: "p-1"))])
    #expect(driver.state.popup == nil)
    driver.update(Fixtures.publicThread.allRead)
    #expect(driver.state.open?.newFrom == "k-4")
    #expect(driver.state.focus == .conversation)
    #expect(try driver.press("Esc") == [.ask(.end(of: "c-1"))])
  }

  @Test("customers whom nobody knows yet are asked for, once, as far as they are in sight")
  func names() throws {
    var driver = try Self.driver(.saying("one", .sending, in: "p-1"), .saying("two", .sending, key: "k-2"))
    driver.take(.settled)
    try driver.press("F5")
    #expect(driver.take(.settled).requests.contains(.end(of: "p-1")))
    #expect(!driver.take(.settled).requests.contains(.end(of: "p-1")))
    #expect(driver.state.outboxName(of: "p-1").string == "p-1")
    let thread = Fixtures.publicThread
    driver.take(.answered(.end(of: "p-1"), .success(.end(thread, ConversationSummary(thread)))))
    #expect(driver.state.outboxName(of: "p-1").string == "Sofia Bilyk")
    #expect(driver.state.open?.conversation.id == "c-1")
  }

  @Test("with the mouse: the line of desks opens it, a row is selected, a click beside it closes it")
  func mouse() throws {
    var driver = try Self.driver(
      .saying("one", .failed(.vanished)), .saying("two", .sending, key: "k-2"))
    func press(_ row: Int, _ column: Int) -> Action {
      .input(.mouse(MouseEvent(.press, at: ScreenPosition(row: row, column: column))))
    }
    driver.take(press(38, 10))
    #expect(Self.view(driver)?.selected == "k-1")
    var renderer = Renderer()
    let rows = renderer.render(driver.state).text.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(rows.firstIndex { $0.contains("being sent") })
    driver.take(press(row, 20))
    #expect(Self.view(driver)?.selected == "k-2")
    driver.take(press(0, 0))
    #expect(driver.state.popup == nil)
  }

  @Test("a long text is scrolled, never past its end")
  func scrolls() throws {
    let text = (1...80).map { "line \($0)" }.joined(separator: "\n")
    var driver = try Self.driver(.saying(text, .sending))
    try driver.press("F5 PageDown")
    let offset = try #require(Self.view(driver)?.offset)
    #expect(offset > 0)
    for _ in 0..<20 { try driver.press("PageDown") }
    var renderer = Renderer()
    #expect(renderer.render(driver.state).text.contains("line 80"))
    for _ in 0..<20 { try driver.press("PageUp") }
    #expect(Self.view(driver)?.offset == 0)
  }
}
