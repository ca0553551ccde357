import SeededRandom
import Testing

@testable import TextLayout

@Suite("SafeText columns")
struct SafeTextColumnsTests {
  @Test(
    "Truncation ends with an ellipsis and never exceeds its columns",
    arguments: [
      ("hello", 5, "hello"), ("hello", 4, "hel…"), ("hello", 1, "…"), ("hello", 0, ""), ("hello", -2, ""),
      ("日本語", 6, "日本語"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("日本語", 2, "…"), ("a\nb", 9, "a⏎b"),
      ("👨‍👩‍👧x", 2, "…"), ("👨‍👩‍👧x", 3, "👨‍👩‍👧x"), ("é́abc", 3, "é́a…"), ("می\u{200C}خواهم", 3, "می…"), ("", 3, ""),
      ("abc\u{200F}שלום", 5, "abc\u{200F}ש…"), ("🇺🇦🇺🇦", 3, "🇺🇦…"), ("🇺🇦🇺🇦", 2, "…"),
    ])
  func truncating(text: String, columns: Int, expected: String) {
    let cut = SafeText(text).truncated(to: columns)
    #expect(
      cut.string.unicodeScalars.elementsEqual(expected.unicodeScalars), "\(cut.string.debugDescription)")
    #expect(cut.columns <= max(0, columns))
  }

  @Test("The glyphs of a text that is cut are those of the cut text")
  func truncatedGlyphs() {
    var generator = SeededGenerator(seed: 59)
    for _ in 0..<600 {
      let text = SafeText(TextSamples.random(pieces: 10, using: &generator)).singleLine
      let columns = Int.random(in: -1...24, using: &generator)
      let expected = text.truncated(to: columns).glyphs.map { Shown($0) }
      #expect(
        text.glyphs(truncatedTo: columns).map { Shown($0) } == expected,
        "\(text.string.debugDescription) at \(columns)")
    }
  }

  /// What of a glyph is drawn.
  private struct Shown: Equatable {
    let base: UInt32
    let marks: SIMD4<UInt32>
    let columns: Int

    init(_ glyph: Glyph) {
      base = glyph.base
      marks = glyph.marks
      columns = glyph.columns
    }
  }

  @Test(
    "Padding fills up to exactly its columns",
    arguments: [
      ("ab", 5, SafeText.Alignment.leading, "ab   "), ("ab", 5, .trailing, "   ab"),
      ("ab", 5, .center, " ab  "),
      ("日本語", 4, .leading, "日… "), ("日本", 4, .leading, "日本"), ("", 2, .center, "  "), ("ab", 0, .leading, ""),
      ("ab", -1, .trailing, ""),
    ])
  func padding(text: String, columns: Int, alignment: SafeText.Alignment, expected: String) {
    #expect(SafeText(text).padded(to: columns, alignment: alignment).string == expected)
  }

  @Test("Generated text is cut and filled to any width")
  func generatedText() {
    var generator = SeededGenerator(seed: 41)
    for _ in 0..<1000 {
      let text = SafeText(TextSamples.random(pieces: 12, using: &generator))
      let columns = Int.random(in: 0...30, using: &generator)
      let padded = text.padded(to: columns)
      #expect(padded.columns == columns, "\(text.string.debugDescription) to \(columns)")
      #expect(padded.string.unicodeScalars.allSatisfy(ScalarPolicy.isAllowed))
      #expect(text.truncated(to: columns).columns <= columns)
    }
  }

  @Test("A part has the bytes asked for")
  func part() {
    #expect(SafeText("日本語").part(3..<6).string == "本")
    #expect(SafeText("abc").part(0..<0).isEmpty)
    #expect(SafeText.spaces(3).string == "   ")
    #expect(SafeText.spaces(-1).isEmpty)
  }
}
