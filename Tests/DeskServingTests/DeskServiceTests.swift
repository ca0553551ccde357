import AdapterProtocol
import AdapterServing
import DeskLink
import DeskModel
import DeskServing
import LocalDesk
import SystemCalls
import TestSupport
import Testing

@Suite("A desk that is served", .timeLimit(.minutes(2)))
struct DeskServiceTests {
  @Test("the manifest says what the desk does, and names all calls that are answered")
  func manifest() throws {
    let fixture = try ServedFixture()
    let client = try fixture.serve().client
    let manifest = try client.initialize()
    #expect(manifest.desk == "shop" && manifest.me == ServedFixture.me && manifest.version == 1)
    #expect(Set(manifest.audiences.known) == Set(Audience.allCases) && manifest.audiences.echo == .stored)
    #expect(manifest.write.idempotency == .clientKey && manifest.write.atomicity == .whole)
    #expect(manifest.write.authorship == .token && manifest.write.concurrency == .atomic)
    #expect(manifest.changes.delivery == .held && manifest.changes.loses == .never)
    #expect(manifest.read.presence == .both && manifest.bounds.concurrentCalls > 1)
    for method in AdapterMethod.allCases where ![.initialize, .shutdown].contains(method) {
      #expect(manifest.methods.contains(method) == ![.templates, .preview].contains(method), "\(method)")
    }
    #expect(try client.fault(.templates(PageParams(limit: 1))) == .unknownMethod("templates"))
  }

  @Test("queues are the views, counted; agents those who have taken part")
  func lists() throws {
    let fixture = try ServedFixture([
      ServedFixture.line("c-1"), ServedFixture.line("c-2", extra: #","status":"resolved""#),
      ServedFixture.line("c-3", extra: #","assignee":{"id":"a-2","name":"Budi"}"#),
    ])
    let client = try fixture.serve().client
    try client.initialize()
    guard case .queues(let queues) = try client.ask(.queues),
      case .agents(let agents) = try client.ask(.agents)
    else { throw DeskClient.MixedUp() }
    #expect(queues.queues.map(\.id.rawValue) == QueueView.allCases.map(\.rawValue))
    #expect(queues.queues.map(\.total) == [.exact(0), .exact(1), .exact(2), .exact(0), .exact(1)])
    #expect(agents.assignees.map(\.id.rawValue) == ["a-2", "a-1"])
  }

  @Test("a desk that cannot be opened says so in the answer, and is opened once it can be")
  func opensLater() throws {
    let scratch = try ScratchFolder()
    let folder = scratch.path + "/desk"
    let settings = ServingSettings(me: ServedFixture.me, deskName: "shop", version: "1")
    let session = ServedSession(
      DeskService(settings) { () throws(EmbeddedDeskError) in
        try EmbeddedDesk(
          folder: folder, me: ServedFixture.me, options: EmbeddedDeskOptions(access: .existing),
          clock: { Timestamp(milliseconds: 0) }, makeID: { "id" })
      })
    let params = InitializeParams(client: ProgramName(name: "test", version: "1"))
    #expect(
      try session.client.fault(.initialize(params))
        == .away(reason: "there is no desk in \(folder)", retryAfterSeconds: nil))
    #expect(try session.client.fault(.queues) == .notInitialized)
    try EmbeddedDesk(
      folder: folder, me: ServedFixture.me, clock: { Timestamp(milliseconds: 0) }, makeID: { "id" }
    ).close()
    #expect(try session.client.initialize().desk == "shop")
  }

  @Test("settings of the console raise no rights, and make nobody somebody else")
  func settings() throws {
    let fixture = try ServedFixture()
    let client = try fixture.serve(access: .readOnly).client
    let wish = try RawJSON(
      Array(#"{"readOnly":false,"trustAgents":true,"as":"a-boss","me":{"id":"a-boss","name":"Boss"}}"#.utf8))
    let manifest = try client.initialize(
      InitializeParams(client: ProgramName(name: "test", version: "1"), settings: wish))
    #expect(manifest.me == ServedFixture.me && manifest.write.steps.isEmpty)
    guard case .denied = try client.say("hi", key: "k") else { throw DeskClient.MixedUp() }
  }

  @Test("nothing that a hostile console sends changes anything, and the next call is answered")
  func hostile() throws {
    let fixture = try ServedFixture([ServedFixture.line("c-1"), ServedFixture.line("c-2", contact: "u-2")])
    let session = try fixture.serve()
    let client = session.client
    try client.initialize()
    let before = try Self.files(fixture.folder)
    let nested = String(repeating: "[", count: 500)
    for line in ["garbage", "[]", "{", #"{"jsonrpc":"2.0"}"#, nested, "\u{0}", #"{"jsonrpc":"1.0"}"#] {
      try client.send(Array(line.utf8))
      _ = try client.nextRefusal()
    }
    try client.send([0xFF, 0xFE])
    _ = try client.nextRefusal()
    try client.send([UInt8](repeating: 0x20, count: ProtocolLimits.lineBytes + 1))
    #expect(try client.nextRefusal() == .tooLarge(limit: ProtocolLimits.lineBytes))
    for call in Self.hostileCalls {
      #expect(try client.fault(call) != nil, "\(call.method)")
    }
    for (number, steps) in Self.hostileSteps.enumerated() {
      let outcome = try? client.apply(steps, key: ClientKey("h-\(number)"))
      guard case .invalid? = outcome else {
        Issue.record("\(steps) was answered by \(String(describing: outcome))")
        continue
      }
    }
    #expect(try client.conversation().version == "1")
    session.close()
    #expect(try Self.files(fixture.folder) == before)
  }

  /// Calls with ids, cursors and sizes that are none.
  static let hostileCalls: [AdapterCall] = [
    .conversations(ConversationsParams(queue: "nope")),
    .conversations(ConversationsParams(cursor: "c1.all.x")),
    .conversations(ConversationsParams(cursor: "c1..newest.1.1.1.c")),
    .conversation(ConversationParams("../../etc")),
    .conversations(ConversationsParams(limit: 1_001)), .conversations(ConversationsParams(limit: 0)),
    .thread(ThreadParams("c-9")), .thread(ThreadParams("c-1", cursor: "t1.newestFirst.99.c-1")),
    .thread(ThreadParams("c-1", cursor: "t1.newestFirst.-1.c-1")),
    .thread(ThreadParams("c-1", cursor: "t1.newestFirst.1.c-2")),
    .contact(ContactParams("u-9")), .contact(ContactParams("u-1", cursor: "k1.x.y")),
    .attachment(AttachmentParams("../desk.json", in: "c-1")), .attachment(AttachmentParams("f", in: "c-9")),
    .changes(ChangesParams(after: "1.1.5.0.0.0")), .changes(ChangesParams(after: "1.-1.0.0.0.0")),
    .changes(ChangesParams(after: "x")), .changes(ChangesParams(after: "1.9999999999.0.0.0.0")),
    .search(SearchParams(SearchRequest("x", after: "nonsense"))),
    .upload(UploadParams("up", in: "c-9", name: "x", size: 1, data: DataPiece([1]))),
    .upload(UploadParams("up", in: "c-1", name: "x", size: 1 << 40, data: DataPiece([1]))),
    .apply(
      BackendIntent(
        clientKey: "k", conversation: "c-9", by: DeskClient.me, steps: [.status("resolved")])),
    .apply(BackendIntent(clientKey: "k", conversation: "c-1", by: DeskClient.me, steps: [])),
  ]

  /// Steps with values that the desk does not have.
  static let hostileSteps: [[IntentStep]] = [
    [.status("bogus")], [.status("resolved"), .status("bogus")], [.say(Saying("", audience: .customer))],
    [.say(Saying("x", audience: .world, parent: "e-99"))], [.markRead(upTo: "e-99")],
    [.assign([Assignee(.agent, id: "a-99", name: "Nobody")])],
    [.assign([Assignee(.team, id: "t", name: "T")])],
    [.assign([Assignee(.agent, id: "a-1", name: "N"), Assignee(.agent, id: "a-1", name: "N")])],
    [.tag(add: [""], remove: [])], [.delete("e-0")], [.edit("e-0", text: "x")], [.redact("e-0", nil)],
    [.merge(into: "c-2")], [.field(name: "x", values: ["y"])], [.runTemplate("t")], [.hide("e-0")],
    [.link(to: "c-2", kind: "x")], [.say(Saying("x", audience: .customer, uploads: ["up-none"]))],
    [.say(Saying(String(repeating: "x", count: (1 << 20) + 1), audience: .customer))],
  ]

  /// Names and sizes of all files of a desk that hold something of it.
  private static func files(_ folder: String) throws -> [String] {
    try ["journal", "attachments"].filter { FileSystem.exists("\(folder)/\($0)") }.flatMap { inner in
      try FileSystem.list("\(folder)/\(inner)").map {
        "\(inner)/\($0) \(try FileSystem.status("\(folder)/\(inner)/\($0)").size)"
      }
    }
  }
}
