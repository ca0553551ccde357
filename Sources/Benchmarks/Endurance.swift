import ConsoleCore
import ConsoleRuntime
import DeskLink
import DeskModel
import LocalDesk
import ScreenKit
import SeededRandom
import SystemCalls

/// A day's use in minutes: a person who types, sends, moves, opens and resizes, and colleagues who change things, on the
/// real loop and the real desk, with a clock that is moved by hand.
package struct Endurance {
  /// What grows when something leaks.
  package struct Sizes: Sendable, Hashable, CustomStringConvertible {
    /// Resident memory of this process in kilobytes.
    package var resident = 0
    /// What of it is the program's own.
    package var own = 0
    /// Acts that can be undone.
    package var undoSteps = 0
    /// Drafts begun elsewhere.
    package var parked = 0
    /// Acts without an answer.
    package var pendingActs = 0
    /// Conversations to go back to.
    package var trail = 0
    /// Keys for a conversation that is on its way.
    package var typeAhead = 0
    /// Rows of the queue that the console keeps.
    package var queueRows = 0

    /// The sizes for a person.
    package var description: String {
      "own memory \(own / 1_000) MB, resident \(resident / 1_000), undo steps \(undoSteps), drafts \(parked), pending acts \(pendingActs), trail \(trail), typed ahead \(typeAhead), rows \(queueRows)"
    }
  }

  private var fixture: ConsoleFixture
  private let colleague: EmbeddedDesk
  private var random: SeededGenerator
  private var said = 0
  /// How many events have gone by.
  package private(set) var events = 0

  private static let conversations = 300

  /// Makes a desk in an empty folder.
  package init(folder: String, content: String, seed: UInt64 = 1) throws {
    let lines = folder + "/endurance.jsonl"
    _ = try DeskMaker(conversations: Self.conversations, messages: 8).write(
      lines: lines, rows: folder + "/endurance.rows")
    fixture = try ConsoleFixture(desk: folder + "/desk", content: content, holdSeconds: 2)
    var reader = LineReader(try FileDescriptor(opening: lines, .read))
    _ = try fixture.desk.importLines(from: &reader)
    let clock = fixture.clock
    let ids = ManualClock(Timestamp(milliseconds: 0))
    colleague = try EmbeddedDesk(
      folder: folder + "/desk", me: Agent(id: "colleague", name: "Colleague"), clock: { clock.now },
      makeID: {
        ids.advance(milliseconds: 1)
        return "colleague-\(ids.now.milliseconds)"
      })
    random = SeededGenerator(seed: seed)
    _ = fixture.player.play(.input([.key(try KeyPress(named: "3"))]))
  }

  /// Lets `count` events go by in `span` milliseconds of the console's time.
  package mutating func run(events count: Int, over span: Int64) {
    let step = max(1, span / Int64(max(1, count)))
    for _ in 0..<count {
      play()
      _ = fixture.player.play(.advance(step))
      events += 1
    }
  }

  /// Ends the desks.
  package func close() {
    fixture.desk.close()
    colleague.close()
  }

  /// How large everything is now.
  package var sizes: Sizes {
    let state = fixture.player.loop.state
    let sample = ProcessSample(ProcessContext.identifier)
    return Sizes(
      resident: sample.resident, own: sample.own, undoSteps: state.undoSteps.count,
      parked: state.parked.count, pendingActs: state.pendingActs.count, trail: state.trail.count,
      typeAhead: state.typeAhead.count, queueRows: state.queue.rows.count)
  }

  private mutating func play() {
    switch Int.random(in: 0..<100, using: &random) {
    case ..<25: type(Int.random(in: 3...40, using: &random))
    case ..<33:
      // Enter twice: the last look may want to be agreed to.
      press("r")
      type(12)
      press("Enter")
      press("Enter")
    case ..<36:
      press("Esc", "n")
      type(8)
      press("Enter")
    case ..<50: press("Ctrl-N")
    case ..<58: press("Ctrl-P")
    case ..<61: press("Esc", "m")
    case ..<64: press("Esc", "e")
    case ..<66: press("Esc", "u")
    case ..<68: press("F1", "Esc")
    case ..<70: press("Esc", ["1", "3", "5", "3"].randomElement(using: &random) ?? "3")
    case ..<72: press("Esc", "Q", ["g", "G", "PageDown", "j"].randomElement(using: &random) ?? "g")
    case ..<74: press("Ctrl-T")
    case ..<77:
      let size = Size(
        columns: Int.random(in: 60...200, using: &random), rows: Int.random(in: 16...60, using: &random))
      _ = fixture.player.play(.input([.resize(size)]))
    default: change()
    }
  }

  private mutating func press(_ names: String...) {
    for name in names {
      if let key = try? KeyPress(named: name) { _ = fixture.player.play(.input([.key(key)])) }
    }
  }

  private mutating func type(_ count: Int) {
    let letters = Array("besok ya kak, пожалуйста 承知しました ")
    let events = (0..<count).map { _ in
      InputEvent.key(KeyPress(.character(letters[Int.random(in: 0..<letters.count, using: &random)])))
    }
    _ = fixture.player.play(.input(events))
  }

  /// A colleague, or a customer through them, does something.
  private mutating func change() {
    said += 1
    let conversation = ConversationID("c-\(Int.random(in: 0..<Self.conversations, using: &random))")
    let action: IntentAction =
      switch said % 4 {
      case 0:
        .say(text: "I have looked into it, number \(said).", kind: .note, audience: .internal, parent: nil)
      case 1: .setStatus(["open", "pending", "open", "resolved"][said / 4 % 4])
      case 2: .tag(add: ["t-\(said % 6)"], remove: ["t-\((said + 3) % 6)"])
      default: .assign(said % 8 == 3 ? Agent(id: "bench", name: "Bench") : nil)
      }
    colleague.handle(
      .apply(
        Intent(
          clientKey: ClientKey("colleague-\(said)"), conversation: conversation, by: colleague.agent,
          action: action))
    ) { _ in }
    colleague.settle()
    fixture.desk.refresh()
    fixture.desk.settle()
  }
}
