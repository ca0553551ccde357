import ConsoleRuntime
import DeskLink
import DeskModel
import ReplyTemplates
import Safeguards
import ScreenKit
import TestSupport
import Testing
import TextLayout
import Widgets

@testable import ConsoleCore

/// What colleagues are told of us, and what we are told of them.
@Suite("Reducer: together")
struct ReduceTogetherTests {
  private static let olena = Agent(id: "a-olena", name: "Olena")

  private static func presence(
    _ activity: PresenceActivity, _ agent: Agent = olena, at id: ConversationID = "c-1"
  ) -> Presence { Presence(agent: agent, conversation: id, activity: activity) }

  private static func told(_ effects: [Effect]) -> [DeskRequest] {
    effects.requests.filter { if case .announce = $0 { true } else { false } }
  }

  @Test("a conversation counts as being read one second after it was opened, and is told once")
  func reading() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, hasSettled: false)
    #expect(driver.state.nextDeadline == driver.state.now.adding(seconds: 1))
    #expect(Self.told(driver.wait(milliseconds: 999)) == [])
    #expect(Self.told(driver.wait(milliseconds: 1)) == [.announce("c-1", .reading)])
    #expect(driver.state.together.deadline == nil)
    #expect(Self.told(driver.wait(milliseconds: 5_000)) == [])
  }

  @Test("whoever goes on at once tells nobody of what they passed")
  func passing() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, hasSettled: false)
    driver.wait(milliseconds: 700)
    #expect(Self.told(driver.open(Fixtures.publicThread)) == [])
    #expect(Self.told(driver.wait(milliseconds: 700)) == [])
    #expect(Self.told(driver.wait(milliseconds: 300)) == [.announce("p-1", .reading)])
  }

  @Test("the first character tells that we write; the end of the text, or a minute's pause, that we read")
  func writing() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    #expect(Self.told(driver.type("H")) == [.announce("c-1", .writing)])
    #expect(Self.told(driver.type("i")) == [])
    #expect(Self.told(try driver.press("Backspace Backspace")) == [.announce("c-1", .reading)])
    driver.type("Hi")
    driver.wait(milliseconds: 30_000)
    driver.type("!")
    #expect(Self.told(driver.wait(milliseconds: 59_999)) == [])
    #expect(Self.told(driver.wait(milliseconds: 1)) == [.announce("c-1", .reading)])
    #expect(Self.told(driver.type("?")) == [.announce("c-1", .writing)])
  }

  @Test("colleagues are told which variants stand in the reply until it has gone or is empty")
  func holding() throws {
    var driver = try StateDriver.withAnswers()
    try driver.press("Ctrl-R")
    driver.type("late")
    let chosen = try #require(driver.answerPopup?.chosen?.variant.description)
    let id = MannersFixtures.conversation.id
    #expect(Self.told(try driver.press("Enter")) == [.announce(id, .writing, holding: [chosen])])
    #expect(Self.told(try driver.press("Ctrl-_")) == [.announce(id, .reading)])
  }

  @Test("a held answer is no longer being written")
  func sent() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("Hi")
    #expect(Self.told(try driver.press("Enter")) == [.announce("c-1", .reading)])
  }

  @Test("whoever quits is nowhere, and says so before the program ends")
  func leaving() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.wait(milliseconds: 1_000)
    #expect(try driver.press("Ctrl-C") == [.ask(.announce(nil, .reading)), .quit])
  }

  @Test("a desk that knows no presence is not complained about")
  func unsupported() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.take(.answered(.announce("c-1", .reading), .failure(.unsupported("presence"))))
    #expect(driver.remark == "")
  }

  @Test("a clock that was set back moves the moment at which we are told of with it")
  func clock() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, hasSettled: false)
    driver.wait(milliseconds: -3_600_000)
    #expect(Self.told(driver.wait(milliseconds: 1_000)) == [.announce("c-1", .reading)])
  }

  @Test("who else is there stands beside the subject and in the queue; whoever writes comes first")
  func shown() throws {
    var scenario = try Scenario([Fixtures.dialog, Fixtures.publicThread], size: Size(columns: 160, rows: 48))
    try scenario.play("key Enter")
    scenario.desk.tell(
      .presence([Self.presence(.reading), Self.presence(.writing, Agent(id: "a-2", name: "Ihor"))]))
    try scenario.play("key F13")
    #expect(scenario.screen.contains("Ihor is writing… +1"))
    #expect(scenario.screen.contains("Ihor writes · besok ya kak"))
    expectFrame(scenario.frame, named: "together-160x48", styles: true)
    scenario.desk.tell(.presence([Self.presence(.reading, Fixtures.me)]))
    try scenario.play("key F13")
    #expect(scenario.screen.contains("Another window of yours is reading"))
    scenario.desk.tell(.presence([]))
    try scenario.play("key F13")
    #expect(!scenario.screen.contains("is reading") && !scenario.screen.contains("Me reads"))
  }

  @Test("hostile names of colleagues stay on their row")
  func hostileName() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    let name = "A\u{1B}[2J\n\u{202E}B"
    driver.take(.noticed(.presence([Self.presence(.writing, Agent(id: "a-x", name: name))])))
    var renderer = Renderer()
    let frame = renderer.render(driver.state)
    #expect(frame.grid.firstInvariantViolation() == nil)
    #expect(frame.text.contains("is writing…"))
  }

  @Test("while a colleague writes, an answer takes a second Enter; a note does not")
  func warning() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.take(.noticed(.presence([Self.presence(.writing)])))
    driver.type("Hi")
    try driver.press("Enter")
    #expect(driver.state.look?.findings.map(\.rule) == ["thread.colleagueWriting"])
    #expect(driver.composer?.held == nil)
    try driver.press("Enter")
    #expect(driver.composer?.held != nil)
    driver = try StateDriver(Fixtures.dialog.allRead)
    driver.take(.noticed(.presence([Self.presence(.writing), Self.presence(.writing, Fixtures.me)])))
    try driver.press("Alt-N")
    driver.type("Hi")
    try driver.press("Enter")
    #expect(driver.composer?.held?.audience == .internal)
  }

  @Test("what stopped a reply is brought into sight and marked as new, once it is here")
  func conflict() throws {
    var dialog = Fixtures.dialog.allRead
    dialog.entries = (0..<60).map {
      Fixtures.customer(EntryID("old-\($0)"), "line \($0)", minutesAgo: 200 - $0)
    }
    dialog.readUpTo = "old-59"
    var driver = try StateDriver(dialog, size: Size(columns: 120, rows: 24))
    try driver.hold("one")
    let sent = driver.sendHeld()
    let newer = (0..<30).map {
      Fixtures.agent(EntryID("new-\($0)"), "answer \($0)", minutesAgo: 1, agent: Self.olena)
    }
    let effects = driver.answer(sent, .conflict(newer: newer, version: 2))
    #expect(driver.remark.contains("Olena wrote meanwhile"))
    #expect(driver.text == "one")
    #expect(driver.state.open?.newFrom == nil)
    #expect((effects + driver.take(.settled)).requests.contains(.conversation("c-1")))
    dialog.entries += newer
    dialog.version = 2
    driver.update(dialog)
    #expect(driver.state.open?.newFrom == "new-0")
    #expect(driver.state.open?.scroll == .at(item: 60, row: 0))
    var renderer = Renderer()
    let screen = renderer.render(driver.state).text
    #expect(screen.contains("·  new  ·") && screen.contains("answer 0"))
    // Once: the next news must not pull the pane back.
    dialog.version = 3
    try driver.press("Tab Shift-Tab")
    driver.state.open?.scroll = .following
    driver.update(dialog)
    #expect(driver.state.open?.scroll == .following)
  }

  @Test("what stopped a reply of another conversation is shown when that is opened")
  func conflictElsewhere() throws {
    var dialog = Fixtures.dialog.allRead
    var driver = try StateDriver(dialog)
    try driver.hold("one")
    driver.open(Fixtures.publicThread.allRead)
    let sent = driver.sendHeld()
    let new = Fixtures.agent("e-9", "done", minutesAgo: 0, agent: Self.olena)
    driver.answer(sent, .conflict(newer: [new], version: 2))
    #expect(driver.state.open?.newFrom == nil)
    dialog.entries.append(new)
    driver.open(dialog)
    #expect(driver.state.open?.newFrom == "e-9")
    #expect(driver.state.open?.selectedItem == 4)
    #expect(driver.state.together.conflicts.isEmpty)
  }
}
