import ConsoleCore
import ConsoleRuntime
import DeskLink
import DeskModel
import ScreenKit
import TestSupport
import Testing
import Widgets

/// What a person does, on the real loop with a simulated desk.
@Suite("Scenarios: answering")
struct AnsweringScenarioTests {
  private static let all = [Fixtures.dialog, Fixtures.publicThread, Fixtures.earlier]

  @Test("a chat is answered from the queue to the desk")
  func chat() throws {
    var agent = try Scenario([Fixtures.dialog])
    #expect(agent.screen.contains("besok ya kak"), "the first conversation is shown at once")
    try agent.presses("Enter")
    try agent.types("Baik Kak Dewi.")
    try agent.presses("Enter")
    #expect(agent.screen.contains("HELD"))
    try agent.waits("7s")
    #expect(agent.said.isEmpty)
    try agent.waits("1s")
    #expect(agent.said == [SaidText(conversation: "c-1", text: "Baik Kak Dewi.")])
    #expect(agent.desk.conversation("c-1")?.entries.count == 5)
    #expect(!agent.screen.contains("HELD"))
    #expect(agent.screen.contains("Baik Kak Dewi."))
    try agent.waits("60s")
    #expect(agent.said.count == 1, "sent once")
  }

  @Test("a reply is taken back, changed and sent")
  func takesBack() throws {
    var agent = try Scenario([Fixtures.dialog])
    try agent.play("key Enter\ntype besok\nkey Enter\nwait 5s\nkey Ctrl-T\ntype  sore\nkey Enter\nwait 8s")
    #expect(agent.said == [SaidText(conversation: "c-1", text: "besok sore")])
  }

  @Test("several lines, pasted and typed, go as one message")
  func lines() throws {
    var agent = try Scenario([Fixtures.dialog])
    try agent.play("key Enter\ntype one\nkey Ctrl-J\npaste two\\nthree\nkey Enter\nwait 8s")
    #expect(agent.said.map(\.text) == ["one\ntwo\nthree"])
  }

  @Test(
    "a note never reaches the customer, whatever the way to it",
    arguments: ["key Esc n", "key Enter Alt-N", "key Enter F4"])
  func note(way: String) throws {
    var agent = try Scenario([Fixtures.dialog])
    try agent.play("key C\n\(way)\ntype seen in billing\nkey Enter\nwait 8s")
    #expect(
      agent.said == [SaidText(conversation: "c-1", text: "seen in billing", kind: .note, audience: .internal)]
    )
    #expect(agent.desk.conversation("c-1")?.entries.last?.audience == .internal)
    try agent.play("type and in shipping\nkey Enter\nwait 8s")
    #expect(agent.said.last?.audience == .internal, "what follows a note is a note")
    try agent.play("key Esc r\ntype Baik Kak\nkey Enter\nwait 8s")
    #expect(agent.said.last?.audience == .customer, "r makes it a reply, and the screen says so")
  }

  @Test("a public comment stands under the comment of the stranger who was chosen")
  func stranger() throws {
    var agent = try Scenario([Fixtures.publicThread])
    try agent.presses("T Home Down Down Down Down")
    #expect(agent.state.open?.selectedEntry(in: .thread)?.id == "k-3")
    try agent.presses("r")
    #expect(agent.screen.contains("Ania"))
    try agent.types("We are sorry, Ania.")
    try agent.presses("Enter")
    #expect(agent.bottomLine.contains("PUBLIC"))
    #expect(agent.state.open?.composer.held == nil)
    try agent.play("key Enter\nwait 8s")
    #expect(
      agent.said == [
        SaidText(
          conversation: "p-1", text: "We are sorry, Ania.", kind: .comment, audience: .world, parent: "k-3")
      ])
  }

  @Test("a colleague answers meanwhile: it is seen while writing, and a second Enter is asked for")
  func colleague() throws {
    var agent = try Scenario([Fixtures.dialog])
    try agent.play("key Enter\ntype Baik")
    agent.desk.change("c-1") { conversation in
      conversation.entries.append(
        Fixtures.agent("x", "sudah saya jawab", minutesAgo: 0, agent: Agent(id: "a-olena", name: "Olena")))
    }
    try agent.types(" Kak")
    #expect(agent.screen.contains("sudah saya jawab"))
    try agent.presses("Enter")
    #expect(agent.state.open?.composer.held == nil)
    #expect(agent.bottomLine.contains("Olena"))
    try agent.presses("Esc")
    #expect(agent.state.focus == .composer)
    #expect(agent.said.isEmpty)
    try agent.play("key Enter Enter\nwait 8s")
    #expect(agent.said.count == 1)
  }

  @Test("drafts stay with their conversations, going round twice")
  func drafts() throws {
    var agent = try Scenario(Self.all)
    try agent.play("key 3")
    #expect(try agent.finds("c-1"))
    try agent.play("key r\ntype for Dewi")
    #expect(try agent.finds("p-1"))
    try agent.play("key r\ntype for Sofia")
    for _ in 0..<2 {
      #expect(try agent.finds("c-1"))
      #expect(agent.state.open?.composer.field.text == "for Dewi")
      #expect(try agent.finds("p-1"))
      #expect(agent.state.open?.composer.field.text == "for Sofia")
      #expect(agent.screen.contains("draft"), "the queue says where one lies")
    }
    #expect(agent.said.isEmpty)
  }

  @Test("drafts come back from disk where they were")
  func draftsFromDisk() throws {
    let draft = StoredDraft(
      conversation: "c-1", text: "Baik Kak,", cursor: 9, kind: .message, audience: .customer, parent: nil,
      seenUpTo: "e-4", held: nil, updatedAt: Fixtures.ago(60))
    var agent = try Scenario([Fixtures.dialog], drafts: [draft])
    #expect(agent.screen.contains("Baik Kak,"))
    try agent.play("key Enter\ntype  siap.\nkey Enter\nwait 8s")
    #expect(agent.said.map(\.text) == ["Baik Kak, siap."])
  }

  @Test("a reply that was held when the program died is not lost and not doubled")
  func heldFromDisk() throws {
    let held = HeldReply(
      clientKey: "old", text: "Baik", kind: .message, audience: .customer, parent: nil, basedOn: 1,
      until: Fixtures.ago(60))
    let draft = StoredDraft(
      conversation: "c-1", text: "", cursor: 0, kind: .message, audience: .customer, parent: nil,
      seenUpTo: nil,
      held: held, updatedAt: Fixtures.ago(60))
    var agent = try Scenario([Fixtures.dialog], drafts: [draft])
    #expect(agent.state.open?.composer.field.text == "Baik")
    try agent.waits("60s")
    #expect(agent.said.isEmpty, "it goes only when somebody sends it")
    try agent.play("key Enter\nkey Enter\nwait 8s")
    #expect(agent.said.map(\.text) == ["Baik"])
  }

  @Test("two replies in a row arrive in their order")
  func inOrder() throws {
    var agent = try Scenario([Fixtures.dialog])
    try agent.play("key Enter\ntype one\nkey Enter\ntype two\nkey Enter\nwait 20s")
    #expect(agent.said.map(\.text) == ["one", "two"])
  }

  @Test("a desk that refuses and a disk that is full lose nothing")
  func refusals() throws {
    var agent = try Scenario([Fixtures.dialog])
    try agent.play("key Enter\ntype Baik Kak\nkey Enter")
    agent.desk.failNext(.cannotWrite(reason: "No space left on device"))
    try agent.waits("8s")
    #expect(agent.bottomLine.contains("No space left"))
    #expect(agent.state.open?.composer.field.text == "Baik Kak")
    agent.desk.answerNext(.denied(reason: "conversation is closed"))
    try agent.play("key Enter\nwait 8s")
    #expect(agent.bottomLine.contains("conversation is closed"))
    try agent.play("key Enter\nwait 8s")
    #expect(agent.desk.conversation("c-1")?.entries.last?.text == "Baik Kak")
    #expect(agent.desk.conversation("c-1")?.entries.count == 5)
  }

  @Test("an unclear outcome is asked for and not sent again")
  func unclear() throws {
    var agent = try Scenario([Fixtures.dialog.allRead])
    agent.desk.answerNext(.unknown)
    try agent.play("key Enter\ntype Baik\nkey Enter\nwait 30s")
    #expect(agent.said.count == 1)
    #expect(agent.desk.log.contains { if case .reconcile = $0 { true } else { false } })
    #expect(agent.state.open?.composer.field.text == "Baik")
  }

  @Test("quitting with a held reply: Enter sends it before the program ends")
  func quitSends() throws {
    var agent = try Scenario([Fixtures.dialog])
    try agent.play("key Enter\ntype Baik\nkey Enter\nkey Ctrl-C\nkey Enter")
    #expect(agent.said.map(\.text) == ["Baik"])
    #expect(agent.player.loop.isOver)
  }

  @Test("quitting with a held reply: t keeps it as a draft")
  func quitKeeps() throws {
    var agent = try Scenario([Fixtures.dialog])
    try agent.play("key Enter\ntype Baik\nkey Enter\nkey Ctrl-C\nkey t")
    #expect(agent.said.isEmpty)
    #expect(agent.player.loop.isOver)
    #expect(agent.state.open?.composer.field.text == "Baik")
  }
}
