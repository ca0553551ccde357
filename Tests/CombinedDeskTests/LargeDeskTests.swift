import DeskLink
import DeskModel
import Synchronization
import Testing

@testable import CombinedDesk

/// A desk of any number of rows that are made when they are asked for, latest first.
private final class LargeDesk: Adapter, Sendable {
  let count: Int
  private let first: Int64
  private let step: Int64
  let requests = Mutex<[DeskRequest]>([])
  let given = Mutex(0)

  init(_ count: Int, first: Int64, step: Int64) {
    self.count = count
    self.first = first
    self.step = step
  }

  func at(_ place: Int) -> Int64 { first - Int64(place) * step }

  private func row(_ place: Int) -> ConversationSummary {
    ConversationSummary(
      id: ConversationID("\(place)"), shape: .dialog, channel: "chat", subject: "", contactName: "",
      contactID: "u", status: "open", assignee: nil, locale: nil, tags: [], isVIP: false, unreadCount: 0,
      lastActivity: Timestamp(milliseconds: at(place)), waitingSince: nil, due: nil, snoozedUntil: nil,
      preview: "")
  }

  func handle(_ request: DeskRequest, reply: @escaping @Sendable (Result<DeskAnswer, DeskError>) -> Void) {
    requests.withLock { $0.append(request) }
    switch request {
    case .queue(let query, let offset, let limit):
      let rows = (min(offset, count)..<min(offset + limit, count)).map { row($0) }
      given.withLock { $0 += rows.count }
      reply(
        .success(.queue(query, offset: offset, rows: rows, counts: QueueCounts(byView: [.all: count]))))
    case .place(let id, let query): reply(.success(.place(id, query, Int(id.rawValue))))
    default: reply(.failure(.unsupported("")))
    }
  }

  func observe(_ listener: @escaping @Sendable (DeskNotice) -> Void) {}
  func close() {}
}

@Suite("Desks of 100,000 rows")
struct LargeDeskTests {
  private static let query = QueueQuery(.all, sort: .newest)

  /// How many rows of all desks stand before a moment of activity.
  private static func before(_ moment: Int64, _ desks: [LargeDesk]) -> Int {
    desks.reduce(0) { sum, desk in sum + (0..<desk.count).partition { desk.at($0) <= moment } }
  }

  @Test(
    "a screen costs a bounded number of questions and rows, wherever it is",
    arguments: [0, 200, 149_950, 299_900])
  func screen(offset: Int) throws {
    let desks = [
      LargeDesk(100_000, first: 1_000_000_000, step: 3_001),
      LargeDesk(100_000, first: 999_000_003, step: 2_003),
      LargeDesk(100_000, first: 500_000_002, step: 5_002),
    ]
    let combined = CombinedDesk(
      zip(["rt", "own", "x"], desks).map { DeskMember(name: $0, adapter: $1) }, me: TestDesk.console,
      now: { TestDesk.now })
    let answer = CombinedDeskFixture.ask(combined, .queue(Self.query, offset: offset, limit: 80))
    guard case .success(.queue(_, _, let rows, let counts))? = answer else {
      Issue.record("\(String(describing: answer))")
      return
    }
    #expect(rows.count == 80 && counts[.all] == 300_000)
    for (number, row) in rows.enumerated() {
      #expect(Self.before(row.lastActivity.milliseconds, desks) == offset + number)
    }
    let asked = desks.reduce(0) { sum, desk in sum + desk.requests.withLock { $0.count } }
    let given = desks.reduce(0) { sum, desk in sum + desk.given.withLock { $0 } }
    // One for the counts, seventeen halvings and one for a window of each.
    #expect(asked <= 3 * (1 + 17 + 1))
    #expect(given <= 3 * (QueueMerge.shallow + 17))
    let row = try #require(rows.last)
    let place = CombinedDeskFixture.ask(combined, .place(of: row.id, in: Self.query))
    #expect(place == .success(.place(row.id, Self.query, offset + 79)))
    let more = desks.reduce(0) { sum, desk in sum + desk.requests.withLock { $0.count } } - asked
    #expect(more <= 2 + 2 * (1 + 17))
  }
}

extension Range<Int> {
  /// The first place at which a condition holds that holds from there on.
  fileprivate func partition(_ holds: (Int) -> Bool) -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
