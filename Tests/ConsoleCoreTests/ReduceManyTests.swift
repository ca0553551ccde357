import DeskLink
import DeskModel
import ScreenKit
import TestSupport
import Testing
import TextLayout
import Widgets

@testable import ConsoleCore

@Suite("Reduce: many at once")
struct ReduceManyTests {
  private static func ids(_ agent: Scenario) -> [ConversationID] {
    agent.state.many.marks.summaries.map(\.id)
  }

  private static func title(_ agent: Scenario) -> String {
    String(agent.screen.split(separator: "\n")[1])
  }

  // MARK: Marks

  @Test("Space marks and goes down, again takes the mark off; marks are counted and can be seen")
  func marks() throws {
    var agent = try Scenario(Fixtures.many(4))
    try agent.presses("Space Space")
    #expect(Self.ids(agent) == ["q-100", "q-101"])
    #expect(agent.state.open?.conversation.id == "q-102")
    #expect(Self.title(agent).contains("Mine 4 *2"))
    #expect(
      agent.screen.contains("*Name0") && agent.screen.contains("*Name1") && !agent.screen.contains("*Name2"))
    try agent.presses("Home Space")
    #expect(Self.ids(agent) == ["q-101"])
    try agent.presses("Esc")
    #expect(Self.ids(agent).isEmpty)
    #expect(!Self.title(agent).contains("*"))
  }

  @Test("marks stay on their conversations when the queue is ordered anew")
  func reordered() throws {
    var agent = try Scenario(Fixtures.many(4))
    try agent.presses("Space")
    agent.desk.change("q-103") { $0.deadlines.nextReply = Fixtures.ago(9) }
    try agent.waits("1ms")
    #expect(agent.state.queue.summary(at: 0)?.id == "q-103")
    #expect(Self.ids(agent) == ["q-100"])
    #expect(agent.screen.contains("*Name0") && !agent.screen.contains("*Name3"))
  }

  @Test("all rows of the query are marked, up to the limit, and how many is said")
  func all() throws {
    var agent = try Scenario(Fixtures.many(30))
    try agent.play("key /\ntype tag:billing\nkey Enter *")
    #expect(agent.state.many.marks.count == 15)
    #expect(agent.bottomLine.contains("15 marked"))
    var large = try Scenario(Fixtures.many(Marks.limit + 20))
    try large.presses("*")
    #expect(large.state.many.marks.count == Marks.limit)
    #expect(large.bottomLine.contains("500 of 520"))
    try large.presses("End Space")
    #expect(large.bottomLine.contains("No more than 500"))
  }

  @Test("another view takes the marks off; a filter keeps them")
  func views() throws {
    var agent = try Scenario(Fixtures.many(4))
    try agent.play("key Space\nkey /\ntype tag:delivery\nkey Enter")
    #expect(Self.ids(agent) == ["q-100"])
    #expect(Self.title(agent).contains("*1"), "also while it is filtered away")
    try agent.presses("3")
    #expect(Self.ids(agent).isEmpty)
  }

  // MARK: Acts

  @Test(
    "an act in the queue is done to all marked conversations, one intent each, and undone in one step",
    arguments: [
      ("e", IntentAction.setStatus("resolved")), ("m", .assign(Fixtures.me)),
      ("a Down Enter", .assign(nil)), ("t l o s t Enter", .tag(add: ["lost"], remove: [])),
      ("h Enter", .snooze(until: Fixtures.now.adding(seconds: 3_600))),
      ("f 2 d Enter", .followUp(FollowUp(at: Fixtures.now.adding(seconds: 2 * 86_400)))),
    ])
  func acts(keys: String, action: IntentAction) throws {
    var conversations = Fixtures.many(5)
    conversations[1].assignee = nil
    conversations[2].followUp = FollowUp(at: Fixtures.now.adding(seconds: 60), text: "call")
    var agent = try Scenario(conversations)
    let before = conversations.map { agent.desk.conversation($0.id) }
    try agent.presses("3 Space Space Space")
    let asked = agent.desk.intents.count
    try agent.presses(keys)
    let intents = agent.desk.intents.dropFirst(asked)
    #expect(intents.map(\.conversation).sorted { $0.rawValue < $1.rawValue } == ["q-100", "q-101", "q-102"])
    #expect(intents.allSatisfy { $0.action == action })
    #expect(Set(intents.map(\.clientKey)).count == 3)
    #expect(agent.bottomLine.contains("3 done"))
    #expect(agent.state.many.marks.isEmpty && agent.state.many.batches.isEmpty)
    try agent.presses("u")
    #expect(agent.bottomLine.contains("Undone"))
    let after = conversations.map { agent.desk.conversation($0.id) }
    for (old, new) in zip(before, after) {
      var same = new
      same?.version = old?.version ?? 0
      same?.readUpTo = old?.readUpTo
      #expect(same == old, "\(keys)")
    }
    #expect(agent.state.undoSteps.isEmpty)
  }

  @Test("with marks, a tag that all have is taken off all of them")
  func commonTag() throws {
    var agent = try Scenario(Fixtures.many(4))
    try agent.presses("Space Space t Enter")
    #expect(agent.desk.intents.suffix(2).allSatisfy { $0.action == .tag(add: [], remove: ["billing"]) })
  }

  @Test("what the desk refuses is told with the reason, and stays marked")
  func refused() throws {
    var agent = try Scenario(Fixtures.many(4))
    try agent.presses("Space Space Space")
    agent.desk.answerNext(.denied(reason: "locked by a lead"))
    try agent.presses("e")
    #expect(
      agent.bottomLine.contains(
        "2 done: status resolved. 1 refused and still marked: Name0 Family0: locked by a lead"))
    #expect(Self.ids(agent) == ["q-100"])
    try agent.presses("u")
    #expect(
      agent.desk.conversation("q-101")?.status == "open" && agent.desk.conversation("q-102")?.status == "open"
    )
  }

  @Test("a part of an undoing that failed can be undone again, alone")
  func undoFails() throws {
    var agent = try Scenario(Fixtures.many(4))
    try agent.presses("Space Space e")
    agent.desk.failNext(.cannotWrite(reason: "disk full"))
    try agent.presses("u")
    #expect(agent.bottomLine.contains("Undone for 1; 1 refused"))
    #expect(agent.desk.conversation("q-100")?.status == "resolved")
    try agent.presses("u")
    #expect(agent.desk.conversation("q-100")?.status == "open")
  }

  @Test("outside of the queue a key is for the open conversation, whatever is marked")
  func openOnly() throws {
    var agent = try Scenario(Fixtures.many(4))
    try agent.presses("Space Space C e")
    #expect(
      agent.desk.intents.filter { $0.action == .setStatus("resolved") }.map(\.conversation) == ["q-102"])
    #expect(agent.state.many.marks.count == 2)
  }

  @Test("a conversation that cannot be read before a follow-up is told, and the others get it")
  func unread() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .queue)
    driver.state.many.marks.add(Fixtures.many(2).map { ConversationSummary($0) })
    try driver.press("f")
    driver.type("2d")
    let asked = try driver.press("Enter")
    #expect(asked.requests == [.conversation("q-100"), .conversation("q-101")])
    driver.take(.answered(.conversation("q-100"), .failure(.unknownConversation("q-100"))))
    let effects = driver.take(.answered(.conversation("q-101"), .success(.conversation(Fixtures.many(2)[1]))))
    #expect(effects.intents.map(\.conversation) == ["q-101"])
    driver.answer(effects, .applied(entry: nil, audience: nil, version: 2))
    #expect(driver.remark.contains("1 done") && driver.remark.contains("Name0 Family0: it could not be read"))
    #expect(driver.state.open?.conversation.id == "c-1", "reading opens nothing")
  }

  @Test("with a filter, marks and a kept search, a typed character still concerns the composer alone")
  func typingIsCheap() throws {
    var agent = try Scenario(Fixtures.many(20), views: [Fixtures.view("Bills", tag: "billing")])
    try agent.play("key /\ntype tag:billing\nkey Enter Space Space F3\ntype number\nkey Esc Enter\ntype Ha")
    let before = agent.state.revision.number
    try agent.types("lo kak")
    #expect(agent.state.open?.composer.field.text == "Halo kak")
    #expect(agent.state.revision.number == before)
    let questions = agent.desk.log.count
    try agent.types("!")
    #expect(agent.desk.log.count == questions)
  }

  @Test("never more than some conversations are asked for at once")
  func gathersInParts() {
    var gathering = Gathering(.reply, (0..<40).map { ConversationID("q-\($0)") })
    let (first, second) = (gathering.next(), gathering.next())
    #expect(first.count == Gathering.width && second.isEmpty)
    gathering.waiting.remove("q-3")
    let third = gathering.next()
    #expect(third == [ConversationID("q-\(Gathering.width)")])
    #expect(!gathering.isComplete)
  }
}
