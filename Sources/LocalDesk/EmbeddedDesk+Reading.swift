import DeskLink
import DeskModel
import Synchronization

extension EmbeddedDesk {
  /// Answers anything but `apply`.
  func answer(_ request: DeskRequest) throws(DeskError) -> DeskAnswer {
    switch request {
    // No backend is here that could have one.
    case .queue(let query, let offset, let limit) where query.queue != nil:
      return queueAnswer(query, among: [], offset: offset, limit: limit)
    case .place(let id, let query) where query.queue != nil: return .place(id, query, nil)
    case .queue(let query, let offset, let limit): return queueAnswer(query, offset: offset, limit: limit)
    case .place(let id, let query):
      let now = clock()
      guard query.isPlain else {
        return .place(id, query, state.withLock { $0.place(of: id, matching: query, now: now) })
      }
      return .place(id, query, state.withLock { $0.place(of: id, in: query.view, now: now) })
    case .counts(let queries):
      let now = clock()
      return .counts(
        state.withLock { state in
          Dictionary(queries.map { ($0, $0.queue == nil ? state.count(of: $0, now: now) : 0) }) { first, _ in
            first
          }
        })
    case .announce(let conversation, let activity, let holding):
      try announce(conversation, activity, holding)
      return .done
    case .attachment(let conversation, let id):
      return .attachment(id, try contents(id, of: conversation))
    case .search(let request): return .search(request, try search(request))
    case .conversation(let id):
      guard let row = state.withLock({ state in state.find(id).flatMap { state.row($0) } }) else {
        throw .unknownConversation(id)
      }
      return .conversation(try loader.conversation(row))
    case .end(let id):
      guard let row = state.withLock({ state in state.find(id).flatMap { state.row($0) } }) else {
        throw .unknownConversation(id)
      }
      if let end = try loader.end(row) { return .end(end, row.summary) }
      return .conversation(try loader.conversation(row))
    case .earlier(let contact, let except, let limit):
      return .earlier(contact, state.withLock { $0.earlier(contact, except: except, limit: limit) })
    case .agents:
      return .agents(
        state.withLock { Array($0.agents.values) }.sorted {
          ($0.name, $0.id.rawValue) < ($1.name, $1.id.rawValue)
        })
    case .reconcile(let key):
      return .outcome(try applied(key) ?? .unknown)
    case .apply: throw .unsupported("apply")
    case .retry, .discard: throw .unsupported("an outbox")
    case .countQueues: return .done
    }
  }

  private func queueAnswer(_ query: QueueQuery, offset: Int, limit: Int) -> DeskAnswer {
    let now = clock()
    let offset = max(0, min(offset, Int(UInt32.max)))
    let (rows, counts) = state.withLock { state in
      state.advance(to: now)
      var counts = state.counts(now: now)
      guard query.isPlain else {
        let all = state.rows(matching: query, now: now)
        counts.total = all.count
        return (all.dropFirst(offset).prefix(max(0, limit)).compactMap { state.row($0)?.summary }, counts)
      }
      let list = state.orders[query.view]
      let end = offset + max(0, min(limit, list.count - min(offset, list.count)))
      let rows = offset < end ? list.rows(offset..<end).compactMap { state.row($0)?.summary } : []
      return (rows, counts)
    }
    return .queue(query, offset: offset, rows: rows, counts: counts)
  }

  /// What became of an intent; nil when it was never applied.
  func applied(_ key: ClientKey) throws(DeskError) -> Outcome? {
    for place in state.withLock({ $0.places(of: key) }) {
      guard let row = state.withLock({ $0.row(place.row) }), Int(place.event) < row.events.count else {
        continue
      }
      let event = try loader.event(row.events[Int(place.event)])
      guard event.key == key.rawValue else { continue }
      let version = Int(place.event) + 2
      guard case .said(let entry) = event.content else {
        return .applied(entry: nil, audience: nil, version: version)
      }
      return .applied(entry: entry.id, audience: entry.audience, version: version)
    }
    return nil
  }
}

extension DeskState {
  /// How many rows a query has.
  mutating func count(of query: QueueQuery, now: Timestamp) -> Int {
    advance(to: now)
    return query.filter.isEmpty ? orders[query.view].count : rows(matching: query, now: now).count
  }

  /// - Complexity: O(log n), and O(rows that are due within the policy's `vipAhead`).
  func counts(now: Timestamp) -> QueueCounts {
    var result = QueueCounts()
    for view in QueueView.allCases { result.byView[view] = orders[view].count }
    let ahead = policy.policy.vipAhead * 1_000
    func place(_ moment: Int64) -> Int {
      orders[.all].partition { row in
        let order = order(row)
        return order.rank == 0 && order.key <= moment
      }
    }
    // A VIP's key is earlier than its deadline: those in between are looked at one by one.
    let sure = place(now.milliseconds - ahead)
    let possible = place(now.milliseconds)
    result.late = sure
    for row in orders[.all].rows(sure..<max(sure, possible))
    where load(Int64.self, row, RowField.due) <= now.milliseconds {
      result.late += 1
    }
    return result
  }

  /// - Complexity: O(log n).
  mutating func place(of id: ConversationID, in view: QueueView, now: Timestamp) -> Int? {
    advance(to: now)
    guard let row = find(id) else { return nil }
    let standing = standing(row)
    let list = orders[view]
    let place = list.partition { precedes($0, standing) }
    return place < list.count && list[place] == row ? place : nil
  }

  /// - Complexity: O(k log k) in the conversations of the contact.
  func earlier(_ contact: ContactID, except: ConversationID, limit: Int) -> [ConversationSummary] {
    let all = rows(of: contact).compactMap { row($0)?.summary }
    let others = all.filter { $0.contactID == contact && $0.id != except }
    return Array(
      others.sorted { ($1.lastActivity, $0.id.rawValue) < ($0.lastActivity, $1.id.rawValue) }.prefix(
        max(0, limit)))
  }
}
