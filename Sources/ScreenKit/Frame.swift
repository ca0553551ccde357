package import TextLayout

/// A place on the screen; both count from 0.
package struct ScreenPosition: Sendable, Hashable {
  /// The row.
  package var row: Int
  /// The column.
  package var column: Int

  /// Makes a position.
  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// All that a terminal is to show: cells, the cursor, the title.
///
/// Terminal modes are values here; the driver brings the terminal from the last frame to this one.
package struct Frame: Sendable, Hashable {
  /// The cells.
  package var grid: Grid
  /// Where the cursor blinks; nil hides it.
  package var cursor: ScreenPosition?
  /// The window's title; nil leaves it alone.
  package var title: SafeText?

  /// Makes a frame.
  package init(grid: Grid, cursor: ScreenPosition? = nil, title: SafeText? = nil) {
    self.grid = grid
    self.cursor = cursor
    self.title = title
  }
}
