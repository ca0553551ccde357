import DeskLink
import DeskModel
import ScreenKit
import TestSupport
import Testing
import TextLayout

@testable import ConsoleCore

@Suite("Reduce: find in the conversation")
struct ReduceFindTests {
  /// Sixty entries; every tenth says "refund", the first one twice.
  private static var long: Conversation {
    var conversation = Fixtures.dialog
    conversation.entries = (0..<60).map { number in
      let text = number % 10 == 0 ? "Refund, please: number \(number)" : "line \(number)"
      return Fixtures.customer(
        EntryID("e-\(number)"), number == 0 ? text + " REFUND" : text, minutesAgo: Int64(60 - number))
    }
    return conversation
  }

  @Test("matches are counted and shown while typing; one begins with the next one from where one was")
  func counts() throws {
    var agent = try Scenario([Self.long])
    try agent.play("key Enter Ctrl-F\ntype refund")
    #expect(agent.bottomLine.contains("Find refund"))
    #expect(agent.bottomLine.contains("7 of 7"), "the last one stands above the end")
    #expect(agent.screen.contains("number 50"))
    try agent.presses("Down")
    #expect(agent.bottomLine.contains("1 of 7"))
    #expect(agent.screen.contains("number 0 REFUND"))
    try agent.presses("Down Up Up")
    #expect(agent.bottomLine.contains("7 of 7"))
  }

  @Test(
    "kept, n and N go on, Esc returns to where one was: pane, scroll, selection",
    arguments: ["Enter", "C", "T"])
  func keeps(pane: String) throws {
    var agent = try Scenario([Self.long])
    try agent.presses(pane)
    let before = agent.state
    try agent.play("key \(pane == "Enter" ? "Ctrl-F" : "/")\ntype refund\nkey Enter n n N")
    #expect(agent.bottomLine.contains("1 of 7"))
    #expect(agent.state.focus == .conversation)
    try agent.presses("Esc")
    #expect(agent.state.find == nil)
    #expect(agent.state.focus == before.focus)
    #expect(agent.state.open?.scroll == before.open?.scroll)
    #expect(agent.state.open?.selectedItem == before.open?.selectedItem)
  }

  @Test("matches stand out without colour, the present one in another way")
  func marked() throws {
    var agent = try Scenario([Fixtures.dialog])
    try agent.play("key C /\ntype kak")
    var found: [String: Int] = [:]
    for row in 0..<agent.frame.grid.size.rows - 1 {
      var run = ""
      var style = Style.plain
      for column in 0..<agent.frame.grid.size.columns {
        let cell = agent.frame.grid[row, column]
        if cell.style != style {
          if style.isReversed || style.role == .mark {
            found["\(run.lowercased()) \(style.role)", default: 0] += 1
          }
          run = ""
          style = cell.style
        }
        run.unicodeScalars.append(Unicode.Scalar(cell.base) ?? " ")
      }
    }
    #expect(found["kak mark"] == 1)
    #expect(found.filter { $0.key.hasPrefix("kak") }.values.reduce(0, +) == 3)
    let theme = Theme(level: .none)
    #expect(theme.appearance(of: Style(.mark, bold: true)) != theme.appearance(of: Style.plain.reversed))
    #expect(theme.appearance(of: Style(.mark, bold: true)) != theme.appearance(of: .plain))
  }

  @Test("what is not there is said, the place stays, and Enter does not keep it")
  func nothing() throws {
    var agent = try Scenario([Self.long])
    try agent.presses("C")
    let before = agent.state.open
    try agent.play("key /\ntype zebra\nkey Enter Down")
    #expect(agent.bottomLine.contains("not found"))
    #expect(agent.state.find?.isTyping == true)
    #expect(agent.state.open?.scroll == before?.scroll)
    try agent.play("key Ctrl-U\nkey Enter")
    #expect(agent.state.find == nil, "an empty line ends it")
  }

  @Test("a message that comes meanwhile is searched, too, and one stays at the same match")
  func news() throws {
    var agent = try Scenario([Self.long])
    try agent.play("key C /\ntype refund\nkey Enter")
    #expect(agent.bottomLine.contains("7 of 7"))
    agent.desk.change("c-1") { $0.entries.append(Fixtures.customer("e-99", "refund!", minutesAgo: 0)) }
    try agent.waits("1ms")
    #expect(agent.bottomLine.contains("7 of 8"))
    try agent.presses("n")
    #expect(agent.bottomLine.contains("8 of 8"))
  }

  @Test("a match deep in a long message comes into sight")
  func deep() throws {
    var conversation = Fixtures.dialog
    conversation.entries[0].text = (0..<200).map { "row \($0)" }.joined(separator: "\n")
    var agent = try Scenario([conversation])
    try agent.play("key C /\ntype row 123")
    #expect(agent.screen.contains("row 123"))
    #expect(agent.bottomLine.contains("1 of 1"))
  }

  @Test("going to another pane or conversation ends it; other keys do what they do")
  func ends() throws {
    var agent = try Scenario([Fixtures.dialog, Fixtures.publicThread])
    try agent.play("key C /\ntype kak\nkey Enter r")
    #expect(agent.state.focus == .composer && agent.state.find == nil)
    try agent.play("key Esc\nkey /\ntype kak\nkey Enter Alt-Down")
    #expect(agent.state.open?.conversation.id == "p-1" && agent.state.find == nil)
  }

  @Test("an event is found by what it says, not by its clock")
  func events() throws {
    var conversation = Fixtures.dialog
    conversation.entries.append(
      Entry(
        id: "e-5", at: Fixtures.now, author: Author(kind: .system, id: "desk"), audience: .internal,
        kind: .event,
        text: "assigned to Me"))
    var agent = try Scenario([conversation])
    try agent.play("key C /\ntype 09:24")
    #expect(agent.bottomLine.contains("not found"))
    try agent.play("key Ctrl-U\ntype assigned")
    #expect(agent.bottomLine.contains("1 of 1"))
  }

  @Test("with nothing open it says so")
  func nothingOpen() throws {
    var driver = try StateDriver(focus: .composer)
    try driver.press("Ctrl-F")
    #expect(driver.state.find == nil)
    #expect(driver.remark == (try Fixtures.words())("composer.nothingOpen").string)
  }
}
