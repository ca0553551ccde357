import DeskLink
import DeskModel
import LocalDesk
import Synchronization
import SystemCalls
import Testing

@Suite("Local desk")
struct EmbeddedDeskTests {
  @Test("An empty or missing folder becomes a desk, an existing one is opened again")
  func creates() throws {
    let fixture = try DeskFixture()
    #expect(throws: EmbeddedDeskError.missing(folder: fixture.folder)) {
      try fixture.open(options: EmbeddedDeskOptions(access: .existing))
    }
    #expect(!FileSystem.exists(fixture.folder))
    try FileSystem.makeFolder(fixture.folder)
    let desk = try fixture.open()
    #expect(desk.rows(.all) == [])
    try desk.take(DeskFixture.line("c-1"))
    desk.close()
    #expect(try FileSystem.contents(of: fixture.folder + "/desk.json") == Array("{\"format\":1}\n".utf8))
    #expect(try fixture.open(options: EmbeddedDeskOptions(access: .existing)).ids(.all) == ["c-1"])
    #expect(desk.ask(.agents) == .failure(.away(reason: "the desk is closed")))
  }

  @Test("A folder that is something else is left alone")
  func refusesStrangeFolders() throws {
    let fixture = try DeskFixture()
    try FileSystem.makeFolder(fixture.folder)
    try FileDescriptor(opening: fixture.folder + "/thesis.txt", .create).write([1])
    #expect(throws: EmbeddedDeskError.notADesk(folder: fixture.folder, holds: "thesis.txt")) {
      try fixture.open()
    }
    #expect(try FileSystem.list(fixture.folder) == ["thesis.txt"])
    #expect(throws: EmbeddedDeskError.self) { try fixture.open(folder: fixture.folder + "/thesis.txt") }
  }

  @Test(
    "A newer or broken desk file is refused with what is wrong",
    arguments: [
      ("{\"format\":2}", "has format 2, this program knows up to 1"),
      ("{", "desk.json cannot be understood: line 1"),
      ("{}", "format: expected a number"), ("{\"format\":0}", "format: expected 1 or more"),
      ("{\"format\":\"1\"}", "format: expected a number"), ("", "cannot be understood"),
    ])
  func refusesDeskFiles(text: String, message: String) throws {
    let fixture = try DeskFixture()
    try fixture.open().close()
    try FileSystem.replace(fixture.folder + "/desk.json", with: Array(text.utf8))
    do {
      _ = try fixture.open()
      Issue.record("expected an error")
    } catch let error as EmbeddedDeskError {
      #expect(error.description.contains(message))
    }
  }

  @Test("A desk opened for reading alone changes nothing and says so")
  func readOnly() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1"))
    desk.close()
    let before = try FileSystem.list(fixture.folder + "/index")
    let reader = try fixture.open(options: EmbeddedDeskOptions(access: .readOnly))
    #expect(reader.ids(.all) == ["c-1"])
    #expect(reader.cannotWriteReason != nil)
    #expect(
      reader.apply(.setStatus("resolved"), key: "k")
        == .failure(.cannotWrite(reason: "it was opened for reading only")))
    #expect(throws: EmbeddedDeskError.self) { try reader.take(DeskFixture.line("c-2")) }
    reader.close()
    #expect(try FileSystem.list(fixture.folder + "/index") == before)
  }

  @Test("A desk whose lock cannot be opened is read all the same")
  func fallsBackToReading() throws {
    let fixture = try DeskFixture()
    try fixture.open().take(DeskFixture.line("c-1"))
    try FileSystem.remove(fixture.folder + "/lock")
    try FileSystem.makeFolder(fixture.folder + "/lock")
    let desk = try fixture.open()
    #expect(desk.ids(.all) == ["c-1"])
    guard case .failure(.cannotWrite(let reason)) = desk.apply(.setStatus("resolved"), key: "k") else {
      Issue.record("expected cannotWrite")
      return
    }
    #expect(reason.contains("lock"))
  }

  @Test("A journal that cannot be written is told, and nothing changes")
  func reportsWriteErrors() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open(options: EmbeddedDeskOptions(segmentLimit: 10))
    try desk.take(DeskFixture.line("c-1"))
    // The next segment's name is taken by a folder.
    try FileSystem.makeFolder(fixture.folder + "/journal/000002.jsonl/x")
    guard case .failure(.cannotWrite) = desk.apply(.setStatus("resolved"), key: "k") else {
      Issue.record("expected cannotWrite")
      return
    }
    #expect(desk.read()?.status == "open")
  }

  @Test("A journal that somebody has replaced or cut is not written into")
  func noticesReplacement() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1"))
    _ = desk.say("one", key: "k-1")
    let path = fixture.folder + "/journal/000001.jsonl"
    let bytes = try FileSystem.contents(of: path)
    try FileSystem.replace(path, with: bytes)
    guard case .failure(.cannotWrite(let reason)) = desk.apply(.setStatus("x"), key: "k-2") else {
      Issue.record("expected cannotWrite")
      return
    }
    #expect(reason.contains("open it again"))
    #expect(try FileSystem.contents(of: path) == bytes)
    let again = try fixture.open()
    #expect(again.say("two", key: "k-3") != nil)
    try FileDescriptor(opening: path, .readWrite).truncate(to: 10)
    guard case .failure(.cannotWrite) = again.apply(.setStatus("x"), key: "k-4") else {
      Issue.record("expected cannotWrite")
      return
    }
    #expect(try FileSystem.status(path).size == 10)
  }

  @Test("What is said is applied once: again with the same key, after a restart, and asked for by key")
  func idempotent() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1"))
    let first = desk.say("hello", key: "k-1")
    #expect(first == .applied(entry: "n-1", audience: .customer, version: 2))
    #expect(desk.say("hello", key: "k-1") == first)
    desk.close()
    let again = try fixture.open()
    #expect(again.say("hello", key: "k-1") == first)
    #expect(
      again.ask(.reconcile("k-1"))
        == .success(.outcome(.applied(entry: "n-1", audience: .customer, version: 2))))
    #expect(again.ask(.reconcile("k-2")) == .success(.outcome(.unknown)))
    #expect(again.read()?.entries.count == 2)
    #expect(again.read()?.version == 2)
    #expect(again.read()?.entries.last?.author == Author(kind: .agent, id: "a-1", name: "Nastya"))
    try FileSystem.remove(fixture.folder + "/index/conversations.index")
    again.close()
    #expect(try fixture.open().say("hello", key: "k-1") == first)
  }

  @Test("Saying something on an old version is a conflict when a colleague has answered, else not")
  func conflicts() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1"))
    _ = desk.say("note", key: "k-1", by: DeskFixture.budi, kind: .note, audience: .internal)
    desk.apply(.setStatus("pending"), key: "k-2", by: DeskFixture.budi)
    #expect(
      desk.say("mine", key: "k-3", basedOn: 1) == .applied(entry: "n-2", audience: .customer, version: 4))
    #expect(
      desk.say("mine too", key: "k-4", basedOn: 1) == .applied(entry: "n-3", audience: .customer, version: 5))
    #expect(
      desk.say("budi's", key: "k-5", by: DeskFixture.budi)
        == .applied(entry: "n-4", audience: .customer, version: 6))
    guard case .conflict(let newer, let version) = desk.say("late", key: "k-6", basedOn: 4) else {
      Issue.record("expected a conflict")
      return
    }
    #expect(newer.map { $0.text } == ["budi's"])
    #expect(version == 6)
    #expect(desk.read()?.entries.last?.text == "budi's")
    for (key, action) in [
      ("k-7", IntentAction.setStatus("open")), ("k-8", .assign(DeskFixture.budi)),
      ("k-9", .tag(add: ["x"], remove: [])),
      ("k-10", .snooze(until: nil)), ("k-11", .markRead(upTo: "e-1")),
    ] {
      guard case .success(.outcome(.applied)) = desk.apply(action, key: ClientKey(key), basedOn: 1) else {
        Issue.record("\(action) must not conflict")
        continue
      }
    }
    #expect(
      desk.say("knowing", key: "k-6", basedOn: 6) == .applied(entry: "n-5", audience: .customer, version: 12))
  }

  private static let invalid: [(IntentAction, String)] = [
    (.say(text: "", kind: .message, audience: .customer, parent: nil), "text"),
    (.say(text: "x", kind: .note, audience: .customer, parent: nil), "audience"),
    (.say(text: "x", kind: .note, audience: .world, parent: nil), "audience"),
    (.say(text: "x", kind: .event, audience: .internal, parent: nil), "kind"),
    (.say(text: "x", kind: .message, audience: .customer, parent: "e-9"), "parent"),
    (.setStatus(""), "status"), (.markRead(upTo: "e-9"), "upTo"),
  ]

  @Test("What makes no sense is refused with the field, and nothing is written", arguments: invalid)
  func refusesNonsense(action: IntentAction, field: String) throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1"))
    guard case .success(.outcome(.invalid(let found, _))) = desk.apply(action, key: "k") else {
      Issue.record("expected invalid")
      return
    }
    #expect(found == field)
    #expect(desk.read()?.version == 1)
    #expect(desk.apply(action, to: "c-9", key: "k") == .failure(.unknownConversation("c-9")))
    #expect(desk.ask(.conversation("c-9")) == .failure(.unknownConversation("c-9")))
  }

  @Test("Changes show in the conversation and move it between the views")
  func changes() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1", minutes: [1, 2]), DeskFixture.line("c-2", minutes: [0]))
    #expect(desk.ids(.all) == ["c-2", "c-1"])
    #expect(desk.ask(.place(of: "c-1", in: QueueQuery(.all))) == .success(.place("c-1", QueueQuery(.all), 1)))
    desk.apply(.assign(DeskFixture.nastya), key: "k-1")
    #expect(desk.ids(.mine) == ["c-1"])
    #expect(desk.ids(.unassigned) == ["c-2"])
    desk.apply(.tag(add: ["b", "a", "b"], remove: []), key: "k-2")
    desk.apply(.tag(add: ["c"], remove: ["b", "z"]), key: "k-3")
    #expect(desk.rows(.mine).first?.tags == ["a", "c"])
    #expect(desk.rows(.mine).first?.unreadCount == 2)
    desk.apply(.markRead(upTo: "e-1"), key: "k-4")
    #expect(desk.rows(.mine).first?.unreadCount == 1)
    _ = desk.say("done", key: "k-5")
    #expect(desk.rows(.mine).first?.waitingSince == nil)
    #expect(desk.rows(.mine).first?.preview == "done")
    desk.apply(.setStatus("solved"), key: "k-6")
    #expect(desk.ids(.resolved) == ["c-1"])
    #expect(desk.ids(.mine) == [])
    #expect(
      desk.ask(.place(of: "c-1", in: QueueQuery(.all))) == .success(.place("c-1", QueueQuery(.all), nil)))
    desk.apply(.setStatus("open"), key: "k-7")
    desk.apply(.assign(nil), key: "k-8")
    #expect(desk.ids(.unassigned) == ["c-2", "c-1"])
    #expect(desk.read()?.version == 9)
    #expect(desk.ask(.agents) == .success(.agents([DeskFixture.nastya])))
  }

  @Test("A snoozed conversation wakes by itself, also after a restart")
  func snoozes() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1"), DeskFixture.line("c-2"))
    let until = Timestamp(milliseconds: fixture.time.withLock { $0 }).adding(seconds: 3_600)
    desk.apply(.snooze(until: until), key: "k-1")
    desk.apply(.snooze(until: until.adding(seconds: 3_600)), to: "c-2", key: "k-2")
    #expect(desk.ids(.snoozed) == ["c-1", "c-2"])
    #expect(desk.ids(.all) == [])
    fixture.time.withLock { $0 += 3_600_000 }
    #expect(desk.ids(.all) == ["c-1"])
    #expect(desk.ids(.snoozed) == ["c-2"])
    desk.apply(.snooze(until: nil), to: "c-2", key: "k-3")
    #expect(desk.ids(.unassigned) == ["c-1", "c-2"])
    desk.apply(.snooze(until: until.adding(seconds: 9_000)), to: "c-2", key: "k-4")
    desk.close()
    fixture.time.withLock { $0 += 9_000_000 }
    #expect(try fixture.open().ids(.all) == ["c-1", "c-2"])
  }

  @Test("Earlier conversations of a contact come latest first")
  func earlier() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(
      DeskFixture.line("c-1", minutes: [5]), DeskFixture.line("c-2", contact: "u-2"),
      DeskFixture.line("c-3", minutes: [7]))
    try desk.take(DeskFixture.line("c-4", minutes: [6]), DeskFixture.line("c-5", minutes: [8]))
    func earlier(_ limit: Int) -> [String] {
      guard
        case .success(.earlier(_, let rows)) = desk.ask(.earlier(with: "u-1", except: "c-5", limit: limit))
      else {
        return []
      }
      return rows.map { $0.id.rawValue }
    }
    #expect(earlier(10) == ["c-3", "c-4", "c-1"])
    #expect(earlier(2) == ["c-3", "c-4"])
    #expect(earlier(0) == [])
  }

  @Test("A window of the queue is cut to what there is")
  func windows() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(
      DeskFixture.line("c-1", minutes: [1]), DeskFixture.line("c-2", minutes: [2]),
      DeskFixture.line("c-3", minutes: [3]))
    for (offset, limit, expected) in [
      (0, 2, 2), (2, 2, 1), (3, 1, 0), (99, 5, 0), (-4, 1, 1), (0, -1, 0), (1, Int.max, 2),
      (Int.max, Int.max, 0),
    ] {
      guard
        case .success(.queue(_, _, let rows, let counts)) = desk.ask(
          .queue(QueueQuery(.all), offset: offset, limit: limit))
      else {
        Issue.record("expected rows")
        continue
      }
      #expect(rows.count == expected)
      #expect(counts[.all] == 3)
    }
  }

  @Test("Deadlines that have passed are counted")
  func late() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(
      DeskFixture.line("c-1", extra: #","deadlines":{"nextReply":"2026-03-02T09:00:00Z"}"#),
      DeskFixture.line("c-2", extra: #","deadlines":{"nextReply":"2026-03-03T09:00:00Z"}"#),
      DeskFixture.line("c-3"))
    guard
      case .success(.queue(_, _, let rows, let counts)) = desk.ask(
        .queue(QueueQuery(.all), offset: 0, limit: 9))
    else {
      Issue.record("expected rows")
      return
    }
    #expect(rows.map { $0.id.rawValue } == ["c-1", "c-2", "c-3"])
    #expect(counts.late == 1)
  }
}
