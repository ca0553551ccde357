/// A step of the selection in a list.
package enum ListMove: Sendable, Hashable, CaseIterable {
  case up, down, pageUp, pageDown, home, end
}

/// The selected row of a list and the window of rows that is shown.
///
/// The window stands still while the selection moves inside it. At an edge it jumps by a page, keeping one
/// row of context where there is room for it: moving the window line by line rewrites the whole pane at
/// each key press. Total: every operation is defined for no rows and for no height.
package struct ListCursor: Sendable, Hashable {
  /// The number of rows in the list, 0 or more.
  package private(set) var count: Int
  /// The number of rows that can be shown, 0 or more.
  package private(set) var height: Int
  /// The first row shown, from 0; 0 in an empty list.
  package private(set) var top: Int
  private var row: Int

  /// Makes a cursor on the first row; negative values become 0.
  package init(count: Int = 0, height: Int = 0) {
    self.count = max(0, count)
    self.height = max(0, height)
    top = 0
    row = 0
  }

  /// The selected row, from 0; nil in an empty list.
  package var selected: Int? { count == 0 ? nil : row }

  /// The rows shown; empty when there is nothing to show or no place to show it.
  package var visible: Range<Int> { top..<min(count, top + height) }

  /// The share of the list above and below the window, in rows; both 0 when all of it is shown.
  package var hidden: (above: Int, below: Int) { (top, max(0, count - top - height)) }

  /// Moves the selection, never past the first or the last row.
  ///
  /// - Returns: whether the selection changed.
  @discardableResult
  package mutating func move(_ move: ListMove) -> Bool {
    let page = max(1, height - context)
    switch move {
    case .up: return select(row - 1)
    case .down: return select(row + 1)
    case .pageUp: return select(row - page)
    case .pageDown: return select(row + page)
    case .home: return select(0)
    case .end: return select(count - 1)
    }
  }

  /// Selects a row; one outside the list becomes the nearest inside.
  ///
  /// - Returns: whether the selection changed.
  @discardableResult
  package mutating func select(_ newRow: Int) -> Bool {
    let old = row
    row = max(0, min(newRow, count - 1))
    showSelection()
    return row != old
  }

  /// Moves the window, never past the first or the last row; the selection goes along only as far as it must to stay in
  /// sight.
  package mutating func scroll(by rows: Int) {
    top = max(0, min(top + rows, count - max(1, height)))
    row = max(0, min(max(row, top), top + max(1, height) - 1, count - 1))
  }

  /// Takes another length and height; the selection stays on its row, or on the last one.
  package mutating func resize(count: Int, height: Int) {
    resize(count: count, height: height, selecting: row)
  }

  /// Takes another length and height, and the row on which the selected item stands now.
  ///
  /// The item stays on its line of the screen where that is possible, so that a list which changes under
  /// the agent's eyes does not move under their hands.
  package mutating func resize(count: Int, height: Int, selecting newRow: Int) {
    let line = row - top
    self.count = max(0, count)
    self.height = max(0, height)
    row = max(0, min(newRow, self.count - 1))
    top = row - line
    showSelection()
  }

  /// Says what is wrong, or nil.
  ///
  /// For tests.
  package func firstInvariantViolation() -> String? {
    if count < 0 || height < 0 || top < 0 { return "negative" }
    if count == 0 { return row == 0 && top == 0 ? nil : "an empty list is not at its start" }
    if !(0..<count).contains(row) { return "row \(row) of \(count)" }
    if height > 0, !visible.contains(row) { return "row \(row) outside \(visible)" }
    if top > max(0, count - max(1, height)) { return "blank lines below the last row" }
    return nil
  }

  private var context: Int { height >= 4 ? 1 : 0 }

  private mutating func showSelection() {
    if row < top {
      top = row - max(1, height) + 1 + context
    } else if row >= top + height {
      top = row - context
    }
    top = max(0, min(top, count - max(1, height)))
  }
}
