import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

extension Canvas {
  /// Draws a styled line: the trailing part at the right edge, the rest before it.
  mutating func draw(_ line: StyledLine, row: Int, column: Int = 0, columns: Int? = nil) {
    let end = min(size.columns, columns.map { column + $0 } ?? size.columns)
    var limit = end
    if !line.trailing.isEmpty {
      let width = line.trailing.reduce(0) { $0 + $1.text.columns }
      var place = max(column, end - width)
      limit = max(column, place - 1)
      for run in line.trailing {
        place = draw(run.text, row: row, column: place, limit: end, style: run.style)
      }
    }
    var place = column
    for run in line.runs where !run.text.isEmpty {
      if place >= limit {
        // What is left out altogether is told, too.
        draw(SafeText("…"), row: row, column: limit - 1, limit: limit, style: run.style)
        break
      }
      place = draw(run.text, row: row, column: place, limit: limit, style: run.style)
    }
  }

  /// Draws a horizontal rule with a heading in it: `─ heading ────`.
  mutating func drawRule(row: Int, columns: Range<Int>, heading: SafeText, style: Style, headingStyle: Style)
  {
    fill(Rect(column: columns.lowerBound, row: row, columns: columns.count, rows: 1), with: "─", style)
    guard !heading.isEmpty, columns.count > 4 else { return }
    let end = draw(
      heading, row: row, column: columns.lowerBound + 2, limit: columns.upperBound - 1, style: headingStyle)
    fill(Rect(column: columns.lowerBound + 1, row: row, columns: 1, rows: 1), style)
    if end < columns.upperBound { fill(Rect(column: end, row: row, columns: 1, rows: 1), style) }
  }
}
