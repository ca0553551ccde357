/// One row of wrapped text.
package struct Row: Sendable, Hashable {
  /// UTF-8 bytes of the source that belong to the row.
  ///
  /// The spaces that hang over its end and the LF are among them, so that the ranges of all rows
  /// make up the source.
  package let range: Range<Int>
  /// The bytes of `range` that are shown.
  package let shown: Range<Int>
  /// Terminal columns of what is shown.
  package let columns: Int
  /// True for the last row of a paragraph: LF or the end of the text follows.
  package let endsParagraph: Bool
  /// True for a row of a paragraph that runs from right to left; it may be aligned to the right.
  package internal(set) var isRightToLeft = false
  /// Embedding levels for `BidiRow`; empty when the row runs from left to right throughout.
  var levels: [LevelRun] = []

  init(range: Range<Int>, shown: Range<Int>, columns: Int, endsParagraph: Bool) {
    self.range = range
    self.shown = shown
    self.columns = columns
    self.endsParagraph = endsParagraph
  }
}

/// Embedding level (UAX #9) from a byte offset of the source up to the next run.
struct LevelRun: Sendable, Hashable {
  let start: Int
  let level: UInt8
}
