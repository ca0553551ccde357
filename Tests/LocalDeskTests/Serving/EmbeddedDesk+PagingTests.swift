import DeskLink
import DeskModel
import SeededRandom
import SystemCalls
import Testing

@testable import LocalDesk

@Suite("Pages of rows")
struct EmbeddedDeskPagingTests {
  /// A desk of conversations of all views, with times, priorities and tags.
  private static func desk(_ fixture: DeskFixture, count: Int = 60) throws -> EmbeddedDesk {
    let desk = try fixture.open()
    for number in 0..<count {
      let status = ["open", "open", "pending", "resolved"][number % 4]
      let tags = number % 3 == 0 ? #","tags":["billing"]"# : ""
      let sleep = number % 5 == 0 ? #","snoozedUntil":"2030-01-01T00:00:00Z""# : ""
      try desk.take(
        DeskFixture.line(
          "c-\(number)", status: status, contact: "u-\(number % 7)", minutes: [number % 13],
          extra: tags + sleep))
    }
    return desk
  }

  private static func ids(
    _ desk: EmbeddedDesk, _ selection: DeskSelection, limit: Int, between: () throws -> Void = {}
  ) throws -> [String] {
    var result: [String] = []
    var place: DeskPlaceInOrder?
    repeat {
      let page = desk.page(of: selection, after: place, limit: limit)
      #expect(page.rows.count <= limit)
      result += page.rows.map(\.summary.id.rawValue)
      place = page.next
      try between()
    } while place != nil && result.count < 10_000
    return result
  }

  @Test(
    "pages of any size give what the queue gives, in each view, order and filter",
    arguments: QueueSort.allCases)
  func sameAsQueue(_ sort: QueueSort) throws {
    let fixture = try DeskFixture()
    let desk = try Self.desk(fixture)
    for view in QueueView.allCases {
      for filter in [QueueFilter(), QueueFilter(terms: [.tag("billing")])] {
        let query = QueueQuery(view, filter: filter, sort: sort)
        guard case .success(.queue(_, _, let rows, _)) = desk.ask(.queue(query, offset: 0, limit: 1_000))
        else {
          Issue.record("no rows")
          continue
        }
        let selection = DeskSelection(view, filter: filter, sort: sort)
        for limit in [1, 7, 1_000] {
          #expect(try Self.ids(desk, selection, limit: limit) == rows.map(\.id.rawValue), "\(view) \(limit)")
        }
        #expect(desk.page(of: selection, limit: 0).total == rows.count)
      }
    }
  }

  @Test("without a view all conversations come, in one order", arguments: QueueSort.allCases)
  func everything(_ sort: QueueSort) throws {
    let fixture = try DeskFixture()
    let desk = try Self.desk(fixture)
    let whole = try Self.ids(desk, DeskSelection(nil, sort: sort), limit: 1_000)
    #expect(Set(whole).count == 60 && whole.count == 60)
    #expect(try Self.ids(desk, DeskSelection(nil, sort: sort), limit: 7) == whole)
    let rows = desk.page(of: DeskSelection(nil, sort: sort), limit: 1_000).rows.map(\.summary)
    for (one, next) in zip(rows, rows.dropFirst()) { #expect(sort.precedes(one, next)) }
    #expect(desk.page(of: DeskSelection(nil, sort: sort), limit: 0).total == 60)
  }

  @Test("a conversation that moves while somebody pages takes no other one with it")
  func moving() throws {
    let fixture = try DeskFixture()
    let desk = try Self.desk(fixture)
    var random = SeededGenerator(seed: 7)
    var moved: Set<String> = []
    let found = try Self.ids(desk, DeskSelection(nil, sort: .newest), limit: 5) {
      let id = "c-\(Int.random(in: 0..<60, using: &random))"
      moved.insert(id)
      _ = desk.say("moves", in: ConversationID(id), key: ClientKey("k-\(moved.count)-\(id)"))
    }
    let still = Set((0..<60).map { "c-\($0)" }).subtracting(moved)
    #expect(moved.count > 5 && still.count > 20)
    for id in still { #expect(found.count { $0 == id } == 1, "\(id)") }
  }

  @Test("conditions of time hold at the moment at which the first page is asked for")
  func timeConditions() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1"))
    _ = desk.say("now", key: "k")
    // The clock goes on by a second with each reading.
    let selection = DeskSelection(.all, filter: QueueFilter(terms: [.quiet(.longer, 4)]))
    let totals = (0..<6).map { _ in desk.page(of: selection, limit: 10).total }
    #expect(totals.first == 0 && totals.last == 1 && totals == totals.sorted())
  }

  @Test("rows carry the version; a history the keys of what was said here; statuses those that there were")
  func details() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1", status: "4"), DeskFixture.line("c-2"))
    _ = desk.say("hi", key: "k-1")
    desk.apply(.setStatus("resolved"), key: "k-2")
    desk.perform(EmbeddedDeskStepsTests.steps(key: "k-3"))
    let rows = desk.conversations(of: "u-1")
    #expect(rows.map(\.summary.id) == ["c-1", "c-2"] && rows.map(\.version) == [6, 1])
    #expect(desk.conversations(of: "u-9").isEmpty)
    let (conversation, keys) = try desk.history(of: "c-1")
    #expect(conversation.entries.map { keys[$0.id] } == [nil, "k-1", "k-3"])
    #expect(try desk.statuses(of: "c-1") == ["4", "resolved", "pending"])
    #expect(throws: DeskError.unknownConversation("c-9")) { try desk.history(of: "c-9") }
    #expect(throws: DeskError.unknownConversation("c-9")) { try desk.statuses(of: "c-9") }
  }
}
