import DeskLink
import DeskModel
import LocalDesk
import Synchronization
import SystemCalls
import Testing

@Suite("Presence")
struct PresenceTests {
  /// A console that listens.
  private final class Console: Sendable {
    let desk: EmbeddedDesk
    private let lists = Mutex<[[Presence]]>([])

    init(_ desk: EmbeddedDesk) {
      self.desk = desk
      desk.observe { notice in
        if case .presence(let all) = notice { self.lists.withLock { $0.append(all) } }
      }
      desk.settle()
    }

    func announce(_ conversation: ConversationID?, _ activity: PresenceActivity = .reading) {
      #expect(desk.ask(.announce(conversation, activity)) == .success(.done))
    }

    /// What was told since the last call.
    func news() -> [[Presence]] {
      desk.refresh()
      desk.settle()
      return lists.withLock { lists in
        defer { lists = [] }
        return lists
      }
    }
  }

  @Test("a desk that is opened for reading alone leaves the files of consoles that have died")
  func readersCleanNothing() throws {
    let fixture = try DeskFixture()
    let writer = try fixture.open()
    let dead = fixture.folder + "/presence/dead-1.json"
    try FileSystem.replace(dead, with: Array("{}".utf8))
    let reader = Console(try fixture.open(options: EmbeddedDeskOptions(access: .readOnly)))
    _ = reader.news()
    #expect(FileSystem.exists(dead))
    _ = Console(writer).news()
    #expect(!FileSystem.exists(dead))
  }

  private let nastya = DeskFixture.nastya
  private let budi = DeskFixture.budi

  @Test("Each is told what the others do, never what it does itself, and only when that has changed")
  func others() throws {
    let fixture = try DeskFixture()
    let one = Console(try fixture.open())
    let two = Console(try fixture.open(me: budi))
    #expect(one.news() == [] && two.news() == [])
    one.announce("c-1")
    let reading = Presence(agent: nastya, conversation: "c-1", activity: .reading)
    #expect(two.news() == [[reading]])
    #expect(one.news() == [])
    one.announce("c-1")
    #expect(two.news() == [])
    one.announce("c-1", .writing)
    one.announce("c-2", .writing)
    #expect(two.news() == [[Presence(agent: nastya, conversation: "c-2", activity: .writing)]])
    one.announce(nil)
    #expect(two.news() == [[]])
    #expect(two.news() == [])
  }

  @Test(
    "What stands in a colleague's reply is told with where they are, and left out when it is too long to tell"
  )
  func holding() throws {
    let fixture = try DeskFixture()
    let one = try fixture.open()
    let two = Console(try fixture.open(me: budi))
    #expect(one.ask(.announce("c-1", .writing, holding: ["late@id#short"])) == .success(.done))
    #expect(
      two.news() == [
        [Presence(agent: nastya, conversation: "c-1", activity: .writing, holding: ["late@id#short"])]
      ])
    let long = Array(repeating: String(repeating: "x", count: 500), count: 5)
    #expect(one.ask(.announce("c-1", .writing, holding: long)) == .success(.done))
    #expect(two.news() == [[Presence(agent: nastya, conversation: "c-1", activity: .writing)]])
  }

  @Test("A second console of the same agent counts, and whoever comes later is told at once")
  func secondConsole() throws {
    let fixture = try DeskFixture()
    let one = Console(try fixture.open())
    one.announce("c-1")
    let two = Console(try fixture.open())
    let first = Presence(agent: nastya, conversation: "c-1", activity: .reading)
    #expect(two.news() == [[first]])
    two.announce("c-1", .writing)
    let three = Console(try fixture.open(me: budi))
    #expect(
      Set(three.news().last ?? []) == [
        first, Presence(agent: nastya, conversation: "c-1", activity: .writing),
      ])
    #expect(one.news() == [[Presence(agent: nastya, conversation: "c-1", activity: .writing)]])
  }

  @Test("Whoever closes the desk is gone, and leaves no file")
  func closed() throws {
    let fixture = try DeskFixture()
    let one = Console(try fixture.open())
    let two = Console(try fixture.open(me: budi))
    one.announce("c-1")
    #expect(two.news().last?.count == 1)
    one.desk.close()
    #expect(two.news() == [[]])
    #expect(try FileSystem.list(fixture.folder + "/presence") == [])
  }

  @Test("kill -9 takes the presence along")
  func killed() async throws {
    let fixture = try DeskFixture()
    let two = Console(try fixture.open(me: budi))
    await #expect(processExitsWith: .signal(9)) { [root = fixture.root as String] in
      func open(_ agent: Agent) throws -> EmbeddedDesk {
        try EmbeddedDesk(
          folder: root + "/desk", me: agent, clock: { Timestamp(milliseconds: 0) }, makeID: { "x" })
      }
      let desk = try open(DeskFixture.nastya)
      _ = desk.ask(.announce("c-1", .writing))
      let seen = Mutex(0)
      let other = try open(DeskFixture.budi)
      other.observe { notice in if case .presence(let all) = notice { seen.withLock { $0 = all.count } } }
      other.settle()
      guard seen.withLock({ $0 }) == 1 else { ProcessContext.exitNow(1) }
      CrashTests.killOurselves()
    }
    #expect(two.news() == [])
    two.announce("c-2")
    let three = Console(try fixture.open())
    #expect(three.news() == [[Presence(agent: budi, conversation: "c-2", activity: .reading)]])
    #expect(try FileSystem.list(fixture.folder + "/presence").count == 1)
  }

  @Test(
    "A file that is torn, hostile or something else is ignored",
    arguments: [
      "", "{", "null", "[]", "{}", #"{"agent":{"id":"a"}}"#,
      #"{"agent":{"id":"","name":"x"},"conversation":"c","activity":"reading"}"#,
      #"{"agent":{"id":"a","name":"x"},"conversation":"c","activity":"dancing"}"#,
      #"{"agent":{"id":"a","name":"x"},"conversation":7,"activity":"reading"}"#,
      #"{"agent":{"id":"a","name":"x"},"conversation":"c","activity":"reading"} x"#,
      "{\"agent\":{\"id\":\"a\",\"name\":\"" + String(repeating: "x", count: 5_000)
        + "\"},\"conversation\":\"c\",\"activity\":\"reading\"}",
    ])
  func hostile(_ content: String) throws {
    let fixture = try DeskFixture()
    let two = Console(try fixture.open(me: budi))
    let path = fixture.folder + "/presence/x-1.json"
    let file = try FileDescriptor(opening: path, .create)
    try file.lock()
    try file.write(Array(content.utf8))
    try FileSystem.makeFolder(fixture.folder + "/presence/folder.json")
    #expect(two.news() == [])
    try file.truncate(to: 0)
    try file.write(
      Array(#"{"agent":{"id":"a","name":"\u001b[31m"},"conversation":"c","activity":"reading"}"#.utf8), at: 0)
    #expect(
      two.news() == [
        [Presence(agent: Agent(id: "a", name: "\u{1B}[31m"), conversation: "c", activity: .reading)]
      ])
  }

  @Test("A file whose lock nobody holds is nobody, and goes away")
  func leftBehind() throws {
    let fixture = try DeskFixture()
    try fixture.open().close()
    let path = fixture.folder + "/presence/x-1.json"
    try FileDescriptor(opening: path, .create).write(
      Array(#"{"agent":{"id":"a","name":"x"},"conversation":"c","activity":"reading"}"#.utf8))
    let two = Console(try fixture.open(me: budi))
    #expect(two.news() == [])
    #expect(!FileSystem.exists(path))
  }

  @Test("Who can only read says nothing, and an id of any length does no harm")
  func silent() throws {
    let fixture = try DeskFixture()
    let two = Console(try fixture.open(me: budi))
    let reading = Console(try fixture.open(options: EmbeddedDeskOptions(access: .readOnly)))
    reading.announce("c-1")
    #expect(two.news() == [])
    let one = Console(try fixture.open())
    one.announce(ConversationID(String(repeating: "x", count: 10_000)))
    #expect(two.news() == [])
  }

  @Test("A change of the journal wakes nobody about presence")
  func onlyNews() throws {
    let fixture = try DeskFixture()
    let one = Console(try fixture.open())
    let two = Console(try fixture.open(me: budi))
    one.announce("c-1")
    #expect(two.news().count == 1)
    try one.desk.take(DeskFixture.line("c-1"))
    #expect(two.news() == [])
    #expect(two.desk.count == 1)
  }
}
