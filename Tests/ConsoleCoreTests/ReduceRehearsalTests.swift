import ConsoleCore
import DeskModel
import Rehearsals
import ScreenKit
import TestSupport
import Testing

@Suite("Reduce: a rehearsal")
struct ReduceRehearsalTests {
  private static let text = """
    # A late parcel

    - locale: en

    ## Customer

    - name: Ada Lind
    - given: Ada
    - wants: the parcel

    ## You know

    It is in the depot.

    ## Scene: Opening

    > Where is it?

    Hint: Name a time.

    - If the agent says "tomorrow": go to Kept.
    - If the agent asks: go to Asked.
    - Otherwise: stay.
    - After 40 seconds: say "Hello??"

    ## Scene: Asked

    > Why do you ask?

    - If the agent judge "Was it kind?": go to Kept.
    - Otherwise: go to Lost.

    ## Ending: Kept
    Result: good

    > Thank you.

    It came.

    ## Ending: Lost
    Result: poor

    ## A good answer holds

    - Solution: names a day.
      Any reply: says "tomorrow"
    - Tone: was kind.
      Judge: Was it kind?

    ## Empathy map

    - Thinks: They forgot me.

    ## Questions

    - What did she want to hear?
    """

  /// A console on a rehearsal that has begun, with its conversation open.
  private func driver(_ size: Size = Size(columns: 120, rows: 40)) throws -> StateDriver {
    let scenario = ScenarioReader.read(Self.text, name: "late", file: "late.md").scenario
    let pace = TypingPace(pause: 1_000, perCharacter: 100, perReadCharacter: 0, longest: 2_000)
    let rehearsal = Rehearsal(scenario, lists: [:], seed: 1, pace: pace)
    var driver = try StateDriver(size: size)
    let stage = RehearsalStage(
      rehearsal, now: driver.state.now, trainee: driver.state.settings.me,
      names: RehearsalStage.Names(trainer: "Trainer", page: "Page"))
    driver.state.enter(rehearsal)
    driver.take(.started(drafts: []))
    driver.open(stage.conversation)
    driver.state.focus = .composer
    return driver
  }

  /// Sends a reply and lets the desk say that it has it.
  private func reply(_ text: String, _ driver: inout StateDriver) throws {
    try driver.hold(text)
    let effects = driver.sendHeld()
    driver.answer(effects, .applied(entry: "x", audience: .customer, version: 2))
  }

  private func said(_ effects: [Effect]) -> [String]? {
    effects.compactMap { if case .playCustomer(let lines) = $0 { lines.map(\.text) } else { nil } }.last
  }

  private var page: (StateDriver) -> RehearsalPopup.Page? {
    { if case .rehearsal(let popup)? = $0.state.popup { popup.page } else { nil } }
  }

  @Test("the customer types at a human pace, the screen says so, and then the desk is told")
  func types() throws {
    var driver = try driver()
    #expect(said(driver.wait(milliseconds: 999)) == nil)
    let revision = driver.state.revision.number
    driver.wait(milliseconds: 1)
    #expect(driver.state.revision.number > revision, "the line above the bottom is drawn anew")
    #expect(driver.state.rehearsal?.rehearsal.isTyping(at: driver.state.now.milliseconds) == true)
    #expect(said(driver.wait(milliseconds: 1_200)) == ["Where is it?"])
    #expect(driver.state.nextDeadline.map { $0 <= driver.state.now.adding(seconds: 40) } == true)
  }

  @Test("who is silent is reminded, and all lines so far are told again")
  func reminded() throws {
    var driver = try driver()
    driver.wait(milliseconds: 3_000)
    driver.wait(milliseconds: 20_000)
    driver.wait(milliseconds: 20_000)
    #expect(said(driver.wait(milliseconds: 3_000)) == ["Where is it?", "Hello??"])
  }

  @Test("a reply moves the story on when the desk has it; a note does not")
  func moves() throws {
    var driver = try driver()
    driver.wait(milliseconds: 3_000)
    try driver.hold("It comes tomorrow.")
    #expect(driver.state.rehearsal?.rehearsal.ending == nil, "it is only held")
    let effects = driver.sendHeld()
    driver.answer(effects, .applied(entry: "x", audience: .customer, version: 2))
    #expect(driver.state.rehearsal?.rehearsal.ending?.name == "Kept")
    #expect(page(driver) == nil, "the customer has a last word")
    #expect(said(driver.wait(milliseconds: 4_000))?.last == "Thank you.")
    #expect(page(driver) == .ending)
  }

  @Test("what only a person can judge is asked, and the answer decides; other keys do nothing")
  func judged() throws {
    var driver = try driver()
    driver.wait(milliseconds: 3_000)
    try reply("Which one?", &driver)
    driver.wait(milliseconds: 4_000)
    try reply("Sorry.", &driver)
    driver.wait(milliseconds: 100)
    #expect(page(driver) == .question("Was it kind?"))
    try driver.press("Esc")
    try driver.press("x")
    #expect(page(driver) == .question("Was it kind?"))
    try driver.press("n")
    #expect(driver.state.rehearsal?.rehearsal.ending?.name == "Lost")
  }

  @Test("the menu pauses, hints, goes back to a scene and ends")
  func menu() throws {
    var driver = try driver()
    driver.wait(milliseconds: 3_000)
    try driver.press("F12 h")
    #expect(driver.remark == "Hint: Name a time.")
    try driver.press("F12 p")
    #expect(driver.state.rehearsal?.rehearsal.pausedAt != nil)
    #expect(said(driver.wait(milliseconds: 300_000)) == nil)
    try driver.press("F12 p")
    #expect(driver.state.rehearsal?.rehearsal.pausedAt == nil)
    try driver.press("F12 s Down Enter")
    #expect(driver.state.rehearsal?.rehearsal.scene?.name == "Asked")
    try driver.press("F12 e")
    #expect(page(driver) == .ending)
  }

  @Test("afterwards come the questions, the trainee's own guess, and then everything, which is kept")
  func debrief() throws {
    var driver = try driver()
    driver.wait(milliseconds: 3_000)
    try reply("It comes tomorrow.", &driver)
    driver.wait(milliseconds: 4_000)
    try driver.press("Enter")
    #expect(page(driver) == .judging(0))
    try driver.press("y")
    #expect(page(driver) == .empathy)
    driver.type("angry")
    try driver.press("Enter Enter Enter")
    let effects = try driver.press("Enter")
    #expect(page(driver) == .report)
    let record = try #require(
      effects.compactMap { if case .keepRehearsal(let record) = $0 { record } else { nil } }.first)
    #expect(record.score == 100 && record.ending == "Kept" && record.result == .good && record.replies == 1)
    #expect(record.report.contains("    you thought: angry"))
    #expect(record.report.contains { $0.contains("They forgot me.") })
    #expect(record.report.contains { $0.hasSuffix("What did she want to hear?") })
    #expect(record.report.contains { $0.contains("It comes tomorrow.") })
    driver.take(.rehearsalKept(.success("/x/report.txt")))
    #expect(driver.remark == "The report is in /x/report.txt")
    try driver.press("Esc")
    #expect(driver.state.popup == nil)
  }

  @Test("on a real desk there is no rehearsal, and the key says so")
  func none() throws {
    var driver = try StateDriver(Fixtures.dialog)
    try driver.press("F12")
    #expect(driver.remark.hasPrefix("No rehearsal is being played here"))
  }

  @Test("the room at three sizes", arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 30)])
  func frames(_ size: Size) throws {
    var driver = try driver(size)
    var renderer = Renderer()
    driver.wait(milliseconds: 1_500)
    expectFrame(renderer.render(driver.state), named: "rehearsal-typing-\(size.columns)x\(size.rows)")
    driver.wait(milliseconds: 2_000)
    try driver.press("F12")
    expectFrame(renderer.render(driver.state), named: "rehearsal-menu-\(size.columns)x\(size.rows)")
    try driver.press("Esc")
    try reply("It comes tomorrow.", &driver)
    driver.wait(milliseconds: 4_000)
    expectFrame(renderer.render(driver.state), named: "rehearsal-ending-\(size.columns)x\(size.rows)")
    try driver.press("Enter y")
    expectFrame(renderer.render(driver.state), named: "rehearsal-empathy-\(size.columns)x\(size.rows)")
    try driver.press("Enter Enter Enter Enter")
    expectFrame(renderer.render(driver.state), named: "rehearsal-report-\(size.columns)x\(size.rows)")
  }
}
