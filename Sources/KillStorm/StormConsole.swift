import ScreenKit
import SeededRandom
import SystemCalls
import TerminalProbe

/// One console of a storm: the real program on a pty, with somebody at the keys who types, sends, notes and changes
/// things at random.
final class StormConsole {
  /// Its place among the consoles.
  let number: Int
  /// The agent's id.
  let agent: String
  /// The program while it runs.
  private(set) var pty: PtySession?
  /// When Enter was last pressed on a text, in microseconds.
  private(set) var lastSend: Int64 = 0

  private let program: String
  private let arguments: [String]
  private let environment: [String: String]
  private var random: SeededGenerator
  private var nextAct: Int64 = 0
  /// What is still to be typed of a word.
  private var rest: [UInt8] = []

  init(
    number: Int, agent: String, program: String, arguments: [String], environment: [String: String],
    seed: UInt64
  ) {
    self.number = number
    self.agent = agent
    self.program = program
    self.arguments = arguments
    self.environment = environment
    random = SeededGenerator(seed: seed)
  }

  /// Starts the program and waits for its first screen.
  func start() throws {
    let session = try PtySession(
      program, arguments, environment: environment, size: Size(columns: 120, rows: 40), keepsOutput: false)
    try session.wait(for: "the first screen", limit: 60_000) { $0.shows("Ctrl-K") }
    pty = session
    rest = []
    nextAct = 0
  }

  /// Kills the program as `kill -9` does; returns the moment, in microseconds.
  func kill(_ ledger: inout WordLedger) throws -> Int64 {
    guard let session = pty else { return SystemClock.monotonicMicroseconds() }
    pump(&ledger)
    let moment = SystemClock.monotonicMicroseconds()
    session.signal(9)
    _ = try session.waitForExit(limit: 60_000)
    pty = nil
    return moment
  }

  /// Ends the program as a closed terminal does; returns what is wrong with the way it ended.
  func end(_ ledger: inout WordLedger) throws -> String? {
    guard let session = pty else { return nil }
    pump(&ledger)
    session.signal(15)
    let status = try session.waitForExit(limit: 60_000)
    pty = nil
    return status == .code(0) ? nil : "console \(number) ended by SIGTERM with \(status)"
  }

  /// Reads what the program has drawn and notes the words on its screen.
  func pump(_ ledger: inout WordLedger) {
    guard let session = pty else { return }
    var hasRead = false
    while session.pump(milliseconds: 0) > 0 { hasRead = true }
    if hasRead { ledger.see(session.screen.rows, at: SystemClock.monotonicMicroseconds()) }
  }

  /// A sentence on the screen that must never stand there.
  var alarm: String? {
    let alarms = ["could not be written", "LOOK AT THIS", "cannot be written", "cannot be read"]
    return pty?.screen.rows.first { row in alarms.contains { row.contains($0) } }
  }

  /// Does something when it is time to.
  func act(_ ledger: inout WordLedger, at now: Int64) throws {
    guard let session = pty, now >= nextAct else { return }
    nextAct = now + Int64.random(in: 2_000...60_000, using: &random)
    if !rest.isEmpty {
      // A word is typed in one go or in pieces; nothing else comes between.
      let count = min(rest.count, Int.random(in: 1...8, using: &random))
      try session.send(bytes: Array(rest[..<count]))
      rest.removeFirst(count)
    } else if isInComposer(session.screen) {
      try write(session, &ledger, at: now)
    } else {
      try session.send(Self.paneKeys.randomElement(using: &random) ?? "r")
    }
  }

  /// Keys outside the composer: reply, note, move, take the conversation, undo, set a status, give a tag, close.
  private static let paneKeys = [
    "r", "r", "r", "r", "i", "n", "\u{E}", "\u{10}", "m", "u", "spend\r", "sopen\r", "tlate\r", "\u{7}", "\t",
    "3", "C\r",
  ]

  private func write(_ session: PtySession, _ ledger: inout WordLedger, at now: Int64) throws {
    switch Int.random(in: 0..<100, using: &random) {
    case ..<55: rest = Array((ledger.make(for: number) + " ").utf8)
    case ..<62:
      // A burst, as a paste with a return at its end.
      let burst = (0..<3).map { _ in ledger.make(for: number) + " " }.joined()
      lastSend = now
      try session.send(burst + "\r")
    case ..<82:
      lastSend = now
      try session.send("\r")
    case ..<87: try session.send("\u{E}")
    case ..<91: try session.send("\u{10}")
    case ..<93: try session.send("\u{14}")
    case ..<95: try session.send("\u{1B}n")
    case ..<97: try session.send("\n")
    case ..<98:
      let size = Size(
        columns: Int.random(in: 60...160, using: &random), rows: Int.random(in: 20...50, using: &random))
      session.resize(size)
    default: try session.send("\u{7}")
    }
  }

  /// Whether the keys go into an answer: the cursor stands below the rule that says who will read it.
  private func isInComposer(_ screen: VirtualScreen) -> Bool {
    guard screen.isCursorVisible, screen.cursor.row >= 3 else { return false }
    let above = max(0, screen.cursor.row - 12)..<screen.cursor.row
    return above.contains { number in
      let row = screen.row(number)
      return ["─ reply to", "NOTE, only we read it · about", "HELD", "NOT SENT:", "sending…"].contains {
        row.contains($0)
      }
    }
  }

  /// Goes through the conversations in view and collects the words on the screen.
  func wordsOnScreens(conversations: Int) throws -> Set<Int> {
    guard let session = pty else { return [] }
    var found: Set<Int> = []
    session.resize(Size(columns: 160, rows: 48))
    try session.wait(quiet: 50)
    // Out of the composer, the view of all, the first row.
    for keys in ["\u{7}", "\u{7}", "3", "g"] {
      try session.send(keys)
      try session.wait(quiet: 50)
    }
    for _ in 0...conversations {
      found.formUnion(session.screen.rows.flatMap { WordLedger.numbers(in: Array($0.utf8)) })
      try session.send("\u{E}")
      try session.wait(quiet: 50)
    }
    return found
  }
}
