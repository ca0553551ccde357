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
  package func precedes(_ left: ConversationSummary, _ right: ConversationSummary) -> Bool {
    let (first, second) = (key(of: left), key(of: right))
    return first == second ? QueueOrder(left) < QueueOrder(right) : first < second
  }

  /// Lower stands first.
  private func key(of summary: ConversationSummary) -> Int64 {
    switch self {
    case .burning: 0
    case .waiting: summary.waitingSince?.milliseconds ?? .max
    case .newest: -summary.lastActivity.milliseconds
    case .oldest: summary.lastActivity.milliseconds
    case .vip: summary.isVIP ? 0 : 1
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

  /// Makes a query; by default the whole view in its usual order.
  package init(_ view: QueueView, filter: QueueFilter = QueueFilter(), sort: QueueSort = .burning) {
    self.view = view
    self.filter = filter
    self.sort = sort
  }

  /// Whether it is a whole view in the usual order, which a desk has at hand.
  package var isPlain: Bool { filter.isEmpty && sort == .burning }
}
