/// How the rows of a queue are ordered.
package enum QueueSort: String, Sendable, Hashable, CaseIterable {
  /// What burns first: deadlines, then whoever waits longest, then the rest (`QueueOrder`).
  case burning
  /// Whoever waits longest first; then those who do not wait, latest activity first.
  case waiting
  /// Latest activity first.
  case newest
  /// Oldest activity first.
  case oldest
  /// Customers with priority first, each part by `burning`.
  case vip
}

extension QueueSort {
  /// Whether a conversation stands before another one; total, the id settles ties.
  ///
  /// `vipAhead` is the policy's, in seconds.
  package func precedes(
    _ left: ConversationSummary, _ right: ConversationSummary,
    vipAhead: Int64 = ServicePolicy.usualVIPAhead
  ) -> Bool {
    let (first, second) = (key(of: left), key(of: right))
    if first != second { return first < second }
    return QueueOrder(left, vipAhead: vipAhead) < QueueOrder(right, vipAhead: vipAhead)
  }

  private func key(of summary: ConversationSummary) -> Int64 {
    key(
      waitingSince: summary.waitingSince?.milliseconds, lastActivity: summary.lastActivity.milliseconds,
      isVIP: summary.isVIP)
  }

  /// What is compared before `QueueOrder`; lower stands first.
  ///
  /// Times are in milliseconds.
  package func key(waitingSince: Int64?, lastActivity: Int64, isVIP: Bool) -> Int64 {
    switch self {
    case .burning: 0
    case .waiting: waitingSince ?? .max
    case .newest: 0 &- lastActivity
    case .oldest: lastActivity
    case .vip: isVIP ? 0 : 1
    }
  }
}

/// Which conversations are wanted, and in which order.
package struct QueueQuery: Sendable, Hashable {
  /// The standing selection.
  package var view: QueueView
  /// What a person has typed to narrow it.
  package var filter: QueueFilter
  /// The order.
  package var sort: QueueSort
  /// A backend's queue that is wanted in the place of the view, which then means nothing; nil for the view.
  package var queue: BackendQueueID?

  /// Makes a query; by default the whole view in its usual order.
  package init(
    _ view: QueueView, filter: QueueFilter = QueueFilter(), sort: QueueSort = .burning,
    queue: BackendQueueID? = nil
  ) {
    self.view = view
    self.filter = filter
    self.sort = sort
    self.queue = queue
  }

  /// Whether it is a whole view in the usual order, which a desk has at hand.
  package var isPlain: Bool { filter.isEmpty && sort == .burning && queue == nil }
}
