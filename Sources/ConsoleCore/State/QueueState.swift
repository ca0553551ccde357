package import DeskLink
package import DeskModel
package import Widgets

/// The queue as far as it is known here: a window of rows around the selection, never the whole desk.
package struct QueueState: Sendable, Hashable {
  /// What is shown: a view, narrowed by what the person typed, in the order that they want.
  package var query = QueueQuery(.mine)
  /// The view shown.
  package var view: QueueView {
    get { query.view }
    set { query.view = newValue }
  }
  /// The backend's queue that is shown, as it was told last; nil while a view is.
  package var backend: BackendQueue?
  /// What was typed as a filter, or stands in the config of the view shown.
  package var filterText = ""
  /// The filter that was typed last, to be called back.
  package var lastFilterText = ""
  /// The order that the person has chosen for the standing views.
  package var usualSort = QueueSort.burning
  /// How many rows the saved views have, as far as they are known.
  package var viewCounts: [QueueQuery: Int] = [:]
  /// Whether the counts of the saved views are being asked for.
  package var isCounting = false
  /// How many rows the query has.
  package var total: Int { counts.rows(of: view) }
  /// The selected row and the first row on the screen, over all rows of the view.
  package var cursor = ListCursor()
  /// The place of `rows.first` in the view, from 0.
  package var windowOffset = 0
  /// The rows known.
  package var rows: [ConversationSummary] = []
  /// Counts of all views.
  package var counts = QueueCounts()
  /// Whether the window must be asked for anew: something changed, or nothing was asked yet.
  package var isStale = true
  /// What was asked last: the same is not asked again until something changes, whatever the desk said.
  package var lastAsked: DeskRequest?
  /// Whether the place of `followed` is to be asked for.
  package var findsPlace = false
  /// Whether the first row is selected when the rows of another query have come.
  package var startsAtTop = false
  /// Whether a question is under way.
  package var isAsking = false
  /// Whether the desk has answered at least once.
  package var isLoaded = false
  /// Whether the selected row is to be opened as soon as it is known.
  package var opensSelection = false
  /// Whether a first view with rows in it is still looked for.
  package var seeksFirstView = true
  /// The conversation that the selection follows when rows move.
  package var followed: ConversationID?
  /// Whether the selected conversation has left this view, so that the row in its place is another one.
  package var selectionIsGone = false
  /// Whether the wheel has moved the rows away from the selected conversation.
  package var isScrolledAway = false
  /// Whether the person has moved the selection: only then does looking count as reading.
  package var isMovedByHand = false

  /// Makes a queue of which nothing is known yet.
  package init() {}

  /// Rows asked for beyond both edges of the screen.
  package static let margin = 60

  /// The summary at a place of the view; nil when it is outside of the window.
  package func summary(at place: Int) -> ConversationSummary? {
    let index = place - windowOffset
    return rows.indices.contains(index) ? rows[index] : nil
  }

  /// The selected summary, if known.
  package var selected: ConversationSummary? { cursor.selected.flatMap { summary(at: $0) } }

  /// Whether the rows from `first` on, as many as are shown, are known.
  package func covers(first: Int, count: Int) -> Bool {
    let end = min(first + count, total)
    return first >= windowOffset && end <= windowOffset + rows.count
  }
}
