import DeskLink
import DeskModel
import SeededRandom
import Synchronization

/// A desk that gives the rows it was made with, notes what it is asked, and answers at once, late, or with an error.
final class TestDesk: Adapter, Sendable {
  enum Manner: Sendable {
    case atOnce
    /// Answers are held back until `release`.
    case late
    case failing(DeskError)
  }

  private struct Content {
    var manner = Manner.atOnce
    var log: [DeskRequest] = []
    var held: [@Sendable () -> Void] = []
    var listener: (@Sendable (DeskNotice) -> Void)?
    var isClosed = false
    var sorted: [QueueQuery: [ConversationSummary]] = [:]
    var answers: [DeskRequest: DeskAnswer] = [:]
  }

  static let now = Timestamp(milliseconds: 1_772_443_440_000)

  private let rows: [ConversationSummary]
  let me: Agent
  let vipAhead: Int64
  private let content = Mutex(Content())

  init(_ rows: [ConversationSummary] = [], me: Agent = console, vipAhead: Int64 = 1_800) {
    self.rows = rows
    self.me = me
    self.vipAhead = vipAhead
  }

  /// The person in the console of these tests.
  static let console = Agent(id: "me", name: "Me")

  var log: [DeskRequest] { content.withLock { $0.log } }
  var isClosed: Bool { content.withLock { $0.isClosed } }
  func forget() { content.withLock { $0.log = [] } }
  func answer(_ manner: Manner) { content.withLock { $0.manner = manner } }
  /// What the desk says to one request, in place of what it would say.
  func answer(_ request: DeskRequest, with answer: DeskAnswer) {
    content.withLock { $0.answers[request] = answer }
  }
  func tell(_ notice: DeskNotice) { content.withLock { $0.listener }?(notice) }

  /// Gives the answers that were held back.
  func release() {
    let held = content.withLock { content in
      defer { content.held = [] }
      return content.held
    }
    for reply in held { reply() }
  }

  func handle(_ request: DeskRequest, reply: @escaping @Sendable (Result<DeskAnswer, DeskError>) -> Void) {
    let (manner, answer) = content.withLock { content in
      content.log.append(request)
      return (content.manner, content.answers[request] ?? usual(request, &content))
    }
    switch manner {
    case .atOnce: reply(answer.map { .success($0) } ?? .failure(.unsupported("\(request)")))
    case .late:
      content.withLock { content in
        content.held.append { reply(answer.map { .success($0) } ?? .failure(.unsupported("\(request)"))) }
      }
    case .failing(let error): reply(.failure(error))
    }
  }

  func observe(_ listener: @escaping @Sendable (DeskNotice) -> Void) {
    content.withLock { $0.listener = listener }
  }

  func close() { content.withLock { $0.isClosed = true } }

  /// The rows of a query in the desk's own order.
  private func rows(of query: QueueQuery, _ content: inout Content) -> [ConversationSummary] {
    if let known = content.sorted[query] { return known }
    let found = rows.filter { row in
      // The queues of its backend are named by tags.
      (query.queue.map { row.tags.contains($0.rawValue) }
        ?? query.view.contains(row, me: me.id, now: Self.now))
        && query.filter.matches(row, me: me.id, now: Self.now)
    }
    let sorted = found.sorted { query.sort.precedes($0, $1, vipAhead: vipAhead) }
    content.sorted[query] = sorted
    return sorted
  }

  private func usual(_ request: DeskRequest, _ content: inout Content) -> DeskAnswer? {
    switch request {
    case .queue(let query, let offset, let limit):
      let all = rows(of: query, &content)
      var counts = QueueCounts(late: 1, total: query.isPlain ? nil : all.count)
      counts.whole = query.queue.map { rows(of: QueueQuery(.all, queue: $0), &content).count }
      for view in QueueView.allCases { counts.byView[view] = rows(of: QueueQuery(view), &content).count }
      return .queue(query, offset: offset, rows: Array(all.dropFirst(offset).prefix(limit)), counts: counts)
    case .place(let id, let query):
      return .place(id, query, rows(of: query, &content).firstIndex { $0.id == id })
    case .counts(let queries):
      return .counts(Dictionary(uniqueKeysWithValues: queries.map { ($0, rows(of: $0, &content).count) }))
    case .announce, .retry, .discard, .countQueues: return .done
    case .attachment(_, let id): return .attachment(id, [1])
    case .conversation(let id), .end(let id):
      return .conversation(Conversation(id: id, contact: Contact(id: "u-1")))
    case .earlier(let contact, _, let limit):
      return .earlier(contact, Array(rows.filter { $0.contactID == contact }.prefix(limit)))
    case .agents: return .agents([me, Agent(id: "a-2", name: "Budi")])
    case .apply: return .outcome(.applied(entry: "e-new", audience: .customer, version: 2))
    case .reconcile: return .outcome(.unknown)
    case .search: return nil
    }
  }
}

extension CombinedDeskFixture {
  /// A random row; times are few, so that many rows are equal but for their ids.
  static func row(_ id: String, _ generator: inout SeededGenerator) -> ConversationSummary {
    func moment(_ spread: Int64) -> Timestamp {
      TestDesk.now.adding(seconds: -60 * Int64.random(in: 0..<spread, using: &generator))
    }
    func maybe(_ chances: Int) -> Bool { Int.random(in: 0..<chances, using: &generator) == 0 }
    return ConversationSummary(
      id: ConversationID(id), shape: .dialog, channel: "chat", subject: "subject", contactName: "Dewi",
      contactID: ContactID("u-\(Int.random(in: 0..<20, using: &generator))"),
      status: maybe(5) ? "solved" : "open",
      assignee: maybe(3) ? TestDesk.console : maybe(2) ? Agent(id: "a-2", name: "Budi") : nil, locale: nil,
      tags: maybe(3) ? ["billing"] : [], isVIP: maybe(4), unreadCount: 0, lastActivity: moment(300),
      waitingSince: maybe(2) ? moment(90) : nil, due: maybe(3) ? moment(90) : nil,
      snoozedUntil: maybe(9) ? TestDesk.now.adding(seconds: 600) : nil, preview: "text")
  }
}
