import ConsoleCore
import ConsoleRuntime
import DeskLink
import DeskModel
import ScreenKit
import SeededRandom
import TestSupport
import Testing
import Widgets

/// Random days of work on the real loop: whatever happens, every word is somewhere, and no word is said twice.
@Suite("Scenarios: nothing is lost, nothing is doubled")
struct NothingIsLostTests {
  private static let keys = [
    "Enter", "Enter", "Enter", "Enter", "Enter", "Enter", "Esc", "Tab", "Shift-Tab", "Ctrl-N", "Ctrl-P",
    "Ctrl-T", "Alt-N", "Ctrl-J",
    "F2", "F1",
    "Ctrl-K", "PageUp", "Down", "Up", "Home", "End", "Ctrl-G",
  ]

  /// All text that is kept somewhere: in composers, held, or on the desk.
  private static func kept(_ agent: Scenario) -> String {
    var texts = agent.desk.said
    var composers = Array(agent.state.parked.values)
    if let open = agent.state.open { composers.append(open.composer) }
    for composer in composers { texts += [composer.field.text, composer.held?.text ?? ""] }
    return texts.joined(separator: "\n")
  }

  private static func trouble(_ agent: Scenario, _ random: inout SeededGenerator) {
    switch Int.random(in: 0..<12, using: &random) {
    case 0: agent.desk.answerNext(.unknown)
    case 1: agent.desk.answerNext(.denied(reason: "no"))
    case 2: agent.desk.answerNext(.throttled(until: agent.clock.now.adding(seconds: 3)))
    case 3: agent.desk.answerNext(.conflict(newer: [], version: 9))
    case 4: agent.desk.failNext(.cannotWrite(reason: "full"))
    case 5: agent.desk.change("c-1") { $0 = $0.answered(by: "Olena") }
    default: break
    }
  }

  @Test(
    "every word that was typed is in a composer, held or on the desk, once",
    arguments: [0, 1, 2, 3, 4, 5, 7, 9, 10, 11])
  func words(seed: Int) throws {
    var random = SeededGenerator(UInt64(seed) &+ 1_000)
    var agent = try Scenario(
      [Fixtures.dialog, Fixtures.publicThread, Fixtures.earlier], size: Size(columns: 80, rows: 24),
      holdSeconds: 2)
    var typed: [String] = []
    for step in 0..<140 where !agent.player.loop.isOver {
      Self.trouble(agent, &random)
      let canType = agent.state.focus == .composer && agent.state.popup == nil && agent.state.open != nil
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<4 where canType:
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
    try agent.waits("60s")
    #expect(typed.count > 5 && !agent.said.isEmpty, "a day without work proves nothing")
    let said = agent.desk.said.joined(separator: "\n")
    for word in typed { #expect(said.components(of: word) <= 1, "\(word) is said twice") }
    expectHarmless(agent.frame)
  }
}

extension SimulatedDesk {
  /// What the person in front of the screen has said here, by the desk's books.
  fileprivate var said: [String] {
    ["c-1", "p-1", "c-0"].flatMap { id in
      (conversation(ConversationID(id))?.entries ?? []).filter { $0.author.id == Fixtures.me.id.rawValue }
        .map(\.text)
    }
  }
}

extension String {
  /// How often a word stands in the text.
  fileprivate func components(of word: String) -> Int {
    split(whereSeparator: { !$0.isLetter && !$0.isNumber }).count { $0 == word }
  }
}
