import ConsoleRuntime
import DeskLink
import DeskModel
import ScreenKit
import TestSupport
import Testing
import Widgets

@testable import ConsoleCore

/// Ten minutes away from somebody who is abusive.
@Suite("Reducer: a break")
struct ReduceBreakTests {
  private func resting(agent keys: String = "") throws -> (StateDriver, [Effect]) {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    driver.state.agents = [Agent(id: "a-olena", name: "Olena"), Fixtures.me]
    driver.type("")
    try driver.press("Alt-T \(keys) Enter")
    let effects = try driver.press("Enter")
    return (driver, effects)
  }

  @Test(
    "nobody gets the conversation unless somebody is chosen; a kind note goes with it; the customer is told nothing"
  )
  func handOver() throws {
    let (driver, effects) = try resting()
    let actions = effects.intents.map(\.action)
    let note =
      "I have handed this over and take ten minutes. Please read the last messages before you answer; thank you."
    #expect(
      actions == [
        .say(text: note, kind: .note, audience: .internal, parent: nil), .assign(nil),
      ])
    #expect(effects.intents.allSatisfy { $0.conversation == "c-1" })
    #expect(driver.state.popup == .rest(Rest(until: Fixtures.now.adding(seconds: 600))))
    #expect(driver.state.open == nil && driver.state.focus == .queue)
  }

  @Test("a colleague can be chosen, and the note changed or emptied before")
  func colleague() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    driver.state.agents = [Agent(id: "a-olena", name: "Olena")]
    try driver.press("Alt-T Down Enter Ctrl-W Ctrl-J")
    driver.type("Olena, please")
    let effects = try driver.press("Enter")
    guard case .say(let text, .note, .internal, nil, [])? = effects.intents.first?.action else {
      Issue.record("no note")
      return
    }
    #expect(text.hasSuffix("thank \nOlena, please"))
    #expect(effects.intents.last?.action == .assign(Agent(id: "a-olena", name: "Olena")))
    driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    try driver.press("Alt-T Enter Ctrl-U")
    #expect(try driver.press("Enter").intents.map(\.action) == [.assign(nil)])
  }

  @Test("Esc leaves everything as it was, in the list and in the note")
  func givenUp() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    #expect(try driver.press("Alt-T Esc") == [])
    #expect(try driver.press("Alt-T Enter Esc") == [])
    #expect(driver.state.popup == nil && driver.state.open?.conversation.id == "c-1")
  }

  @Test("words begun for the customer are kept")
  func draft() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("I am")
    try driver.press("Esc Alt-T Enter Enter")
    #expect(driver.state.parked["c-1"]?.field.text == "I am")
  }

  @Test("the countdown wakes once a minute, and says when the rest is over; it does not end by itself")
  func countdown() throws {
    var (driver, _) = try resting()
    func screen() -> String {
      var renderer = Renderer()
      return renderer.render(driver.state).text
    }
    #expect(screen().contains("A break until 09:34") && screen().contains("10 minutes left"))
    #expect(!screen().contains("Dewi"))
    for minute in 1...9 {
      let due = try #require(driver.state.nextDeadline)
      #expect(due == Fixtures.now.adding(seconds: 60 * Int64(minute)))
      driver.take(.tick(due))
      #expect(screen().contains(minute == 9 ? "1 minute left" : "\(10 - minute) minutes left"))
    }
    driver.wait(milliseconds: 60_000)
    #expect(screen().contains("The ten minutes are over"))
    #expect(driver.state.popup != nil)
  }

  @Test(
    "any key ends it, does nothing else, and opens nothing",
    arguments: ["q", "Enter", "Esc", "Down", "Ctrl-C"])
  func anyKey(name: String) throws {
    var (driver, _) = try resting()
    #expect(try driver.press(name) == [])
    #expect(driver.state.popup == nil && driver.state.open == nil && !driver.state.isQuitting)
    let asked = driver.take(.settled).requests
    #expect(!asked.contains { if case .end = $0 { true } else { false } })
  }

  @Test("the hand-over can be undone")
  func undo() throws {
    var (driver, effects) = try resting()
    driver.answer(effects, .applied(entry: nil, audience: nil, version: 2))
    try driver.press("Esc")
    #expect(try driver.press("u").intents.map(\.action) == [.assign(Fixtures.me)])
  }

  @Test("nobody is called while they rest")
  func quiet() throws {
    var (driver, _) = try resting()
    driver.state.settings.tools.notifies = true
    driver.state.alarms.pending = [Alarms.Alarm(conversation: "x", name: "X", reason: .late)]
    #expect(driver.wait(milliseconds: 61_000).tools == [])
    try driver.press("Esc")
    #expect(driver.wait(milliseconds: 61_000).tools.count == 1)
  }

  @Test("as it looks", arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)])
  func frames(size: Size) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, size: size, focus: .conversation)
    driver.state.agents = [Agent(id: "a-olena", name: "Olena")]
    try driver.press("Alt-T Enter")
    var renderer = Renderer()
    expectFrame(renderer.render(driver.state), named: "break-note-\(size.columns)x\(size.rows)")
    try driver.press("Enter")
    expectFrame(renderer.render(driver.state), named: "break-\(size.columns)x\(size.rows)")
  }
}
