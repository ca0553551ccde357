import DeskModel
import ScreenKit
import SeededRandom
import TestSupport
import Testing

@testable import ConsoleCore

@Suite("What is typed while nothing else happens")
struct ReduceTypingTests {
  private static let keys = [
    "w", "x", "Space", "Backspace", "Ctrl-J", "Left", "End", "Esc", "r", "n", "Ctrl-K", "Up", "Ctrl-W", "Tab",
    "F3",
  ]

  @Test(
    "a character that is taken without looking at everything changes what it would have changed otherwise")
  func shortWay() throws {
    var random = SeededGenerator(31)
    var scenario = try Scenario([Fixtures.dialog, Fixtures.publicThread, Fixtures.earlier])
    try scenario.play("key Enter\ntype Hello")
    var state = scenario.state
    var short = 0
    for step in 0..<3_000 {
      let isPlain = Int.random(in: 0..<8, using: &random) > 0
      let name =
        isPlain ? ["a", "b", "Space"].randomElement(using: &random) : Self.keys.randomElement(using: &random)
      let isElsewhere = state.focus != .composer || state.popup != nil
      let key = try KeyPress(named: isElsewhere ? (step % 2 == 0 ? "Esc" : "r") : name ?? "a")
      let moment = state.now.adding(seconds: Int64(step % 3))
      for action in [Action.tick(moment), .input(.key(key)), .settled] {
        var long = state
        // Whatever has changed, nobody may count on what was before.
        long.revision.advance()
        short += state.revision.isWriting && action == .input(.key(key)) ? 1 : 0
        let effects = reduce(&state, action)
        #expect(reduce(&long, action) == effects, "\(key) at step \(step)")
        #expect(long == state, "\(key) at step \(step)")
        #expect(long.revision.isTyping == state.revision.isTyping)
        if long != state { return }
      }
    }
    #expect(short > 500)
  }

  @Test("time in which nothing falls due passes as with a tick")
  func passing() throws {
    var random = SeededGenerator(37)
    var scenario = try Scenario([Fixtures.dialog, Fixtures.publicThread, Fixtures.earlier])
    try scenario.play("key Enter\ntype Hello")
    var state = scenario.state
    var passed = 0
    for _ in 0..<2_000 {
      let key = try KeyPress(named: Self.keys.randomElement(using: &random) ?? "w")
      _ = reduce(&state, .input(.key(key)))
      _ = reduce(&state, .settled)
      let moment = Timestamp(
        milliseconds: state.now.milliseconds + Int64.random(in: -50...2_000, using: &random))
      var quick = state
      let deadline = try #require(state.nextDeadline)
      let effects = reduce(&state, .tick(moment))
      guard quick.pass(to: moment, before: deadline) else { continue }
      passed += 1
      #expect(effects.isEmpty)
      // Words for the difference only where there is one: the whole state is a long text.
      guard quick != state else { continue }
      let differing = zip(Mirror(reflecting: quick).children, Mirror(reflecting: state).children).filter {
        "\($0.value)" != "\($1.value)"
      }
      #expect(differing.map(\.0.label) == [])
    }
    #expect(passed > 200)
  }
}
