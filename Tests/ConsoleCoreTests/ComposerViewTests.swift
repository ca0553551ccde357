import DeskModel
import ScreenKit
import TestSupport
import Testing
import TextLayout

@testable import ConsoleCore

@Suite("ComposerView")
struct ComposerViewTests {
  private static func heading(_ state: AppState) -> (text: String, style: Style) {
    guard case .rule(let heading, _, let style) = ComposerView.rule(state) else { return ("", .plain) }
    return (heading.string, style)
  }

  @Test("the rule says in words who will read it")
  func audiences() throws {
    var driver = try StateDriver(Fixtures.dialog)
    let reply = Self.heading(driver.state)
    #expect(reply.text.contains("reply to Dewi") && reply.text.contains("Indonesian"))
    try driver.press("Alt-N")
    let note = Self.heading(driver.state)
    #expect(note.text.contains("NOTE") && note.style.isReversed)
    driver = try StateDriver(Fixtures.publicThread)
    let comment = Self.heading(driver.state)
    #expect(comment.text.contains("PUBLIC") && comment.text.contains("Sofia") && comment.style.isReversed)
  }

  @Test("in public the rule names whom it answers")
  func namesTarget() throws {
    var driver = try StateDriver(Fixtures.publicThread, focus: .thread)
    try driver.press("Home Down Down r")
    #expect(Self.heading(driver.state).text.contains("Ihor"))
    #expect(!Self.heading(driver.state).text.contains("Sofia"))
  }

  @Test("a target that has been deleted falls back to the customer, not to nothing")
  func lostTarget() throws {
    var driver = try StateDriver(Fixtures.publicThread)
    driver.state.open?.composer.parent = "gone"
    #expect(Self.heading(driver.state).text.contains("Sofia"))
  }

  @Test(
    "what is held is told with the key that takes it back, for each audience", arguments: Audience.allCases)
  func held(audience: Audience) throws {
    var driver = try StateDriver(audience == .world ? Fixtures.publicThread : Fixtures.dialog)
    if audience == .internal { try driver.press("Alt-N") }
    try driver.hold("words")
    let line = ComposerView.findingsLine(driver.state, columns: 120).text
    #expect(line.contains("HELD") && line.contains("Ctrl-T"))
    #expect(line.contains("PUBLIC") == (audience == .world))
    #expect(line.contains("NOTE") == (audience == .internal))
    _ = driver.sendHeld()
    #expect(
      !ComposerView.findingsLine(driver.state, columns: 120).text.contains("Ctrl-T"), "too late to take back")
  }

  @Test("somebody wrote meanwhile: it is told while one writes, and only then")
  func movedOn() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.update(Fixtures.dialog.allRead.answered(by: "Olena"))
    #expect(ComposerView.findingsLine(driver.state, columns: 120).text.isEmpty)
    driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("a")
    #expect(ComposerView.findingsLine(driver.state, columns: 120).text.isEmpty)
    driver.update(Fixtures.dialog.allRead.answered(by: "Olena"))
    #expect(
      ComposerView.findingsLine(driver.state, columns: 120).text
        == (try Fixtures.words())("composer.movedOn").string)
  }

  @Test("one's own earlier reply is nothing that somebody said meanwhile")
  func ownReplyIsNoNews() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    driver.type("two")
    driver.answer(driver.sendHeld(), .applied(entry: "n", audience: .customer, version: 2))
    var conversation = Fixtures.dialog.allRead
    conversation.entries.append(Fixtures.agent("n", "one", minutesAgo: 0))
    driver.update(conversation)
    #expect(ComposerView.findingsLine(driver.state, columns: 120).text.isEmpty)
  }

  @Test("the cursor stands where the next character goes, and only where keys go")
  func cursor() throws {
    var driver = try StateDriver(Fixtures.dialog)
    driver.type("abc")
    let pane = try #require(driver.state.layout.panes[.composer])
    #expect(
      ComposerView.cursor(of: driver.state, in: driver.state.layout)
        == ScreenPosition(row: pane.row, column: pane.column + 3))
    try driver.press("F1")
    #expect(ComposerView.cursor(of: driver.state, in: driver.state.layout) == nil)
    try driver.press("Esc Esc")
    #expect(ComposerView.cursor(of: driver.state, in: driver.state.layout) == nil)
  }

  @Test("a long text shows the rows around the cursor")
  func longText() throws {
    var driver = try StateDriver(Fixtures.dialog)
    driver.take(.input(.paste((0..<60).map { "row \($0)" }.joined(separator: "\n"))))
    var renderer = Renderer()
    #expect(renderer.render(driver.state).text.contains("row 59"))
    try driver.press("Ctrl-Home")
    let frame = renderer.render(driver.state)
    #expect(frame.text.contains("row 0") && !frame.text.contains("row 59"))
    #expect(frame.cursor != nil)
  }

  @Test("an empty composer says how to begin, nothing open says nothing")
  func placeholder() throws {
    var driver = try StateDriver(Fixtures.dialog)
    func shown(_ state: AppState) -> String {
      let view = ComposerView(state)
      return drawn(columns: 60, rows: 3) { view.draw(on: &$0) }.text
    }
    #expect(shown(driver.state).contains("Ctrl-J"))
    try driver.press("Esc")
    #expect(shown(driver.state).contains("r "))
    #expect(shown(try Fixtures.state()).allSatisfy(\.isWhitespace))
  }
}
