import DeskModel
import ScreenKit
import TestSupport
import Testing
import TextLayout

@testable import ConsoleCore

@Suite("Reduce: snooze and follow-up")
struct ReduceTimesTests {
  private static func first(_ driver: StateDriver) -> String? {
    guard case .picker(let picker) = driver.state.popup else { return nil }
    return picker.chosen?.title.string
  }

  @Test("a typed time is understood while it is typed, first in the list, and is what Enter takes")
  func typed() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    try driver.press("h")
    driver.type("fri 14:30")
    #expect(Self.first(driver) == "Fri 6 Mar 14:30")
    let effects = try driver.press("Enter")
    #expect(effects.intents.map(\.action) == [.snooze(until: Timestamp(rfc3339: "2026-03-06T14:30:00Z"))])
  }

  @Test("it can sleep until the next reply, in words too")
  func untilReply() throws {
    var agent = try Scenario([Fixtures.dialog])
    try agent.play("key C h\ntype next reply\nkey Enter")
    #expect(agent.desk.conversation("c-1")?.snoozedUntil == .untilWoken)
    #expect(agent.bottomLine.contains("sleeps until the next reply"))
    #expect(agent.screen.contains("the next reply"))
    try agent.presses("u")
    #expect(agent.desk.conversation("c-1")?.snoozedUntil == nil)
  }

  @Test(
    "what is no time is told, and Enter does nothing",
    arguments: [
      ("h", "today 8:00", "That has passed"), ("h", "31:00", "There is no such"),
      ("h", "soonish", "Not understood"),
      ("h", "3h note", "Not understood"), ("f", "call her", "Begin with a time"),
      ("f", "2040-01-01", "five years"),
    ])
  func refused(key: String, text: String, sentence: String) throws {
    var agent = try Scenario([Fixtures.dialog])
    try agent.play("key C \(key)\ntype \(text)")
    #expect(agent.screen.contains(sentence))
    try agent.presses("Enter")
    #expect(!agent.desk.intents.contains { if case .markRead = $0.action { false } else { true } })
  }

  @Test(
    "what is typed behind the time is the note; it stands beside the customer; done removes it; undo brings it back"
  )
  func followUp() throws {
    var agent = try Scenario([Fixtures.dialog])
    try agent.play("key Enter F6\ntype fri 10:00 refund must be there")
    #expect(agent.screen.contains("Fri 6 Mar 10:00 · refund must be there"))
    try agent.presses("Enter")
    let at = try #require(Timestamp(rfc3339: "2026-03-06T10:00:00Z"))
    #expect(agent.desk.conversation("c-1")?.followUp == FollowUp(at: at, text: "refund must be there"))
    #expect(agent.screen.contains("FOLLOW-UP") && agent.screen.contains("refund must be"))
    #expect(agent.state.focus == .composer, "one goes on writing")
    try agent.play("key Esc f\ntype done\nkey Enter")
    #expect(agent.desk.conversation("c-1")?.followUp == nil)
    #expect(!agent.screen.contains("FOLLOW-UP"))
    try agent.presses("u")
    #expect(agent.desk.conversation("c-1")?.followUp == FollowUp(at: at, text: "refund must be there"))
  }

  @Test("a follow-up whose time has come says so in words")
  func late() throws {
    var conversation = Fixtures.dialog
    conversation.followUp = FollowUp(at: Fixtures.ago(4), text: "call")
    let agent = try Scenario([conversation], size: Size(columns: 160, rows: 48))
    #expect(agent.screen.contains("today 09:20, 4 min ago"))
  }
}
