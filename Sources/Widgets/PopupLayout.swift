package import ScreenKit

/// Where a popup is wished.
package enum PopupPlacement: Sendable, Hashable {
  /// In the middle of the screen, a little above it when rows cannot be halved.
  case centred
  /// Its lower edge on the row above a part of the screen (the composer), its left edge on that part's.
  case above(Rect)
}

/// Finds a place for a popup.
package enum PopupLayout {
  /// Rows below which a popup above something is of no use: two edges and a line of content.
  package static let leastRows = 3

  /// The rectangle for a popup of the wished size: inside the screen, never negative, shrunk if it must be.
  ///
  /// A popup above something that leaves fewer than `leastRows` rows is centred instead, for a covered
  /// composer is better than a list that nobody sees.
  package static func place(_ wished: Size, in screen: Rect, _ placement: PopupPlacement) -> Rect {
    let columns = min(wished.columns, screen.columns)
    switch placement {
    case .centred:
      return centred(Size(columns: columns, rows: min(wished.rows, screen.rows)), in: screen)
    case .above(let part):
      let bottom = min(max(part.row, screen.row), screen.endRow)
      let rows = min(wished.rows, bottom - screen.row)
      if rows < min(leastRows, wished.rows) {
        return centred(Size(columns: columns, rows: min(wished.rows, screen.rows)), in: screen)
      }
      let column = min(max(part.column, screen.column), screen.endColumn - columns)
      return Rect(column: column, row: bottom - rows, columns: columns, rows: rows)
    }
  }

  private static func centred(_ size: Size, in screen: Rect) -> Rect {
    Rect(
      column: screen.column + (screen.columns - size.columns) / 2,
      row: screen.row + (screen.rows - size.rows) / 2, columns: size.columns, rows: size.rows)
  }
}
