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
    _ glyphs: [Glyph], row: Int, column: Int, limit: Int? = nil, style: Style
  ) -> Int {
    var place = column
    let end = min(limit ?? area.columns, area.columns)
    guard row >= 0, row < area.rows else { return place }
    for glyph in glyphs {
      guard place + glyph.columns <= end else { break }
      put(glyph, row: row, column: place, style: style)
      place += glyph.columns
    }
    return place
  }

  @inline(__always)
  private mutating func put(_ glyph: Glyph, row: Int, column: Int, style: Style) {
    guard column >= 0 else { return }
    let cell = Cell(base: glyph.base, marks: glyph.marks, columns: UInt8(glyph.columns), style: style)
    grid.put(cell, row: row + area.row, column: column + area.column, limit: area.endColumn)
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
    let text = text.singleLine
    let room = end - column
    if text.isASCII, column >= 0 {
      return draw(ascii: text, row: row, column: column, room: room, style: style)
    }
    if !text.hasRightToLeft {
      return draw(text.glyphs(truncatedTo: room), row: row, column: column, limit: end, style: style)
    }
    let fitting = text.truncated(to: room)
    return draw(fitting.glyphs(order: .visual), row: row, column: column, limit: end, style: style)
  }

  /// Draws a row of a wrapped text from left to right, whatever the text's direction, cut at the edge.
  package mutating func draw(_ text: SafeText, of piece: Row, row: Int, column: Int, style: Style) {
    guard row >= 0, row < area.rows else { return }
    let room = area.columns - column
    guard column >= 0, text.isPlain(piece), piece.shown.count <= room else {
      draw(text.glyphs(of: piece, order: .visual), row: row, column: column, style: style)
      return
    }
    let string = text.string
    grid.put(
      ascii: string.utf8.span.extracting(piece.shown), count: piece.shown.count, row: row + area.row,
      column: column + area.column, style: style)
  }

  /// Most names, times and words: no glyphs are made.
  private mutating func draw(ascii text: SafeText, row: Int, column: Int, room: Int, style: Style) -> Int {
    let string = text.string
    let bytes = string.utf8.span
    let fits = bytes.count <= room
    let count = fits ? bytes.count : room - 1
    grid.put(
      ascii: bytes, count: count, row: row + area.row, column: column + area.column, style: style)
    if fits { return column + count }
    grid.put(
      Cell(base: 0x2026, style: style), row: row + area.row, column: column + count + area.column,
      limit: area.endColumn)
    return column + room
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
