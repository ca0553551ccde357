import ConsoleRuntime
import DeskLink
import DeskModel
import ScreenKit
import TestSupport
import Testing
import TextLayout
import Widgets

@testable import ConsoleCore

/// One reply to several customers, on the real loop with a simulated desk.
@Suite("Reduce: one reply to many")
struct ReduceBulkTests {
  private static func bulk(_ agent: Scenario) -> BulkReply? {
    if case .bulk(let bulk) = agent.state.popup { bulk } else { nil }
  }

  @Test("each customer gets a message of their own, reviewed before it goes, held, then sent once")
  func sends() throws {
    var agent = try Scenario(Fixtures.many(4))
    try agent.play(
      "key Space Space Space r\ntype Halo {{customer.given}}, it is fixed. {{me.name}}\nkey Enter")
    #expect(agent.screen.contains("Review: 3 of 3 get it"))
    #expect(agent.screen.contains("Halo Name1, it is fixed. Me"))
    #expect(agent.screen.contains("Name1 Family1 · chat · to the customer, Name1"))
    try agent.presses("Enter")
    #expect(agent.bottomLine.contains("3 replies held; Ctrl-T takes all of them back until 09:24:08"))
    #expect(agent.state.heldReplies.count == 3)
    #expect(Set(agent.state.heldReplies.compactMap { $0.composer.held?.clientKey }).count == 3)
    #expect(agent.said.isEmpty)
    try agent.waits("8s")
    #expect(agent.said.map(\.text).sorted() == (0..<3).map { "Halo Name\($0), it is fixed. Me" })
    #expect(agent.said.allSatisfy { $0.audience == .customer && $0.kind == .message })
    #expect(agent.bottomLine.contains("3 replies sent."))
    #expect(agent.state.heldReplies.isEmpty && agent.state.many.mailing == nil)
    try agent.waits("60s")
    #expect(agent.said.count == 3)
    #expect(agent.state.composer(for: BulkReply.draftID) == nil, "the template is done with")
  }

  @Test("Ctrl-T takes all of them back, marks their customers again and keeps the text")
  func takesBack() throws {
    var agent = try Scenario(Fixtures.many(4))
    try agent.play("key Space Space r\ntype Halo {{customer.given}}\nkey Enter Enter\nwait 5s\nkey Ctrl-T")
    #expect(agent.state.heldReplies.isEmpty)
    #expect(agent.bottomLine.contains("2 replies taken back, nothing was sent"))
    try agent.waits("20s")
    #expect(agent.said.isEmpty)
    #expect(agent.state.many.marks.count == 2 && agent.state.focus == .queue)
    try agent.play("key r\ntype !\nkey Enter")
    #expect(agent.screen.contains("Halo Name0!"))
    try agent.presses("Enter")
    try agent.waits("8s")
    #expect(agent.said.map(\.text).sorted() == ["Halo Name0!", "Halo Name1!"])
  }

  @Test("a reply of one's own that is held before the eyes is taken back first")
  func ownFirst() throws {
    var agent = try Scenario(Fixtures.many(3), holdSeconds: 60)
    try agent.play("key Space r\ntype Halo\nkey Enter Enter\nkey Enter\ntype mine\nkey Enter")
    #expect(agent.state.heldReplies.count == 2)
    try agent.presses("Ctrl-T")
    #expect(agent.state.open?.composer.field.text == "mine")
    #expect(agent.state.heldReplies.map(\.conversation) == ["q-100"])
  }

  private static var mixed: [Conversation] {
    var conversations = Fixtures.many(3)
    conversations[1].contact = Contact(id: "u-1")
    var thread = Fixtures.publicThread
    thread.id = "q-200"
    return conversations + [thread]
  }

  @Test("public threads, drafts and missing facts are left out with the reason; the rest goes")
  func leavesOut() throws {
    var agent = try Scenario(Self.mixed)
    let place = try #require((0..<4).first { agent.state.queue.summary(at: $0)?.id == "q-102" })
    try agent.play(
      "key Home\n" + (place > 0 ? "key " + String(repeating: "Down ", count: place) + "\n" : "")
        + "key r\ntype own words\nkey Esc Q *")
    try agent.play("key r\ntype Halo {{customer.given}}\nkey Enter")
    let items = try #require(Self.bulk(agent)?.items)
    let byID = Dictionary(uniqueKeysWithValues: items.map { ($0.conversation, $0) })
    #expect(byID["q-200"]?.obstacle == .isPublic)
    #expect(byID["q-102"]?.obstacle == .hasDraft)
    #expect(byID["q-101"]?.missing == ["customer.given"])
    #expect(byID["q-100"]?.goes == true)
    #expect(agent.screen.contains("Review: 1 of 4"))
    for text in [
      "everybody would read it", "an answer is begun there", "not known of this customer: {{customer.given}}",
    ] {
      #expect(agent.screen.contains(text), "\(text)")
    }
    try agent.presses("Enter")
    try agent.waits("8s")
    #expect(agent.said == [SaidText(conversation: "q-100", text: "Halo Name0")])
    #expect(agent.state.composer(for: "q-102")?.field.text == "own words")
    #expect(agent.state.many.marks.count == 3, "who is left out stays marked")
  }

  @Test("a text that was changed by hand takes part again; x leaves one out")
  func edits() throws {
    var agent = try Scenario(Array(Self.mixed.prefix(3)))
    try agent.play("key *\nkey r\ntype Halo {{customer.given}}\nkey Enter")
    let place = try #require(Self.bulk(agent)?.items.firstIndex { $0.conversation == "q-101" })
    try agent.play(
      "key Home " + String(repeating: "Down ", count: place) + "e\nkey Ctrl-U\ntype Hello there\nkey Enter")
    #expect(Self.bulk(agent)?.items[place].goes == true)
    #expect(agent.screen.contains("changed by hand"))
    try agent.presses("Home x")
    #expect(agent.screen.contains("left out by you"))
    let left = try #require(Self.bulk(agent)?.items[0].conversation)
    try agent.presses("Enter")
    try agent.waits("8s")
    #expect(agent.said.count == 2 && !agent.said.contains { $0.conversation == left })
    #expect(agent.said.contains(SaidText(conversation: "q-101", text: "Hello there")) || left == "q-101")
  }

  @Test(
    "an unknown placeholder stops every text, and nothing can be sent to nobody",
    arguments: ["Halo {{order.id}}", "", "Halo {{customer.given"])
  func stops(template: String) throws {
    var agent = try Scenario(Fixtures.many(2))
    try agent.play("key *\nkey r\n" + (template.isEmpty ? "" : "type \(template)\n") + "key Enter")
    #expect(Self.bulk(agent)?.goingCount == 0)
    #expect(agent.screen.contains("Nobody gets it"))
    try agent.presses("Enter Enter")
    #expect(agent.state.heldReplies.isEmpty)
    #expect(Self.bulk(agent)?.stage == .reviewing)
  }

  @Test(
    "what is typed in one read with the marks and the key is for all of them, not for the open conversation")
  func oneRead() throws {
    var agent = try Scenario(Fixtures.many(3))
    try agent.play("type *rHalo")
    #expect(Self.bulk(agent)?.field.text == "Halo")
    #expect(Self.bulk(agent)?.conversations.count == 3)
    #expect(agent.state.open?.composer.field.isEmpty == true)
    #expect(!agent.desk.intents.contains { if case .assign = $0.action { true } else { false } })
  }

  @Test("while a slow desk is still asked, keys wait for the template; Esc gives it up and does nothing else")
  func slowDesk() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .queue)
    let conversations = Fixtures.many(2)
    driver.state.many.marks.add(conversations.map { ConversationSummary($0) })
    try driver.press("r")
    driver.type("ea")
    #expect(driver.state.pendingActs.isEmpty && driver.state.popup == nil)
    for conversation in conversations {
      driver.take(.answered(.conversation(conversation.id), .success(.conversation(conversation))))
    }
    guard case .bulk(let bulk) = driver.state.popup else {
      Issue.record("no template")
      return
    }
    #expect(bulk.field.text == "ea")
    try driver.press("Esc r Esc")
    driver.type("!")
    for conversation in conversations {
      driver.take(.answered(.conversation(conversation.id), .success(.conversation(conversation))))
    }
    #expect(driver.state.popup == nil && driver.state.many.marks.count == 2)
  }

  @Test("an Enter that was typed before the review was on the screen agrees to nothing")
  func typedAhead() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .queue)
    driver.state.popup = .bulk(BulkReply(Fixtures.many(2), summaries: [], template: "Halo"))
    driver.take(.input(.key(KeyPress(.enter))))
    driver.take(.input(.key(KeyPress(.enter))))
    #expect(driver.state.heldReplies.isEmpty)
    driver.state.noteDrawn()
    driver.take(.input(.key(KeyPress(.enter))))
    #expect(driver.state.heldReplies.count == 2)
  }

  @Test("the template is a draft like any other: on disk after a pause, back after a restart")
  func template() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .queue)
    driver.state.popup = .bulk(BulkReply(Fixtures.many(2), summaries: [], template: ""))
    driver.type("Halo {{customer.given}}")
    let drafts = driver.wait(milliseconds: 1_000).drafts
    #expect(drafts.map(\.text) == ["Halo {{customer.given}}"])
    #expect(drafts.map(\.conversation) == [BulkReply.draftID])
    var agent = try Scenario(Fixtures.many(3), drafts: drafts)
    try agent.presses("Space r")
    #expect(agent.screen.contains("Halo {{customer.given}}"))
    try agent.presses("Esc Esc")
    #expect(agent.state.composer(for: BulkReply.draftID)?.field.text == "Halo {{customer.given}}")
  }

  @Test("every reply is written to disk under its own conversation before the template goes")
  func onDisk() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .queue)
    driver.isDiskSlow = true
    driver.state.popup = .bulk(BulkReply(Fixtures.many(2), summaries: [], template: ""))
    driver.type("Halo")
    try driver.press("Enter")
    driver.state.noteDrawn()
    let drafts = try driver.press("Enter").drafts
    #expect(drafts.last?.conversation == BulkReply.draftID && drafts.last?.isEmpty == true)
    #expect(drafts.compactMap(\.held).map(\.text) == ["Halo", "Halo"])
    #expect(driver.wait(milliseconds: 60_000).intents.isEmpty, "nothing goes before it is on disk")
  }

  @Test("a console that died with a batch held finds every text again in its composer")
  func crash() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .queue)
    driver.state.popup = .bulk(BulkReply(Fixtures.many(3), summaries: [], template: "Halo"))
    try driver.press("Enter")
    driver.state.noteDrawn()
    let held = try driver.press("Enter").drafts.filter { $0.held != nil }
    let agent = try Scenario(Fixtures.many(3), drafts: held)
    #expect(agent.said.isEmpty)
    for id in ["q-100", "q-101", "q-102"] as [ConversationID] {
      #expect(agent.state.composer(for: id)?.field.text == "Halo", "\(id)")
    }
  }

  @Test("one that somebody has answered meanwhile is not sent, and the sum says which")
  func conflict() throws {
    var agent = try Scenario(Fixtures.many(3))
    try agent.play("key Space Space r\ntype Halo\nkey Enter Enter\nwait 4s")
    agent.desk.answerNext(.denied(reason: "closed"))
    try agent.waits("8s")
    #expect(agent.bottomLine.contains("1 sent, 1 not: Name0 Family0"))
    #expect(agent.state.composer(for: "q-100")?.field.text == "Halo")
    #expect(agent.state.many.mailing == nil)
  }

  @Test("a text longer than the screen is read to its end, line by line")
  func scrolls() throws {
    var agent = try Scenario(Fixtures.many(2), size: Size(columns: 80, rows: 24))
    try agent.play("key * r\npaste " + (1...40).map { "line \($0)" }.joined(separator: "\\n") + "\nkey Enter")
    #expect(!agent.screen.contains("line 40"))
    for _ in 0..<60 where !agent.screen.contains("line 40") { try agent.presses("Down") }
    #expect(agent.screen.contains("line 40"))
    #expect(Self.bulk(agent)?.selected == 0)
    try agent.presses("End")
    #expect(agent.screen.contains("Name1 Family1"))
    try agent.presses("PageUp PageUp PageUp PageUp PageUp")
    #expect(Self.bulk(agent)?.offset == 0)
  }
}
