import DeskLink
import DeskModel
import ScreenKit
import TestSupport
import Testing
import TextLayout
import Widgets

@testable import ConsoleCore

@Suite("Reduce: popups")
struct ReducePopupTests {
  private static func picker(of driver: StateDriver) -> PickerPopup? {
    guard case .picker(let picker) = driver.state.popup else { return nil }
    return picker
  }

  private static func text(of driver: StateDriver) -> TextPopup? {
    guard case .text(let text) = driver.state.popup else { return nil }
    return text
  }

  // MARK: The palette

  @Test("the palette offers every command but itself, each once, with its key")
  func paletteIsComplete() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.press("Ctrl-K")
    let items = Self.picker(of: driver)?.items ?? []
    let commands = items.compactMap { if case .run(let command) = $0.choice { command } else { nil } }
    #expect(
      Set(commands)
        == Set(Command.allCases).subtracting([.palette, .savedView1, .savedView2, .savedView3, .savedView4]))
    #expect(commands.count == Set(commands).count)
    #expect(items.first { $0.choice == .run(.resolve) }?.detail.string == "e")
  }

  @Test("typing narrows, Enter runs, and nothing typed reaches the composer")
  func paletteRuns() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.press("Ctrl-K")
    driver.type("resolve")
    let effects = try driver.press("Enter")
    #expect(effects.intents.map(\.action) == [.setStatus("resolved")])
    #expect(driver.state.popup == nil)
    #expect(driver.text.isEmpty)
  }

  @Test("Backspace widens, Ctrl-U widens to all, an empty filter is no harm")
  func widens() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.press("Ctrl-K")
    let all = Self.picker(of: driver)?.matches.count
    driver.type("zzqq")
    #expect(Self.picker(of: driver)?.matches.isEmpty == true)
    #expect(try driver.press("Enter").isEmpty)
    #expect(
      Self.picker(of: driver)?.matches.isEmpty == true, "Enter on nothing does nothing, and the list stays")
    try driver.press("Ctrl-U")
    driver.type("res")
    try driver.press("Backspace Backspace Backspace Backspace")
    #expect(Self.picker(of: driver)?.matches.count == all)
    driver.type("res")
    try driver.press("Ctrl-U")
    #expect(Self.picker(of: driver)?.filter == "")
    #expect(Self.picker(of: driver)?.matches.count == all)
  }

  @Test(
    "moving in a list",
    arguments: [
      ("Down", 1), ("Down Down Up", 1), ("Tab", 1), ("Ctrl-N Ctrl-N Ctrl-P", 1), ("Up", 0), ("End Home", 0),
    ])
  func moves(keys: String, expected: Int) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.press("Ctrl-K \(keys)")
    #expect(Self.picker(of: driver)?.cursor.selected == expected)
  }

  @Test(
    "a list is closed by Esc, Ctrl-G and Ctrl-C, and nothing is done", arguments: ["Esc", "Ctrl-G", "Ctrl-C"])
  func closes(key: String) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    let before = driver.state
    #expect(try driver.press("Ctrl-K Down \(key)").isEmpty)
    expectChanges(from: before, to: driver.state) { _ in }
  }

  @Test("keys that mean nothing in a list do nothing", arguments: ["F5", "Alt-x", "Ctrl-E", "Left"])
  func otherKeys(key: String) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.press("Ctrl-K")
    let before = driver.state
    #expect(try driver.press(key).isEmpty)
    expectChanges(from: before, to: driver.state) { _ in }
  }

  @Test("a grapheme of several scalars is one Backspace")
  func graphemes() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.press("Ctrl-K")
    driver.type("é👨‍👩‍👧")
    try driver.press("Backspace")
    #expect(Self.picker(of: driver)?.filter == "é")
  }

  // MARK: Tags

  @Test("a tag that there is not yet is offered last and added with its blanks as hyphens")
  func newTag() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    try driver.press("t")
    driver.type(" lost  parcel ")
    #expect(Self.picker(of: driver)?.items.last?.choice == .addTypedTag)
    let effects = try driver.press("End Enter")
    #expect(effects.intents.map(\.action) == [.tag(add: ["lost-parcel"], remove: [])])
  }

  @Test("a tag that it has is taken off, and not offered a second time")
  func hasTag() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    try driver.press("t")
    driver.type("billing")
    #expect(Self.picker(of: driver)?.items.map(\.choice) == [.toggleTag("billing")])
    #expect(try driver.press("Enter").intents.map(\.action) == [.tag(add: [], remove: ["billing"])])
  }

  @Test("an offer of a new tag goes when the filter goes", arguments: ["   ", ""])
  func noEmptyTag(filter: String) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    try driver.press("t")
    driver.type("a")
    try driver.press("Backspace")
    driver.type(filter)
    #expect(Self.picker(of: driver)?.items.contains { $0.choice == .addTypedTag } == false)
  }

  @Test(
    "a tag as it is stored",
    arguments: [("", nil), (" \t\n", nil), ("a", "a"), (" a  b\tc ", "a-b-c")] as [(String, String?)])
  func tagText(typed: String, tag: String?) {
    #expect(AppState.tag(from: typed) == tag)
  }

  // MARK: Texts

  @Test("help tells every command, those that work here first")
  func helpIsComplete() throws {
    for focus in [Pane.composer, .conversation] {
      var driver = try StateDriver(Fixtures.dialog.allRead, focus: focus)
      try driver.press("F1")
      let lines = Self.text(of: driver)?.lines ?? []
      let texts = lines.map { $0.runs.map(\.text.string).joined() }
      let words = try Fixtures.words()
      for row in CommandTable.rows { #expect(texts.contains { $0.contains(words(row.helpKey).string) }) }
      let send = texts.firstIndex { $0.contains(words("command.send.help").string) } ?? 0
      let reply = texts.firstIndex { $0.contains(words("command.reply.help").string) } ?? 0
      #expect((send < reply) == (focus == .composer))
    }
  }

  @Test("a text scrolls inside its lines")
  func scrolls() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.press("F1 Up PageUp")
    #expect(Self.text(of: driver)?.offset == 0)
    try driver.press("End")
    let last = Self.text(of: driver)?.offset ?? 0
    #expect(last > 0)
    try driver.press("Down PageDown Space j")
    #expect(Self.text(of: driver)?.offset == last)
    try driver.press("k Up")
    #expect(Self.text(of: driver)?.offset == last - 2)
    try driver.press("Home PageDown")
    #expect((1...last).contains(Self.text(of: driver)?.offset ?? 0))
  }

  @Test(
    "letters do nothing while a text is read: they are no commands there",
    arguments: ["e", "a", "s", "r", "т"])
  func keepsText(key: String) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.press("F1")
    let before = driver.state
    #expect(try driver.press(key).isEmpty)
    expectChanges(from: before, to: driver.state) { _ in }
  }

  @Test(
    "what ends a page closes a text, and does nothing else",
    arguments: ["Esc", "q", "Enter", "F1", "Ctrl-C", "?"])
  func closesText(key: String) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    let before = driver.state
    #expect(try driver.press("F1 \(key)").isEmpty)
    expectChanges(from: before, to: driver.state) { _ in }
  }

  @Test("a popup on a screen that has become tiny harms nothing")
  func tinyScreen() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    for keys in ["F1", "Ctrl-K"] {
      try driver.press(keys)
      for size in [Size(columns: 3, rows: 2), Size(columns: 40, rows: 10), Size(columns: 0, rows: 0)] {
        driver.take(.input(.resize(size)))
        try driver.press("Down PageDown End Home")
        var renderer = Renderer()
        expectHarmless(renderer.render(driver.state), "\(size)")
      }
      try driver.press("Esc")
    }
  }
}
