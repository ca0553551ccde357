import DeskModel
import ScreenKit
import TextLayout
import Widgets

/// The line above the queue into which a filter is typed, and what there is to say about it.
struct FilterView: Equatable {
  private var prompt: FilterPrompt
  private var words: Words

  init?(_ state: AppState) {
    guard let prompt = state.filterPrompt else { return nil }
    self.prompt = prompt
    words = state.words
  }

  func draw(on canvas: inout Canvas) {
    let start = canvas.draw(SafeText("/ "), row: 0, column: 0, style: Style(.accent, bold: true))
    canvas.draw(prompt.field.shown(columns: canvas.size.columns - start).text, row: 0, column: start)
    if prompt.field.isEmpty {
      canvas.draw(words("filter.hint"), row: 0, column: start, style: Style(.placeholder))
    }
    let line = prompt.error.map { Self.sentence(for: $0, words) } ?? words("filter.keys")
    canvas.draw(line, row: 1, column: 0, style: .muted)
  }

  /// What is to be typed in place of what was.
  static func sentence(for error: QueueFilterError, _ words: Words) -> SafeText {
    words(error.isUnfinished ? "filter.goOn" : "filter.wrong", SafeText(line: error.expected))
  }
}

/// Where the cursor stands in a line that is typed: above the queue, or at the bottom.
enum LinePlace {
  /// The cursor; nil when no such line has the keys.
  static func cursor(of state: AppState, in layout: Layout) -> ScreenPosition? {
    if let prompt = state.filterPrompt, let pane = layout.panes[.queue] {
      let column = 2 + prompt.field.shown(columns: pane.columns - 2).cursor
      return ScreenPosition(row: pane.row, column: pane.column + min(column, max(0, pane.columns - 1)))
    }
    guard let find = state.find, find.isTyping else { return nil }
    let title = FindLine.title(state.words).columns
    let column = title + find.field.shown(columns: FindLine.fieldColumns(state)).cursor
    return ScreenPosition(row: layout.bottom.row, column: min(column, max(0, layout.bottom.columns - 1)))
  }
}

/// The bottom line while words are looked for in the conversation.
enum FindLine {
  static func title(_ words: Words) -> SafeText { SafeText(" ") + words("find.title") + SafeText(" ") }

  /// Columns for the words: what the count and the keys leave.
  static func fieldColumns(_ state: AppState) -> Int {
    let taken = title(state.words).columns + keys(state).columns + (isWide(state) ? 38 : 14)
    return max(8, state.size.columns - taken)
  }

  /// Whether there is room to say where else to look.
  private static func isWide(_ state: AppState) -> Bool { state.size.columns >= 100 }

  private static func keys(_ state: AppState) -> SafeText {
    guard let find = state.find, state.size.columns >= 70 else { return .empty }
    return state.words(find.isTyping ? "find.typingKeys" : "find.keys")
  }

  static func line(_ state: AppState) -> StyledLine {
    guard let find = state.find else { return StyledLine() }
    let words = state.words
    var count = SafeText.empty
    if let current = find.current {
      count = words("find.count", SafeText(String(current + 1)), SafeText(String(find.matches.count)))
    } else if !find.field.isEmpty {
      count =
        isWide(state)
        ? words("find.nothingHere", SafeText(state.keymap.label(for: .searchDesk) ?? ""))
        : words("find.nothing")
    }
    let text = find.field.shown(columns: fieldColumns(state)).text
    var runs = [StyledRun(title(words), Style(.accent, bold: true)), StyledRun(text)]
    if find.field.isEmpty { runs.append(StyledRun(words("find.hint"), Style(.placeholder))) }
    return StyledLine(
      runs,
      trailing: [
        StyledRun(count + SafeText("  "), Style(.plain, bold: true)), StyledRun(keys(state), Style(.key)),
      ])
  }
}
