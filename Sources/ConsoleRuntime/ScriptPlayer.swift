package import ConsoleCore
package import DeskModel
import ScreenKit

/// Plays a script on the real loop, with a clock that goes only when the script says so.
///
/// After each step it waits until nothing is under way, never for time.
package struct ScriptPlayer {
  /// The loop.
  package private(set) var loop: ConsoleLoop<ScriptedTerminal>
  /// The terminal, with the frames it was shown.
  package let terminal: ScriptedTerminal
  private let clock: ManualClock

  /// Makes a player; `ports.now` should be `clock`.
  package init(_ state: AppState, ports: ConsolePorts, clock: ManualClock) {
    let terminal = ScriptedTerminal(size: state.size)
    self.terminal = terminal
    self.clock = clock
    loop = ConsoleLoop(state, terminal: terminal, ports: ports, ring: { terminal.ring() })
  }

  /// Begins, and waits until the first screen is complete.
  package mutating func begin(drafts: [StoredDraft] = [], remarks: [Action] = []) {
    loop.begin(drafts: drafts, remarks: remarks)
    untilIdle()
  }

  /// Plays one step.
  ///
  /// - Returns: what it prints, or nil.
  package mutating func play(_ step: ScriptStep) -> String? {
    guard !loop.isOver else { return nil }
    switch step {
    case .input(let events):
      // Text comes in one burst, other keys one by one, as from a person.
      for burst in Self.bursts(events) {
        terminal.push(burst)
        loop.turn()
        if loop.isOver { return nil }
      }
    case .command(let command): loop.perform(.command(command))
    case .advance(let time): advance(time)
    case .frame(let name):
      let size = loop.frame.grid.size
      return "--- \(name.isEmpty ? "frame" : name) \(size.columns)x\(size.rows)\n" + loop.frame.text
    case .styles: return loop.frame.styleRuns
    }
    untilIdle()
    return nil
  }

  private static func bursts(_ events: [InputEvent]) -> [[InputEvent]] {
    let isText = events.allSatisfy { event in
      if case .key(let key) = event, case .character = key.code, key.modifiers.isEmpty { true } else { false }
    }
    return isText ? [events] : events.map { [$0] }
  }

  /// Lets time pass, stopping at each moment at which something is due.
  private mutating func advance(_ time: Int64) {
    let end = clock.now.milliseconds + time
    while !loop.isOver, clock.now.milliseconds < end {
      let due = min(end, max(clock.now.milliseconds + 1, loop.state.nextDeadline?.milliseconds ?? end))
      clock.advance(milliseconds: due - clock.now.milliseconds)
      loop.turn(blocking: false)
      untilIdle()
    }
  }

  private mutating func untilIdle() {
    while !loop.isIdle { loop.turn() }
    // What the desk told of its own accord, through us or others, is taken before the next step.
    loop.turn(blocking: false)
    while !loop.isIdle { loop.turn() }
  }
}
