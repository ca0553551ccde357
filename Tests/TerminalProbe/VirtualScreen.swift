package import ScreenKit

/// A terminal without a window: understands what ncurses writes for xterm-256color, so that a test
/// can read what a person would see.
///
/// It is not forgiving: what it does not understand is in `unknownSequences`, and control bytes
/// that a screen program has no business to send are in `rawControls`.
package struct VirtualScreen: Sendable {
  /// How text looks.
  package struct Look: Sendable, Hashable {
    /// SGR 1.
    package var isBold = false
    /// SGR 2.
    package var isDim = false
    /// SGR 4.
    package var isUnderlined = false
    /// SGR 7.
    package var isReversed = false
    /// The colour of the glyph, 0...255; nil for the default.
    package var foreground: Int?
    /// The colour behind it, 0...255; nil for the default.
    package var background: Int?

    /// Makes a look; colours are 0...255.
    package init(
      isBold: Bool = false, isDim: Bool = false, isUnderlined: Bool = false, isReversed: Bool = false,
      foreground: Int? = nil, background: Int? = nil
    ) {
      self.isBold = isBold
      self.isDim = isDim
      self.isUnderlined = isUnderlined
      self.isReversed = isReversed
      self.foreground = foreground
      self.background = background
    }
  }

  /// One cell; the right half of a wide glyph has an empty text.
  package struct Cell: Sendable, Hashable {
    /// The glyph with its marks.
    package var text = " "
    /// How it looks.
    package var look = Look()
  }

  /// Text of one look inside a row.
  package struct Run: Sendable, Hashable {
    /// What is written.
    package var text: String
    /// How it looks.
    package var look: Look

    /// Makes a run.
    package init(text: String, look: Look = Look()) {
      self.text = text
      self.look = look
    }
  }

  /// The extents.
  package private(set) var size: Size
  /// The cells, row by row.
  package internal(set) var cells: [[Cell]]
  /// Where the next character goes.
  package internal(set) var cursor = ScreenPosition(row: 0, column: 0)
  /// Mode 25.
  package internal(set) var isCursorVisible = true
  /// Mode 1049.
  package internal(set) var isAlternate = false
  /// Mode 2004.
  package internal(set) var isBracketedPaste = false
  /// Whether a frame has begun to arrive and is not yet to be looked at (mode 2026).
  package internal(set) var isUpdating = false
  /// Mode 1000.
  package internal(set) var reportsMouse = false
  /// Mode 1006.
  package internal(set) var reportsMouseAsSGR = false
  /// The window's title; nil when none was set.
  package internal(set) var title: String?
  /// Every title that was ever set.
  package internal(set) var titles: [String] = []
  /// How often the bell rang.
  package internal(set) var bellCount = 0
  /// Sequences that a terminal may not know either.
  package internal(set) var unknownSequences: [String] = []
  /// Control characters other than CR, LF, BS, TAB and ESC.
  package internal(set) var rawControls: [UInt32] = []

  var look = Look()
  var wrapIsPending = false
  var region: Range<Int>
  var primary: (cells: [[Cell]], cursor: ScreenPosition)?
  var savedCursor = ScreenPosition(row: 0, column: 0)
  var titleStack: [String?] = []
  var lastGlyph = " "
  var parser = Parser()

  /// Makes an empty screen.
  package init(size: Size) {
    self.size = size
    cells = Self.blank(size)
    region = 0..<size.rows
  }

  /// Whether any control character came that no screen program sends.
  package var sawRawControl: Bool { !rawControls.isEmpty }

  /// What one row shows, without the spaces at its end.
  package func row(_ row: Int) -> String {
    guard cells.indices.contains(row) else { return "" }
    let text = cells[row].map(\.text).joined()
    return String(text.reversed().drop { $0 == " " }.reversed())
  }

  /// What all rows show.
  package var rows: [String] { (0..<size.rows).map(row) }

  /// All rows, ended by line ends, for messages and comparisons.
  package var text: String { rows.map { $0 + "\n" }.joined() }

  /// Whether some row holds a text.
  package func shows(_ text: String) -> Bool { rows.contains { $0.contains(text) } }

  /// The runs of equal look in one row.
  package func runs(_ row: Int) -> [Run] {
    guard cells.indices.contains(row) else { return [] }
    return cells[row].reduce(into: []) { runs, cell in
      if runs.last?.look == cell.look {
        runs[runs.count - 1].text += cell.text
      } else {
        runs.append(Run(text: cell.text, look: cell.look))
      }
    }
  }

  /// Changes the size as a terminal without reflow does; the scrolling region is all again.
  package mutating func resize(_ newSize: Size) {
    size = newSize
    cells = Self.fitted(cells, newSize)
    if let old = primary { primary = (Self.fitted(old.cells, newSize), old.cursor) }
    region = 0..<newSize.rows
    wrapIsPending = false
    move(row: cursor.row, column: cursor.column)
  }

  private static func fitted(_ cells: [[Cell]], _ size: Size) -> [[Cell]] {
    var result = blank(size)
    for row in 0..<min(size.rows, cells.count) {
      for column in 0..<min(size.columns, cells[row].count) { result[row][column] = cells[row][column] }
    }
    return result
  }

  static func blank(_ size: Size) -> [[Cell]] {
    Array(repeating: Array(repeating: Cell(), count: size.columns), count: size.rows)
  }
}
