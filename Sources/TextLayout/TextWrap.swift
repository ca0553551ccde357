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
}
