import DeskLink
package import DeskModel
package import Widgets

/// The outbox over the panes: where one is in it.
///
/// What stands in it is `AppState.outbox`.
package struct OutboxPopup: Sendable, Hashable {
  /// The selected row and the rows in sight.
  package var cursor = ListCursor()
  /// What is selected, wherever it stands now; nil in an empty outbox.
  package var selected: ClientKey?
  /// The first row of its text that is shown, from 0.
  package var offset = 0
  /// What is to be given up as soon as the person says so once more.
  package var isAsked: ClientKey?

  /// Makes one in which nothing is selected yet.
  package init() {}

  /// Follows what stands in the outbox: the selection stays on what it was, or on its row.
  ///
  /// - Complexity: O(items).
  mutating func follow(_ work: PendingWork, height: Int) {
    let row = selected.flatMap { key in work.items.firstIndex { $0.intent.clientKey == key } }
    if let isAsked, work[isAsked]?.canBeGivenUp != true { self.isAsked = nil }
    cursor.resize(count: work.items.count, height: height, selecting: row ?? cursor.selected ?? 0)
    select(in: work)
  }

  /// Notes what stands on the selected row.
  mutating func select(in work: PendingWork) {
    let key = cursor.selected.map { work.items[$0].intent.clientKey }
    guard key != selected else { return }
    selected = key
    offset = 0
    isAsked = nil
  }
}
