import AdapterProtocol
import AdapterServing
import DeskModel
import Synchronization
import SystemCalls
import TestSupport
import Testing

@testable import Benchmarks

@Suite("The adapter of sapa-bench")
struct ServedDeskTests {
  @Test("all conversations come page by page, each once, and their threads from the end back")
  func pages() throws {
    try Self.served(conversations: 230) { desk in
      var ids: [String] = []
      var cursor: PageCursor?
      repeat {
        guard
          case .conversations(let page)? = Self.ask(
            desk, .conversations(ConversationsParams(cursor: cursor, limit: 100)))
        else { throw Unanswered() }
        ids += page.items.map(\.summary.id.rawValue)
        #expect(page.items.allSatisfy { $0.summary.unreadCount == 0 && !$0.summary.preview.isEmpty })
        cursor = page.next
      } while cursor != nil
      #expect(ids == (0..<230).map { "c-\($0)" })
      guard
        case .thread(let end)? = Self.ask(desk, .thread(ThreadParams("c-7", limit: 2))),
        case .thread(let begin)? = Self.ask(desk, .thread(ThreadParams("c-7", cursor: end.next, limit: 2)))
      else { throw Unanswered() }
      #expect((begin.entries + end.entries).map(\.entry.id.rawValue) == ["e-0", "e-1", "e-2"])
      #expect(begin.next == nil)
    }
  }

  @Test("nothing changes until it is let go, and a conversation that is not there is told as such")
  func faults() throws {
    try Self.served(conversations: 3) { desk in
      guard case .changes(let page)? = Self.ask(desk, .changes(ChangesParams(limit: 1))) else {
        throw Unanswered()
      }
      #expect(page.changes.isEmpty && page.next == "0")
      #expect(Self.ask(desk, .conversation(ConversationParams("c-99"))) == nil)
    }
  }

  @Test("changes go round all conversations before one has a second")
  func places() {
    let places = Set((0..<1_000).map { ServedDesk.place(of: $0, among: 1_000) })
    #expect(places.count == 1_000)
  }

  @Test("every message of the codec benchmark is read as what was written, and a cut one is not")
  func codec() throws {
    let folder = try Self.folder("codec")
    defer { FolderRemoval.remove(folder) }
    let subjects = try CodecBenchmarks(folder: folder, time: 1) { _ in }.subjects()
    #expect(subjects.count == 4)
    for subject in subjects {
      let line = try subject.message.line()
      #expect(CodecBenchmarks.reads(line, subject), "\(subject.name)")
      #expect(!CodecBenchmarks.reads(Array(line.dropLast()), subject), "\(subject.name)")
    }
  }

  private struct Unanswered: Error {}

  private static func folder(_ name: String) throws -> String {
    let folder = "/tmp/sapa-test-served-\(name)-\(ProcessContext.identifier)"
    try FileSystem.makeFolder(folder)
    return folder
  }

  private static func served(conversations: Int, _ body: (ServedDesk) throws -> Void) throws {
    let folder = try folder("\(conversations)")
    defer { FolderRemoval.remove(folder) }
    let lines = folder + "/lines"
    _ = try DeskMaker(conversations: conversations, messages: 3).write(lines: lines, rows: folder + "/rows")
    try body(try ServedDesk(lines: lines, perSecond: 1_000, folder: folder))
  }

  /// Asks on this thread; nil for a fault.
  private static func ask(_ desk: ServedDesk, _ call: AdapterCall) -> AdapterAnswer? {
    let answer = Mutex<AdapterAnswer?>(nil)
    desk.serve(
      call,
      reply: OpenCall(call.method) { result, _ in
        if case .success(let told) = result { answer.withLock { $0 = told } }
      })
    return answer.withLock { $0 }
  }
}
