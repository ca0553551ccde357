import ConsoleCore
import ConsoleRuntime
import DeskLink
import DeskModel
import ScreenKit
import TestSupport
import Testing
import TextLayout
import Widgets

/// A desk that is away, and what a person does meanwhile: on the real loop.
@Suite("Scenarios: a desk is away")
struct OutboxScenarioTests {
  private static func away() throws -> Scenario {
    var agent = try Scenario([Fixtures.dialog, Fixtures.publicThread])
    agent.desk.goAway()
    try agent.play("key Enter\ntype Baik Kak.\nkey Enter\nwait 8s")
    return agent
  }

  private static func beFaster(_ agent: Scenario) {
    let at = agent.clock.now
    agent.desk.change("c-1") { conversation in
      conversation.entries.append(
        Entry(
          id: "e-9", at: at.adding(seconds: 1), author: Author(kind: .agent, id: "o", name: "Olena"),
          audience: .customer, text: "already done"))
    }
  }

  @Test("what is sent while it is away waits, is shown, and goes when it is back, once")
  func sends() throws {
    var agent = try Self.away()
    #expect(agent.screen.contains("Support is away since 09:24"))
    #expect(agent.screen.contains("1 answer waits"))
    #expect(agent.screen.contains("kept safe, not sent yet"))
    #expect(agent.bottomLine.contains("it goes by itself"))
    #expect(agent.waiting.count == 1)
    try agent.waits("60s")
    agent.desk.comeBack()
    try agent.waits("1s")
    #expect(agent.waiting.isEmpty)
    #expect(agent.bottomLine.contains("Support is there again. 1 answer goes now."))
    #expect(!agent.screen.contains("is away"))
    #expect(!agent.screen.contains("not sent yet"))
    let said = agent.desk.conversation("c-1")?.entries.filter { $0.text == "Baik Kak." } ?? []
    #expect(said.map(\.state) == [.sent])
  }

  @Test("whoever was too slow has the words back in the composer, and can send them after reading")
  func conflict() throws {
    var agent = try Self.away()
    try agent.waits("60s")
    Self.beFaster(agent)
    agent.desk.comeBack()
    try agent.waits("1s")
    #expect(agent.state.open?.composer.field.text == "Baik Kak.")
    #expect(agent.bottomLine.contains("Olena wrote meanwhile"))
    #expect(agent.waiting.isEmpty, "given up when it was on disk")
    #expect(agent.screen.contains("already done"))
    #expect(agent.state.open?.newFrom == "e-9")
    try agent.presses("Enter")
    #expect(agent.bottomLine.contains("LAST LOOK"))
    try agent.presses("Enter")
    try agent.waits("8s")
    #expect(agent.desk.conversation("c-1")?.entries.filter { $0.text == "Baik Kak." }.map(\.state) == [.sent])
  }

  @Test("what is new stands marked above the words that came back", arguments: ["80x24", "120x40", "160x48"])
  func conflictFrames(size: String) throws {
    let parts = size.split(separator: "x").compactMap { Int($0) }
    var agent = try Scenario([Fixtures.dialog], size: Size(columns: parts[0], rows: parts[1]))
    agent.desk.goAway()
    try agent.play("key Enter\ntype Baik Kak.\nkey Enter\nwait 8s\nwait 60s")
    Self.beFaster(agent)
    agent.desk.comeBack()
    try agent.waits("1s")
    expectFrame(agent.frame, named: "outbox-conflict-\(size)")
  }

  @Test("whoever writes something else finds the words in the outbox, and joins them by hand")
  func conflictWhileWriting() throws {
    var agent = try Self.away()
    try agent.types("Maaf")
    try agent.waits("60s")
    Self.beFaster(agent)
    agent.desk.comeBack()
    try agent.waits("1s")
    #expect(agent.state.open?.composer.field.text == "Maaf")
    #expect(agent.screen.contains("1 NOT SENT"))
    try agent.presses("F5")
    #expect(agent.screen.contains("already done"))
    try agent.presses("e")
    #expect(agent.state.open?.composer.field.text == "Baik Kak.\n\nMaaf")
    #expect(agent.waiting.isEmpty)
    #expect(!agent.screen.contains("NOT SENT"))
  }

  @Test("a waiting answer is given up only when asked twice, and never goes then")
  func discards() throws {
    var agent = try Self.away()
    try agent.presses("F5 d Esc")
    #expect(agent.waiting.count == 1)
    try agent.presses("d y")
    #expect(agent.waiting.isEmpty)
    #expect(agent.bottomLine.contains("Given up."))
    try agent.presses("Esc")
    agent.desk.comeBack()
    try agent.waits("60s")
    #expect(agent.desk.conversation("c-1")?.entries.contains { $0.text == "Baik Kak." } == false)
  }

  @Test("a waiting answer is taken back, changed and sent, once")
  func takesBack() throws {
    var agent = try Self.away()
    try agent.play("key F5 e\ntype  Nanti.\nkey Enter\nwait 8s")
    agent.desk.comeBack()
    try agent.waits("1s")
    let texts = agent.desk.conversation("c-1")?.entries.suffix(2).map(\.text)
    #expect(texts == ["besok ya kak", "Baik Kak. Nanti."])
  }

  @Test(
    "what goes all the same after it was taken back does not stand in the composer: nothing is sent twice")
  func takenBackTooLate() throws {
    var agent = try Self.away()
    let key = try #require(agent.waiting.first?.intent.clientKey)
    agent.desk.settle(key, .sending)
    try agent.waits("1s")
    try agent.presses("F5 e")
    #expect(agent.state.open?.composer.field.text == "")
    #expect(agent.bottomLine.contains("on its way"))
  }

  @Test("an answer of a conversation that is not open comes back there")
  func elsewhere() throws {
    var agent = try Self.away()
    #expect(try agent.finds("p-1"))
    try agent.waits("60s")
    Self.beFaster(agent)
    agent.desk.comeBack()
    try agent.waits("1s")
    #expect(agent.bottomLine.contains("Dewi Lestari: not sent, Olena wrote meanwhile"))
    #expect(agent.waiting.isEmpty)
    #expect(try agent.finds("c-1"))
    #expect(agent.state.open?.composer.field.text == "Baik Kak.")
  }

  @Test("a status that was set while it was away goes, too")
  func status() throws {
    var agent = try Scenario([Fixtures.dialog])
    agent.desk.goAway(.ended(code: 3))
    try agent.presses("C e")
    #expect(agent.screen.contains("1 change waits"))
    agent.desk.comeBack()
    try agent.waits("1s")
    #expect(agent.desk.conversation("c-1")?.status == "resolved")
  }

  @Test("an idle console with a desk away draws nothing")
  func idle() throws {
    var agent = try Self.away()
    try agent.waits("3s")
    let before = agent.player.terminal.frames.count
    try agent.waits("20s")
    #expect(agent.player.terminal.frames.count == before)
  }
}

extension Scenario {
  /// Answers in the outbox.
  fileprivate var waiting: [PendingIntent] { desk.pending.filter { $0.intent.reply != nil } }
}
