import ConsoleCore
import DeskLink
import DeskModel
import ScreenKit
import TestSupport
import Testing
import TextLayout
import Widgets

/// Working through the queue, on the real loop with a simulated desk.
@Suite("Scenarios: the queue")
struct QueueScenarioTests {
  private static func many(_ count: Int) -> [Conversation] {
    (0..<count).map { number in
      var conversation = Fixtures.dialog
      conversation.id = ConversationID("q-\(number + 100)")
      conversation.contact.id = ContactID("u-\(number)")
      conversation.contact.full = "Customer \(number)"
      conversation.entries[3].at = Fixtures.ago(Int64(count - number))
      conversation.entries[1].at = Fixtures.ago(10_000)
      return conversation
    }
  }

  private static func marks(_ agent: Scenario) -> [Intent] {
    agent.desk.intents.filter { if case .markRead = $0.action { true } else { false } }
  }

  @Test("looking at the first screen marks nothing as read; moving and dwelling does, rushing by does not")
  func reading() throws {
    var agent = try Scenario(Self.many(5))
    try agent.waits("60s")
    #expect(Self.marks(agent).isEmpty)
    try agent.presses("Down Down")
    try agent.waits("1s")
    #expect(Self.marks(agent).isEmpty)
    try agent.waits("2s")
    #expect(Self.marks(agent).count == 1)
    #expect(Self.marks(agent).first?.conversation == agent.state.open?.conversation.id)
  }

  @Test("a key in a pane marks as read at once")
  func readingByKey() throws {
    var agent = try Scenario(Self.many(3))
    try agent.presses("Tab Up")
    try agent.waits("1ms")
    #expect(Self.marks(agent).count == 1)
  }

  @Test("a conversation that is resolved leaves the view, stays open, and the next is one key away")
  func resolves() throws {
    var agent = try Scenario(Self.many(4))
    try agent.presses("Down")
    let resolved = agent.state.open?.conversation.id
    try agent.presses("e")
    #expect(agent.state.open?.conversation.id == resolved)
    #expect(agent.desk.conversation("q-101")?.status == "resolved")
    #expect(agent.state.queue.selectionIsGone)
    #expect(agent.state.queue.counts[.mine] == 3)
    try agent.presses("Down")
    #expect(agent.state.open?.conversation.id == "q-102")
  }

  @Test("what is done is undone: status, hand-over, tag, snooze")
  func undo() throws {
    var agent = try Scenario([Fixtures.dialog])
    let before = agent.desk.conversation("c-1")
    for keys in ["e", "h Enter", "a Down Enter", "t\ntype lost\nkey End Enter"] {
      try agent.play("key C\nkey \(keys)")
      #expect(agent.desk.conversation("c-1")?.version != before?.version, "\(keys)")
      try agent.presses("u")
      var after = agent.desk.conversation("c-1")
      after?.version = before?.version ?? 0
      after?.readUpTo = before?.readUpTo
      #expect(after == before, "\(keys)")
    }
  }

  @Test("news from others moves rows under the selection, not the selection")
  func news() throws {
    var agent = try Scenario(Self.many(6))
    try agent.presses("Down Down Down")
    let open = agent.state.open?.conversation.id
    agent.desk.change("q-105") { $0.deadlines.nextReply = Fixtures.ago(90) }
    try agent.waits("1ms")
    #expect(agent.state.open?.conversation.id == open)
    #expect(agent.state.queue.selected?.id == open)
    #expect(agent.state.queue.cursor.selected == 4)
    #expect(agent.state.queue.summary(at: 0)?.id == "q-105")
    #expect(agent.screen.contains("1 late"))
  }

  @Test("a new message in the open conversation appears by itself")
  func newMessage() throws {
    var agent = try Scenario([Fixtures.dialog])
    agent.desk.change("c-1") { $0.entries.append(Fixtures.customer("e-9", "halo kak?", minutesAgo: 0)) }
    try agent.waits("1ms")
    #expect(agent.screen.contains("halo kak?"))
    #expect(agent.state.focus == .queue)
  }

  @Test("on a large desk the end is two keys away, and every question is small")
  func large() throws {
    var agent = try Scenario(Self.many(400))
    try agent.presses("End")
    #expect(agent.state.open?.conversation.id == "q-499")
    try agent.presses("Home")
    #expect(agent.state.open?.conversation.id == "q-100")
    for request in agent.desk.log {
      if case .queue(_, _, let limit) = request { #expect(limit <= 20 + 2 * QueueState.margin) }
    }
  }

  @Test("a burst of news costs the desk few questions")
  func burst() throws {
    var agent = try Scenario(Self.many(30))
    let before = agent.desk.log.count
    for number in 100..<130 { agent.desk.change(ConversationID("q-\(number)")) { $0.subject += "!" } }
    try agent.waits("1ms")
    #expect(agent.desk.log.count - before <= 6)
  }

  @Test("an earlier conversation is read and left again")
  func earlier() throws {
    var agent = try Scenario([Fixtures.dialog, Fixtures.earlier])
    try agent.presses("T End Enter")
    #expect(agent.state.open?.conversation.id == "c-0")
    #expect(agent.screen.contains("terima kasih"))
    try agent.presses("Q Enter")
    #expect(agent.state.open?.conversation.id == "c-1")
  }

  @Test("a command is found in the palette by a part of its title and runs")
  func palette() throws {
    var agent = try Scenario([Fixtures.dialog])
    try agent.runsFromPalette("resolv")
    #expect(agent.desk.conversation("c-1")?.status == "resolved")
    #expect(agent.bottomLine.contains("u "))
  }

  @Test("everything can be reached without Alt and without Esc alone", arguments: [80, 160])
  func withoutAlt(columns: Int) throws {
    let words = try Fixtures.words()
    for row in CommandTable.rows
    where ![.quit, .suspend, .palette, .savedView1, .savedView2, .savedView3, .savedView4]
      .contains(row.command)
    {
      var agent = try Scenario([Fixtures.dialog], size: Size(columns: columns, rows: 24))
      try agent.play("key Enter\ntype one two")
      var expected = agent.state
      _ = reduce(&expected, .command(row.command))
      try agent.runsFromPalette(words(row.titleKey).string)
      #expect(agent.state.focus == expected.focus, "\(row.command)")
      #expect((agent.state.popup != nil) == (expected.popup != nil), "\(row.command)")
      #expect(agent.state.open?.composer.field.text == expected.open?.composer.field.text, "\(row.command)")
      #expect(agent.state.open?.composer.audience == expected.open?.composer.audience, "\(row.command)")
    }
  }

  @Test("on 80 columns every pane is reached with Tab, and nothing typed is lost on the way")
  func tabs() throws {
    var agent = try Scenario([Fixtures.dialog, Fixtures.earlier], size: Size(columns: 80, rows: 24))
    try agent.play("key Enter\ntype kept")
    var seen: Set<Pane> = []
    for _ in 0..<5 {
      seen.insert(agent.state.focus)
      try agent.presses("Tab")
      expectHarmless(agent.frame)
    }
    #expect(seen == Set(Pane.allCases))
    #expect(agent.state.open?.composer.field.text == "kept")
  }

  @Test("a desk full of hostile text is worked through without harm", arguments: [40, 80, 120, 200])
  func hostile(columns: Int) throws {
    let text = HostileText.all
    let conversations = [Fixtures.dialog, Fixtures.publicThread].map { base in
      var conversation = base
      conversation.subject = text
      conversation.channel = text
      conversation.tags = [text]
      conversation.fields = [Field(name: text, values: [text])]
      conversation.contact.full = text
      conversation.contact.given = text
      conversation.contact.notes = [text]
      conversation.links = [ConversationLink(id: ConversationID(text), kind: text, title: text)]
      for place in conversation.entries.indices {
        conversation.entries[place].text = text
        conversation.entries[place].author.name = text
      }
      return conversation
    }
    var agent = try Scenario(conversations, size: Size(columns: columns, rows: 24))
    for keys in [
      "Down", "C Up x", "Esc", "T Home Down", "U", "a", "Esc", "t", "Esc", "r", "Enter", "Esc", "e",
    ] {
      try agent.presses(keys)
      expectHarmless(agent.frame, "\(keys) at \(columns)")
    }
    agent.desk.failNext(.cannotWrite(reason: text))
    try agent.play("key C\nkey e")
    expectHarmless(agent.frame, "a failure")
    #expect(!agent.frame.text.contains("\u{1B}"))
  }
}
