/// The size of a screen or of a part of it, in character cells.
package struct Size: Sendable, Hashable {
  /// Cells from left to right, 0 or more.
  package var columns: Int
  /// Cells from top to bottom, 0 or more.
  package var rows: Int

  /// Makes a size; negative values become 0.
  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A rectangle of character cells; column and row count from 0 at the upper left.
package struct Rect: Sendable, Hashable {
  /// The leftmost column.
  package var column: Int
  /// The topmost row.
  package var row: Int
  /// The width in columns, 0 or more.
  package var columns: Int
  /// The height in rows, 0 or more.
  package var rows: Int

  /// Makes a rectangle; negative extents become 0.
  package init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The whole of a screen.
  package init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  /// The first column right of the rectangle.
  package var endColumn: Int { column + columns }
  /// The first row below the rectangle.
  package var endRow: Int { row + rows }
  /// The extents without the position.
  package var size: Size { Size(columns: columns, rows: rows) }
  /// Whether nothing can be drawn in it.
  package var isEmpty: Bool { columns == 0 || rows == 0 }

  /// Whether a cell lies inside.
  package func contains(_ place: ScreenPosition) -> Bool {
    place.row >= row && place.row < endRow && place.column >= column && place.column < endColumn
  }

  /// The part that both rectangles share; empty when they do not meet.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top,
      columns: min(endColumn, other.endColumn) - left, rows: min(endRow, other.endRow) - top)
  }

  /// Cuts `count` rows off the top and returns them; the rest stays in `self`.
  package mutating func takeTop(_ count: Int) -> Rect {
    let taken = min(max(0, count), rows)
    defer {
      row += taken
      rows -= taken
    }
    return Rect(column: column, row: row, columns: columns, rows: taken)
  }

  /// Cuts `count` rows off the bottom and returns them; the rest stays in `self`.
  package mutating func takeBottom(_ count: Int) -> Rect {
    let taken = min(max(0, count), rows)
    rows -= taken
    return Rect(column: column, row: row + rows, columns: columns, rows: taken)
  }

  /// Cuts `count` columns off the left and returns them; the rest stays in `self`.
  package mutating func takeLeft(_ count: Int) -> Rect {
    let taken = min(max(0, count), columns)
    defer {
      column += taken
      columns -= taken
    }
    return Rect(column: column, row: row, columns: taken, rows: rows)
  }

  /// Cuts `count` columns off the right and returns them; the rest stays in `self`.
  package mutating func takeRight(_ count: Int) -> Rect {
    let taken = min(max(0, count), columns)
    columns -= taken
    return Rect(column: column + columns, row: row, columns: taken, rows: rows)
  }
}
