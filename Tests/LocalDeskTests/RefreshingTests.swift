import DeskLink
import DeskModel
import Dispatch
import Synchronization
import Testing

@testable import LocalDesk

@Suite("Refreshing")
struct RefreshingTests {
  @Test("the first reading begins at once, those of a burst are put together, later ones begin at once again")
  func pace() {
    var refreshing = Refreshing()
    func ask(_ now: Int64) -> Int64? { refreshing.ask(at: now) }
    func begin(_ now: Int64) -> Bool { refreshing.begin(at: now) }
    #expect(!begin(0), "nobody has asked")
    #expect(ask(1_000) == 0)
    #expect(ask(1_000) == nil)
    #expect(begin(1_001))
    #expect(!begin(1_001))
    #expect(ask(1_011) == 40)
    #expect(ask(1_030) == nil)
    #expect(begin(1_051))
    #expect(ask(1_101) == 0)
    #expect(begin(1_101))
    #expect(ask(5) == Refreshing.pause, "a clock that goes back delays by one pause at most")
  }

  @Test("A burst of another console comes in few notices, and nothing of it is missed")
  func burst() throws {
    let fixture = try DeskFixture()
    let one = try fixture.open()
    try one.take((0..<20).map { DeskFixture.line("c-\($0)") }.joined(separator: "\n"))
    let two = try fixture.open(me: DeskFixture.budi)
    let notices = Mutex<[DeskNotice]>([])
    two.observe { notice in notices.withLock { $0.append(notice) } }
    for number in 0..<100 {
      one.apply(.setStatus("pending"), to: ConversationID("c-\(number % 20)"), key: ClientKey("k-\(number)"))
    }
    // The bell rings for each, before anything is read.
    two.queue.suspend()
    for _ in 0..<100 { two.refresh() }
    two.queue.resume()
    two.settle()
    #expect(notices.withLock { $0 } == [.changed((0..<20).map { ConversationID("c-\($0)") })])
    #expect(two.rows(.all) == one.rows(.all))
  }

  @Test("Many changes at once on a large desk are mended one by one, and told as one")
  func manyChanges() throws {
    let fixture = try DeskFixture()
    let one = try fixture.open()
    try one.take(
      (0..<4_200).map { DeskFixture.line("c-\($0)", minutes: [$0 % 60]) }.joined(separator: "\n"))
    let two = try fixture.open(me: DeskFixture.budi)
    let notices = Mutex<[DeskNotice]>([])
    two.observe { notice in notices.withLock { $0.append(notice) } }
    for number in 0..<205 {
      one.apply(
        .setStatus(number % 2 == 0 ? "solved" : "pending"), to: ConversationID("c-\(number * 20)"),
        key: ClientKey("k-\(number)"))
    }
    two.refresh()
    two.settle()
    #expect(notices.withLock { $0 } == [.reset])
    #expect(two.rows(.all) == one.rows(.all) && two.rows(.resolved) == one.rows(.resolved))
    #expect(two.rows(.resolved).count == 103)
  }
}
