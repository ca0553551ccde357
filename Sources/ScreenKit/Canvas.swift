package import TextLayout

/// A part of a grid to draw on: places count from its upper left, nothing leaves it.
///
/// Text enters only as `SafeText`.
package struct Canvas {
  /// The grid, in all its extent.
  package private(set) var grid: Grid
  /// The part of the grid that is drawn on.
  package private(set) var area: Rect

  /// Makes a canvas on a part of a grid.
  package init(_ grid: consuming Grid, area: Rect) {
    self.area = area.intersection(Rect(grid.size))
    self.grid = grid
  }

  /// The extents of the part that is drawn on.
  package var size: Size { area.size }

  /// Draws on another part of the grid, then comes back.
  package mutating func within(_ rect: Rect, _ draw: (inout Canvas) -> Void) {
    let whole = area
    area = rect.intersection(Rect(grid.size))
    draw(&self)
    area = whole
  }

  /// Empties the area.
  package mutating func clear(_ style: Style = .plain) {
    grid.fill(area, with: Cell(base: 0x20, style: style))
  }

  /// Fills a rectangle of the area with one character of one column.
  package mutating func fill(_ rect: Rect, with scalar: Unicode.Scalar = " ", _ style: Style) {
    let moved = Rect(
      column: rect.column + area.column, row: rect.row + area.row, columns: rect.columns, rows: rect.rows)
    grid.fill(moved.intersection(area), with: Cell(base: scalar.value, style: style))
  }

  /// Draws one row of glyphs and cuts it at `limit` or the edge.
  ///
  /// - Returns: the column after the last glyph drawn.
  @discardableResult
  package mutating func draw(
    _ glyphs: some Sequence<Glyph>, row: Int, column: Int, limit: Int? = nil, style: Style
  ) -> Int {
    var place = column
    let end = min(limit ?? area.columns, area.columns)
    guard row >= 0, row < area.rows else { return place }
    for glyph in glyphs {
      guard place + glyph.columns <= end else { break }
      if place >= 0 {
        let cell = Cell(
          base: glyph.base, marks: glyph.marks, columns: UInt8(glyph.columns), style: style)
        grid.put(cell, row: row + area.row, column: place + area.column, limit: area.endColumn)
      }
      place += glyph.columns
    }
    return place
  }

  /// Draws a text on one row, cut with `…` where it does not fit.
  ///
  /// Line ends show as `⏎`. Right-to-left text is put in visual order.
  /// - Returns: the column after the last glyph drawn.
  @discardableResult
  package mutating func draw(
    _ text: SafeText, row: Int, column: Int, limit: Int? = nil, style: Style = .plain
  ) -> Int {
    let end = min(limit ?? area.columns, area.columns)
    guard end > column, row >= 0, row < area.rows else { return column }
    let fitting = text.truncated(to: end - column)
    return draw(fitting.glyphs(order: .visual), row: row, column: column, limit: end, style: style)
  }

  /// Changes the style of a rectangle of the area, keeping what it shows.
  package mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let moved = Rect(
      column: rect.column + area.column, row: rect.row + area.row, columns: rect.columns, rows: rect.rows)
    grid.restyle(moved.intersection(area), change)
  }

  /// Gives the grid back.
  package consuming func finish() -> Grid { grid }
}
