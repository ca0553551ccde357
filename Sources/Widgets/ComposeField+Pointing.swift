extension ComposeField {
  /// Puts the cursor at a cell: `row` counts from 0 at the first row in sight; past the end of a row, or of the text,
  /// it goes to that end.
  ///
  /// In a row that runs from right to left columns count in the order of the text.
  /// - Complexity: O(paragraphs + row).
  package mutating func moveCursor(toShownRow row: Int, column: Int) {
    let found = content.offset(ofRow: visibleRows.lowerBound + max(0, row), column: max(0, column))
    moveCursor(to: found.offset)
    setCursor(cursor, atRowEnd: found.isAtRowEnd && cursor == found.offset)
    keepCursorInSight()
  }
}
