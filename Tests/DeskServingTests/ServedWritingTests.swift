import AdapterProtocol
import DeskLink
import DeskModel
import DeskServing
import LocalDesk
import SystemCalls
import TestSupport
import Testing

@Suite("Writing a desk that is served", .timeLimit(.minutes(2)))
struct ServedWritingTests {
  @Test("each step that the manifest names does what it says")
  func steps() throws {
    let fixture = try ServedFixture()
    let client = try fixture.serve().client
    let manifest = try client.initialize()
    let until = Timestamp(milliseconds: 1_900_000_000_000)
    let access = AccessRequest(askedAt: until, askedBy: ServedFixture.me, what: "orders", until: until)
    let steps: [IntentStep] = [
      .say(Saying("hi", audience: .customer)), .status("pending"),
      .assign([Assignee(.agent, id: "a-1", name: "somebody")]), .tag(add: ["x"], remove: []),
      .snooze(.until(until)), .followUp(FollowUp(at: until, text: "look")), .access(access),
      .markRead(upTo: "e-0"),
    ]
    #expect(Set(steps.map(\.name)) == Set(manifest.write.steps))
    guard case .applied(let facts) = try client.apply(steps, key: "k") else { throw DeskClient.MixedUp() }
    let record = try client.conversation()
    #expect(facts.audience == .customer && facts.version == record.version && facts.version == "9")
    #expect(record.conversation.status == "pending" && record.category == .pending)
    #expect(record.conversation.assignee == ServedFixture.me && record.assignees.first?.name == "Nastya")
    #expect(record.conversation.tags == ["x"] && record.conversation.snoozedUntil == until)
    #expect(record.conversation.access == access)
    #expect(record.conversation.followUp?.text == "look" && record.conversation.readUpTo == "e-0")
    let entry = try #require(client.thread().last)
    #expect(entry.entry.id == facts.entry && entry.clientKey == "k")
    _ = try client.apply([.snooze(.reply), .assign([]), .followUp(nil), .access(nil)], key: "k-2")
    let asleep = try client.conversation()
    #expect(asleep.conversation.snoozedUntil == .untilWoken && asleep.assignees.isEmpty)
    #expect(asleep.conversation.access == nil)
    _ = try client.apply([.snooze(.now)], key: "k-3")
    #expect(try client.conversation().conversation.snoozedUntil == nil)
  }

  @Test("what is done is done in our name, whoever the console says it is")
  func author() throws {
    let fixture = try ServedFixture()
    let client = try fixture.serve().client
    try client.initialize()
    _ = try client.say("hi", key: "k", by: Agent(id: "a-boss", name: "Boss"))
    #expect(try client.thread().last?.entry.author == Author(kind: .agent, id: "a-1", name: "Nastya"))
  }

  @Test("a console that is trusted says in whose name it acts")
  func trusted() throws {
    let fixture = try ServedFixture()
    let client = try fixture.serve(trustsAgents: true).client
    #expect(try client.initialize().write.authorship == .named)
    _ = try client.say("hi", key: "k", by: Agent(id: "a-boss", name: "Boss"))
    #expect(try client.thread().last?.entry.author == Author(kind: .agent, id: "a-boss", name: "Boss"))
  }

  @Test("a key is done once, its repetition is answered the same, and with other steps it is invalid")
  func keys() throws {
    let fixture = try ServedFixture()
    let client = try fixture.serve().client
    try client.initialize()
    let steps: [IntentStep] = [.say(Saying("hi", audience: .customer)), .status("pending")]
    #expect(try client.reconcile(steps, key: "k") == .nothing)
    let first = try client.apply(steps, key: "k")
    #expect(try client.apply(steps, key: "k") == first)
    #expect(try client.reconcile(steps, key: "k") == .known(first))
    guard case .invalid("clientKey", _) = try client.apply([.status("pending")], key: "k") else {
      throw DeskClient.MixedUp()
    }
    #expect(try client.thread().count == 2)
    let other = try fixture.serve().client
    try other.initialize()
    #expect(try other.apply(steps, key: "k") == first)
  }

  @Test("an answer to an old state is a conflict with what is new, by version and by entry")
  func conflicts() throws {
    let fixture = try ServedFixture()
    let client = try fixture.serve().client
    try client.initialize()
    _ = try client.say("first", key: "k-1")
    for (number, seen) in [SeenState(version: "1"), SeenState(entry: "e-0")].enumerated() {
      guard
        case .conflict(let newer, "2") = try client.say(
          "second", key: ClientKey("c-\(number)"), basedOn: seen)
      else { throw DeskClient.MixedUp() }
      #expect(newer.map(\.entry.text) == ["first"])
    }
    for seen in [SeenState(version: "elsewhere"), SeenState(version: "99"), SeenState(entry: "e-99")] {
      guard case .invalid("basedOn", _) = try client.say("third", key: "k-3", basedOn: seen) else {
        throw DeskClient.MixedUp()
      }
    }
    #expect(try client.thread().count == 2)
    // A status is no answer: what it is based on does not matter.
    guard case .applied = try client.apply([.status("pending")], key: "k-4", basedOn: SeenState(version: "1"))
    else {
      throw DeskClient.MixedUp()
    }
  }

  @Test("a status that an import has brought can be set again, and no other that nobody knows")
  func importedStatus() throws {
    let fixture = try ServedFixture([ServedFixture.line("c-1", extra: #","status":"4""#)])
    let client = try fixture.serve().client
    try client.initialize()
    _ = try client.apply([.status("resolved")], key: "k-1")
    guard case .applied = try client.apply([.status("4")], key: "k-2") else { throw DeskClient.MixedUp() }
    guard case .invalid("steps[0].status", _) = try client.apply([.status("5")], key: "k-3") else {
      throw DeskClient.MixedUp()
    }
  }

  @Test("a file is sent once it is whole; pieces may come again, and one behind a hole is not counted")
  func uploads() throws {
    let fixture = try ServedFixture([ServedFixture.line("c-1"), ServedFixture.line("c-2", contact: "u-2")])
    let session = try fixture.serve()
    let client = session.client
    try client.initialize()
    func upload(_ bytes: String, at offset: Int, name: String = "a") throws -> Int? {
      let params = UploadParams(
        "up", in: "c-1", name: name, size: 6, offset: offset, data: DataPiece(Array(bytes.utf8)))
      guard case .upload(let progress) = try? client.ask(.upload(params)) else { return nil }
      return progress.received
    }
    #expect(try upload("abc", at: 0) == 3)
    #expect(try upload("abc", at: 0) == 3)
    #expect(try upload("f", at: 5) == 3)
    #expect(try upload("x", at: 3, name: "other") == nil)
    guard case .invalid("steps[0].uploads[0]", _) = try client.say("x", key: "k-1", uploads: ["up"]) else {
      throw DeskClient.MixedUp()
    }
    #expect(try upload("cdef", at: 2) == 6)
    guard case .invalid = try client.say("x", in: "c-2", key: "k-2", uploads: ["up"]) else {
      throw DeskClient.MixedUp()
    }
    let sent = try client.say("x", key: "k-1", uploads: ["up"])
    guard case .applied = sent else { throw DeskClient.MixedUp() }
    // The file is gone from where it waited, and the repetition needs it no more.
    #expect(try client.say("x", key: "k-1", uploads: ["up"]) == sent)
    #expect(try client.thread().last?.entry.attachments.first?.byteCount == 6)
    session.close()
    #expect(try FileSystem.list(fixture.scratch.path) == ["desk"])
  }

  @Test("a desk that is served for reading alone denies, says why, and stays as it is")
  func readOnly() throws {
    let fixture = try ServedFixture()
    let journal = fixture.folder + "/journal/000001.jsonl"
    let before = try FileSystem.contents(of: journal)
    let client = try fixture.serve(access: .readOnly).client
    let manifest = try client.initialize()
    #expect(manifest.write.steps.isEmpty && manifest.read.presence == .read)
    #expect(!manifest.methods.contains(.upload))
    guard case .denied(let reason) = try client.say("hi", key: "k") else { throw DeskClient.MixedUp() }
    #expect(reason == "this desk can only be read: it was opened for reading only")
    #expect(try client.reconcile([.say(Saying("hi", audience: .customer))], key: "k") == .nothing)
    #expect(try client.presence("c-1") == [])
    #expect(try client.thread().count == 1)
    #expect(try FileSystem.contents(of: journal) == before)
  }
}
