import ScreenKit
import TextLayout

extension ComposeText {
  /// The number of rows, at least 1.
  ///
  /// - Complexity: O(paragraphs).
  var rowCount: Int { paragraphs.reduce(0) { $0 + $1.rows.count } }

  /// Finds where a byte offset is shown.
  ///
  /// - Parameters:
  ///   - offset: on a grapheme boundary.
  ///   - atRowEnd: whether an offset where a row is wrapped belongs to the upper row.
  ///   - isVisual: whether the column is wanted as seen, in rows that run from right to left.
  /// - Returns: the row and the column, in the order of the text unless `isVisual`.
  /// - Complexity: O(paragraphs + row).
  func position(of offset: Int, atRowEnd: Bool, isVisual: Bool = false) -> ScreenPosition {
    let place = place(of: offset)
    let paragraph = paragraphs[place.paragraph]
    let above = paragraphs[..<place.paragraph].reduce(0) { $0 + $1.rows.count }
    let local = paragraph.position(of: place.offset, atRowEnd: atRowEnd, isVisual: isVisual)
    return ScreenPosition(row: above + local.row, column: local.column)
  }

  /// The row of a byte offset, as `position` finds it.
  ///
  /// - Complexity: O(paragraphs).
  func row(of offset: Int, atRowEnd: Bool) -> Int {
    let place = place(of: offset)
    let paragraph = paragraphs[place.paragraph]
    let above = paragraphs[..<place.paragraph].reduce(0) { $0 + $1.rows.count }
    let shown = paragraph.shownOffset(of: place.offset)
    let row = paragraph.wrapped.row(ofByte: shown)
    let isAbove = atRowEnd && row > 0 && paragraph.rows[row].range.lowerBound == shown
    return above + row - (isAbove ? 1 : 0)
  }

  /// The byte offset at a column of a row, or before the grapheme that covers it; past the end of a row
  /// the offset behind what it shows.
  ///
  /// - Complexity: O(paragraphs + row).
  func offset(ofRow row: Int, column: Int) -> (offset: Int, isAtRowEnd: Bool) {
    var rest = max(0, row)
    var start = 0
    for paragraph in paragraphs {
      if rest < paragraph.rows.count {
        let range = paragraph.rows[rest].range
        let shown = paragraph.shownOffset(atColumn: column, ofRow: rest)
        var offset = boundary(atOrBefore: start + paragraph.textOffset(of: shown))
        // A grapheme that is shown as a long mark may have begun on the row above.
        if paragraph.shownOffset(of: offset - start) < range.lowerBound { offset = boundary(after: offset) }
        let isWrap =
          rest + 1 < paragraph.rows.count
          && paragraph.shownOffset(of: offset - start) == range.upperBound
        return (offset, isWrap)
      }
      rest -= paragraph.rows.count
      start += paragraph.byteCount + 1
    }
    return (byteCount, false)
  }
}

extension ComposeParagraph {
  fileprivate func position(of offset: Int, atRowEnd: Bool, isVisual: Bool) -> WrappedText.Position {
    let shown = shownOffset(of: offset)
    let position = isVisual ? wrapped.visualPosition(ofByte: shown) : wrapped.position(ofByte: shown)
    guard atRowEnd, position.row > 0, rows[position.row].range.lowerBound == shown else { return position }
    let upper = rows[position.row - 1]
    return WrappedText.Position(
      row: position.row - 1, column: isVisual && upper.isRightToLeft ? 0 : upper.columns)
  }

  fileprivate func shownOffset(atColumn column: Int, ofRow row: Int) -> Int {
    let target = rows[row]
    let isLast = row == rows.count - 1
    guard column < target.columns else { return isLast ? target.range.upperBound : target.shown.upperBound }
    return wrapped.byte(atRow: row, column: max(0, column))
  }
}
