import DeskLink
import DeskModel
import SeededRandom
import Testing

@testable import CombinedDesk

@Suite("Queues of backends among several desks")
struct CombinedBackendQueuesTests {
  private static let queue = QueueQuery(.all, sort: .newest, queue: "rt:billing")

  private func fixture() -> (CombinedDeskFixture, [ConversationSummary]) {
    var generator = SeededGenerator(seed: 7)
    let rows = (0..<300).map { CombinedDeskFixture.row("\($0)", &generator) }
    let other = (0..<300).map { CombinedDeskFixture.row("\($0)", &generator) }
    let expected = rows.filter { $0.tags == ["billing"] }.sorted { QueueSort.newest.precedes($0, $1) }
    return (CombinedDeskFixture(["rt": TestDesk(rows), "own": TestDesk(other)]), expected)
  }

  @Test("a queue has the rows of its own desk alone, resolved ones too, in the order that was asked for")
  func rows() throws {
    let (fixture, expected) = fixture()
    let (rows, counts) = try #require(fixture.rows(Self.queue, 10, 40))
    #expect(rows.map(\.id) == expected[10..<50].map { ConversationID("rt:" + $0.id.rawValue) })
    #expect(rows.contains { $0.statusCategory == .resolved })
    #expect(counts.rows(of: .all) == expected.count && counts.wholeRows(of: .all) == expected.count)
    #expect(fixture.ask(.counts([Self.queue])) == .success(.counts([Self.queue: expected.count])))
    let id = ConversationID("rt:" + expected[17].id.rawValue)
    #expect(fixture.place(id, Self.queue) == 17)
    #expect(fixture.place("own:0", Self.queue) == .some(nil))
  }

  @Test("the queue's desk is asked by the queue's own id, and no other desk for rows")
  func asksOneDesk() throws {
    let (fixture, _) = fixture()
    _ = fixture.rows(Self.queue, 0, 40)
    let own = QueueQuery(.all, sort: .newest, queue: "billing")
    #expect(fixture.desks[0].log == [.queue(own, offset: 0, limit: 40)])
    for request in fixture.desks[1].log {
      guard case .queue(_, _, 0) = request else {
        Issue.record("\(request)")
        continue
      }
    }
  }

  @Test("a filter narrows it, and one for another desk leaves nothing", arguments: ["is:vip", "desk:own"])
  func filters(text: String) throws {
    let (fixture, expected) = fixture()
    var query = Self.queue
    query.filter = try QueueFilter(parsing: text)
    let (rows, counts) = try #require(fixture.rows(query, 0, 400))
    let wanted = text == "is:vip" ? expected.filter(\.isVIP) : []
    #expect(rows.map(\.id) == wanted.map { ConversationID("rt:" + $0.id.rawValue) })
    #expect(counts.rows(of: .all) == wanted.count)
    if text == "is:vip" { #expect(counts.wholeRows(of: .all) == expected.count) }
  }

  @Test("a queue of no desk has no rows")
  func unknownDesk() throws {
    let (fixture, _) = fixture()
    let query = QueueQuery(.all, queue: "gone:billing")
    let (rows, counts) = try #require(fixture.rows(query, 0, 40))
    #expect(rows.isEmpty && counts.rows(of: .all) == 0)
  }

  @Test("the queues of all desks are told each time, with the name of their desk; all are asked to count")
  func told() {
    let (fixture, _) = fixture()
    fixture.listen()
    _ = fixture.told()
    fixture.desks[1].tell(.queues([BackendQueue(id: "3", desk: "x", name: "Team", size: .exact(2))]))
    fixture.desks[0].tell(.queues([BackendQueue(id: "3", desk: "rt", name: "Support")]))
    let team = BackendQueue(id: "own:3", desk: "own", name: "Team", size: .exact(2))
    let support = BackendQueue(id: "rt:3", desk: "rt", name: "Support")
    #expect(fixture.told() == [.queues([team]), .queues([support, team])])
    #expect(fixture.ask(.countQueues) == .success(.done))
    #expect(fixture.desks.allSatisfy { $0.log == [.countQueues] })
  }
}
