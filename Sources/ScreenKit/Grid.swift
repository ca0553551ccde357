/// A rectangle of cells, row by row: what a screen shows, without a screen.
package struct Grid: Sendable, Hashable {
  /// The extents of the grid.
  package let size: Size
  /// All cells, row-major; `cells.count == size.columns * size.rows`.
  package private(set) var cells: [Cell]

  /// Makes a grid of empty cells.
  package init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// The cell at a place; outside the grid an empty one.
  package subscript(row: Int, column: Int) -> Cell {
    guard row >= 0, row < size.rows, column >= 0, column < size.columns else { return .blank }
    return cells[row * size.columns + column]
  }

  /// The cells of one row; empty outside the grid.
  package func row(_ row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < size.rows else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Writes a cell and keeps wide glyphs whole: a glyph that loses one half becomes blanks, and a
  /// wide glyph that has no room for its right half becomes one blank.
  ///
  /// Places outside the grid are ignored. The write is limited to columns below `limit`.
  package mutating func put(_ cell: Cell, row: Int, column: Int, limit: Int) {
    let limit = min(limit, size.columns)
    guard row >= 0, row < size.rows, column >= 0, column < limit, cell.columns > 0 else { return }
    let index = row * size.columns + column
    if cell.columns == 1, cells[index].columns == 1 {
      cells[index] = cell
      return
    }
    if cell.columns == 2 && column + 1 >= limit {
      clearHalves(around: index, column: column)
      cells[index] = Cell(base: 0x20, style: cell.style)
      return
    }
    clearHalves(around: index, column: column)
    cells[index] = cell
    if cell.columns == 2 {
      clearHalves(around: index + 1, column: column + 1, keepingLeft: true)
      cells[index + 1] = .continuation(cell.style)
    }
  }

  /// Writes ASCII characters from a place on, one a column, as `put` does.
  ///
  /// The columns must be inside the grid; control characters become spaces.
  mutating func put(ascii bytes: Span<UInt8>, count: Int, row: Int, column: Int, style: Style) {
    let start = row * size.columns + column
    for offset in 0..<count {
      let index = start + offset
      if cells[index].columns != 1 { clearHalves(around: index, column: column + offset) }
      cells[index] = Cell(base: UInt32(max(0x20, bytes[offset])), style: style)
    }
  }

  /// Fills a part of the grid with one cell of one column.
  package mutating func fill(_ rect: Rect, with cell: Cell) {
    let area = rect.intersection(Rect(size))
    guard !area.isEmpty else { return }
    for row in area.row..<area.endRow {
      let start = row * size.columns
      clearHalves(around: start + area.column, column: area.column)
      clearHalves(around: start + area.endColumn - 1, column: area.endColumn - 1)
      for index in start + area.column..<start + area.endColumn { cells[index] = cell }
    }
  }

  /// Exchanges foreground and background of a part of the grid, keeping what it shows.
  package mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = rect.intersection(Rect(size))
    guard !area.isEmpty else { return }
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn {
        let index = row * size.columns + column
        cells[index].style = change(cells[index].style)
      }
    }
  }

  private mutating func clearHalves(around index: Int, column: Int, keepingLeft: Bool = false) {
    let old = cells[index]
    if old.columns == 0, column > 0, !keepingLeft {
      cells[index - 1] = Cell(base: 0x20, style: cells[index - 1].style)
    }
    if old.columns == 2, column + 1 < size.columns {
      cells[index + 1] = Cell(base: 0x20, style: old.style)
    }
  }

  /// Says what is malformed, or nil: every wide cell is followed by its continuation, every
  /// continuation follows a wide cell, no cell holds a control character.
  ///
  /// - Complexity: O(cells). For tests.
  package func firstInvariantViolation() -> String? {
    guard cells.count == size.columns * size.rows else { return "cell count differs from the size" }
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let cell = self[row, column]
        let place = "row \(row) column \(column)"
        if cell.base < 0x20 || (0x7F...0x9F).contains(cell.base) { return "control character at \(place)" }
        if cell.columns == 2, column + 1 >= size.columns || self[row, column + 1].columns != 0 {
          return "half a wide glyph at \(place)"
        }
        if cell.columns == 0, column == 0 || self[row, column - 1].columns != 2 {
          return "stray continuation at \(place)"
        }
      }
    }
    return nil
  }
}
