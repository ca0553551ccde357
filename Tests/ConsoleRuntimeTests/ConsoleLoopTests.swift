import ConsoleCore
import ConsoleRuntime
import DeskLink
import DeskModel
import ScreenKit
import Synchronization
import TestSupport
import Testing
import TextLayout

@Suite("ConsoleLoop")
struct ConsoleLoopTests {
  /// What the loop does to the outside, in order.
  private final class Journal: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    func add(_ line: String) { lines.withLock { $0.append(line) } }
  }

  /// An adapter that answers when the test says so, on another thread if it likes.
  private final class SlowDesk: Adapter, Sendable {
    typealias Reply = @Sendable (Result<DeskAnswer, DeskError>) -> Void
    private let waiting = Mutex<[(DeskRequest, Reply)]>([])
    let journal: Journal

    init(_ journal: Journal) { self.journal = journal }

    var requests: [DeskRequest] { waiting.withLock { $0.map(\.0) } }

    func handle(_ request: DeskRequest, reply: @escaping Reply) {
      waiting.withLock { $0.append((request, reply)) }
    }
    func observe(_ listener: @escaping @Sendable (DeskNotice) -> Void) {}
    func close() { journal.add("close") }

    /// Answers everything that waits, as `answer` says.
    func answer(_ answer: (DeskRequest) -> Result<DeskAnswer, DeskError>) {
      let all = waiting.withLock { waiting in
        defer { waiting = [] }
        return waiting
      }
      for (request, reply) in all { reply(answer(request)) }
    }
  }

  private struct Setup {
    var loop: ConsoleLoop<ScriptedTerminal>
    var terminal: ScriptedTerminal
    var desk: SimulatedDesk
    var journal = Journal()
    var clock = ManualClock(Fixtures.now)

    init(size: Size = Size(columns: 120, rows: 40), failsDrafts: Bool = false) throws {
      let clock = clock
      let journal = journal
      let desk = SimulatedDesk([Fixtures.dialog, Fixtures.publicThread], me: Fixtures.me.id) { clock.now }
      let terminal = ScriptedTerminal(size: size)
      let ports = ConsolePorts(
        desk: desk, now: { clock.now }, localOffset: { _ in 3_600 },
        zoneOffset: { name, _ in name == "Asia/Jakarta" ? 25_200 : nil },
        saveDraft: { draft, done in
          journal.add("draft \(draft.conversation.rawValue) “\(draft.text)”")
          done(failsDrafts ? "disk full" : nil)
        },
        flushDrafts: { journal.add("flush") }, refresh: { journal.add("refresh") })
      self.desk = desk
      self.terminal = terminal
      loop = ConsoleLoop(
        try Fixtures.state(size: size), terminal: terminal, ports: ports, ring: { terminal.ring() })
    }

    var text: String { loop.state.open.map { $0.composer.stored(for: "c-1", at: Fixtures.now).text } ?? "" }

    mutating func type(_ text: String) {
      terminal.push(text.map { .key(KeyPress(.character($0))) })
      loop.turn()
    }

    mutating func press(_ names: String) throws {
      for name in names.split(separator: " ") {
        terminal.push([.key(try KeyPress(named: String(name)))])
        loop.turn()
      }
    }
  }

  @Test("the first frame is complete: queue, conversation and customer, drawn once")
  func firstFrame() throws {
    var setup = try Setup()
    setup.loop.begin(drafts: [])
    #expect(setup.terminal.frames.count == 1)
    #expect(setup.loop.frame.text.contains("Dewi Lestari"))
    #expect(setup.loop.frame.text.contains("besok ya kak"))
    #expect(!setup.loop.isOver)
    let isIdle = setup.loop.isIdle
    let zones = setup.loop.state.zoneOffsets
    #expect(isIdle)
    #expect(zones == ["Asia/Jakarta": 25_200])
  }

  @Test("what was found at the start is shown on the first frame")
  func remarks() throws {
    var setup = try Setup()
    setup.loop.begin(drafts: [], remarks: [.remark(SafeText("repaired a line"), isError: true)])
    #expect(setup.loop.frame.text.contains("repaired a line"))
  }

  @Test("a burst of 1,000 keys costs one frame")
  func burst() throws {
    var setup = try Setup()
    setup.loop.begin(drafts: [])
    try setup.press("Enter")
    let before = setup.terminal.frames.count
    setup.type(String(repeating: "kata ", count: 200))
    #expect(setup.terminal.frames.count == before + 1)
    #expect(setup.text.utf8.count == 1_000)
  }

  @Test("equal states show equal frames: a turn in which nothing happens draws nothing")
  func idle() throws {
    var setup = try Setup()
    setup.loop.begin(drafts: [])
    // Colleagues are told after a second that the conversation is being read.
    setup.clock.advance(milliseconds: 1_000)
    setup.loop.turn(blocking: false)
    let before = setup.terminal.frames.count
    let asked = setup.desk.log.count
    for _ in 0..<20 { setup.loop.turn(blocking: false) }
    setup.clock.advance(milliseconds: 10_000)
    setup.loop.turn(blocking: false)
    #expect(setup.terminal.frames.count == before)
    #expect(setup.desk.log.count == asked, "an idle console asks nothing")
    #expect(setup.terminal.invalidations == 0)
  }

  @Test("keys and what they ask of the desk are on one frame")
  func oneFrame() throws {
    var setup = try Setup()
    setup.loop.begin(drafts: [])
    let before = setup.terminal.frames.count
    try setup.press("Down")
    #expect(setup.terminal.frames.count == before + 1)
    #expect(setup.loop.state.open?.conversation.id == "p-1")
  }

  @Test(
    "words that come back from an outbox are given up there when they are on disk, and not before",
    arguments: [true, false])
  func comesBack(failsDrafts: Bool) throws {
    var setup = try Setup(failsDrafts: failsDrafts)
    setup.loop.begin(drafts: [])
    setup.desk.goAway()
    let say = IntentAction.say(text: "one", kind: .message, audience: .customer, parent: nil)
    let intent = Intent(clientKey: "k-1", conversation: "c-1", by: Fixtures.me, action: say)
    let failed = PendingState.failed(.refused(reason: "closed"))
    setup.desk.tell(.outbox([PendingIntent(intent, failed, addedAt: Fixtures.now)]))
    setup.loop.turn(blocking: false)
    #expect(setup.text == "one")
    #expect(setup.journal.all.contains("draft c-1 “one”"))
    #expect(setup.desk.log.contains(.discard("k-1")) == !failsDrafts)
    let isIdle = setup.loop.isIdle
    #expect(isIdle)
  }

  @Test("quitting writes drafts, then waits for the disk, then closes the desk")
  func quits() throws {
    var setup = try Setup()
    setup.loop.begin(drafts: [])
    try setup.press("Enter")
    setup.type("Baik")
    setup.terminal.push([.key(KeyPress(.character("c"), .control))])
    setup.loop.run()
    setup.loop.finish()
    #expect(setup.loop.isOver)
    #expect(setup.journal.all == ["draft c-1 “Baik”", "flush"])
    let frames = setup.terminal.frames.count
    setup.type("after the end")
    #expect(setup.terminal.frames.count == frames)
  }

  @Test(
    "signals and a closed terminal end the loop with drafts on disk",
    arguments: [
      InputEvent.signal(.terminate), .signal(.hangUp), .endOfInput,
    ])
  func ends(event: InputEvent) throws {
    var setup = try Setup()
    setup.loop.begin(drafts: [])
    try setup.press("Enter")
    setup.terminal.push([.key(KeyPress(.character("a"))), event])
    setup.loop.run()
    setup.loop.finish()
    #expect(setup.journal.all == ["draft c-1 “a”", "flush"])
  }

  @Test("a draft that cannot be written is told on the next frame")
  func draftFails() throws {
    var setup = try Setup(failsDrafts: true)
    setup.loop.begin(drafts: [])
    try setup.press("Enter")
    setup.type("a")
    setup.clock.advance(milliseconds: 300)
    setup.loop.turn(blocking: false)
    #expect(setup.loop.frame.text.contains("disk full"))
  }

  @Test("a desk that answers late never blocks the keys; its answer wakes the loop")
  func slowDesk() throws {
    let journal = Journal()
    let desk = SlowDesk(journal)
    let terminal = ScriptedTerminal(size: Size(columns: 120, rows: 40))
    let ports = ConsolePorts(desk: desk, now: { Fixtures.now }, refresh: { journal.add("refresh") })
    var loop = ConsoleLoop(
      try Fixtures.state(), terminal: terminal, ports: ports, ring: { terminal.ring() })
    loop.begin(drafts: [])
    #expect(!loop.isIdle)
    terminal.push([.key(KeyPress(.function(1)))])
    loop.turn()
    #expect(loop.state.popup != nil, "help opens while the desk is silent")
    #expect(desk.requests.count == 2, "no question is asked twice")
    desk.answer { request in
      if case .agents = request { return .success(.agents([])) }
      return .success(.queue(QueueQuery(.mine), offset: 0, rows: [], counts: QueueCounts()))
    }
    loop.turn(blocking: false)
    #expect(loop.isIdle)
    #expect(loop.state.queue.isLoaded)
    loop.finish()
    #expect(journal.all == ["close"])
  }

  @Test("a ring lets the desk be looked at, keys do not")
  func refreshes() throws {
    var setup = try Setup()
    setup.loop.begin(drafts: [])
    setup.loop.turn(blocking: false)
    try setup.press("Left")
    #expect(setup.journal.all.isEmpty)
    setup.terminal.ring()
    setup.loop.turn()
    #expect(setup.journal.all == ["refresh"])
  }

  @Test("news that come while the loop is awake are taken in the next turn")
  func news() throws {
    var setup = try Setup()
    setup.loop.begin(drafts: [])
    setup.desk.change("c-1") { $0.entries.append(Fixtures.customer("e-9", "halo kak?", minutesAgo: 0)) }
    setup.loop.turn()
    #expect(setup.loop.frame.text.contains("halo kak?"))
  }

  @Test("redraw and suspend reach the terminal")
  func terminalEffects() throws {
    var setup = try Setup()
    setup.loop.begin(drafts: [])
    try setup.press("Ctrl-L")
    #expect(setup.terminal.invalidations == 1)
    try setup.press("Ctrl-Z")
    #expect(setup.terminal.suspensions == 1)
    setup.terminal.push([.signal(.resumed)])
    setup.loop.turn()
    #expect(setup.terminal.invalidations == 2)
  }

  @Test("the offset of this place is asked for anew, so that a console survives the change of clocks")
  func localOffset() throws {
    var setup = try Setup()
    setup.loop.begin(drafts: [])
    setup.loop.turn(blocking: false)
    #expect(setup.loop.state.utcOffset == 3_600)
  }

  @Test("another size is drawn at once")
  func resize() throws {
    var setup = try Setup()
    setup.loop.begin(drafts: [])
    setup.terminal.push([.resize(Size(columns: 80, rows: 24))])
    setup.loop.turn()
    #expect(setup.loop.frame.grid.size == Size(columns: 80, rows: 24))
    setup.terminal.push([.resize(Size(columns: 5, rows: 2)), .resize(Size(columns: 160, rows: 48))])
    setup.loop.turn()
    #expect(setup.loop.frame.grid.size == Size(columns: 160, rows: 48))
  }
}
