import DeskLink
import DeskModel
import SeededRandom
import Testing

@testable import CombinedDesk

@Suite("The queue of several desks")
struct CombinedQueueTests {
  private static let names = ["rt", "own", "r-2"]

  /// Desks with as many rows each; the second one's policy puts VIPs far ahead, the third one's not at all.
  private static func fixture(_ count: Int, seed: UInt64) -> (CombinedDeskFixture, [[ConversationSummary]]) {
    var generator = SeededGenerator(seed: seed)
    let rows = names.map { _ in
      (0..<count).map { CombinedDeskFixture.row("\($0)", &generator) }.shuffled(using: &generator)
    }
    return (
      CombinedDeskFixture([
        "rt": TestDesk(rows[0]), "own": TestDesk(rows[1], vipAhead: 86_400),
        "r-2": TestDesk(rows[2], me: Agent(id: "a-2", name: "Budi"), vipAhead: 0),
      ]), rows
    )
  }

  /// All rows of some desks, put together and sorted, each by its own desk's policy.
  private static func model(
    _ fixture: CombinedDeskFixture, _ rows: [[ConversationSummary]], _ query: QueueQuery,
    desks: Set<String> = Set(names)
  ) -> [ConversationSummary] {
    let all = rows.enumerated().flatMap { place, rows -> [MergedRow] in
      guard desks.contains(names[place]), query.filter.admits(desk: names[place]) else { return [] }
      let desk = fixture.desks[place]
      return rows.filter {
        query.view.contains($0, me: desk.me.id, now: TestDesk.now)
          && query.filter.matches($0, me: desk.me.id, now: TestDesk.now)
      }.map {
        MergedRow(fixture.combined.scopes[place].leaving($0), sort: query.sort, vipAhead: desk.vipAhead)
      }
    }
    return all.sorted().map(\.summary)
  }

  private static let filters = ["", "tag:billing", "desk:own", "-desk:own is:waiting", "desk:none", "who:me"]

  @Test("windows, counts and places are those of all rows sorted together", arguments: QueueSort.allCases)
  func model(sort: QueueSort) throws {
    let (fixture, rows) = Self.fixture(1_000, seed: 41)
    var generator = SeededGenerator(seed: 42)
    for view in QueueView.allCases {
      for text in Self.filters {
        let query = QueueQuery(view, filter: try QueueFilter(parsing: text), sort: sort)
        let expected = Self.model(fixture, rows, query)
        for offset in [0, 7, 250, Int.random(in: 0...3_000, using: &generator), expected.count] {
          let limit = Int.random(in: 0...60, using: &generator)
          let (rows, counts) = try #require(fixture.rows(query, offset, limit))
          #expect(rows == Array(expected.dropFirst(offset).prefix(limit)), "\(query) \(offset) \(limit)")
          #expect(counts.rows(of: view) == expected.count && counts.late == 3)
        }
        #expect(fixture.ask(.counts([query])) == .success(.counts([query: expected.count])))
        for _ in 0..<3 {
          guard let row = expected.randomElement(using: &generator) else { continue }
          #expect(fixture.place(row.id, query) == .some(expected.firstIndex(of: row)))
        }
      }
    }
  }

  @Test("the order is that of the rows themselves where all desks have the usual policy")
  func order() throws {
    var generator = SeededGenerator(seed: 43)
    let rows = (0..<2).map { _ in (0..<200).map { CombinedDeskFixture.row("\($0)", &generator) } }
    let fixture = CombinedDeskFixture(["rt": TestDesk(rows[0]), "own": TestDesk(rows[1])])
    for sort in QueueSort.allCases {
      let query = QueueQuery(.all, sort: sort)
      let (found, _) = try #require(fixture.rows(query, 0, 1_000))
      #expect(found == found.sorted { sort.precedes($0, $1) } && found.count > 200)
    }
  }

  @Test(
    "a conversation that is not in the query, on no desk, or on a desk that the filter leaves out has no place"
  )
  func noPlace() throws {
    let (fixture, rows) = Self.fixture(20, seed: 44)
    let id = try #require(
      Self.model(fixture, rows, QueueQuery(.all)).first { $0.id.rawValue.hasPrefix("rt:") }
    ).id
    #expect(fixture.place(id, QueueQuery(.all)) != .some(nil))
    #expect(fixture.place(id, QueueQuery(.resolved)) == .some(nil))
    #expect(fixture.place("none:1", QueueQuery(.all)) == .some(nil))
    #expect(fixture.place("1", QueueQuery(.all)) == .some(nil))
    let other = QueueQuery(.all, filter: QueueFilter(desks: [DeskTerm("own")]))
    #expect(fixture.place(id, other) == .some(nil))
  }

  // MARK: - Desks that fail or are late

  @Test("the rows of a desk that fails are missing, the others' are there, and the state says so")
  func failing() throws {
    let (fixture, rows) = Self.fixture(300, seed: 45)
    fixture.listen()
    #expect(fixture.told() == [.desks(Self.statuses([nil, nil, nil]))])
    fixture.desks[1].answer(.failing(.away(reason: "gone")))
    let query = QueueQuery(.all)
    let expected = Self.model(fixture, rows, query, desks: ["rt", "r-2"])
    let (found, counts) = try #require(fixture.rows(query, 200, 50))
    #expect(found == Array(expected.dropFirst(200).prefix(50)) && counts[.all] == expected.count)
    #expect(fixture.place(expected[9].id, query) == .some(9))
    #expect(fixture.place("own:1", query) == .some(nil))
    #expect(fixture.ask(.counts([query])) == .success(.counts([query: expected.count])))
    // Once, however often it is asked.
    #expect(fixture.told() == [.desks(Self.statuses([nil, .unreachable(reason: "gone"), nil]))])
    fixture.desks[1].answer(.atOnce)
    #expect(fixture.rows(query, 0, 10)?.1[.all] == Self.model(fixture, rows, query).count)
    #expect(fixture.told() == [.desks(Self.statuses([nil, nil, nil]))])
  }

  @Test("a desk that is late holds nobody up; when its answer comes, all is to be asked anew, once")
  func late() throws {
    let (fixture, rows) = Self.fixture(300, seed: 46)
    fixture.listen()
    _ = fixture.told()
    fixture.desks[0].answer(.late)
    let query = QueueQuery(.all)
    let expected = Self.model(fixture, rows, query, desks: ["own", "r-2"])
    for _ in 0..<3 {
      #expect(fixture.rows(query, 0, 1_000)?.0 == expected)
      fixture.desks[0].release()
    }
    #expect(fixture.told() == [.desks(Self.statuses([.starting, nil, nil])), .reset])
    fixture.desks[0].answer(.atOnce)
    #expect(fixture.rows(query, 0, 1_000)?.0 == Self.model(fixture, rows, query))
    #expect(fixture.told() == [.desks(Self.statuses([nil, nil, nil]))])
    // Late anew: told anew.
    fixture.desks[0].answer(.late)
    _ = fixture.rows(query, 0, 10)
    fixture.desks[0].release()
    #expect(fixture.told() == [.desks(Self.statuses([.starting, nil, nil])), .reset])
  }

  @Test("when no desk answers, the error of the first one is the answer")
  func none() {
    let (fixture, _) = Self.fixture(3, seed: 47)
    for desk in fixture.desks { desk.answer(.failing(.away(reason: "gone"))) }
    fixture.desks[0].answer(.late)
    let error = DeskError.away(reason: "rt has not answered yet")
    #expect(fixture.ask(.queue(QueueQuery(.all), offset: 0, limit: 5)) == .failure(error))
    #expect(fixture.ask(.counts([QueueQuery(.all)])) == .failure(error))
    #expect(fixture.place("rt:1", QueueQuery(.all)) == .some(nil))
  }

  private static func statuses(_ away: [AwayReason?]) -> [DeskStatus] {
    zip(names, away).map { DeskStatus(name: $0, away: $1, since: TestDesk.now) }
  }
}
