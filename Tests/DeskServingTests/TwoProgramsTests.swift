import AdapterProtocol
import DeskLink
import DeskModel
import LocalDesk
import SystemCalls
import TestSupport
import Testing

/// The built program, twice, on one desk.
@Suite("Two programs that serve one desk", .serialized, .timeLimit(.minutes(3)))
struct TwoProgramsTests {
  private static func start(
    _ fixture: ServedFixture, _ agent: String, _ more: [String] = [], environment: [String: String] = [:]
  ) throws -> ServedProgram {
    let program = try ServedProgram(
      ["--desk", fixture.folder, "--as", agent] + more, environment: environment)
    try program.client.initialize()
    return program
  }

  private static func entries(_ changes: [DeskChange]) -> [String] {
    changes.compactMap { if case .entry(let record, _) = $0 { record.entry.text } else { nil } }
  }

  @Test("what one says the other is told, with its author, and answers to an old state are conflicts")
  func telling() throws {
    let fixture = try ServedFixture()
    let olena = try Self.start(fixture, "a-olena=Olena")
    let budi = try Self.start(fixture, "a-budi=Budi")
    let start = try budi.client.changes(after: nil).next
    let held = try budi.client.begin(.changes(ChangesParams(after: start, waitSeconds: 120)))
    guard case .applied(let facts) = try olena.client.say("from Olena", key: "k-1") else {
      throw DeskClient.MixedUp()
    }
    guard case .changes(let page) = try budi.client.finish(held) else { throw DeskClient.MixedUp() }
    guard case .entry(let record, "c-1")? = page.changes.first else { throw DeskClient.MixedUp() }
    #expect(
      record.entry.id == facts.entry && record.entry.author.name == "Olena" && record.clientKey == "k-1")
    let seen = SeenState(version: "1", entry: "e-0")
    guard case .conflict(let newer, _) = try budi.client.say("from Budi", key: "k-2", basedOn: seen) else {
      throw DeskClient.MixedUp()
    }
    #expect(newer.map(\.entry.text) == ["from Olena"])
    guard
      case .applied = try budi.client.say(
        "from Budi", key: "k-3", basedOn: SeenState(version: facts.version, entry: facts.entry))
    else { throw DeskClient.MixedUp() }
    let told = try olena.client.changes(after: page.next) { Self.entries($0).contains("from Budi") }
    #expect(Self.entries(told.changes) == ["from Budi"])
    #expect(try olena.client.thread() == budi.client.thread())
    #expect(try olena.end() == .code(0) && budi.end() == .code(0))
  }

  @Test("each sees where the other is, and that they are gone, also after kill -9")
  func presence() throws {
    let fixture = try ServedFixture()
    let olena = try Self.start(fixture, "a-olena=Olena")
    let budi = try Self.start(fixture, "a-budi=Budi")
    let start = try olena.client.changes(after: nil).next
    let budiWrites = Presence(
      agent: Agent(id: "a-budi", name: "Budi"), conversation: "c-1", activity: .writing)
    let olenaReads = Presence(
      agent: Agent(id: "a-olena", name: "Olena"), conversation: "c-1", activity: .reading)
    #expect(try olena.client.presence("c-1", .reading) == [])
    #expect(try budi.client.presence("c-1", .writing) == [olenaReads])
    let told = try olena.client.changes(after: start) { $0.contains(.presence([budiWrites])) }
    budi.process.kill()
    _ = try olena.client.changes(after: told.next) { $0.contains(.presence([])) }
    #expect(try olena.end() == .code(0))
  }

  /// Where the program dies, and whether what it did is there then.
  static let deaths: [(String, Bool)] = [("beforeWrite", false), ("afterWrite", true), ("afterSync", true)]

  @Test("killed while it does something, the same key to another program does it once", arguments: deaths)
  func killed(_ step: String, _ isDone: Bool) throws {
    let fixture = try ServedFixture()
    let dying = try Self.start(fixture, "a-olena=Olena", environment: ["SAPA_DIE_AT": step])
    let other = try Self.start(fixture, "a-olena=Olena")
    let start = try other.client.changes(after: nil).next
    let steps: [IntentStep] = [.say(Saying("said once", audience: .customer)), .status("pending")]
    #expect(throws: (any Error).self) { try dying.client.apply(steps, key: "k") }
    #expect(try dying.process.wait() == .code(137))
    let found = try other.client.reconcile(steps, key: "k")
    if isDone {
      guard case .known(.applied) = found else { throw DeskClient.MixedUp() }
    } else {
      #expect(found == .nothing)
    }
    guard case .applied(let facts) = try other.client.apply(steps, key: "k") else {
      throw DeskClient.MixedUp()
    }
    let thread = try other.client.thread()
    #expect(thread.map(\.entry.text) == ["hello 0", "said once"] && thread.last?.entry.id == facts.entry)
    #expect(try other.client.conversation().version == "3")
    let told = try other.client.changes(after: start) { Self.entries($0).contains("said once") }
    #expect(Self.entries(told.changes) == ["said once"])
  }

  @Test("a program that is killed at any moment of many answers leaves each of them once")
  func killedInTheMidst() throws {
    let fixture = try ServedFixture()
    let other = try Self.start(fixture, "a-budi=Budi")
    for round in 0..<4 {
      let dying = try Self.start(fixture, "a-olena=Olena")
      var open: [(ClientKey, RequestID)] = []
      for number in 0..<10 {
        let key = ClientKey("k-\(round)-\(number)")
        let intent = BackendIntent(
          clientKey: key, conversation: "c-1", by: DeskClient.me,
          steps: [.say(Saying("say \(key.rawValue)", audience: .customer))])
        open.append((key, try dying.client.begin(.apply(intent))))
      }
      _ = try dying.client.finish(open[round * 2].1)
      dying.process.kill()
      for (key, _) in open {
        guard case .applied = try other.client.say("say \(key.rawValue)", key: key) else {
          throw DeskClient.MixedUp()
        }
      }
    }
    let texts = try other.client.thread().dropFirst().map(\.entry.text)
    #expect(texts.count == 40 && Set(texts).count == 40)
  }

  @Test("a thousand changes of one are taken in by the other, in order, each once")
  func manyChanges() throws {
    let fixture = try ServedFixture((0..<20).map { ServedFixture.line("c-\($0)", contact: "u-\($0)") })
    let olena = try Self.start(fixture, "a-olena=Olena")
    let budi = try Self.start(fixture, "a-budi=Budi")
    var cursor = try budi.client.changes(after: nil).next
    var told: [String] = []
    for burst in 0..<20 {
      let calls = try (0..<50).map { number in
        let count = burst * 50 + number
        return try olena.client.begin(
          .apply(
            BackendIntent(
              clientKey: ClientKey("k-\(count)"), conversation: ConversationID("c-\(count % 20)"),
              by: DeskClient.me, steps: [.say(Saying("\(count)", audience: .internal))])))
      }
      for id in calls {
        guard case .apply(.applied) = try olena.client.finish(id) else { throw DeskClient.MixedUp() }
      }
      let page = try budi.client.changes(after: cursor, wait: 60)
      told += Self.entries(page.changes)
      cursor = page.next
    }
    let rest = try budi.client.changes(after: cursor) { told.count + Self.entries($0).count >= 1_000 }
    told += Self.entries(rest.changes)
    #expect(told == (0..<1_000).map { "\($0)" })
    #expect(try budi.client.changes(after: rest.next).changes.isEmpty)
    for number in 0..<20 { #expect(try budi.client.thread(ConversationID("c-\(number)")).count == 51) }
  }

  @Test("a desk that is not there is told on standard error, in the answer, and by the exit code")
  func noDesk() throws {
    let fixture = try ServedFixture()
    let program = try ServedProgram(["--desk", fixture.scratch.path + "/nowhere"])
    let params = InitializeParams(client: ProgramName(name: "test", version: "1"))
    #expect(
      try program.client.fault(.initialize(params))
        == .away(reason: "there is no desk in \(fixture.scratch.path)/nowhere", retryAfterSeconds: nil))
    program.process.closeInput()
    #expect(
      try program.words()
        == "sapa: The desk cannot be opened: there is no desk in \(fixture.scratch.path)/nowhere.\n")
    #expect(try program.process.wait() == .code(1))
    #expect(!FileSystem.exists(fixture.scratch.path + "/nowhere"))
  }

  @Test("--read-only and --trust-agents are what the manifest says")
  func rights() throws {
    let fixture = try ServedFixture()
    let reader = try Self.start(fixture, "a-olena=Olena", ["--read-only"])
    guard case .denied = try reader.client.say("hi", key: "k") else { throw DeskClient.MixedUp() }
    let trusting = try Self.start(fixture, "bot", ["--trust-agents"])
    _ = try trusting.client.say("hi", key: "k", by: Agent(id: "a-budi", name: "Budi"))
    #expect(try trusting.client.thread().last?.entry.author.name == "Budi")
    #expect(try reader.end() == .code(0) && trusting.end() == .code(0))
  }
}
