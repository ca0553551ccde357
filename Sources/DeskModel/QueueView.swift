/// A standing selection of conversations.
package enum QueueView: String, Sendable, Hashable, CaseIterable {
  /// Mine, neither resolved nor snoozed.
  case mine
  /// Nobody's, neither resolved nor snoozed.
  case unassigned
  /// Everybody's, neither resolved nor snoozed.
  case all
  /// Asleep until a time.
  case snoozed
  /// Done.
  case resolved

  /// Whether a conversation belongs here at a moment, for an agent.
  package func contains(_ summary: ConversationSummary, me: AgentID, now: Timestamp) -> Bool {
    let isResolved = summary.statusCategory == .resolved
    let isSnoozed = !isResolved && (summary.snoozedUntil.map { $0 > now } ?? false)
    switch self {
    case .resolved: return isResolved
    case .snoozed: return isSnoozed
    case .all: return !isResolved && !isSnoozed
    case .mine: return !isResolved && !isSnoozed && summary.assignee?.id == me
    case .unassigned: return !isResolved && !isSnoozed && summary.assignee == nil
    }
  }
}

/// The place of a conversation in a view: what burns first stands first.
///
/// Three ranks: a deadline runs (earliest first); somebody waits (longest first); the rest (latest
/// activity first). The id settles ties, so that the order is total and never flickers.
package struct QueueOrder: Sendable, Hashable, Comparable {
  /// 0, 1 or 2; lower stands first.
  package let rank: UInt8
  /// Lower stands first within a rank.
  package let key: Int64
  /// Settles ties.
  package let id: String

  /// The place of a summary.
  package init(_ summary: ConversationSummary) {
    id = summary.id.rawValue
    if summary.statusCategory != .resolved, let due = summary.due {
      rank = 0
      key = due.milliseconds
    } else if let waiting = summary.waitingSince {
      rank = 1
      key = waiting.milliseconds
    } else {
      rank = 2
      key = -summary.lastActivity.milliseconds
    }
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

  /// Makes counts.
  package init(byView: [QueueView: Int] = [:], late: Int = 0, total: Int? = nil) {
    self.byView = byView
    self.late = late
    self.total = total
  }

  /// The count of a view.
  package subscript(view: QueueView) -> Int { byView[view] ?? 0 }

  /// The rows of the query that was asked, whose view is `view`.
  package func rows(of view: QueueView) -> Int { total ?? self[view] }
}
