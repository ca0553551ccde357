import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

/// Draws what belongs to a break: the note before it, the quiet screen during it.
enum BreakView {
  /// Draws the note and says where the cursor stands.
  static func draw(_ note: BreakNote, _ state: AppState, on canvas: inout Canvas) -> ScreenPosition {
    let wished = Size(columns: BreakNote.columns + 4, rows: BreakNote.rows + 4)
    let area = PopupLayout.place(wished, in: Rect(canvas.size), .centred)
    PopupView.frame(area, state.words("break.noteTitle"), on: &canvas)
    let inner = PopupView.inner(area)
    var field = note.field
    field.resize(columns: max(2, inner.columns), height: max(1, inner.rows - 2))
    canvas.within(inner) { canvas in
      for (row, piece) in field.rows(field.visibleRows).enumerated() {
        canvas.draw(piece.paragraph, of: piece.row, row: row, column: 0, style: Style(.note))
      }
      canvas.draw(state.words("break.noteHint"), row: canvas.size.rows - 1, column: 0, style: Style(.key))
    }
    let place = field.cursorPosition
    return ScreenPosition(
      row: inner.row + max(0, place.row - field.visibleRows.lowerBound),
      column: inner.column + min(place.column, max(0, inner.columns - 1)))
  }

  /// Draws nothing but how long the rest still is.
  static func draw(_ rest: Rest, _ state: AppState, on canvas: inout Canvas) {
    canvas.clear()
    let left = rest.minutesLeft(at: state.now)
    let lines =
      left == 0
      ? [StyledLine(state.words("break.over"), .title), StyledLine(state.words("break.goOn"), .muted)]
      : [
        StyledLine(state.words("break.until", ClockText.clock(rest.until, state.utcOffset)), .title),
        StyledLine(state.words.counted("break.left", left)), StyledLine(),
        StyledLine(state.words("break.goOn"), .muted),
      ]
    let first = max(0, (canvas.size.rows - lines.count) / 2)
    for (row, line) in lines.enumerated() {
      let width = line.runs.reduce(0) { $0 + $1.text.columns }
      canvas.draw(line, row: first + row, column: max(0, (canvas.size.columns - width) / 2))
    }
  }
}
