import ConsoleCore
import ConsoleRuntime
import DeskLink
import DeskModel
import ScreenKit
import SeededRandom
import TestSupport
import Testing
import Widgets

/// Random days of work with a desk that comes and goes: whatever happens, every word is somewhere, and none is said twice.
@Suite("Scenarios: nothing is lost while a desk is away")
struct NothingIsLostWhileAwayTests {
  private static let keys = [
    "Enter", "Enter", "Enter", "Enter", "Esc", "Tab", "Ctrl-N", "Ctrl-P", "Ctrl-T", "Alt-N", "F5", "F5", "e",
    "r", "d", "Down", "Up", "Esc",
  ]

  /// All words that are kept somewhere: in composers, held, in the outbox, or on the desk.
  private static func kept(_ agent: Scenario) -> String {
    var texts = agent.desk.settled + agent.desk.pending.compactMap { $0.intent.reply?.text }
    var composers = Array(agent.state.parked.values)
    if let open = agent.state.open { composers.append(open.composer) }
    for composer in composers { texts += [composer.field.text, composer.held?.text ?? ""] }
    return texts.joined(separator: "\n")
  }

  private static func trouble(_ agent: Scenario, _ step: Int, _ random: inout SeededGenerator) {
    let waiting = agent.desk.pending.filter { !$0.needsPerson }.map(\.intent.clientKey)
    let key = waiting.randomElement(using: &random)
    switch Int.random(in: 0..<24, using: &random) {
    case 0, 1: agent.desk.goAway()
    case 2: agent.desk.comeBack()
    case 3, 4:
      let at = agent.clock.now.adding(seconds: 1)
      let id: ConversationID = step % 2 == 0 ? "c-1" : "p-1"
      agent.desk.change(id) { conversation in
        conversation.entries.append(
          Entry(
            id: EntryID("olena-\(step)"), at: at, author: Author(kind: .agent, id: "o", name: "Olena"),
            audience: .customer, text: "already done"))
      }
    case 5: if let key { agent.desk.settle(key, .sending) }
    case 6, 7: if let key { agent.desk.settle(key, .failed(.refused(reason: "no"))) }
    case 8: if let key { agent.desk.settle(key, .uncertain(reason: "timed out")) }
    case 9: if let key { agent.desk.settle(key, .failed(.cannotTell(reason: "timed out"))) }
    default: break
    }
  }

  @Test(
    "every word that was typed is in a composer, held, in the outbox or on the desk, once", arguments: 0..<16)
  func words(seed: Int) throws {
    var random = SeededGenerator(UInt64(seed) &+ 7_000)
    var agent = try Scenario(
      [Fixtures.dialog, Fixtures.publicThread], size: Size(columns: 80, rows: 24), holdSeconds: 2)
    agent.desk.goAway()
    try agent.waits("1ms")
    var typed: [String] = []
    for step in 0..<160 where !agent.player.loop.isOver {
      Self.trouble(agent, step, &random)
      let canType = agent.state.focus == .composer && agent.state.popup == nil && agent.state.open != nil
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<3 where canType:
        let word = "w\(step)q"
        typed.append(word)
        try agent.presses("Ctrl-End")
        try agent.types(word + " ")
      case 4: try agent.waits("\(Int.random(in: 1...3_000, using: &random))ms")
      default: try agent.presses(Self.keys.randomElement(using: &random) ?? "Tab")
      }
      let kept = Self.kept(agent)
      for word in typed { #expect(kept.contains(word), "\(word) is lost at step \(step)") }
    }
    agent.desk.comeBack()
    try agent.waits("60s")
    #expect(typed.count > 5, "a day without work proves nothing")
    let said = agent.desk.settled.flatMap { text in text.split { !$0.isLetter && !$0.isNumber } }
    for word in typed { #expect(said.count { $0 == word } <= 1, "\(word) is said twice") }
    expectHarmless(agent.frame)
  }
}

extension SimulatedDesk {
  /// What the person in front of the screen has said here and is not on its way any more.
  fileprivate var settled: [String] {
    ["c-1", "p-1"].flatMap { id in
      (conversation(ConversationID(id))?.entries ?? [])
        .filter { $0.author.id == Fixtures.me.id.rawValue && $0.isSettled }.map(\.text)
    }
  }
}
