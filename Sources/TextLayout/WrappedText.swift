/// A text wrapped into rows, with the way from a place in the text to a place on the rows and back.
package struct WrappedText: Sendable, Hashable {
  /// The text that is wrapped.
  package private(set) var text: SafeText
  /// Width of a row in terminal columns, at least 1.
  package let columns: Int
  /// At least one row.
  package private(set) var rows: [Row]

  /// A place on the rows in the logical order of the text; row and column are 0-based.
  package struct Position: Sendable, Hashable {
    /// The row, from 0.
    package var row: Int
    /// The column, from 0.
    package var column: Int

    /// Makes a position.
    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// Wraps a text; `columns` less than 1 counts as 1.
  ///
  /// - Complexity: O(*n*) in bytes.
  package init(_ text: SafeText, columns: Int) {
    self.text = text
    self.columns = max(1, columns)
    rows = TextWrap.wrap(text, columns: columns)
  }

  /// Wraps a text of which the first `kept` UTF-8 bytes are those of a text wrapped before, to the same width.
  ///
  /// The rows are those that wrapping it from its start would give.
  ///
  /// - Complexity: O(bytes from the row above the change on), mostly.
  package init(_ text: SafeText, like before: WrappedText, kept: Int) {
    self.text = text
    columns = before.columns
    rows = TextWrap.rewrap(text, columns: before.columns, rows: before.rows, kept: kept)
  }

  /// Writes an ASCII character behind the end where that makes the last row longer and changes nothing else.
  ///
  /// So it is with most of what is typed: the row has room, and two printable ASCII characters stand before, so
  /// that neither the rows above nor what is shown can depend on it.
  ///
  /// - Returns: false when the text must be wrapped anew; nothing is changed then.
  package mutating func append(plain byte: UInt8) -> Bool {
    let last = rows[rows.count - 1]
    guard Self.isPrintable(byte), !text.hasRightToLeft, last.levels.isEmpty, !last.isRightToLeft,
      last.columns < columns, last.shown == last.range, last.shown.count >= 2
    else { return false }
    let bytes = text.string.utf8.span
    guard last.range.upperBound == bytes.count, Self.isPrintable(bytes[bytes.count - 1]),
      Self.isPrintable(bytes[bytes.count - 2])
    else { return false }
    let range = last.range.lowerBound..<last.range.upperBound + 1
    rows[rows.count - 1] = Row(range: range, shown: range, columns: last.columns + 1, endsParagraph: true)
    text.append(trusted: byte)
    return true
  }

  private static func isPrintable(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x7F }

  /// The glyphs of a row in logical order.
  ///
  /// Rows are 0-based; outside of them there are no glyphs.
  ///
  /// - Complexity: O(*n*) in the bytes of the row.
  package func glyphs(atRow row: Int) -> [Glyph] {
    rows.indices.contains(row) ? text.glyphs(of: rows[row]) : []
  }

  /// Row and column of a UTF-8 byte of the text.
  ///
  /// The byte is 0-based and clamped to the text, whose end has a position too. A byte within a
  /// cluster counts as its first; the start of a row belongs to that row, not to the end of the one
  /// before. In spaces that hang over the end of a row the column is at most `columns`, which is
  /// just beyond the last one. `visualPosition(ofByte:)` tells where the place is seen.
  ///
  /// - Complexity: O(log *rows* + bytes of the row).
  package func position(ofByte byte: Int) -> Position {
    let byte = min(max(0, byte), text.byteCount)
    let row = self.row(ofByte: byte)
    if text.isPlain(rows[row]) {
      return Position(row: row, column: min(columns, byte - rows[row].shown.lowerBound))
    }
    var column = 0
    var offset = rows[row].shown.lowerBound
    var pending = 0
    for glyph in text.glyphs(of: rows[row]) {
      if glyph.startsCluster {
        column += pending
        pending = 0
      }
      offset += glyph.sourceLength
      pending += glyph.columns
      if offset > byte { return Position(row: row, column: column) }
    }
    column += pending
    let hanging = max(0, byte - rows[row].shown.upperBound)
    return Position(row: row, column: min(columns, column + hanging))
  }

  /// The UTF-8 byte at a row and column, both 0-based and clamped.
  ///
  /// It is the start of the cluster that covers the column. A column beyond the end gives the last
  /// place that belongs to the row.
  ///
  /// - Complexity: O(*n*) in the bytes of the row.
  package func byte(atRow row: Int, column: Int) -> Int {
    if row < 0 { return 0 }
    if row >= rows.count { return text.byteCount }
    let target = rows[row]
    var offset = target.shown.lowerBound
    var cluster = offset
    var used = 0
    for glyph in text.glyphs(of: target) {
      if glyph.startsCluster { cluster = offset }
      used += glyph.columns
      if used > column { return cluster }
      offset += glyph.sourceLength
    }
    if target.endsParagraph || target.shown.upperBound < target.range.upperBound {
      return target.shown.upperBound
    }
    // The end of this row is the start of the next one; stay before the last cluster.
    return cluster
  }

  /// The row that a UTF-8 byte belongs to, from 0.
  ///
  /// - Complexity: O(log *rows*).
  package func row(ofByte byte: Int) -> Int {
    var low = 0
    var high = rows.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if rows[middle].range.lowerBound <= byte { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

extension SafeText {
  /// Whether a row of this text can be drawn byte by byte: ASCII without controls.
  package func isPlain(_ row: Row) -> Bool {
    guard isASCII else { return false }
    let bytes = string.utf8.span
    for offset in row.shown where bytes[offset] < 0x20 { return false }
    return true
  }

  /// The glyphs of a row of this text in logical order; tabs are spaces.
  ///
  /// - Complexity: O(*n*) in the bytes of the row.
  package func glyphs(of row: Row) -> [Glyph] {
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(row.columns)
    var used = 0
    for glyph in GlyphSequence(self, range: row.shown, narrow: row.columns <= 1) {
      if used + glyph.columns > row.columns { break }
      used += glyph.columns
      glyphs.append(glyph)
    }
    return glyphs
  }
}
