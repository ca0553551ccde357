import DeskLink
import DeskModel
import LocalDesk
import SeededRandom
import Synchronization
import SystemCalls
import Testing

@Suite("Index")
struct IndexTests {
  private struct View: Equatable {
    var rows: [[ConversationSummary]]
    var conversations: [Conversation?]
    var agents: Result<DeskAnswer, DeskError>
    var counts: QueueCounts
    var earlier: [Result<DeskAnswer, DeskError>]
    var places: [Result<DeskAnswer, DeskError>]
  }

  private static let names = (0..<14).map { "c-\($0)" }

  private func look(_ desk: EmbeddedDesk) -> View {
    var counts = QueueCounts()
    if case .success(.queue(_, _, _, let found)) = desk.ask(.queue(QueueQuery(.all), offset: 0, limit: 0)) {
      counts = found
    }
    return View(
      rows: QueueView.allCases.map { desk.rows($0) },
      conversations: Self.names.map { desk.read(ConversationID($0)) },
      agents: desk.ask(.agents), counts: counts,
      earlier: (0..<4).map { desk.ask(.earlier(with: ContactID("u-\($0)"), except: "c-0", limit: 99)) },
      places: Self.names.map { desk.ask(.place(of: ConversationID($0), in: QueueQuery(.all))) })
  }

  private static func randomLine(_ name: String, _ generator: inout SeededGenerator) -> String {
    var extra = ""
    if Bool.random(using: &generator) {
      extra +=
        #","deadlines":{"nextReply":"2026-03-0\#(Int.random(in: 1...4, using: &generator))T09:00:00Z"}"#
    }
    if Int.random(in: 0..<3, using: &generator) == 0 {
      extra += #","snoozedUntil":"2026-03-02T1\#(Int.random(in: 0...9, using: &generator)):00:00Z""#
    }
    if Bool.random(using: &generator) {
      extra += #","assignee":{"id":"a-\#(Int.random(in: 1...3, using: &generator))","name":"N"}"#
    }
    return DeskFixture.line(
      name, status: ["open", "new", "solved"].randomElement(using: &generator) ?? "open",
      contact: "u-\(Int.random(in: 0..<4, using: &generator))",
      minutes: (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        Int.random(in: 0...9, using: &generator)
      },
      extra: extra)
  }

  private static func randomAction(_ generator: inout SeededGenerator) -> IntentAction {
    let agents = [DeskFixture.nastya, DeskFixture.budi, nil]
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: return .setStatus(["open", "solved", "pending"].randomElement(using: &generator) ?? "open")
    case 1: return .assign(agents.randomElement(using: &generator) ?? nil)
    case 2: return .tag(add: ["t\(Int.random(in: 0..<3, using: &generator))"], remove: ["t1"])
    case 3:
      let until = Timestamp(
        milliseconds: 1_772_443_440_000 + Int64.random(in: 0..<7_200_000, using: &generator))
      return .snooze(until: Bool.random(using: &generator) ? until : nil)
    case 4: return .markRead(upTo: EntryID("e-\(Int.random(in: 1...3, using: &generator))"))
    case 5:
      let at = Timestamp(milliseconds: 1_772_443_440_000 + Int64.random(in: 0..<7_200_000, using: &generator))
      return .followUp(Bool.random(using: &generator) ? FollowUp(at: at) : nil)
    case 6:
      let at = Timestamp(milliseconds: 1_772_443_440_000 + Int64.random(in: 0..<7_200_000, using: &generator))
      var access = AccessRequest(askedAt: at, askedBy: DeskFixture.nastya, until: at)
      access.answer = AccessRequest.Answer.allCases.randomElement(using: &generator)
      return .access(access)
    default:
      let isNote = Bool.random(using: &generator)
      return .say(
        text: "text \(generator.next() % 100)", kind: isNote ? .note : .message,
        audience: isNote ? .internal : .customer,
        parent: nil)
    }
  }

  @Test("What is kept step by step is the same as what is built anew from the journal", arguments: 1...6)
  func incrementalEqualsRebuilt(seed: Int) throws {
    let fixture = try DeskFixture()
    var generator = SeededGenerator(seed: UInt64(seed))
    let options = EmbeddedDeskOptions(segmentLimit: 4_000, tailLimit: 5)
    var desk = try fixture.open(options: options)
    var imported = 0
    for step in 0..<60 {
      if imported < Self.names.count, imported == 0 || Int.random(in: 0..<5, using: &generator) == 0 {
        try desk.take(Self.randomLine(Self.names[imported], &generator))
        imported += 1
      }
      desk.apply(
        Self.randomAction(&generator),
        to: ConversationID(Self.names[Int.random(in: 0..<imported, using: &generator)]),
        key: ClientKey("k-\(step)"),
        by: Bool.random(using: &generator) ? DeskFixture.nastya : DeskFixture.budi)
      fixture.time.withLock { $0 += Int64.random(in: 0..<200_000, using: &generator) }
      if Int.random(in: 0..<9, using: &generator) == 0 {
        desk.close()
        desk = try fixture.open(options: options)
      }
    }
    let kept = look(desk)
    for row in kept.rows.joined() {
      let conversation = try #require(desk.read(row.id))
      #expect(row == ConversationSummary(conversation))
    }
    for (view, rows) in zip(QueueView.allCases, kept.rows) {
      #expect(rows.map { QueueOrder($0) } == rows.map { QueueOrder($0) }.sorted())
      #expect(kept.counts[view] == rows.count)
    }
    desk.close()
    let indexed = try fixture.snapshot("indexed")
    let rebuilt = try fixture.snapshot("rebuilt")
    if FileSystem.exists(rebuilt + "/index/conversations.index") {
      try FileSystem.remove(rebuilt + "/index/conversations.index")
    }
    let moment = fixture.time.withLock { $0 }
    for folder in [indexed, rebuilt, rebuilt] {
      fixture.time.withLock { $0 = moment }
      let other = look(try fixture.open(folder: folder))
      #expect(other == kept)
    }
  }

  @Test("An index that is cut, changed or of another journal is not believed")
  func distrusts() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1"), DeskFixture.line("c-2"))
    desk.close()
    let path = fixture.folder + "/index/conversations.index"
    let whole = try FileSystem.contents(of: path)
    for count in [0, 1, 511, 512, 600, whole.count - 1] {
      try FileSystem.replace(path, with: Array(whole[..<count]))
      let desk = try fixture.open()
      #expect(desk.ids(.all) == ["c-1", "c-2"])
      desk.close()
      #expect(try FileSystem.contents(of: path).count == whole.count)
    }
    for place in stride(from: 0, to: 512, by: 7) {
      var changed = whole
      changed[place] ^= 0x5A
      try FileSystem.replace(path, with: changed)
      let desk = try fixture.open()
      #expect(desk.ids(.all) == ["c-1", "c-2"])
      desk.close()
    }
    let other = try DeskFixture()
    let strange = try other.open()
    try strange.take(DeskFixture.line("x-1", minutes: [1]), DeskFixture.line("x-2", minutes: [2]))
    strange.close()
    try FileSystem.replace(path, with: FileSystem.contents(of: other.folder + "/index/conversations.index"))
    #expect(try fixture.open().ids(.all) == ["c-1", "c-2"])
  }

  @Test("No damage inside the index traps")
  func survivesDamage() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1"), DeskFixture.line("c-2", contact: "u-2"))
    _ = desk.say("x", key: "k")
    desk.close()
    let path = fixture.folder + "/index/conversations.index"
    let whole = try FileSystem.contents(of: path)
    var opened = 0
    for place in stride(from: 512, to: whole.count, by: 3) {
      var changed = whole
      changed[place] = changed[place] ^ 0xFF
      try FileSystem.replace(path, with: changed)
      let damaged = try fixture.open(options: EmbeddedDeskOptions(access: .readOnly))
      _ = look(damaged)
      opened += 1
    }
    #expect(opened > 100)
  }

  @Test("The index is written after an import and at closing when much has changed")
  func written() throws {
    let fixture = try DeskFixture()
    let path = fixture.folder + "/index/conversations.index"
    let desk = try fixture.open(options: EmbeddedDeskOptions(tailLimit: 3))
    try desk.take(DeskFixture.line("c-1"))
    let first = try FileSystem.status(path).inode
    _ = desk.say("one", key: "k-1")
    desk.close()
    #expect(try FileSystem.status(path).inode == first)
    let again = try fixture.open(options: EmbeddedDeskOptions(tailLimit: 3))
    _ = again.say("two", key: "k-2")
    _ = again.say("three", key: "k-3")
    again.close()
    #expect(try FileSystem.status(path).inode != first)
    var progress: [Int] = []
    _ = try EmbeddedDesk(
      folder: fixture.folder, me: DeskFixture.nastya, clock: { Timestamp(milliseconds: 0) }, makeID: { "x" },
      progress: { done, _ in progress.append(done) })
    #expect(progress == [0])
  }
}
