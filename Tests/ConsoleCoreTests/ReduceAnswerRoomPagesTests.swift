import DeskModel
import LocalePacks
import ReplyTemplates
import ScreenKit
import TestSupport
import Testing
import TextLayout

@testable import ConsoleCore

@Suite("The room of answers: statistics and changes")
struct ReduceAnswerRoomPagesTests {
  private func room(_ driver: StateDriver) -> AnswerRoom? {
    if case .room(let room)? = driver.state.popup { room } else { nil }
  }

  private func driver() throws -> StateDriver {
    var driver = try StateDriver.withAnswers()
    driver.state.focus = .conversation
    try driver.press("L Down")
    driver.take(.examined([]))
    return driver
  }

  private func set(_ late: String = AnswersFixtures.late) -> TemplateSet {
    TemplateSet(
      AnswersFixtures.files().map { file in
        file.name == "replies/late/id.md"
          ? TemplateFile(layer: file.layer, name: file.name, path: file.path, bytes: Array(late.utf8)) : file
      })
  }

  private func statistics() -> SetStatistics {
    let day = Timestamp(milliseconds: 1_700_000_000_000)
    var replies: [SentVariant] = []
    for number in 0..<40 {
      let name = number.isMultiple(of: 3) ? "short" : "plain"
      let variant = VariantID(answer: AnswerID("late"), locale: LocaleTag(language: "id"), name: name)
      let again = number.isMultiple(of: 4)
      replies.append(
        SentVariant(
          variant: variant, kept: number.isMultiple(of: 2) ? 90 : 30,
          conversation: ConversationID("c-\(number)"),
          at: day.adding(seconds: Int64(number)), wroteAgain: again, solved: !again))
    }
    return SetStatistics(replies, in: set(), now: day.adding(seconds: 86_400 * 10))
  }

  private func comparison() -> SetComparison {
    SetComparison(
      from: set(AnswersFixtures.late.replacing("mohon ditunggu", with: "silakan tunggu")), to: set())
  }

  @Test(
    "s counts once and shows what became of the selected answer's replies; s or Esc goes back to the texts")
  func numbers() throws {
    var driver = try driver()
    #expect(try driver.press("s") == [.countAnswers])
    #expect(room(driver)?.numbers == .reading)
    driver.take(.counted(statistics(), problems: []))
    #expect(room(driver)?.numbers.value?.answers.map(\.id.path) == ["late"])
    #expect(try driver.press("s").isEmpty)
    #expect(room(driver)?.page == .texts)
    #expect(try driver.press("s").isEmpty, "what was counted is kept")
    try driver.press("Esc")
    #expect(room(driver)?.page == .texts, "Esc closes the page, not the room")
    try driver.press("Esc")
    #expect(driver.state.popup == nil)
  }

  @Test("what is counted while the room is closed stands there when it opens again")
  func countedLater() throws {
    var driver = try driver()
    try driver.press("s Esc Esc")
    driver.take(.counted(statistics(), problems: []))
    try driver.press("L s")
    #expect(room(driver)?.numbers.value != nil)
  }

  @Test("a desk that cannot be counted is said, with what was wrong")
  func cannotCount() throws {
    var driver = try driver()
    try driver.press("s")
    driver.take(.counted(nil, problems: [SafeText("c-1 could not be read.")]))
    #expect(room(driver)?.numbers == .failed(SafeText("c-1 could not be read.")))
  }

  @Test("d asks for the older version and compares with it; HEAD unless another one is put in")
  func changes() throws {
    var driver = try driver()
    try driver.press("d")
    #expect(room(driver)?.isAskingVersion == true)
    #expect(try driver.press("Enter") == [.compareAnswers(with: "HEAD")])
    driver.take(.compared(with: "HEAD", comparison(), problems: []))
    #expect(room(driver)?.changes.value?.answers.map(\.id.path) == ["late"])
    try driver.press("d d")
    driver.type("~5")
    #expect(try driver.press("Enter") == [.compareAnswers(with: "HEAD~5")])
    driver.take(.compared(with: "HEAD", comparison(), problems: []))
    #expect(room(driver)?.changes == .reading, "an answer to an older question is let go")
    driver.take(.compared(with: "HEAD~5", nil, problems: [SafeText("no such version")]))
    #expect(room(driver)?.changes == .failed(SafeText("no such version")))
  }

  @Test("Esc in the field asks nothing")
  func notCompared() throws {
    var driver = try driver()
    #expect(try driver.press("d Esc").isEmpty)
    #expect(room(driver)?.isAskingVersion == false && room(driver)?.page == .texts)
  }

  @Test("a page longer than the screen scrolls, and stops at its end")
  func scrolls() throws {
    var driver = try driver()
    driver.take(.input(.resize(Size(columns: 80, rows: 24))))
    try driver.press("s")
    driver.take(.counted(statistics(), problems: []))
    try driver.press("PageDown PageDown PageDown PageDown PageDown")
    let end = try #require(room(driver)?.scroll)
    #expect(end > 0)
    try driver.press("PageDown")
    #expect(room(driver)?.scroll == end)
    try driver.press("PageUp PageUp PageUp PageUp PageUp PageUp")
    #expect(room(driver)?.scroll == 0)
  }

  @Test("before the answers are here L waits for them, unless something else is open by then")
  func opensWhenReady() throws {
    var driver = try StateDriver.withManners()
    driver.state.focus = .conversation
    try driver.press("L")
    #expect(driver.state.popup == nil)
    driver.take(.answers(try AnswersFixtures.library(), PickMemory(), problems: []))
    #expect(room(driver) != nil)
  }

  @Test(
    "the numbers and the changes of an answer on the screen",
    arguments: [Size(columns: 160, rows: 48), Size(columns: 120, rows: 40), Size(columns: 80, rows: 24)])
  func frames(size: Size) throws {
    var driver = try driver()
    driver.take(.input(.resize(size)))
    try driver.press("s")
    driver.take(.counted(statistics(), problems: []))
    var renderer = Renderer()
    expectFrame(renderer.render(driver.state), named: "room-numbers-\(size.columns)x\(size.rows)")
    try driver.press("d Enter")
    driver.take(.compared(with: "HEAD", comparison(), problems: []))
    expectFrame(renderer.render(driver.state), named: "room-changes-\(size.columns)x\(size.rows)")
  }
}
