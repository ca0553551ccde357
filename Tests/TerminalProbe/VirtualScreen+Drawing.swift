internal import CPtyShim
internal import ScreenKit

// What the sequences do to the cells.

extension VirtualScreen {
  /// An erased cell keeps the present background.
  private var blankCell: Cell {
    Cell(text: " ", look: Look(foreground: nil, background: look.background))
  }

  mutating func move(row: Int, column: Int) {
    cursor.row = min(max(0, row), size.rows - 1)
    cursor.column = min(max(0, column), size.columns - 1)
    wrapIsPending = false
  }

  /// Prints one scalar: a mark joins the glyph before it, all else takes its columns.
  mutating func put(_ scalar: Unicode.Scalar) {
    let columns = Int(pty_columns(scalar.value))
    if columns == 0 {
      var column = wrapIsPending ? cursor.column : cursor.column - 1
      if column > 0, cells[cursor.row][column].text.isEmpty { column -= 1 }
      if column >= 0 { cells[cursor.row][column].text.unicodeScalars.append(scalar) }
      return
    }
    place(String(scalar), columns: min(max(1, columns), size.columns))
  }

  private mutating func place(_ text: String, columns: Int) {
    if wrapIsPending || cursor.column + columns > size.columns {
      cursor.column = 0
      lineFeed()
    }
    for offset in 0..<columns { breakGlyph(cursor.row, cursor.column + offset) }
    cells[cursor.row][cursor.column] = Cell(text: text, look: look)
    if columns == 2 { cells[cursor.row][cursor.column + 1] = Cell(text: "", look: look) }
    lastGlyph = text
    wrapIsPending = cursor.column + columns == size.columns
    cursor.column = min(cursor.column + columns, size.columns - 1)
  }

  mutating func repeatLast(_ count: Int) {
    guard let scalar = lastGlyph.unicodeScalars.first else { return }
    for _ in 0..<min(count, size.columns * size.rows) { put(scalar) }
  }

  /// Blanks the other half of a wide glyph that is about to lose one.
  private mutating func breakGlyph(_ row: Int, _ column: Int) {
    guard cells[row].indices.contains(column) else { return }
    if cells[row][column].text.isEmpty, column > 0 { cells[row][column - 1].text = " " }
    if column + 1 < size.columns, cells[row][column + 1].text.isEmpty { cells[row][column + 1].text = " " }
  }

  mutating func lineFeed() {
    wrapIsPending = false
    if cursor.row == region.upperBound - 1 {
      scrollUp(1, from: region.lowerBound)
    } else if cursor.row + 1 < size.rows {
      cursor.row += 1
    }
  }

  mutating func reverseLineFeed() {
    wrapIsPending = false
    if cursor.row == region.lowerBound {
      scrollDown(1, from: region.lowerBound)
    } else if cursor.row > 0 {
      cursor.row -= 1
    }
  }

  /// Removes rows at `top` and adds blank ones at the region's end.
  mutating func scrollUp(_ count: Int, from top: Int) {
    guard region.contains(top) else { return }
    for _ in 0..<min(count, region.upperBound - top) {
      cells.remove(at: top)
      cells.insert(Array(repeating: blankCell, count: size.columns), at: region.upperBound - 1)
    }
  }

  /// Adds blank rows at `top` and removes those at the region's end.
  mutating func scrollDown(_ count: Int, from top: Int) {
    guard region.contains(top) else { return }
    for _ in 0..<min(count, region.upperBound - top) {
      cells.remove(at: region.upperBound - 1)
      cells.insert(Array(repeating: blankCell, count: size.columns), at: top)
    }
  }

  mutating func erase(row: Int, _ columns: Range<Int>) {
    let columns = columns.clamped(to: 0..<size.columns)
    guard let last = columns.last else { return }
    breakGlyph(row, columns.lowerBound)
    breakGlyph(row, last)
    for column in columns { cells[row][column] = blankCell }
  }

  mutating func eraseLine(_ mode: Int) {
    switch mode {
    case 0: erase(row: cursor.row, cursor.column..<size.columns)
    case 1: erase(row: cursor.row, 0..<cursor.column + 1)
    default: erase(row: cursor.row, 0..<size.columns)
    }
  }

  mutating func eraseDisplay(_ mode: Int) {
    if mode < 2 { eraseLine(mode) }
    let rows = mode == 0 ? cursor.row + 1..<size.rows : mode == 1 ? 0..<cursor.row : 0..<size.rows
    for row in rows { erase(row: row, 0..<size.columns) }
  }

  mutating func insertBlanks(_ count: Int) {
    let count = min(count, size.columns - cursor.column)
    breakGlyph(cursor.row, cursor.column)
    cells[cursor.row].removeLast(count)
    cells[cursor.row].insert(contentsOf: repeatElement(blankCell, count: count), at: cursor.column)
  }

  mutating func deleteCharacters(_ count: Int) {
    let count = min(count, size.columns - cursor.column)
    breakGlyph(cursor.row, cursor.column)
    cells[cursor.row].removeSubrange(cursor.column..<cursor.column + count)
    cells[cursor.row].append(contentsOf: repeatElement(blankCell, count: count))
  }

  mutating func setAlternate(_ isOn: Bool) {
    guard isOn != isAlternate else { return }
    isAlternate = isOn
    if isOn {
      primary = (cells, cursor)
      cells = Self.blank(size)
    } else if let old = primary {
      cells = old.cells
      move(row: old.cursor.row, column: old.cursor.column)
      primary = nil
    }
  }
}
