import DeskModel
import ScreenKit
import TextLayout
import Widgets

/// What the queue shows, in words: the view and its count, what is marked, and how it is narrowed and ordered.
///
/// Nothing that is filtered away goes untold: the filter stands here as long as it holds.
enum QueueTitle {
  /// Columns that other tabs need where the panes are tabs.
  private static let otherTabs = 38

  /// `Mine 3 of 8 ↓2 *2 by wait · tag:billing`, cut where it does not fit: `*2` counts the marks.
  static func text(_ state: AppState) -> SafeText {
    let words = state.words
    let query = state.queue.query
    let saved = state.shownSavedView.map { state.settings.views[$0] }
    let view =
      state.queue.backend.map { state.title(of: $0) } ?? saved.map { SafeText(line: $0.name) }
      ?? words("view.\(query.view.rawValue)")
    var title = words("pane.queue", view, count(state))
    let below = state.queue.cursor.hidden.below
    if below > 0, state.layout.panes[.queue] != nil {
      title = words("pane.more", title, SafeText(String(below)))
    }
    let marks = state.many.marks.count
    if marks > 0 { title = title + SafeText(" ") + words("marks.count", SafeText(String(marks))) }
    if saved == nil {
      if query.sort != .burning { title = title + SafeText(" ") + words("sort.short.\(query.sort.rawValue)") }
      if !query.filter.isEmpty {
        let filter = state.queue.filterText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        title = words("pane.queue.filtered", title, SafeText(line: filter))
      }
    }
    if let note = note(state) { title = words("pane.queue.filtered", title, note) }
    guard state.layout.arrangement == .tabs else { return title }
    return title.truncated(to: max(10, state.size.columns - otherTabs))
  }

  /// What is to be known of the backend's queue that is shown: rows may be missing, or old.
  private static func note(_ state: AppState) -> SafeText? {
    guard let queue = state.queue.backend else { return nil }
    if state.isAway(queue) { return state.words("view.away") }
    return switch queue.reading {
    case .reading: state.words("view.reading")
    case .part: state.words("view.part")
    case .failed: state.words("view.failed")
    case .gone, .unread, .whole: nil
    }
  }

  /// `8`, or `3 of 8` when a filter narrows the view.
  static func count(_ state: AppState) -> SafeText {
    let total = SafeText(String(state.queue.total))
    guard !state.queue.query.filter.isEmpty else { return total }
    return state.words(
      "pane.queue.of", total, SafeText(String(state.queue.counts.wholeRows(of: state.queue.view))))
  }
}
