import SeededRandom
import SystemCalls
import TerminalProbe

/// One desk of a size, the programs on it, and the figures measured there.
struct Bench {
  /// How much is measured.
  struct Effort: Sendable {
    var keys = 300
    var starts = 15
    var idleSeconds = 10
    var restMilliseconds = 8_000
    var heldKeys = 1_000
    var resizes = 100
    var bigEntries = 5_000
    var bigConversations = 12
    /// How often the drafts of the benchmark are judged.
    var draftRounds = 500
    /// Answers that are chosen among.
    var answers = 5_000

    /// Enough to see that everything works; the figures mean little.
    static let quick = Effort(
      keys: 8, starts: 2, idleSeconds: 1, restMilliseconds: 500, heldKeys: 50, resizes: 10, bigEntries: 200,
      bigConversations: 3, draftRounds: 2, answers: 50)
  }

  let effort: Effort
  let conversations: Int
  let folder: String
  let programs: String
  /// Told each figure as soon as there is one.
  let report: (Figure) -> Void
  /// Told what is being done.
  let note: (String) -> Void
  var random = SeededGenerator(seed: 7)

  var desk: String { folder + "/desk" }
  var sapa: String { programs + "/sapa" }

  /// The environment that leads the console to a config of its own.
  var environment: [String: String] {
    [
      "HOME": folder, "XDG_CONFIG_HOME": folder + "/config", "XDG_DATA_HOME": folder + "/data", "TZ": "UTC",
      "USER": "bench",
    ]
  }

  /// Both programs on a desk of this bench.
  func contenders(desk: String = "desk") -> [Contender] {
    [
      Contender(
        name: .sapa, program: sapa, arguments: ["--desk", folder + "/" + desk], environment: environment),
      Contender(
        name: .limit, program: programs + "/sapa-bench-limit", arguments: [folder + "/\(desk).rows"],
        environment: environment),
    ]
  }

  /// Hands on a figure with the values of both programs.
  func tell(
    _ scenario: String, _ measure: String, _ values: [Contender.Name: Double?], isDeskBound: Bool = true
  ) {
    report(
      Figure(
        scenario: scenario, measure: measure, conversations: isDeskBound ? conversations : 0,
        sapa: values[.sapa] ?? nil, limit: values[.limit] ?? nil))
  }

  /// Measures everything, or what a word names.
  mutating func run(only: String) throws {
    func isWanted(_ name: String) -> Bool { only.isEmpty || only == name }
    if isWanted("paging") { try measurePaging() }
    if isWanted("feed") { try measureFeed() }
    // These have made what they need.
    if isWanted("judging") { try measureJudging() }
    if ["paging", "feed", "judging", "codec", "micro"].contains(only) { return }
    try makeDesk(
      "desk", DeskMaker(conversations: conversations, messages: messages), isMeasured: only.isEmpty)
    if isWanted("start") { try measureStart() }
    if isWanted("typing") { try measureTyping() }
    if isWanted("picking") { try measurePicking() }
    if isWanted("moving") { try measureMoving() }
    if isWanted("opening") { try measureOpening() }
    if isWanted("held") { try measureHeldKeys() }
    if isWanted("resizing") { try measureResizing() }
    if isWanted("idle") { try measureIdling() }
    if isWanted("search") { try measureSearch() }
    if isWanted("slow") { try measureSlowLines() }
    // Last, for it changes the desk.
    if isWanted("load") { try measureTypingUnderLoad() }
  }

  /// Entries of a conversation.
  var messages: Int { 10 }

  /// Lets two programs take turns, in random order, so that whatever else the machine does hits both alike.
  mutating func taking(
    turns count: Int, _ contenders: Int, _ body: (_ turn: Int, _ contender: Int) throws -> Void
  )
    rethrows
  {
    for turn in 0..<count {
      for contender in (0..<contenders).shuffled(using: &random) { try body(turn, contender) }
    }
  }

  /// Sleeps for some milliseconds that no timer can be in step with.
  mutating func pause() { SystemClock.sleep(milliseconds: Int.random(in: 12...28, using: &random)) }
}
