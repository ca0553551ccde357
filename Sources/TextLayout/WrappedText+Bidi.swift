extension WrappedText {
  /// The glyphs of a row from left to right as they go to the cells.
  ///
  /// - Parameters:
  ///   - row: 0-based.
  ///   - order: `logical` when the terminal reorders rows itself.
  /// - Returns: the glyphs; none outside of the rows.
  /// - Complexity: O(*n*) in the bytes of the row.
  package func glyphs(atRow row: Int, order: BidiRow.Order) -> [Glyph] {
    rows.indices.contains(row) ? text.glyphs(of: rows[row], order: order) : []
  }

  /// Where a caret before a UTF-8 byte of the text is drawn when rows are in visual order.
  ///
  /// It is on the cell of the cluster there. After the last cluster it is right of the row, or at
  /// column 0 when the paragraph runs from right to left. Columns count from the left end of what
  /// the row shows.
  ///
  /// - Complexity: O(*n*) in the bytes of the row.
  package func visualPosition(ofByte byte: Int) -> Position {
    let logical = position(ofByte: byte)
    let row = rows[logical.row]
    guard !row.levels.isEmpty else { return logical }
    let glyphs = text.glyphs(of: row)
    let levels = BidiRow.trimmed(
      row.levels(of: glyphs), of: glyphs, baseLevel: row.isRightToLeft ? 1 : 0)
    var used = 0
    var target = 0
    while target < glyphs.count, used < logical.column {
      used += glyphs[target].columns
      target += 1
    }
    guard target < glyphs.count else {
      return Position(row: logical.row, column: row.isRightToLeft ? 0 : logical.column)
    }
    var column = 0
    for index in BidiRow.visualIndices(levels) {
      if index == target { break }
      column += glyphs[index].columns
    }
    return Position(row: logical.row, column: column)
  }
}

extension SafeText {
  /// The glyphs of a row of this text from left to right as they go to the cells; tabs are spaces.
  ///
  /// - Complexity: O(*n*) in the bytes of the row.
  package func glyphs(of row: Row, order: BidiRow.Order) -> [Glyph] {
    let glyphs = glyphs(of: row)
    if order == .logical || row.levels.isEmpty { return glyphs }
    return BidiRow.reorder(
      glyphs, levels: row.levels(of: glyphs), baseLevel: row.isRightToLeft ? 1 : 0)
  }

  /// The glyphs of the text on one row, from left to right as they go to the cells.
  ///
  /// - Complexity: O(*n*) in bytes.
  package func glyphs(order: BidiRow.Order) -> [Glyph] {
    let glyphs = Array(glyphs)
    return order == .visual && hasRightToLeft ? BidiRow.visualOrder(glyphs) : glyphs
  }
}

extension Row {
  /// Levels of the glyphs that the row shows.
  func levels(of glyphs: [Glyph]) -> [UInt8] {
    var run = 0
    var offset = shown.lowerBound
    return glyphs.map { glyph in
      while run + 1 < levels.count, levels[run + 1].start <= offset { run += 1 }
      offset += glyph.sourceLength
      return levels.isEmpty ? 0 : levels[run].level
    }
  }
}
