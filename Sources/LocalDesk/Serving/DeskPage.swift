package import DeskModel

/// Which conversations a page is of.
package struct DeskSelection: Sendable, Hashable {
  /// A view; nil for all conversations, whatever becomes of them.
  package var view: QueueView?
  /// What narrows it.
  package var filter: QueueFilter
  /// The order.
  package var sort: QueueSort

  /// Makes a selection.
  package init(_ view: QueueView?, filter: QueueFilter = QueueFilter(), sort: QueueSort = .burning) {
    self.view = view
    self.filter = filter
    self.sort = sort
  }

  /// The queries that give it together; no conversation is in two of them.
  var queries: [QueueQuery] {
    (view.map { [$0] } ?? [.all, .snoozed, .resolved]).map { QueueQuery($0, filter: filter, sort: sort) }
  }
}

/// Where a row stood in an order when it was read: pages go on from there, whatever has moved since.
package struct DeskPlaceInOrder: Sendable, Hashable {
  /// What the order compares first.
  package var sortKey: Int64
  /// `QueueOrder.rank`.
  package var rank: UInt8
  /// `QueueOrder.key`.
  package var key: Int64
  /// The conversation, which settles ties.
  package var id: String

  /// Makes a place.
  package init(sortKey: Int64, rank: UInt8, key: Int64, id: String) {
    self.sortKey = sortKey
    self.rank = rank
    self.key = key
    self.id = id
  }
}

/// A row of a list with its version.
package struct DeskListRow: Sendable, Hashable {
  /// What the row shows.
  package var summary: ConversationSummary
  /// The version of the conversation.
  package var version: Int
}

/// A page of a selection.
package struct DeskPage: Sendable, Hashable {
  /// The rows, in order.
  package var rows: [DeskListRow]
  /// Where the next page begins; nil when there is none.
  package var next: DeskPlaceInOrder?
  /// How many rows the selection has.
  package var total: Int
}
