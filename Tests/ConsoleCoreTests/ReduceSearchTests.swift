import DeskLink
import DeskModel
import ScreenKit
import TestSupport
import Testing
import TextLayout
import Widgets

@testable import ConsoleCore

@Suite("Reduce: search the desk")
struct ReduceSearchTests {
  private static func searches(_ agent: Scenario) -> [SearchRequest] {
    agent.desk.log.compactMap { if case .search(let request) = $0 { request } else { nil } }
  }

  @Test(
    "results come while typing, one question for what came in one read", arguments: ["F3", "S", "Enter F3"])
  func typing(keys: String) throws {
    var agent = try Scenario(Fixtures.many(6))
    try agent.play("key \(keys)")
    #expect(agent.screen.contains("Type what was said"))
    try agent.types("NUMBER 3")
    #expect(Self.searches(agent).map(\.text) == ["NUMBER 3"])
    #expect(agent.screen.contains("1 found"))
    #expect(agent.screen.contains("question number 3") && agent.screen.contains("Matter 3"))
  }

  @Test("conditions in the same line narrow; without a word there is a sentence; nothing found has one, too")
  func sentences() throws {
    var agent = try Scenario(Fixtures.many(6))
    try agent.play("key F3\ntype tag:billing")
    #expect(agent.screen.contains("Type a word to look for"))
    try agent.types(" number")
    #expect(agent.screen.contains("3 found"))
    try agent.types(" zebra")
    #expect(agent.screen.contains("Nothing was found"))
  }

  @Test("a desk that does not search says why, and the next key tries again")
  func refuses() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.press("F3")
    driver.type("a")
    let asked = driver.take(.settled).requests.last
    guard case .search(let request) = asked else {
      Issue.record("not asked")
      return
    }
    driver.take(.answered(.search(request), .failure(.away(reason: "no index"))))
    guard case .search(let search) = driver.state.popup else { return }
    #expect(search.deskError == .away(reason: "no index") && search.asked == nil)
    var renderer = Renderer()
    #expect(renderer.render(driver.state).text.contains("no index"))
    driver.type("b")
    guard case .search(let again) = driver.state.popup else { return }
    #expect(again.deskError == nil && again.isStale)
  }

  private static var long: Conversation {
    var conversation = Fixtures.dialog
    conversation.id = "c-9"
    conversation.assignee = nil
    conversation.entries = (0..<80).map {
      Fixtures.customer(EntryID("e-\($0)"), $0 == 7 ? "the needle" : "hay \($0)", minutesAgo: Int64(500 - $0))
    }
    return conversation
  }

  @Test("Enter opens the conversation at the entry, in any view; Esc goes back to where one was")
  func opens() throws {
    var agent = try Scenario(Fixtures.many(3) + [Self.long])
    let before = agent.state.open?.conversation.id
    try agent.play("key F3\ntype needle\nkey Enter")
    #expect(agent.state.open?.conversation.id == "c-9")
    #expect(agent.state.focus == .conversation)
    #expect(agent.state.open?.selectedEntry(in: .conversation)?.id == "e-7")
    #expect(agent.screen.contains("the needle"))
    try agent.presses("Esc")
    #expect(agent.state.open?.conversation.id == before)
  }

  @Test("in the conversation that is open already, the entry is shown as well")
  func here() throws {
    var agent = try Scenario([Self.long], size: Size(columns: 80, rows: 24))
    try agent.play("key 3 Enter F3\ntype needle\nkey Enter")
    #expect(agent.state.open?.selectedEntry(in: .conversation)?.id == "e-7")
    #expect(agent.screen.contains("the needle"))
  }

  @Test("a stranger's comment is shown in the thread")
  func thread() throws {
    var agent = try Scenario([Fixtures.dialog, Fixtures.publicThread])
    try agent.play("key F3\ntype third week\nkey Enter")
    #expect(agent.state.focus == .thread)
    #expect(agent.state.open?.selectedEntry(in: .thread)?.id == "k-3")
  }

  @Test("Esc closes it; it comes back as it was left, at the same hit")
  func comesBack() throws {
    var agent = try Scenario(Fixtures.many(6))
    try agent.play("key F3\ntype number\nkey Down Down Esc")
    #expect(agent.state.popup == nil)
    let asked = Self.searches(agent).count
    try agent.presses("F3")
    guard case .search(let search) = agent.state.popup else { return }
    #expect(search.field.text == "number" && search.cursor.selected == 2)
    #expect(Self.searches(agent).count == asked)
  }

  @Test("many hits are paged through, the selected one always on the screen")
  func pages() throws {
    var agent = try Scenario(Fixtures.many(49), size: Size(columns: 80, rows: 24))
    try agent.play(
      "key F3\ntype question\nkey PageDown PageDown PageDown PageDown PageDown PageDown PageDown")
    guard case .search(let search) = agent.state.popup else { return }
    #expect(search.cursor.selected == 48)
    #expect(agent.screen.contains("question number 0"), "latest first")
  }
}
