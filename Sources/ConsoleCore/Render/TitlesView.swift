import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

/// The row of pane titles, or of tabs where one pane is shown at a time.
struct TitlesView: Equatable {
  private struct Title: Equatable {
    var pane: Pane
    var text: SafeText
    var isFocused: Bool
    var column: Int
    var columns: Int
  }

  private var titles: [Title] = []
  private var rules: [Int]
  private var isTabs: Bool

  init(_ state: AppState) {
    let layout = state.layout
    rules = layout.rules
    isTabs = layout.arrangement == .tabs
    let panes: [Pane] = [.queue, .conversation, .thread, .customer]
    for pane in panes {
      let rect = layout.panes[pane]
      guard isTabs || rect != nil else { continue }
      let isFocused = state.focus == pane || (isTabs && pane == .conversation && state.focus == .composer)
      titles.append(
        Title(
          pane: pane, text: Self.text(pane, state), isFocused: isFocused, column: rect?.column ?? 0,
          columns: rect?.columns ?? 0))
    }
  }

  /// The pane whose title stands over a column; of tabs the one that was hit; nil beside them all.
  func pane(at column: Int) -> Pane? {
    guard isTabs else {
      return titles.first { ($0.column..<$0.column + $0.columns).contains(column) }?.pane
    }
    var start = 1
    for title in titles {
      let end = start + title.text.columns + 2
      if (start..<end).contains(column) { return title.pane }
      start = end + 1
    }
    return nil
  }

  /// The title of a pane, with the number of rows that are out of sight below.
  private static func text(_ pane: Pane, _ state: AppState) -> SafeText {
    let name = name(of: pane, state)
    let below: Int
    switch pane {
    case .queue: return QueueTitle.text(state)
    case .thread: below = state.open?.threadCursor.hidden.below ?? 0
    default: below = 0
    }
    guard below > 0, state.layout.panes[pane] != nil else { return name }
    return state.words("pane.more", name, SafeText(String(below)))
  }

  private static func name(of pane: Pane, _ state: AppState) -> SafeText {
    switch pane {
    case .thread:
      return state.words("pane.thread", SafeText(String(state.open?.conversation.entryCount ?? 0)))
    default: return state.words("pane.\(pane.rawValue)")
    }
  }

  func draw(on canvas: inout Canvas) {
    canvas.fill(Rect(column: 0, row: 0, columns: canvas.size.columns, rows: 1), with: "─", Style(.border))
    if isTabs {
      var column = 1
      for title in titles {
        let text =
          title.isFocused
          ? SafeText("[") + title.text + SafeText("]") : SafeText(" ") + title.text + SafeText(" ")
        let style = title.isFocused ? Style(.focusedBorder, bold: true) : Style(.title)
        column = canvas.draw(text, row: 0, column: column, style: style) + 1
      }
      return
    }
    for title in titles {
      // A focused pane is told by brackets, not by colour alone.
      let text =
        title.isFocused
        ? SafeText("[") + title.text + SafeText("]") : SafeText(" ") + title.text + SafeText(" ")
      let style = title.isFocused ? Style(.focusedBorder, bold: true) : Style(.title)
      canvas.draw(text, row: 0, column: title.column + 1, limit: title.column + title.columns, style: style)
    }
    for column in rules {
      canvas.fill(Rect(column: column, row: 0, columns: 1, rows: 1), with: "┬", Style(.border))
    }
  }
}
