import AdapterProtocol
import DeskModel
import SystemCalls
import TestSupport
import Testing

@testable import AdapterHost

/// When a queue of the backend is read, and what is known of it.
struct BackendQueuesTests {
  private static func at(_ seconds: Int64) -> Timestamp {
    Timestamp(milliseconds: 1_772_443_440_000 + seconds * 1_000)
  }

  private static let told = [
    DeskQueue(id: "3", name: "Support", total: .exact(20)),
    DeskQueue(id: "search:17", name: "Overdue", source: .saved),
  ]

  private static func queues() -> BackendQueues {
    var queues = BackendQueues()
    queues.take(told, desk: "rt", at: at(0))
    return queues
  }

  /// Reads a queue whole at a moment.
  private static func read(_ queues: inout BackendQueues, _ pages: [ConversationID]..., at seconds: Int64) {
    let begins = queues.begin("3")
    #expect(begins)
    for page in pages { _ = queues.found(page, in: "3") }
    _ = queues.finish("3", isWhole: true, at: at(seconds))
  }

  @Test func `Queues are told in the backend's order, once each, with its count where it counts`() {
    var queues = BackendQueues()
    queues.take(Self.told + [DeskQueue(id: "3", name: "Twin")], desk: "rt", at: Self.at(0))
    #expect(
      queues.list == [
        BackendQueue(id: "3", desk: "rt", name: "Support", size: .exact(20)),
        BackendQueue(id: "search:17", desk: "rt", name: "Overdue"),
      ])
    let many = (0..<2_000).map {
      DeskQueue(id: QueueID("\($0)"), name: String(repeating: "q", count: 9_000), total: .atLeast(1))
    }
    queues.take(many, desk: "rt", at: Self.at(1))
    #expect(queues.list.count == BackendQueue.limit && queues.list[0].size == .atLeast(1))
    #expect(queues.list[0].name.count == BackendQueue.nameLimit)
  }

  @Test func `A queue is read when somebody looks first, and then only when something has happened`() {
    var queues = Self.queues()
    #expect(queues.ask("3", isUp: true, at: Self.at(1)) == 0)
    #expect(queues.ask("3", isUp: true, at: Self.at(1)) == nil, "it is to begin already")
    Self.read(&queues, ["7", "8"], at: 2)
    #expect(queues.ask("3", isUp: true, at: Self.at(3)) == nil)
    queues.noteChange()
    #expect(queues.ask("3", isUp: true, at: Self.at(6)) == 6_000, "ten seconds after the last reading")
    Self.read(&queues, ["7"], at: 12)
    queues.noteChange()
    #expect(queues.ask("3", isUp: true, at: Self.at(60)) == 0)
  }

  @Test func `What happens while a queue is read is looked at in the next reading`() {
    var queues = Self.queues()
    _ = queues.ask("3", isUp: true, at: Self.at(1))
    #expect(queues.begin("3") == true)
    queues.noteChange()
    #expect(queues.ask("3", isUp: true, at: Self.at(2)) == nil)
    _ = queues.finish("3", isWhole: true, at: Self.at(3))
    #expect(queues.ask("3", isUp: true, at: Self.at(3)) == 10_000)
  }

  @Test
  func `A search that depends on the time of day is read again after a while, a long queue more seldom`() {
    var queues = Self.queues()
    _ = queues.ask("3", isUp: true, at: Self.at(0))
    Self.read(&queues, ["7"], at: 0)
    #expect(queues.ask("3", isUp: true, at: Self.at(299)) == nil)
    #expect(queues.ask("3", isUp: true, at: Self.at(300)) == 0)
    #expect(queues.begin("3") == true)
    for page in 0..<20 { _ = queues.found([ConversationID("\(page)")], in: "3") }
    _ = queues.finish("3", isWhole: true, at: Self.at(400))
    queues.noteChange()
    #expect(queues.ask("3", isUp: true, at: Self.at(400)) == 40_000)
  }

  @Test
  func
    `While a queue is read, what was known stays beside what comes; then what is not there any more leaves`()
  {
    var queues = Self.queues()
    _ = queues.ask("3", isUp: true, at: Self.at(1))
    Self.read(&queues, ["7", "8", "7"], at: 2)
    #expect(queues.members(of: "3") == ["7", "8"])
    #expect(queues.begin("3") == true)
    #expect(queues.begin("3") == false, "one reading at a time")
    #expect(queues.found(["9", "8"], in: "3") == ["9"])
    #expect(queues.members(of: "3") == ["7", "8", "9"])
    #expect(queues.finish("3", isWhole: true, at: Self.at(3)) == ["7"])
    #expect(queues.members(of: "3") == ["9", "8"])
    #expect(queues.list[0].size == .exact(2) && queues.list[0].reading == .whole)
  }

  @Test func `Only the first reading is told as one; a part, a failure and an end are told`() {
    var queues = Self.queues()
    _ = queues.ask("3", isUp: true, at: Self.at(1))
    _ = queues.begin("3")
    #expect(queues.list[0].reading == .reading)
    _ = queues.found(["7"], in: "3")
    _ = queues.finish("3", isWhole: false, at: Self.at(2))
    #expect(queues.list[0].reading == .part && queues.list[0].size == .atLeast(1))
    _ = queues.begin("3")
    #expect(queues.list[0].reading == .part)
    queues.fail("3", .failed(reason: "no right"), at: Self.at(3))
    #expect(queues.list[0].reading == .failed(reason: "no right") && queues.members(of: "3") == ["7"])
    #expect(queues.ask("3", isUp: true, at: Self.at(4)) == nil, "not again at once")
  }

  @Test func `A reading that broke begins by itself, and not a second time because somebody looks`() {
    var queues = Self.queues()
    _ = queues.ask("3", isUp: true, at: Self.at(1))
    _ = queues.begin("3")
    queues.failForNow("3")
    #expect(queues.ask("3", isUp: true, at: Self.at(2)) == nil)
    #expect(queues.list[0].reading == .reading)
    queues.giveUp("3")
    #expect(queues.ask("3", isUp: true, at: Self.at(3)) == 0)
  }

  @Test func `A desk that is away is asked nothing, and for what is looked at when it is there again`() {
    var queues = Self.queues()
    #expect(queues.ask("3", isUp: false, at: Self.at(1)) == nil)
    #expect(queues.lookedAt(at: Self.at(2)) == ["3"] && queues.lookedAt(at: Self.at(200)) == [])
    _ = queues.ask("3", isUp: true, at: Self.at(3))
    _ = queues.begin("3")
    _ = queues.found(["7"], in: "3")
    queues.interrupt()
    #expect(queues.list[0].reading == .unread && queues.members(of: "3") == [])
    #expect(queues.found(["8"], in: "3") == [], "a late page counts for nothing")
    #expect(queues.ask("3", isUp: true, at: Self.at(4)) == 0)
  }

  @Test func `A queue that is not told any more is forgotten; the others stay as they were`() {
    var queues = Self.queues()
    _ = queues.ask("3", isUp: true, at: Self.at(1))
    Self.read(&queues, ["7"], at: 2)
    queues.take([DeskQueue(id: "3", name: "Help")], desk: "rt", at: Self.at(3))
    #expect(
      queues.list == [
        BackendQueue(id: "3", desk: "rt", name: "Help", size: .exact(1), reading: .whole)
      ])
    queues.take([], desk: "rt", at: Self.at(4))
    #expect(queues.list.isEmpty && queues.members(of: "3").isEmpty)
    #expect(queues.ask("3", isUp: true, at: Self.at(5)) == nil)
  }

  @Test func `What is known outlives the console, and counts as old`() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/queues.json"
    var queues = Self.queues()
    _ = queues.ask("3", isUp: true, at: Self.at(1))
    Self.read(&queues, ["7", "quote\" \u{1B}[0m"], at: 2)
    try queues.save(path)
    let kept = BackendQueues(path: path, desk: "rt", pause: 1, refresh: 2)
    #expect(
      kept.list == [
        BackendQueue(id: "3", desk: "rt", name: "Support", size: .about(2)),
        BackendQueue(id: "search:17", desk: "rt", name: "Overdue"),
      ])
    #expect(kept.members(of: "3") == ["7", "quote\" \u{1B}[0m"])
  }

  @Test(arguments: [
    "", "[]", "{}", #"{"queues":{}}"#, #"{"queues":[1,{"id":"3"},{"name":"x"},{"id":3,"name":"x"}]}"#,
    #"{"queues":[{"id":"3","na"#,
  ])
  func `A broken file knows no queue`(text: String) throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/queues.json"
    #expect(BackendQueues(path: path, desk: "rt", pause: 1, refresh: 2).list.isEmpty)
    try FileSystem.replace(path, with: Array(text.utf8))
    #expect(BackendQueues(path: path, desk: "rt", pause: 1, refresh: 2).list.isEmpty)
  }
}
