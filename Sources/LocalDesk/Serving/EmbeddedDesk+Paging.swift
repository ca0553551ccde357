package import DeskLink
package import DeskModel
import Synchronization

extension EmbeddedDesk {
  /// A page of a selection: at most `limit` rows behind a place, from the start when it is nil.
  ///
  /// A conversation that moves while somebody pages may come twice or be missed; no other one is.
  /// - Complexity: O(limit), and what the desk needs to find the rows of a query that was not asked lately.
  package func page(
    of selection: DeskSelection, after place: DeskPlaceInOrder? = nil, limit: Int
  ) -> DeskPage {
    let now = clock()
    return state.withLock { state in
      state.advance(to: now)
      let lists = selection.queries.map { query in
        // Whoever asks from elsewhere does not know of our minutes; who goes on does not look anew.
        if place == nil { state.queries.forget(query, before: now.milliseconds) }
        return query.isPlain ? state.orders[query.view] : RowList(state.rows(matching: query, now: now))
      }
      var next = lists.map { list in
        place.map { place in
          list.partition { row in !state.place(of: row, selection.sort).isBehind(place) }
        } ?? 0
      }
      var rows: [DeskListRow] = []
      var last: DeskPlaceInOrder?
      while rows.count < limit {
        let heads = lists.indices.compactMap { list in
          next[list] < lists[list].count
            ? (list: list, place: state.place(of: lists[list][next[list]], selection.sort)) : nil
        }
        guard let first = heads.min(by: { $1.place.isBehind($0.place) }) else { break }
        if let row = state.row(lists[first.list][next[first.list]]) {
          rows.append(DeskListRow(summary: row.summary, version: row.version))
        }
        last = first.place
        next[first.list] += 1
      }
      let hasMore = lists.indices.contains { next[$0] < lists[$0].count }
      return DeskPage(rows: rows, next: hasMore ? last : nil, total: lists.reduce(0) { $0 + $1.count })
    }
  }

  /// All conversations of a contact, latest first.
  ///
  /// - Complexity: O(k log k) in their number.
  package func conversations(of contact: ContactID) -> [DeskListRow] {
    let rows = state.withLock { state in state.rows(of: contact).compactMap { state.row($0) } }
    return rows.filter { $0.summary.contactID == contact }.map {
      DeskListRow(summary: $0.summary, version: $0.version)
    }.sorted {
      ($1.summary.lastActivity, $0.summary.id.rawValue) < ($0.summary.lastActivity, $1.summary.id.rawValue)
    }
  }

  /// A conversation, and the keys of the intents whose entries it has.
  ///
  /// - Complexity: O(bytes of its line and its events).
  package func history(
    of id: ConversationID
  ) throws(DeskError) -> (conversation: Conversation, keys: [EntryID: ClientKey]) {
    guard let row = state.withLock({ state in state.find(id).flatMap { state.row($0) } }) else {
      throw .unknownConversation(id)
    }
    var keys: [EntryID: ClientKey] = [:]
    for place in row.events {
      let event = try loader.event(place)
      guard case .said(let entry) = event.content, !event.key.isEmpty else { continue }
      keys[entry.id] = DeskSteps.clientKey(ofEvent: event.key)
    }
    return (try loader.conversation(row), keys)
  }

  /// Every status that a conversation has had, the present one too.
  ///
  /// - Complexity: O(bytes of its line and its events).
  package func statuses(of id: ConversationID) throws(DeskError) -> Set<String> {
    guard let row = state.withLock({ state in state.find(id).flatMap { state.row($0) } }) else {
      throw .unknownConversation(id)
    }
    var imported = row
    imported.events = []
    var result: Set<String> = [try loader.conversation(row).status]
    result.insert(try loader.history(imported).current.status)
    for place in row.events {
      if case .changed(.status(let word)) = try loader.event(place).content { result.insert(word) }
    }
    return result
  }
}

extension DeskPlaceInOrder {
  /// Whether it comes later than another one.
  func isBehind(_ other: DeskPlaceInOrder) -> Bool {
    (other.sortKey, other.rank, other.key, other.id) < (sortKey, rank, key, id)
  }
}

extension DeskState {
  /// Where a row stands in an order.
  func place(of row: UInt32, _ sort: QueueSort) -> DeskPlaceInOrder {
    let order = order(row)
    return DeskPlaceInOrder(
      sortKey: sort.key(
        waitingSince: moment(row, RowField.waitingSince)?.milliseconds,
        lastActivity: load(Int64.self, row, RowField.lastActivity),
        isVIP: load(UInt8.self, row, RowField.flags) & RowField.flagVIP != 0),
      rank: order.rank, key: order.key, id: id(row))
  }
}
