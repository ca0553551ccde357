/// Breaks text into rows.
///
/// Rows end at spaces, between ideographs (with the kinsoku rules: no closing mark, small kana or
/// `ー` at the start of a row, no opening bracket at its end), and between clusters of Thai, Lao,
/// Khmer and Burmese, which have no spaces. Other words, URLs too, are broken only when a row is too
/// short for them. A cluster is never broken unless it is wider than a row.
/// The line classes are reduced from UAX #14.
package enum TextWrap {
  /// Wraps a text into rows of at most so many terminal columns; less than 1 counts as 1.
  ///
  /// The empty text is one empty row; a final LF is followed by an empty row. At one column a wide
  /// glyph is shown as `□`.
  ///
  /// - Complexity: O(*n*) in bytes.
  package static func wrap(_ text: SafeText, columns: Int) -> [Row] {
    var builder = RowBuilder(limit: max(1, columns))
    var glyphs = GlyphIterator(text, range: 0..<text.byteCount, narrow: columns <= 1)
    glyphs.givesControls = true
    while let glyph = glyphs.next() { builder.add(glyph) }
    builder.finish(at: text.byteCount)
    if text.hasRightToLeft { return BidiRow.resolving(builder.rows, of: text) }
    return builder.rows
  }

  /// Wraps a text anew of which the first `kept` bytes are those of a text that was wrapped to `rows`.
  ///
  /// Rows well before the change stay; from the row above it on everything is wrapped again, because a word that has
  /// become shorter may move up.
  ///
  /// - Complexity: O(bytes from there on); O(*n*) where text runs from right to left or has tabs.
  static func rewrap(_ text: SafeText, columns: Int, rows: [Row], kept: Int) -> [Row] {
    let changed = rows.firstIndex { $0.range.upperBound >= kept } ?? rows.count - 1
    let first = changed - 1
    guard first > 0, !text.hasRightToLeft, !rows[0].isRightToLeft, !text.string.utf8.contains(0x09) else {
      return wrap(text, columns: columns)
    }
    let start = rows[first].range.lowerBound
    var builder = RowBuilder(limit: max(1, columns), rows: Array(rows[..<first]), start: start)
    var glyphs = GlyphIterator(text, range: start..<text.byteCount, narrow: columns <= 1)
    glyphs.givesControls = true
    while let glyph = glyphs.next() { builder.add(glyph) }
    builder.finish(at: text.byteCount)
    return builder.rows
  }
}
