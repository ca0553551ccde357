import ConsoleCore
import ConsoleRuntime
import DeskModel
import Foundation
import LocalDesk
import ScreenKit
import SystemCalls
import TestSupport
import Testing

@Suite("Sample desk", .serialized)
struct SampleDeskTests {
  private static let folder = Checkout.root.appending(path: "Templates/sample-desk").path
  private static let me = Agent(id: "me", name: "Me")

  /// The sample desk in a folder of its own, with a console that stands at the sample's moment.
  private final class Console {
    private let home: URL
    private let desk: EmbeddedDesk
    private var player: ScriptPlayer

    init(_ size: Size) throws {
      home = FileManager.default.temporaryDirectory.appending(path: "sapa-sample-\(UUID().uuidString)")
      let clock = ManualClock(SampleDesk.moment)
      let desk = try EmbeddedDesk(
        folder: home.path, me: SampleDeskTests.me, options: EmbeddedDeskOptions(access: .create),
        clock: { clock.now },
        makeID: { "id" }, onStep: { _ in })
      self.desk = desk
      let report = try SampleDesk.fill(desk, from: SampleDeskTests.folder, now: SampleDesk.moment)
      #expect(report.refusedCount == 0 && report.warnings.isEmpty)
      let state = AppState(
        settings: ConsoleSettings(me: SampleDeskTests.me, deskName: "sample desk", holdSeconds: 8, keys: [:]),
        words: try Fixtures.words(), keymap: try Keymap(), size: size, now: clock.now, utcOffset: 0,
        keyPrefix: "key")
      let ports = ConsolePorts(
        desk: desk, now: { clock.now }, zoneOffset: { ZoneOffset($0)?.seconds(at: $1.milliseconds) },
        refresh: { desk.refresh() })
      player = ScriptPlayer(state, ports: ports, clock: clock)
      player.begin()
    }

    deinit {
      desk.close()
      try? FileManager.default.removeItem(at: home)
    }

    func play(_ script: String) throws {
      for step in try Script.parse(script) { _ = player.play(step) }
    }

    /// Walks the view until a conversation is open.
    func open(_ id: ConversationID) throws {
      try play("command viewAll")
      for _ in 0..<30 where player.loop.state.open?.conversation.id != id {
        try play("command nextConversation")
      }
      #expect(player.loop.state.open?.conversation.id == id)
    }

    var frame: Frame { player.loop.frame }
    var state: AppState { player.loop.state }
  }

  private static func conversations() throws -> [Conversation] {
    let console = try Console(Size(columns: 80, rows: 24))
    var result: [Conversation] = []
    for view in ["viewAll", "viewResolved", "viewSnoozed"] {
      try console.play("command \(view)")
      for _ in 0..<40 {
        if let open = console.state.open?.conversation, !result.contains(where: { $0.id == open.id }) {
          result.append(open)
        }
        try console.play("command nextConversation")
      }
    }
    return result
  }

  @Test("every file is one conversation that imports cleanly, by the program too")
  func files() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder).filter {
      $0.hasSuffix(".json")
    }
    let lines = try SampleDesk.lines(from: Self.folder, me: Self.me, now: SampleDesk.moment)
    let home = try Home()
    let result = try home.run(["import", "-"], input: String(decoding: lines, as: UTF8.self))
    #expect(result.code == 0)
    #expect(
      result.out.hasSuffix("-: \(names.count) new, 0 updated, 0 unchanged, 0 refused\n"), "\(result.out)")
    for name in names.sorted() {
      let value = try JSONSerialization.jsonObject(
        with: Data(contentsOf: URL(filePath: Self.folder + "/" + name)))
      #expect(value is [String: Any], "\(name)")
    }
  }

  @Test("there are at least 14 conversations in at least 8 languages, and every view but sleep has some")
  func variety() throws {
    let all = try Self.conversations()
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder).filter {
      $0.hasSuffix(".json")
    }
    #expect(all.count == names.count && all.count >= 14)
    let languages = Set(all.compactMap { ($0.locale ?? $0.contact.locale)?.prefix(2) })
    #expect(languages.count >= 8, "\(languages)")
    #expect(languages.isSuperset(of: ["uk", "ru", "id", "en", "ar", "ja"]))
    #expect(Set(all.map(\.shape)) == Set(ConversationShape.allCases))
    #expect(all.contains { $0.assignee?.id == Self.me.id } && all.contains { $0.assignee == nil })
    #expect(all.contains { $0.statusCategory == .resolved } && all.contains { $0.statusCategory == .pending })
  }

  @Test("everything was said before the sample's moment, in order, and parents exist")
  func times() throws {
    for conversation in try Self.conversations() {
      let ids = Set(conversation.entries.map(\.id))
      for entry in conversation.entries {
        #expect(entry.at <= SampleDesk.moment, "\(conversation.id) \(entry.id)")
        #expect(!entry.text.isEmpty)
        if let parent = entry.parent { #expect(ids.contains(parent), "\(conversation.id) \(entry.id)") }
      }
    }
  }

  @Test("the public post has 40 comments and more, and five replies of ours that say the same")
  func publicPost() throws {
    let post = try #require(try Self.conversations().first { $0.id == "s-20" })
    #expect(post.shape == .publicThread && post.entries.count > 40)
    let ours = post.entries.filter { $0.author.kind == .agent && $0.audience == .world }
    let alike = ours.filter { entry in
      let words = Set(entry.text.split(separator: " "))
      return ours.contains { other in
        let others = Set(other.text.split(separator: " "))
        return other.id != entry.id
          && words.intersection(others).count * 100 >= words.union(others).count * 60
      }
    }
    #expect(alike.count == 5, "\(alike.map(\.text))")
    #expect(Set(alike.map(\.author.id)).count == 5)
    #expect(Set(alike.map(\.text)).count == 5, "word for word the same is not what people do")
  }

  @Test("the names in the samples are nobody's addresses: only reserved domains and no telephone numbers")
  func invented() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.folder) where name.hasSuffix(".json")
    {
      let text = try String(contentsOfFile: Self.folder + "/" + name, encoding: .utf8)
      for match in text.matches(of: /[\w.]+@([\w-]+(\.[\w-]+)+)/) {
        let domain = match.output.1
        #expect(domain.hasSuffix(".example") || domain.contains("example."), "\(name): \(domain)")
      }
    }
  }

  static let sizes = [
    Size(columns: 160, rows: 48), Size(columns: 120, rows: 40), Size(columns: 80, rows: 24),
  ]

  @Test("the sample desk looks as it did", arguments: sizes)
  func frames(size: Size) throws {
    let console = try Console(size)
    func expect(_ name: String) {
      expectFrame(console.frame, named: "sample-\(name)-\(size.columns)x\(size.rows)")
      #expect(console.frame.grid.firstInvariantViolation() == nil)
    }
    expect("start")
    try console.open("s-20")
    try console.play("command showThread")
    expect("thread")
    try console.play(
      "command showConversation\ncommand goToLast\ncommand reply\ntype Пані Софіє, 4519 вже у Львові, завтра між 9 і 12.\nkey Enter"
    )
    #expect(console.state.look?.canSend == true)
    expect("look")
    try console.play("key Esc\nkey Ctrl-U\nkey Esc")
    for (id, name) in [("s-06", "arabic"), ("s-07", "japanese")] as [(ConversationID, String)] {
      try console.open(id)
      try console.play("command showConversation")
      expect(name)
    }
  }
}
