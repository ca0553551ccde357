/// A standing selection of conversations.
package enum QueueView: String, Sendable, Hashable, CaseIterable {
  /// Mine, neither done nor snoozed.
  case mine
  /// Nobody's, neither done nor snoozed.
  case unassigned
  /// Everybody's, neither done nor snoozed.
  case all
  /// Asleep until a time.
  case snoozed
  /// Done (`ConversationSummary.isDone`): resolved, and no access to the customer's account stands open.
  case resolved

  /// Whether a conversation belongs here at a moment, for an agent.
  package func contains(_ summary: ConversationSummary, me: AgentID, now: Timestamp) -> Bool {
    let isDone = summary.isDone
    let isSnoozed = !isDone && (summary.snoozedUntil.map { $0 > now } ?? false)
    switch self {
    case .resolved: return isDone
    case .snoozed: return isSnoozed
    case .all: return !isDone && !isSnoozed
    case .mine: return !isDone && !isSnoozed && summary.assignee?.id == me
    case .unassigned: return !isDone && !isSnoozed && summary.assignee == nil
    }
  }
}

/// The place of a conversation in a view: what burns first stands first.
///
/// Three ranks: a deadline runs (earliest first); somebody waits (longest first); the rest (latest activity
/// first). In the first two a customer with priority stands as if the deadline were earlier, or the waiting longer, by
/// the policy's `vipAhead`. The id settles ties, so that the order is total; it does not depend on the time of day, so
/// that it never flickers.
package struct QueueOrder: Sendable, Hashable, Comparable {
  /// 0, 1 or 2; lower stands first.
  package let rank: UInt8
  /// Lower stands first within a rank.
  package let key: Int64
  /// Settles ties.
  package let id: String

  /// The place of a summary; `vipAhead` is in seconds.
  package init(_ summary: ConversationSummary, vipAhead: Int64 = ServicePolicy.usualVIPAhead) {
    id = summary.id.rawValue
    (rank, key) = Self.place(
      due: summary.isDone ? nil : summary.due?.milliseconds,
      waitingSince: summary.waitingSince?.milliseconds, lastActivity: summary.lastActivity.milliseconds,
      ahead: summary.isVIP ? vipAhead : 0)
  }

  /// Rank and key of a conversation; times in milliseconds, `ahead` in seconds.
  ///
  /// `due` is nil in one that is done.
  package static func place(
    due: Int64?, waitingSince: Int64?, lastActivity: Int64, ahead: Int64
  ) -> (rank: UInt8, key: Int64) {
    if let due { return (0, due &- ahead &* 1_000) }
    if let waitingSince { return (1, waitingSince &- ahead &* 1_000) }
    return (2, 0 &- lastActivity)
  }

  /// Orders by rank, then key, then id.
  package static func < (left: QueueOrder, right: QueueOrder) -> Bool {
    if left.rank != right.rank { return left.rank < right.rank }
    if left.key != right.key { return left.key < right.key }
    return left.id < right.id
  }
}

/// How many conversations stand in each view, how many rows the query has, and how many are late.
package struct QueueCounts: Sendable, Hashable {
  /// Conversations in a view; absent means 0.
  package var byView: [QueueView: Int]
  /// Conversations of `all` whose deadline has passed.
  package var late: Int
  /// Rows of the query that was asked; nil when that is the count of its view.
  package var total: Int?
  /// Rows of the query without its filter; nil when that is the count of its view.
  package var whole: Int?

  /// Makes counts.
  package init(byView: [QueueView: Int] = [:], late: Int = 0, total: Int? = nil, whole: Int? = nil) {
    self.byView = byView
    self.late = late
    self.total = total
    self.whole = whole
  }

  /// The count of a view.
  package subscript(view: QueueView) -> Int { byView[view] ?? 0 }

  /// The rows of the query that was asked, whose view is `view`.
  package func rows(of view: QueueView) -> Int { total ?? self[view] }

  /// The rows of that query without its filter.
  package func wholeRows(of view: QueueView) -> Int { whole ?? self[view] }
}
