import AdapterProtocol
import DeskLink
import DeskModel
import DeskServing
import LocalDesk
import SystemCalls
import Testing

@Suite("Changes of a desk that is served", .timeLimit(.minutes(2)))
struct ChangeFeedTests {
  private static func text(_ change: DeskChange) -> String {
    switch change {
    case .conversation(let id, let version): "\(id.rawValue) v\(version?.rawValue ?? "-")"
    case .entry(let record, let id):
      "\(id.rawValue) “\(record.entry.text)” \(record.clientKey?.rawValue ?? "-")"
    case .presence(let all):
      "presence " + all.map { "\($0.agent.name) \($0.activity)" }.joined(separator: ",")
    case .gap: "gap"
    default: "\(change)"
    }
  }

  @Test(
    "entries come with the change of their conversation, in order, in pages of any size, and after a restart")
  func pages() throws {
    let fixture = try ServedFixture([ServedFixture.line("c-1"), ServedFixture.line("c-2", contact: "u-2")])
    let client = try fixture.serve().client
    try client.initialize()
    let start = try client.changes(after: nil)
    #expect(start.changes.isEmpty)
    _ = try client.say("one", key: "k-1")
    _ = try client.say("two", in: "c-2", key: "k-2")
    _ = try client.apply([.status("pending")], key: "k-3")
    let all = try client.changes(after: start.next)
    #expect(all.changes.map(Self.text) == ["c-1 “one” k-1", "c-1 v3", "c-2 “two” k-2", "c-2 v2"])
    #expect(try client.changes(after: all.next).changes.isEmpty)
    #expect(try client.changes(after: start.next) == all)
    for limit in [2, 3] {
      var (found, cursor): ([DeskChange], ChangeCursor) = ([], start.next)
      while true {
        let page = try client.changes(after: cursor, limit: limit)
        #expect(page.changes.count <= limit)
        if page.changes.isEmpty { break }
        found += page.changes
        cursor = page.next
      }
      #expect(found.prefix(4).map(Self.text) == all.changes.map(Self.text))
      #expect(cursor == all.next)
    }
    // A page of one has room for the conversation alone.
    let one = try client.changes(after: start.next, limit: 1)
    #expect(one.changes.map(Self.text) == ["c-1 v3"])
    let again = try fixture.serve().client
    try again.initialize()
    #expect(try again.changes(after: start.next) == all)
  }

  @Test("a call is held until something happens, while others are answered, and when it is taken back")
  func held() throws {
    let fixture = try ServedFixture()
    let client = try fixture.serve().client
    try client.initialize()
    let start = try client.changes(after: nil).next
    let params = ChangesParams(after: start, waitSeconds: 300)
    let held = try client.begin(.changes(params))
    let takenBack = try client.begin(.changes(params))
    #expect(try client.thread().count == 1)
    try client.cancel(takenBack)
    #expect(throws: AdapterFault.cancelled) { try client.finish(takenBack) }
    _ = try client.say("now", key: "k")
    guard case .changes(let page) = try client.finish(held) else { throw DeskClient.MixedUp() }
    #expect(page.changes.map(Self.text) == ["c-1 “now” k", "c-1 v2"])
  }

  @Test("a call is held no longer than it says, and not at all when too many are")
  func waits() throws {
    let fixture = try ServedFixture()
    let client = try fixture.serve().client
    try client.initialize()
    let start = try client.changes(after: nil).next
    #expect(try client.changes(after: start, wait: 1).changes.isEmpty)
    #expect(try client.changes(after: start).askAgainAfterSeconds == 1)
    let held = try (0..<8).map { _ in
      try client.begin(.changes(ChangesParams(after: start, waitSeconds: 300)))
    }
    #expect(try client.changes(after: start, wait: 300).askAgainAfterSeconds == 1)
    _ = try client.say("now", key: "k")
    for id in held {
      guard case .changes(let page) = try client.finish(id) else { throw DeskClient.MixedUp() }
      #expect(page.changes.count == 2)
    }
  }

  @Test("the end of the input ends calls that are held")
  func end() throws {
    let fixture = try ServedFixture()
    let session = try fixture.serve()
    try session.client.initialize()
    let start = try session.client.changes(after: nil).next
    let held = try session.client.begin(.changes(ChangesParams(after: start, waitSeconds: 300)))
    session.close()
    #expect(throws: AdapterFault.cancelled) { try session.client.finish(held) }
  }

  @Test("a cursor of another desk, or of a desk that was put back to an earlier day, is refused")
  func otherJournal() throws {
    let (one, two) = (try ServedFixture(), try ServedFixture(start: 1_800_000_000_000))
    let clients = [try one.serve().client, try two.serve().client]
    for client in clients { try client.initialize() }
    let cursor = try clients[0].changes(after: nil).next
    #expect(try clients[1].fault(.changes(ChangesParams(after: cursor))) == .cursorExpired)
    _ = try clients[0].say("later", key: "k")
    let later = try clients[0].changes(after: nil).next
    let journal = one.folder + "/journal/000001.jsonl"
    let bytes = try FileSystem.contents(of: journal)
    let firstLine = try #require(bytes.firstIndex(of: 0x0A))
    try FileSystem.replace(journal, with: Array(bytes[...firstLine]))
    FileSystem.removeTree(one.folder + "/index")
    let restored = try one.serve().client
    try restored.initialize()
    #expect(try restored.fault(.changes(ChangesParams(after: later))) == .cursorExpired)
    #expect(try restored.fault(.changes(ChangesParams(after: cursor))) == nil)
  }

  @Test("another policy is told as a gap: it has moved every deadline")
  func policy() throws {
    let fixture = try ServedFixture()
    let client = try fixture.serve().client
    try client.initialize()
    let start = try client.changes(after: nil).next
    try FileSystem.replace(
      fixture.folder + "/policy.json5", with: Array(#"{targets: {firstReply: "1h"}}"#.utf8))
    _ = try client.say("now", key: "k")
    let page = try client.changes(after: start)
    #expect(page.changes.map(Self.text) == ["gap", "c-1 “now” k", "c-1 v2"])
    #expect(try client.changes(after: page.next).changes.isEmpty)
  }

  @Test("who is where is told both ways, and is over when it is not said anew")
  func presence() throws {
    let fixture = try ServedFixture()
    let session = try fixture.serve(presenceSeconds: 1)
    let client = session.client
    try client.initialize()
    let budi = Agent(id: "a-2", name: "Budi")
    let console = try fixture.open(me: budi)
    let start = try client.changes(after: nil).next
    console.handle(.announce("c-1", .writing, holding: ["late@id#short"])) { _ in }
    console.settle()
    let told = Presence(agent: budi, conversation: "c-1", activity: .writing, holding: ["late@id#short"])
    var page = try client.changes(after: start, until: { $0.contains(.presence([told])) })
    #expect(try client.presence("c-1", .reading) == [told])
    let other = try fixture.serve(me: budi).client
    try other.initialize()
    let begin = try other.changes(after: nil).next
    let ours = Presence(agent: ServedFixture.me, conversation: "c-1", activity: .reading)
    // It was said once and not anew.
    _ = try other.changes(after: begin) { changes in
      if case .presence(let all)? = changes.last { !all.contains(ours) } else { false }
    }
    console.close()
    page = try client.changes(after: page.next, until: { $0.contains(.presence([])) })
    session.close()
  }
}
