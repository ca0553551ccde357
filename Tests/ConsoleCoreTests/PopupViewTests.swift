import DeskModel
import ScreenKit
import TestSupport
import Testing
import TextLayout

@testable import ConsoleCore

@Suite("PopupView")
struct PopupViewTests {
  private static func frame(_ state: AppState) -> Frame {
    var renderer = Renderer()
    return renderer.render(state)
  }

  @Test("a list shows its heading, what was typed, and the cursor behind it")
  func picker() throws {
    var driver = try StateDriver(Fixtures.dialog)
    try driver.press("Ctrl-K")
    driver.type("reso")
    let frame = Self.frame(driver.state)
    let words = try Fixtures.words()
    #expect(frame.text.contains(words("picker.command").string))
    #expect(frame.text.contains("› reso"))
    #expect(frame.text.contains(words("command.resolve").string))
    let cursor = try #require(frame.cursor)
    let before = (0..<cursor.column).reversed().prefix(4).reversed().map { column in
      Unicode.Scalar(frame.grid[cursor.row, column].base).map { String(Character($0)) } ?? "?"
    }
    #expect(before.joined() == "reso")
  }

  @Test("a list in which nothing matches says so")
  func nothingMatches() throws {
    var driver = try StateDriver(Fixtures.dialog)
    try driver.press("Ctrl-K")
    driver.type("zzqq")
    #expect(Self.frame(driver.state).text.contains(try Fixtures.words()("picker.nothing").string))
  }

  @Test("the selected row of a long list is in sight", arguments: [10, 12, 24, 40])
  func selectedInSight(rows: Int) throws {
    var driver = try StateDriver(Fixtures.dialog, size: Size(columns: 80, rows: rows))
    try driver.press("Ctrl-K")
    for _ in 0..<(CommandTable.rows.count + 3) {
      let frame = Self.frame(driver.state)
      var hasReversed = false
      for row in 0..<rows {
        for column in 0..<80
        where frame.grid[row, column].style.isReversed && frame.grid[row, column].style.role == .plain {
          hasReversed = true
        }
      }
      #expect(hasReversed)
      try driver.press("Down")
    }
  }

  @Test("a text says how much is hidden and how it is closed")
  func text() throws {
    var driver = try StateDriver(Fixtures.dialog)
    try driver.press("F1")
    #expect(Self.frame(driver.state).text.contains("more"))
    #expect(Self.frame(driver.state).text.contains("Esc"))
    driver = try StateDriver(Fixtures.dialog, focus: .conversation)
    try driver.press("x")
    #expect(Self.frame(driver.state).text.contains("Esc"))
    #expect(!Self.frame(driver.state).text.contains(" more "))
  }

  @Test("the question before quitting names how many are held and every answer")
  func question() throws {
    var driver = try StateDriver(Fixtures.dialog)
    try driver.hold("one")
    try driver.press("Ctrl-C")
    let text = Self.frame(driver.state).text
    for key in ["quit.send", "quit.takeBack", "quit.stay"] {
      #expect(text.contains(try Fixtures.words()(key).string))
    }
    #expect(text.contains("1"))
  }

  @Test("a closed popup leaves nothing behind")
  func closed() throws {
    var driver = try StateDriver(Fixtures.dialog)
    var renderer = Renderer()
    let before = renderer.render(driver.state)
    for keys in ["Ctrl-K", "F1"] {
      try driver.press(keys)
      _ = renderer.render(driver.state)
      try driver.press("Esc")
      #expect(renderer.render(driver.state) == before)
    }
  }

  @Test(
    "popups fit every screen and are harmless with hostile content", arguments: [40, 44, 80, 200],
    [10, 16, 50])
  func sizes(columns: Int, rows: Int) throws {
    var conversation = Fixtures.dialog
    conversation.tags = (0..<40).map { "\($0)" + HostileText.all }
    conversation.entries[3].text = HostileText.all
    conversation.entries[3].author.name = HostileText.all
    var driver = try StateDriver(conversation, size: Size(columns: columns, rows: rows), focus: .conversation)
    driver.state.agents = [Agent(id: "x", name: HostileText.all + String(repeating: "long ", count: 60))]
    for keys in ["Ctrl-K", "t", "a", "s", "h", "x", "F1"] {
      try driver.press(keys)
      driver.take(.input(.paste(HostileText.all)))
      expectHarmless(Self.frame(driver.state), "\(keys) at \(columns)x\(rows)")
      try driver.press("Esc")
    }
  }
}
