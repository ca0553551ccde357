package import DeskLink
package import DeskModel
import Synchronization

/// Rows of conversations that somebody else has selected: of a backend's queue.
extension EmbeddedDesk {
  /// Rows `offset ..< offset + limit` (from 0) of the conversations that are here, whatever their status, narrowed and ordered as the
  /// query says.
  ///
  /// - Complexity: O(ids), and their sorting.
  package func queueAnswer(
    _ query: QueueQuery, among ids: [ConversationID], offset: Int, limit: Int
  ) -> DeskAnswer {
    let now = clock()
    return state.withLock { state in
      state.advance(to: now)
      let (rows, whole) = state.rows(among: ids, matching: query, now: now)
      var counts = state.counts(now: now)
      counts.total = rows.count
      counts.whole = whole
      let window = rows.dropFirst(max(0, offset)).prefix(max(0, limit))
      return .queue(
        query, offset: offset, rows: window.compactMap { state.row($0)?.summary }, counts: counts)
    }
  }

  /// The place (from 0) of a conversation among those rows; nil when it is not there.
  ///
  /// - Complexity: as `queueAnswer`.
  package func place(
    of id: ConversationID, in query: QueueQuery, among ids: [ConversationID]
  ) -> Int? {
    let now = clock()
    return state.withLock { state in
      state.advance(to: now)
      guard let row = state.find(id) else { return nil }
      return state.rows(among: ids, matching: query, now: now).rows.firstIndex(of: row)
    }
  }
}

extension DeskState {
  /// The rows of conversations that pass a query's filter, in its order, and how many there are without the filter.
  fileprivate func rows(
    among ids: [ConversationID], matching query: QueueQuery, now: Timestamp
  ) -> (rows: [UInt32], whole: Int) {
    let known = ids.compactMap { find($0) }
    let matcher = RowMatcher(query.filter, me: me.id)
    let keyed = known.filter { matches($0, matcher, now.milliseconds) }.map { row in
      (row: row, key: key(row, query.sort), order: order(row), id: id(row))
    }
    let sorted = keyed.sorted { left, right in
      if left.key != right.key { return left.key < right.key }
      if left.order.rank != right.order.rank { return left.order.rank < right.order.rank }
      return (left.order.key, left.id) < (right.order.key, right.id)
    }
    return (sorted.map(\.row), known.count)
  }
}
