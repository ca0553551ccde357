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
package struct Frame: Sendable {
  /// The cells.
  package var grid: Grid
  /// Where the cursor blinks; nil hides it.
  package var cursor: ScreenPosition?
  /// The window's title; nil leaves it alone.
  package var title: SafeText?
  /// Rows outside of which the cells are those of the frame made before; nil when nobody knows.
  ///
  /// It saves the driver from comparing what has not been drawn on, and is no part of what is shown.
  package var changedRows: Range<Int>?

  /// Makes a frame.
  package init(
    grid: Grid, cursor: ScreenPosition? = nil, title: SafeText? = nil, changedRows: Range<Int>? = nil
  ) {
    self.grid = grid
    self.cursor = cursor
    self.title = title
    self.changedRows = changedRows
  }
}

extension Frame: Hashable {
  /// Compares what is shown.
  package static func == (left: Frame, right: Frame) -> Bool {
    left.cursor == right.cursor && left.title == right.title && left.grid == right.grid
  }

  /// Hashes what is shown.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(grid)
    hasher.combine(cursor)
    hasher.combine(title)
  }
}
