/// The glyphs of a text in logical order.
///
/// Clusters follow Swift's `Character` (UAX #29) and are degraded where terminals disagree on the
/// width: of an emoji sequence its first emoji is shown, without skin tone and selector; of a keycap
/// the digit; of a flag its two letters; what is newer than the C libraries in use is shown as `□`
/// or U+FFFD in the right number of columns. Other clusters become one glyph for each spacing
/// scalar. A trailing ZWJ is never shown. LF is shown as `⏎`, a tab as spaces to the next stop of
/// eight columns from the start.
package struct GlyphSequence: Sequence {
  /// The text whose glyphs these are.
  package let text: SafeText
  let range: Range<Int>
  let narrow: Bool

  init(_ text: SafeText, range: Range<Int>, narrow: Bool = false) {
    self.text = text
    self.range = range
    self.narrow = narrow
  }

  /// - Complexity: O(1); the iteration is O(*n*) in bytes.
  package func makeIterator() -> GlyphIterator {
    GlyphIterator(text, range: range, narrow: narrow)
  }
}

extension SafeText {
  /// The glyphs of the whole text in logical order.
  package var glyphs: GlyphSequence { GlyphSequence(self, range: 0..<byteCount) }

  /// Terminal columns of the text on one row; LF counts as the `⏎` it would be shown as.
  ///
  /// - Complexity: O(*n*) in bytes.
  package var columns: Int {
    if isASCII, !string.utf8.contains(0x09) { return byteCount }
    var total = 0
    for glyph in glyphs { total += glyph.columns }
    return total
  }
}
