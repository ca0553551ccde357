import ConsoleRuntime
import DeskLink
import DeskModel
import Safeguards
import ScreenKit
import SeededRandom
import TestSupport
import Testing
import TextLayout
import Widgets

@testable import ConsoleCore

@Suite("Reducer: mouse")
struct ReduceMouseTests {
  private static func many(_ count: Int) -> [Conversation] {
    (0..<count).map { number in
      var conversation = Fixtures.dialog
      conversation.id = ConversationID("m-\(number)")
      conversation.contact.id = ContactID("u-\(number)")
      conversation.contact.full = "Customer \(number)"
      conversation.entries = [Fixtures.customer("e-1", "message \(number)", minutesAgo: Int64(500 - number))]
      return conversation
    }
  }

  private func use(_ scenario: inout Scenario, _ kind: MouseEvent.Kind, _ row: Int, _ column: Int) throws {
    scenario.player.terminal.push([.mouse(MouseEvent(kind, at: ScreenPosition(row: row, column: column)))])
    // A moment passes, so that no key disturbs what is looked at.
    try scenario.play("wait 1ms")
  }

  /// Clicks at a text on the screen.
  private func click(_ scenario: inout Scenario, _ text: String) throws {
    let rows = scenario.screen.split(separator: "\n", omittingEmptySubsequences: false)
    for (row, line) in rows.enumerated() {
      let line = String(line)
      guard let found = line.firstRange(of: text) else { continue }
      let column = SafeText(String(line[..<found.lowerBound])).columns
      return try use(&scenario, .press, row, column)
    }
    Issue.record("the screen does not show \(text)")
  }

  @Test("a click on a row of the queue shows the conversation, a second one opens it for writing")
  func queue() throws {
    var scenario = try Scenario(Self.many(5), size: Size(columns: 160, rows: 48))
    try click(&scenario, "Customer 3")
    #expect(scenario.state.open?.conversation.id == "m-3")
    #expect(scenario.state.focus == .queue)
    let place = try #require(scenario.state.queue.cursor.selected)
    try use(&scenario, .press, 3 + 2 * place, 6)
    #expect(scenario.state.focus == .composer)
    #expect(scenario.state.open?.conversation.id == "m-3")
    try use(&scenario, .press, 40, 3)
    #expect(scenario.state.focus == .queue && scenario.state.open?.conversation.id == "m-3")
  }

  @Test("the wheel scrolls the queue without opening anything; keys still act on the open conversation")
  func wheelInQueue() throws {
    var scenario = try Scenario(Self.many(60), size: Size(columns: 160, rows: 30))
    #expect(scenario.state.open?.conversation.id == "m-0")
    try use(&scenario, .wheelDown, 5, 3)
    try use(&scenario, .wheelDown, 5, 3)
    #expect(scenario.state.queue.cursor.top == 6)
    #expect(scenario.state.open?.conversation.id == "m-0")
    #expect(scenario.state.queue.selectionIsGone)
    // News must not pull the rows back under the eyes.
    scenario.desk.change("m-40") { $0.tags = ["x"] }
    try scenario.play("key F13")
    #expect(scenario.state.queue.cursor.top == 6)
    try click(&scenario, "Customer 10")
    #expect(scenario.state.open?.conversation.id == "m-10")
    #expect(!scenario.state.queue.isScrolledAway && !scenario.state.queue.selectionIsGone)
  }

  @Test("the wheel never leaves the rows there are", arguments: [MouseEvent.Kind.wheelUp, .wheelDown])
  func wheelEnds(kind: MouseEvent.Kind) throws {
    var scenario = try Scenario(Self.many(40), size: Size(columns: 160, rows: 30))
    for _ in 0..<40 { try use(&scenario, kind, 5, 3) }
    #expect(scenario.state.queue.cursor.firstInvariantViolation() == nil)
    #expect(scenario.screen.contains(kind == .wheelUp ? "Customer 0" : "Customer 39"))
  }

  @Test("a click focuses a pane; in the thread it selects the row, and a second one reads it")
  func panes() throws {
    var scenario = try Scenario([Fixtures.dialog, Fixtures.publicThread], size: Size(columns: 160, rows: 48))
    try scenario.play("key Enter")
    try click(&scenario, "Jakarta ·")
    #expect(scenario.state.focus == .customer)
    try click(&scenario, "09:18  Olena")
    #expect(scenario.state.focus == .thread && scenario.state.open?.selectedEntry(in: .thread)?.id == "e-3")
    try click(&scenario, "09:18  Olena")
    #expect(scenario.state.focus == .conversation)
    #expect(scenario.state.open?.selectedEntry(in: .conversation)?.id == "e-3")
    try click(&scenario, "kok dua kali ya?")
    #expect(scenario.state.open?.selectedEntry(in: .conversation)?.id == "e-1")
    try click(&scenario, "reply to Dewi")
    #expect(scenario.state.focus == .composer)
  }

  @Test("a click in the composer puts the cursor there, in any script")
  func composer() throws {
    var scenario = try Scenario([Fixtures.dialog], size: Size(columns: 120, rows: 40))
    try scenario.play("key Enter\ntype Hello 日本 world\nkey Ctrl-J\ntype second")
    let pane = try #require(scenario.state.layout.panes[.composer])
    func cursor(_ row: Int, _ column: Int) throws -> Int? {
      try use(&scenario, .press, pane.row + row, pane.column + column)
      return scenario.state.open?.composer.field.cursor
    }
    #expect(try cursor(0, 0) == 0)
    #expect(try cursor(0, 6) == 6)
    #expect(try cursor(0, 7) == 6)
    #expect(try cursor(0, 8) == 9)
    #expect(try cursor(0, 40) == 18)
    #expect(try cursor(1, 3) == 22)
    #expect(try cursor(2, 5) == 25)
    try scenario.play("type !")
    #expect(scenario.state.open?.composer.field.text == "Hello 日本 world\nsecond!")
  }

  @Test("a click on a view in the topmost row shows it, on a key does what the key does")
  func header() throws {
    var scenario = try Scenario([Fixtures.dialog, Fixtures.publicThread], size: Size(columns: 120, rows: 40))
    try click(&scenario, "All 2")
    #expect(scenario.state.queue.view == .all && scenario.state.focus == .queue)
    try click(&scenario, "Unassigned 0")
    #expect(scenario.state.queue.view == .unassigned)
    try click(&scenario, "commands  F1")
    #expect(scenario.state.popup != nil)
    try use(&scenario, .press, 0, 0)
    #expect(scenario.state.popup == nil)
    try click(&scenario, "help")
    guard case .text? = scenario.state.popup else {
      Issue.record("no help")
      return
    }
  }

  @Test("a click on a tab shows its pane", arguments: ["Thread 4", "Customer", "Conversation"])
  func tabs(name: String) throws {
    var scenario = try Scenario([Fixtures.dialog], size: Size(columns: 80, rows: 24))
    let panes: [String: Pane] = ["Thread 4": .thread, "Customer": .customer, "Conversation": .conversation]
    try click(&scenario, name)
    #expect(scenario.state.focus == panes[name])
  }

  @Test("a click in a popup chooses, one beside it closes, the wheel scrolls it")
  func popups() throws {
    var scenario = try Scenario([Fixtures.dialog], size: Size(columns: 120, rows: 40))
    try scenario.play("key Enter Esc s")
    try click(&scenario, "pending")
    #expect(scenario.state.popup == nil)
    #expect(scenario.desk.conversation("c-1")?.status == "pending")
    try scenario.play("key s")
    try use(&scenario, .press, 1, 1)
    #expect(scenario.state.popup == nil)
    #expect(scenario.desk.conversation("c-1")?.status == "pending")
    try scenario.play("key F1")
    try use(&scenario, .wheelDown, 10, 40)
    guard case .text(let text)? = scenario.state.popup else {
      Issue.record("no help")
      return
    }
    #expect(text.offset == 3)
    try use(&scenario, .press, 10, 40)
    #expect(scenario.state.popup == nil)
  }

  @Test("the question whether to quit is not answered by a click")
  func quitQuestion() throws {
    var scenario = try Scenario([Fixtures.dialog], size: Size(columns: 120, rows: 40))
    try scenario.play("key Enter\ntype Hi\nkey Enter Ctrl-C")
    try use(&scenario, .press, 20, 60)
    #expect(scenario.state.popup == .confirmQuit)
  }

  @Test("any clicks and notches keep the state whole and the frames well-formed")
  func anything() throws {
    var random = SeededGenerator(99)
    var scenario = try Scenario(
      Self.many(30) + [Fixtures.dialog, Fixtures.publicThread, Fixtures.earlier],
      size: Size(columns: 120, rows: 40))
    let keys = ["Enter", "Esc", "Tab", "F1", "Ctrl-K", "s", "x", "w", "F2", "Down"]
    for _ in 0..<600 {
      if Int.random(in: 0..<5, using: &random) == 0 {
        let columns = [39, 80, 120, 160].randomElement(using: &random) ?? 80
        try scenario.play("size \(columns)x\(Int.random(in: 8...44, using: &random))")
      }
      if Int.random(in: 0..<4, using: &random) == 0 {
        try scenario.play("key \(keys.randomElement(using: &random) ?? "Esc")")
      }
      let kind: MouseEvent.Kind =
        [.press, .press, .wheelUp, .wheelDown].randomElement(using: &random) ?? .press
      try use(
        &scenario, kind, Int.random(in: 0..<60, using: &random), Int.random(in: 0..<200, using: &random))
      #expect(scenario.frame.grid.firstInvariantViolation() == nil)
      #expect(scenario.state.queue.cursor.firstInvariantViolation() == nil)
      #expect(scenario.state.open?.threadCursor.firstInvariantViolation() == nil)
      var fresh = Renderer()
      #expect(fresh.render(scenario.state) == scenario.frame)
    }
  }
}
