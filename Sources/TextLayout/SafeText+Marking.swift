extension SafeText {
  /// The columns (from 0) on which a row of this text shows some of its UTF-8 bytes, as the row goes to the cells.
  ///
  /// Several runs where the text changes direction; none when the row does not show them. A glyph of which only a part
  /// is meant counts whole.
  ///
  /// - Complexity: O(*n*) in the bytes of the row.
  package func columns(of range: Range<Int>, in row: Row) -> [Range<Int>] {
    guard range.lowerBound < row.shown.upperBound, range.upperBound > row.shown.lowerBound else { return [] }
    let glyphs = glyphs(of: row)
    var offset = row.shown.lowerBound
    let isMeant = glyphs.map { glyph in
      defer { offset += glyph.sourceLength }
      return offset < range.upperBound && offset + glyph.sourceLength > range.lowerBound
    }
    var order = Array(glyphs.indices)
    if !row.levels.isEmpty {
      order = BidiRow.visualIndices(
        BidiRow.trimmed(row.levels(of: glyphs), of: glyphs, baseLevel: row.isRightToLeft ? 1 : 0))
    }
    var runs: [Range<Int>] = []
    var column = 0
    for index in order {
      let end = column + glyphs[index].columns
      if isMeant[index] {
        if let last = runs.last, last.upperBound == column {
          runs[runs.count - 1] = last.lowerBound..<end
        } else {
          runs.append(column..<end)
        }
      }
      column = end
    }
    return runs
  }
}
