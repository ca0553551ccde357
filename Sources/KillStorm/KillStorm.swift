import DeskLink
import DeskModel
import SeededRandom
import SystemCalls
import TerminalProbe

/// Torments one desk: two consoles of one agent, one of another, and an import, each killed at random and started
/// again; after each kill it is looked whether anything was lost, doubled or torn.
package struct KillStorm {
  /// What a storm is made of.
  package struct Plan: Sendable {
    /// The program.
    package var program: String
    /// An empty folder for the desk, the configs and the imports.
    package var folder: String
    /// How many rounds; each kills one process or more.
    package var rounds: Int
    /// The same seed gives the same acts and the same victims; the moments depend on the machine.
    package var seed: UInt64
    /// Milliseconds for which a word may stand on the screen and still be lost.
    package var typingLimit: Int64 = 1_000
    /// Rounds after which all consoles are ended and each word must be in one place.
    package var restEvery = 20

    /// Makes a plan.
    package init(program: String, folder: String, rounds: Int, seed: UInt64) {
      self.program = program
      self.folder = folder
      self.rounds = rounds
      self.seed = seed
    }
  }

  /// What was found so far.
  package private(set) var report = StormReport()

  private static let chats = 12
  private let plan: Plan
  private let desk: String
  private let consoles: [StormConsole]
  private let importing: StormImport
  private var disk: DeskOnDisk
  private var ledger = WordLedger()
  private var random: SeededGenerator

  /// Makes the desk and starts the consoles.
  package init(_ plan: Plan) throws {
    self.plan = plan
    random = SeededGenerator(seed: plan.seed)
    desk = plan.folder + "/desk"
    disk = DeskOnDisk(folder: desk)
    var environments: [String: [String: String]] = [:]
    // Olena's replies go at once, Budi's are held for a second.
    for (agent, hold) in [("olena", 0), ("budi", 1)] {
      let home = plan.folder + "/" + agent
      try FileSystem.makeFolder(home + "/config/sapa")
      let config = "{ agent: { id: \"\(agent)\", name: \"\(agent)\" }, holdSeconds: \(hold) }"
      try FileDescriptor(opening: home + "/config/sapa/config.json5", .truncate).write(Array(config.utf8))
      environments[agent] = ["HOME": home, "XDG_CONFIG_HOME": home + "/config", "TZ": "UTC"]
    }
    let (desk, seed) = (desk, plan.seed)
    consoles = ["olena", "olena", "budi"].enumerated().map { number, agent in
      StormConsole(
        number: number, agent: agent, program: plan.program, arguments: ["--desk", desk],
        environment: environments[agent] ?? [:], seed: seed &* 31 &+ UInt64(number))
    }
    importing = StormImport(
      program: plan.program, folder: plan.folder, desk: desk, environment: environments["budi"] ?? [:])
    let chats = plan.folder + "/chats.jsonl"
    try FileDescriptor(opening: chats, .truncate).write(StormImport.chats(Self.chats))
    let first = try PtySession(
      plan.program, ["import", chats, "--desk", desk], environment: environments["budi"] ?? [:])
    guard try first.waitForExit(limit: 60_000) == .code(0) else {
      throw PtySession.Failure(description: "the desk could not be made: " + first.screen.text)
    }
    for console in consoles { try console.start() }
  }

  /// Goes through all rounds; `progress` is told the report after each.
  package mutating func run(progress: (StormReport) -> Void = { _ in }) throws {
    for round in 1...max(1, plan.rounds) {
      try playRound()
      report.rounds = round
      if round % plan.restEvery == 0 || round == plan.rounds { try rest() }
      progress(report)
    }
  }

  private mutating func playRound() throws {
    if Int.random(in: 0..<3, using: &random) > 0 { try importing.start(&random) }
    let victims = Set(
      (0..<Int.random(in: 1...3, using: &random)).map { _ in Int.random(in: 0...3, using: &random) })
    for victim in victims.sorted() {
      // Mostly short, for more kills; sometimes long enough for the limit of what may be lost to matter.
      let isLong = Int.random(in: 0..<4, using: &random) == 0
      try work(for: Int64.random(in: isLong ? 400_000...1_600_000 : 20_000...400_000, using: &random))
      guard victim < consoles.count else {
        try importing.start(&random)
        try work(for: Int64.random(in: 0...40_000, using: &random))
        if try importing.kill() { report.kills["import", default: 0] += 1 }
        continue
      }
      if Bool.random(using: &random) { try workUntilSend(of: consoles[victim]) }
      let moment = try consoles[victim].kill(&ledger)
      report.kills["console", default: 0] += 1
      try look(killed: (victim, moment))
    }
    try exportAll()
    for victim in victims.sorted() where victim < consoles.count { try consoles[victim].start() }
  }

  /// Lets everybody work for some microseconds.
  private mutating func work(for time: Int64) throws {
    let end = SystemClock.monotonicMicroseconds() + time
    while SystemClock.monotonicMicroseconds() < end { try workOnce() }
  }

  private mutating func workOnce() throws {
    for console in consoles {
      console.pump(&ledger)
      try console.act(&ledger, at: SystemClock.monotonicMicroseconds())
      if let alarm = console.alarm { note("console \(console.number) shows: \(alarm)") }
    }
    if let problem = try importing.poll() { note(problem) }
    SystemClock.sleep(milliseconds: 1)
  }

  /// Lets everybody work until a console has just sent something, and some moments more: where losing would be worst.
  private mutating func workUntilSend(of console: StormConsole) throws {
    let begin = SystemClock.monotonicMicroseconds()
    while console.lastSend < begin, SystemClock.monotonicMicroseconds() < begin + 1_500_000 { try workOnce() }
    let pause = Int64.random(in: 0...30_000, using: &random)
    while SystemClock.monotonicMicroseconds() < console.lastSend + pause { console.pump(&ledger) }
  }

  /// Compares what was typed with what the disk holds; what seems to be missing is looked for again, for a draft may
  /// have gone into the journal between two looks.
  private mutating func look(killed: (console: Int, at: Int64)? = nil) throws {
    var (copy, result) = (ledger, (lost: [Int64](), violations: [String]()))
    for _ in 0..<3 {
      copy = ledger
      let (drafts, problems) = try disk.drafts()
      try disk.readJournal()
      result = copy.compare(drafts: drafts, journal: disk.journal, killed: killed)
      for problem in problems { note(problem) }
      if result.lost.isEmpty, result.violations.isEmpty { break }
      SystemClock.sleep(milliseconds: 20)
    }
    ledger = copy
    for age in result.lost where age > plan.typingLimit * 1_000 {
      note("a word was lost that had stood on the screen for \(age / 1_000) ms")
    }
    for violation in result.violations { note(violation) }
    report.lostAges += result.lost
    report.typed = ledger.words.count
    report.sent = disk.journal.count
  }

  /// Reads the whole desk back by the program.
  private mutating func exportAll() throws {
    let file = plan.folder + "/export.jsonl"
    let session = try PtySession(
      "/bin/sh", ["-c", "exec \"$0\" export --desk \"$1\" > \"$2\"", plan.program, desk, file],
      environment: ["HOME": plan.folder])
    let status = try session.waitForExit(limit: 60_000)
    if status != .code(0) { note("sapa export ended with \(status): \(session.screen.text)") }
    var reader = LineReader(try FileDescriptor(opening: file, .read))
    var ids: Set<String> = []
    while let line = try reader.next() {
      do {
        let conversation = try InterchangeReader.conversation(Array(line.bytes[line.range]))
        let id = conversation.id.rawValue
        if !ids.insert(id).inserted { note("\(id) was exported twice") }
        let least = id.hasPrefix("chat-") ? 3 : StormImport.entries
        if conversation.entries.count < least { note("\(id) has lost entries") }
      } catch {
        note("line \(ids.count + 1) of the export cannot be read: \(error)")
      }
    }
    let least = Self.chats + importing.finished.count * StormImport.conversations
    if ids.count < least {
      note("the export has \(ids.count) conversations, and should have at least \(least)")
    }
    report.exported += ids.count
  }

  /// Ends all consoles and starts them again: now each word must be in one place, once, and what is in a draft must
  /// stand in the composer.
  private mutating func rest() throws {
    if let problem = try importing.wait() { note(problem) }
    for console in consoles { if let problem = try console.end(&ledger) { note(problem) } }
    try look()
    for console in consoles { try console.start() }
    var problems: [String] = []
    for _ in 0..<200 {
      for console in consoles { console.pump(&ledger) }
      let drafts = try disk.drafts()
      try disk.readJournal()
      problems = ledger.restless(drafts: drafts.words, journal: disk.journal) + drafts.problems
      if problems.isEmpty { break }
      SystemClock.sleep(milliseconds: 50)
    }
    for problem in problems { note(problem) }
    let expected = Set(try disk.lastWords(agent: consoles[0].agent))
    let shown = try consoles[0].wordsOnScreens(conversations: Self.chats)
    for missing in expected.subtracting(shown).sorted() {
      note("\(WordLedger.text(missing)) is in a draft, but no composer shows it")
    }
  }

  private mutating func note(_ violation: String) {
    let sentence = "round \(report.rounds + 1): \(violation)"
    if report.violations.last != sentence { report.violations.append(sentence) }
  }
}
