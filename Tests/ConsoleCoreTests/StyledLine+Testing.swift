import ScreenKit
import TestSupport
import TextLayout

@testable import ConsoleCore

extension StyledLine {
  /// All that stands on the line, runs parted by nothing, the right part after a bar.
  var text: String {
    runs.map(\.text.string).joined() + (trailing.isEmpty ? "" : "|" + trailing.map(\.text.string).joined())
  }

  /// The roles in which something is drawn.
  var roles: Set<StyleRole> { Set((runs + trailing).map(\.style.role)) }
}

/// Draws one part of the screen alone.
func drawn(columns: Int, rows: Int, _ draw: (inout Canvas) -> Void) -> Frame {
  let size = Size(columns: columns, rows: rows)
  var canvas = Canvas(Grid(size: size), area: Rect(size))
  draw(&canvas)
  return Frame(grid: canvas.finish())
}
