import DeskLink
import DeskModel
import Rehearsals
import ScreenKit
import TestSupport
import Testing
import TextLayout

@testable import ConsoleCore

@Suite("Reduce: a rehearsal with a colleague")
struct ReduceColleagueTests {
  private static let text = """
    # A late parcel

    - locale: en

    ## Customer

    - name: Ada Lind
    - mood: worn out
    - wants: the parcel
    - hides: it is a present

    ## You know

    It is in the depot.

    ## Scene: Opening

    > Where is it?

    - Otherwise: go to Kept.

    ## Ending: Kept
    Result: good

    It came.

    ## Ending: Lost
    Result: poor

    She left.

    ## A good answer holds

    - Solution: names a day.
      Any reply: says "tomorrow"
    """

  private func driver(
    _ seat: RehearsalRoom.Seat, _ size: Size = Size(columns: 120, rows: 40)
  ) throws -> (StateDriver, RehearsalStage) {
    let scenario = ScenarioReader.read(Self.text, name: "late", file: "late.md").scenario
    let rehearsal = Rehearsal(scenario, lists: [:], seed: 1, customer: .colleague)
    var driver = try StateDriver(size: size)
    let stage = RehearsalStage(
      rehearsal, now: driver.state.now, trainee: driver.state.settings.me,
      names: RehearsalStage.Names(trainer: "Trainer", page: "Our page"))
    driver.state.enter(rehearsal, seat: seat)
    driver.take(.started(drafts: []))
    driver.open(stage.conversation)
    driver.state.focus = .composer
    return (driver, stage)
  }

  private func with(_ lines: String..., in stage: RehearsalStage, _ driver: StateDriver) -> Conversation {
    stage.conversation(with: lines.map { (driver.state.now, $0) })
  }

  private func page(_ driver: StateDriver) -> RehearsalPopup.Page? {
    if case .rehearsal(let popup)? = driver.state.popup { popup.page } else { nil }
  }

  private func said(_ effects: [Effect]) -> [String] {
    effects.compactMap {
      if case .sayAsCustomer(let text, let number) = $0 { "\(number): \(text)" } else { nil }
    }
  }

  @Test(
    "the colleague begins with a card that the trainee never sees, and the note of the agent's side is not shown"
  )
  func card() throws {
    var (driver, _) = try driver(.customer)
    #expect(page(driver) == .card)
    var renderer = Renderer()
    let card = renderer.render(driver.state).text
    for text in [
      "Ada Lind", "mood: worn out", "wants: the parcel", "does not say: it is a present", "Where is it?",
    ] {
      #expect(card.contains(text), "\(text)")
    }
    try driver.press("Enter")
    #expect(driver.state.popup == nil && driver.state.focus == .composer)
    #expect(driver.state.open?.conversation.entries.contains { $0.text.contains("depot") } == false)
  }

  @Test("Enter says the line at once, numbered on from what stands there, and nobody judges it")
  func says() throws {
    var (driver, stage) = try driver(.customer)
    try driver.press("Enter")
    driver.type("/where is my password pw12345?")
    #expect(driver.state.popup == nil, "a slash is a slash")
    #expect(said(try driver.press("Enter")) == ["0: /where is my password pw12345?"])
    #expect(driver.text.isEmpty && driver.state.look == nil)
    driver.type("Hello??")
    #expect(said(try driver.press("Enter")) == ["1: Hello??"], "before the first stands there")
    driver.update(with("Where?", "Hello??", "Well?", in: stage, driver))
    driver.type("!")
    #expect(said(try driver.press("Enter")) == ["3: !"])
    #expect(said(try driver.press("Enter")) == [])
  }

  @Test("what could not be said comes back into the line")
  func fails() throws {
    var (driver, _) = try driver(.customer)
    try driver.press("Enter")
    driver.type("Hello")
    try driver.press("Enter")
    driver.take(.rehearsalFailed(.file(path: "/x", reason: "no space left"), line: "Hello"))
    #expect(driver.text == "Hello" && driver.remark.contains("no space left"))
  }

  @Test("a customer cannot do what an agent does", arguments: ["n", "e", "a", "t", "h", "R", "L"])
  func refused(_ key: String) throws {
    var (driver, _) = try driver(.customer)
    try driver.press("Enter")
    driver.state.focus = .conversation
    let effects = try driver.press(key)
    #expect(effects.intents.isEmpty && driver.state.popup == nil)
    #expect(driver.remark == "You are the customer here: write, and press Enter.")
  }

  @Test("the trainee's story has each line of the colleague's once, and measures the replies by them")
  func follows() throws {
    var (driver, stage) = try driver(.agent)
    driver.update(with("Where is it?", in: stage, driver))
    driver.update(with("Where is it?", in: stage, driver))
    driver.wait(milliseconds: 5_000)
    try driver.hold("It comes tomorrow.")
    driver.answer(driver.sendHeld(), .applied(entry: "x", audience: .customer, version: 2))
    let turns = try #require(driver.state.rehearsal?.rehearsal.turns)
    #expect(turns.count == 2)
    #expect(turns.first?.what == .customer("Where is it?"))
    guard case .reply(let facts, let seconds, _)? = turns.last?.what else {
      Issue.record("no reply")
      return
    }
    #expect(facts.text == "It comes tomorrow." && seconds == 13)
    #expect(driver.state.rehearsal?.rehearsal.ending == nil, "no script ends it")
    driver.wait(milliseconds: 900_000)
    #expect(driver.state.rehearsal?.rehearsal.turns.count == 2 && page(driver) == nil, "nobody is reminded")
  }

  @Test("the colleague ends it: both sides are told, and the trainee talks about it")
  func ends() throws {
    var (customer, _) = try driver(.customer)
    let effects = try customer.press("e Down Enter")
    #expect(effects.contains(.endRehearsal(1, SafeText("The rehearsal has ended: Lost"))))
    customer.wait(milliseconds: 60_000)
    #expect(customer.state.popup == nil, "what comes afterwards is the trainee's")
    var (trainee, stage) = try driver(.agent)
    var conversation = with("Where is it?", in: stage, trainee)
    conversation.entries.append(stage.ended(1, text: "ended", at: trainee.state.now))
    trainee.update(conversation)
    customer.open(conversation)
    customer.wait(milliseconds: 60_000)
    #expect(customer.state.popup == nil && customer.remark.hasPrefix("The rehearsal has ended"))
    #expect(trainee.state.rehearsal?.rehearsal.ending?.name == "Lost")
    #expect(page(trainee) == .ending)
  }

  @Test("the trainee can end it, too, or break it off")
  func traineeEnds() throws {
    var (driver, stage) = try driver(.agent)
    driver.update(with("Where is it?", in: stage, driver))
    let effects = try driver.press("F12 e Enter")
    #expect(effects.contains(.endRehearsal(0, SafeText("The rehearsal has ended: Kept"))))
    #expect(driver.state.rehearsal?.rehearsal.ending?.name == "Kept" && page(driver) == .ending)
    var (other, _) = try self.driver(.agent)
    let none = try other.press("F12 e Up Enter")
    #expect(none == [.endRehearsal(2, SafeText("The rehearsal has ended: None of these: it was broken off"))])
    #expect(other.state.rehearsal?.rehearsal.ending == nil && page(other) == .ending)
  }

  @Test("the colleague breaks it off: the trainee talks about what there was")
  func brokenOff() throws {
    var (trainee, stage) = try driver(.agent)
    var conversation = with("Where is it?", in: stage, trainee)
    conversation.entries.append(stage.ended(2, text: "ended", at: trainee.state.now))
    trainee.update(conversation)
    #expect(trainee.state.rehearsal?.rehearsal.ending == nil && page(trainee) == .ending)
  }

  @Test("a greeting before the customer has written counts from the beginning")
  func greets() throws {
    var (driver, _) = try driver(.agent)
    driver.wait(milliseconds: 2_000)
    try driver.hold("Hello, how can I help?")
    driver.answer(driver.sendHeld(), .applied(entry: "x", audience: .customer, version: 2))
    guard case .reply(_, let seconds, _)? = driver.state.rehearsal?.rehearsal.turns.last?.what else {
      Issue.record("no reply")
      return
    }
    #expect(seconds == 10)
  }

  @Test("the colleague who plays the customer is no colleague who writes an answer")
  func writer() throws {
    var (driver, _) = try driver(.agent)
    let played = Presence(
      agent: Agent(id: RehearsalStage.customerAgent, name: "Ada Lind"), conversation: RehearsalStage.id,
      activity: .writing)
    driver.take(.noticed(.presence([played])))
    #expect(driver.state.writers(at: RehearsalStage.id) == [])
    driver.type("It comes tomorrow.")
    try driver.press("Enter")
    #expect(driver.state.look == nil)
  }

  @Test(
    "the customer's console opens their own conversation, marks nothing as read, and goes to no other one")
  func ownConversation() throws {
    let scenario = ScenarioReader.read(Self.text, name: "late", file: "late.md").scenario
    var driver = try StateDriver()
    driver.state.enter(Rehearsal(scenario, lists: [:], seed: 1, customer: .colleague), seat: .customer)
    let effects = driver.take(.started(drafts: []))
    #expect(effects.requests.contains(.end(of: RehearsalStage.id)))
    try driver.press("Enter")
    driver.state.focus = .conversation
    for key in ["3", "V", "Ctrl-N", "F8", "F3", "X", "Q"] {
      #expect(try driver.press(key).requests.isEmpty, "\(key)")
      #expect(driver.remark == "You are the customer here: write, and press Enter.", "\(key)")
    }
  }

  @Test("what could not be said comes before what was typed since")
  func failsLate() throws {
    var (driver, _) = try driver(.customer)
    try driver.press("Enter")
    driver.type("Hello")
    try driver.press("Enter")
    driver.type("Well?")
    driver.take(.rehearsalFailed(.unavailable, line: "Hello"))
    #expect(driver.text == "Hello\nWell?")
  }

  @Test("after a restart the story has what was said on both sides, judged where it can be")
  func comesBack() throws {
    let scenario = ScenarioReader.read(Self.text, name: "late", file: "late.md").scenario
    let rehearsal = Rehearsal(scenario, lists: [:], seed: 1, customer: .colleague)
    var driver = try StateDriver()
    let me = driver.state.settings.me
    let stage = RehearsalStage(
      rehearsal, now: driver.state.now, trainee: me,
      names: RehearsalStage.Names(trainer: "Trainer", page: "Our page"))
    var conversation = with("Where is it?", in: stage, driver)
    conversation.entries.append(
      Entry(
        id: "mine", at: driver.state.now.adding(seconds: 30),
        author: Author(kind: .agent, id: me.id.rawValue, name: me.name), audience: .customer,
        text: "Tomorrow."))
    driver.state.enter(rehearsal, seat: .agent)
    driver.take(.started(drafts: []))
    driver.open(conversation)
    #expect(driver.state.rehearsal?.rehearsal.turns.isEmpty == true, "manners are on their way")
    driver.take(.manners("en", nil, problems: []))
    #expect(driver.state.rehearsal?.rehearsal.replies.count == 1)
    let turns = driver.state.rehearsal?.rehearsal.turns ?? []
    #expect(turns.map(\.at).count == 2 && turns.first?.what == .customer("Where is it?"), "in their order")
    guard case .reply(_, let seconds, _)? = turns.last?.what else {
      Issue.record("no reply")
      return
    }
    #expect(seconds == 30)
  }

  @Test("both seats on the screen", arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 30)])
  func frames(_ size: Size) throws {
    var renderer = Renderer()
    var (customer, stage) = try driver(.customer, size)
    expectFrame(renderer.render(customer.state), named: "rehearsal-card-\(size.columns)x\(size.rows)")
    try customer.press("Enter")
    customer.update(with("Where is it?", in: stage, customer))
    expectFrame(renderer.render(customer.state), named: "rehearsal-customer-\(size.columns)x\(size.rows)")
    try customer.press("F12 e")
    expectFrame(renderer.render(customer.state), named: "rehearsal-endings-\(size.columns)x\(size.rows)")
  }
}
