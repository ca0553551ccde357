package import ScreenKit
package import TextLayout

/// One row of a `ComposeField` as it is drawn.
package struct ComposeRow: Sendable, Hashable {
  /// What the whole paragraph shows.
  package let paragraph: SafeText
  /// The row of the paragraph that this is: to be drawn as such, because a row need not have its paragraph's
  /// direction by itself.
  package let row: Row
  /// The bytes of the field's text that the row holds, hanging spaces included, the line feed not.
  package let range: Range<Int>
  /// Whether the row ends its paragraph.
  package let endsParagraph: Bool

  /// What is shown.
  package var text: SafeText { paragraph.part(row.shown) }
}

/// A part of a row, for underlining a finding.
package struct ComposeSpan: Sendable, Hashable {
  /// The row, from 0 at the start of the text.
  package let row: Int
  /// The columns, from 0; never empty.
  package let columns: Range<Int>
}

extension ComposeField {
  /// The number of rows of the whole text, at least 1.
  ///
  /// - Complexity: O(paragraphs).
  package var rowCount: Int { content.rowCount }

  /// Where the cursor is drawn, in rows from the start of the text; subtract `visibleRows.lowerBound`.
  ///
  /// - Complexity: O(paragraphs + row).
  package var cursorPosition: ScreenPosition {
    content.position(of: cursor, atRowEnd: isAtRowEnd, isVisual: true)
  }

  /// The rows in sight; the cursor's row is one of them unless the height is 0.
  package var visibleRows: Range<Int> { top..<min(rowCount, top + height) }

  /// Some rows of the text; those that do not exist are left out.
  ///
  /// - Complexity: O(paragraphs + the rows' bytes).
  package func rows(_ wanted: Range<Int>) -> [ComposeRow] {
    var result: [ComposeRow] = []
    var row = 0
    var start = 0
    for paragraph in content.paragraphs {
      if row >= wanted.upperBound { break }
      let first = max(0, wanted.lowerBound - row)
      let last = min(paragraph.rows.count, wanted.upperBound - row)
      if first < last {
        result += (first..<last).map { composeRow(paragraph, row: $0, start: start) }
      }
      row += paragraph.rows.count
      start += paragraph.byteCount + 1
    }
    return result
  }

  /// The parts of rows that show a range of UTF-8 bytes, clamped to the text and widened to graphemes.
  ///
  /// In a row that runs from right to left the columns are those of the whole row.
  /// - Complexity: O(paragraphs + the rows' bytes).
  package func spans(of range: Range<Int>) -> [ComposeSpan] {
    let start = content.boundary(atOrBefore: max(0, min(range.lowerBound, byteCount)))
    let end = content.boundary(atOrAfter: max(start, min(range.upperBound, byteCount)))
    guard start < end else { return [] }
    let from = content.position(of: start, atRowEnd: false)
    let to = content.position(of: end, atRowEnd: true)
    let rows = rows(from.row..<to.row + 1)
    return zip(from.row..., rows).compactMap { row, content in
      let isWhole = content.text.hasRightToLeft
      let left = row == from.row && !isWhole ? from.column : 0
      let right = row == to.row && !isWhole ? to.column : content.text.columns
      return left < right ? ComposeSpan(row: row, columns: left..<right) : nil
    }
  }

  /// Moves the window by as little as it takes to show the cursor.
  mutating func keepCursorInSight() {
    let row = content.row(of: cursor, atRowEnd: isAtRowEnd)
    if row < top { top = row }
    if row >= top + height { top = row - height + 1 }
    top = max(0, min(top, rowCount - max(1, height)))
  }

  /// Says what is wrong, or nil.
  ///
  /// For tests.
  /// - Complexity: O(bytes).
  package func firstInvariantViolation() -> String? {
    let whole = text
    if whole.utf8.count != byteCount { return "byte count" }
    if byteCount > Self.byteLimit { return "too long" }
    if !(0...byteCount).contains(cursor) { return "cursor outside" }
    let index = whole.utf8.index(whole.startIndex, offsetBy: cursor)
    if index < whole.endIndex, String.Index(index, within: whole) == nil { return "cursor inside a grapheme" }
    if Self.clean(whole) != whole { return "control character" }
    if content != ComposeText(whole, columns: content.columns) { return "stale layout" }
    let position = cursorPosition
    if position.column > content.columns { return "cursor outside the width" }
    if height > 0, !visibleRows.contains(position.row) { return "cursor out of sight" }
    return nil
  }

  private func composeRow(_ paragraph: ComposeParagraph, row: Int, start: Int) -> ComposeRow {
    let wrapped = paragraph.rows[row]
    let from = paragraph.textOffset(of: wrapped.range.lowerBound)
    let isLast = row == paragraph.rows.count - 1
    let to = isLast ? paragraph.byteCount : paragraph.textOffset(of: wrapped.range.upperBound)
    return ComposeRow(
      paragraph: paragraph.wrapped.text, row: wrapped, range: start + from..<start + to, endsParagraph: isLast
    )
  }
}
