import DeskModel
import LocalePacks
import ReplyTemplates
import ScreenKit
import TestSupport
import Testing
import TextLayout

@testable import ConsoleCore

@Suite("The room of answers")
struct ReduceAnswerRoomTests {
  private func room(_ driver: StateDriver) -> AnswerRoom? {
    if case .room(let room)? = driver.state.popup { room } else { nil }
  }

  private func driver() throws -> StateDriver {
    var driver = try StateDriver.withAnswers()
    driver.state.focus = .conversation
    return driver
  }

  private let finding = LintFinding(
    file: "/x/replies/late/id.md", line: 11, rule: "facts.differ", severity: .warn, answer: AnswerID("late"),
    locale: LocaleTag(language: "id"), variant: "code", message: "The others do not name a code.")

  @Test("lists the answers, asks lint once, and marks what is to be mended")
  func opens() throws {
    var driver = try driver()
    #expect(try driver.press("L") == [.examineAnswers])
    #expect(room(driver)?.rows.map(\.path) == ["english", "late", "thanks"])
    driver.take(.examined([finding]))
    #expect(room(driver)?.findings?[AnswerID("late")] == [finding])
    try driver.press("Esc")
    #expect(try driver.press("L").isEmpty, "what lint found is kept")
    #expect(room(driver)?.findings?[AnswerID("late")] == [finding])
  }

  @Test("/ narrows, Enter goes on with what was found, Esc shows all again")
  func filters() throws {
    var driver = try driver()
    try driver.press("L /")
    driver.type("terima")
    #expect(room(driver)?.selected?.path == "thanks", "what fits best is selected")
    try driver.press("Enter")
    #expect(room(driver)?.isFiltering == false)
    try driver.press("/ Esc")
    #expect(room(driver)?.rows.count == 3)
  }

  @Test("e changes the variant that is shown, E its file, a what about.md says")
  func edits() throws {
    var driver = try driver()
    try driver.press("L Down Tab")
    let id = LocaleTag(language: "id")
    #expect(
      try driver.press("e") == [
        .editAnswer(AnswerEdit(answer: AnswerID("late"), locale: id, variant: "short"))
      ])
    #expect(try driver.press("E") == [.editAnswer(AnswerEdit(answer: AnswerID("late"), locale: id))])
    #expect(try driver.press("a") == [.editAnswer(AnswerEdit(answer: AnswerID("late")))])
  }

  @Test("what was changed is read anew at once, and the room stays where it was")
  func rereads() throws {
    var driver = try driver()
    try driver.press("L Down Tab")
    driver.take(.examined([]))
    let effects = driver.take(.answerEdited(.success("/home/me/late/id.md")))
    #expect(effects.contains(.loadAnswers))
    #expect(driver.state.remark?.text.string.contains("/home/me/late/id.md") == true)
    let again = driver.take(.answers(try AnswersFixtures.library(), PickMemory(), problems: []))
    #expect(again.contains(.examineAnswers))
    #expect(room(driver)?.selected == AnswerID("late"))
    #expect(room(driver)?.variant == 1)
  }

  @Test("nothing changed is said, and so is an editor that failed")
  func unchanged() throws {
    var driver = try driver()
    try driver.press("L")
    #expect(driver.take(.answerEdited(.success(""))).isEmpty)
    #expect(driver.state.remark?.isError == false)
    driver.take(.answerEdited(.failure(.failed(program: "vi", code: 2))))
    #expect(driver.state.remark?.isError == true)
  }

  @Test(
    "shows what it is for, the variants and what lint found",
    arguments: [Size(columns: 160, rows: 48), Size(columns: 120, rows: 40), Size(columns: 80, rows: 24)])
  func frames(size: Size) throws {
    var driver = try driver()
    driver.take(.input(.resize(size)))
    try driver.press("L Down Tab Tab Tab")
    driver.take(.examined([finding]))
    var renderer = Renderer()
    expectFrame(renderer.render(driver.state), named: "room-\(size.columns)x\(size.rows)")
  }
}
