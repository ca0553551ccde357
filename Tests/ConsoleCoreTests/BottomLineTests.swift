import DeskModel
import Safeguards
import ScreenKit
import TestSupport
import Testing
import TextLayout

@testable import ConsoleCore

@Suite("BottomLine")
struct BottomLineTests {
  private static func bottom(_ state: AppState) -> String {
    var renderer = Renderer()
    return renderer.render(state).text.split(separator: "\n", omittingEmptySubsequences: false).last.map(
      String.init) ?? ""
  }

  @Test("the last look stands before a remark, a remark before the keys")
  func order() throws {
    var driver = try StateDriver(Fixtures.publicThread)
    #expect(BottomLine.line(driver.state).text.contains("Enter"))
    driver.take(.remark(SafeText("repaired"), isError: true))
    #expect(BottomLine.line(driver.state).text.contains("repaired"))
    #expect(BottomLine.line(driver.state).roles == [.error])
    driver.type("text")
    try driver.press("Enter")
    #expect(BottomLine.line(driver.state).text.contains("LAST LOOK"))
  }

  @Test("the last look names audience, findings, the keys and the hold")
  func look() throws {
    var driver = try StateDriver(Fixtures.publicThread)
    driver.type("Hello ,")
    try driver.press("Enter")
    let line = BottomLine.line(driver.state).text
    #expect(line.contains("PUBLIC") && line.contains("Sofia"))
    #expect(line.contains("Hello ,"))
    #expect(line.contains("8 s") && line.contains("Esc"))
  }

  @Test("an error says STOP and offers no Enter")
  func stop() throws {
    var driver = try StateDriver(Fixtures.dialog)
    driver.type("{{name}}")
    try driver.press("Enter")
    let line = BottomLine.line(driver.state).text
    #expect(line.contains("STOP") && line.contains("{{name}}"))
    #expect(!line.contains("Enter"))
  }

  @Test("what the last look found is on the screen", arguments: [40, 60, 80, 100, 120, 160])
  func lookFits(columns: Int) throws {
    var driver = try StateDriver(Fixtures.publicThread, size: Size(columns: columns, rows: 24))
    driver.type("Hello ,")
    try driver.press("Enter")
    var renderer = Renderer()
    let screen = renderer.render(driver.state).text
    #expect(driver.state.look?.canSend == true)
    #expect(screen.contains("a name seems"))
  }

  @Test("the keys of the moment are keys of the keymap", arguments: Pane.allCases)
  func hints(pane: Pane) throws {
    let driver = try StateDriver(Fixtures.dialog, focus: pane)
    let line = BottomLine.line(driver.state)
    #expect(line.runs.count > 3)
    let keys = line.runs.filter { $0.style.role == .key }.map(\.text.string)
    let labels = Set(CommandTable.rows.compactMap { driver.state.keymap.label(for: $0.command) })
    #expect(Set(keys).isSubset(of: labels))
  }

  @Test("keys that a person has changed are shown as changed, keys taken away are not shown")
  func ownKeys() throws {
    var driver = try StateDriver(Fixtures.dialog)
    driver.state.keymap = try Keymap(overrides: ["newLine": ["F12"], "rehearsal": [], "switchAudience": []])
    let line = BottomLine.line(driver.state).text
    #expect(line.contains("F12"))
    #expect(!line.contains("Alt-N"))
  }

  @Test("while a reply is held the key that takes it back comes first")
  func heldHint() throws {
    var driver = try StateDriver(Fixtures.dialog)
    try driver.hold("one")
    #expect(BottomLine.line(driver.state).text.hasPrefix(" Ctrl-T"))
  }

  @Test("hostile text in a finding, a remark, a name is harmless", arguments: [40, 80, 200])
  func hostile(columns: Int) throws {
    var thread = Fixtures.publicThread
    thread.contact.full = HostileText.all
    thread.contact.given = HostileText.all
    thread.entries[4].author.name = HostileText.all
    var driver = try StateDriver(thread, size: Size(columns: columns, rows: 20))
    driver.type("[name] ")
    driver.take(.input(.paste("{{\u{202E}x\u{9B}}}")))
    try driver.press("Enter")
    var renderer = Renderer()
    expectHarmless(renderer.render(driver.state), "\(columns)")
    driver.state.look = nil
    driver.take(.remark(SafeText(HostileText.all), isError: false))
    expectHarmless(renderer.render(driver.state), "\(columns)")
  }
}
