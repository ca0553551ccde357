import SeededRandom
import Testing

@testable import TextLayout

@Suite("WrappedText")
struct WrappedTextTests {
  typealias Position = WrappedText.Position

  @Test(
    "A byte has a row and a column",
    arguments: [
      ("hello world", 5, 0, 0, 0), ("hello world", 5, 3, 0, 3), ("hello world", 5, 5, 0, 5),
      ("hello world", 5, 6, 1, 0), ("hello world", 5, 11, 1, 5), ("hello world", 5, 99, 1, 5),
      ("hello world", 5, -1, 0, 0), ("ab\ncd", 9, 2, 0, 2), ("ab\ncd", 9, 3, 1, 0), ("ab\n", 9, 3, 1, 0),
      ("日本語", 4, 3, 0, 2), ("日本語", 4, 4, 0, 2), ("日本語", 4, 6, 1, 0), ("a\tb", 20, 2, 0, 8),
      ("", 4, 0, 0, 0), ("🇺🇦x", 9, 4, 0, 0), ("🇺🇦x", 9, 8, 0, 2), ("ab   ", 3, 5, 0, 3),
    ])
  func positions(text: String, columns: Int, byte: Int, row: Int, column: Int) {
    let wrapped = WrappedText(SafeText(text), columns: columns)
    #expect(wrapped.position(ofByte: byte) == Position(row: row, column: column))
  }

  @Test(
    "A row and a column have a byte",
    arguments: [
      ("hello world", 5, 0, 3, 3), ("hello world", 5, 0, 9, 5), ("hello world", 5, 1, 0, 6),
      ("hello world", 5, 9, 0, 11), ("hello world", 5, -1, 4, 0), ("日本語", 4, 0, 1, 0), ("日本語", 4, 0, 2, 3),
      ("日本語", 4, 0, 4, 3), ("a\tb", 20, 0, 5, 1), ("ab\ncd", 9, 0, 7, 2), ("abcd", 2, 0, 2, 1),
      ("", 3, 0, 0, 0),
      ("ab", 9, 0, -4, 0),
    ])
  func bytes(text: String, columns: Int, row: Int, column: Int, byte: Int) {
    let wrapped = WrappedText(SafeText(text), columns: columns)
    #expect(wrapped.byte(atRow: row, column: column) == byte)
  }

  @Test("A text that is wrapped anew from a change on has the rows of one that is wrapped from its start")
  func rewrapped() {
    let pieces = [
      "word", "a", " ", "  ", "-", "日本語", "（", "」", "สวัสดี", "é", "e\u{301}", "👍🏽", "🇺🇦", "\n", "longerthanarow",
      "Привіт", "\t", "שלום",
    ]
    var generator = SeededGenerator(seed: 47)
    for _ in 0..<400 {
      let columns = Int.random(in: 1...24, using: &generator)
      let end = Int.random(in: 5..<60, using: &generator)
      func some(_ count: Int) -> String {
        (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
      }
      let (kept, old, new) = (some(end), some(3), some(Int.random(in: 0..<4, using: &generator)))
      let before = WrappedText(SafeText(kept + old), columns: columns)
      let after = SafeText(kept + new)
      guard before.text.string.hasPrefix(kept), after.string.hasPrefix(kept) else { continue }
      let again = WrappedText(after, like: before, kept: kept.utf8.count)
      #expect(again == WrappedText(after, columns: columns), "\(kept)|\(old)|\(new) at \(columns)")
    }
  }

  @Test("A character written behind the end gives the rows of the whole text wrapped anew, or is refused")
  func appended() {
    let pieces = [
      "w", "ab", " ", "  ", "-", ".", "(", "日", "」", "e\u{301}", "🇺🇦", "\n", "\t", "ש", "Привіт", "x", "y z",
    ]
    let typed: [UInt8] = Array(" ab.,-(/'9%$~".utf8) + [0x09, 0x0A, 0x1B, 0x7F, 0x80, 0xD0]
    var generator = SeededGenerator(seed: 53)
    var taken = 0
    for _ in 0..<3_000 {
      let count = Int.random(in: 0..<14, using: &generator)
      let text = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
      var wrapped = WrappedText(SafeText(text), columns: Int.random(in: 1...16, using: &generator))
      let before = wrapped
      let byte = typed[Int.random(in: 0..<typed.count, using: &generator)]
      guard wrapped.append(plain: byte) else {
        #expect(wrapped == before)
        continue
      }
      taken += 1
      let whole = SafeText(before.text.string + String(Unicode.Scalar(byte)))
      #expect(wrapped == WrappedText(whole, columns: before.columns), "\(whole.string.debugDescription)")
      #expect(wrapped.text.isASCII == whole.isASCII && wrapped.text.changes == before.text.changes)
    }
    #expect(taken > 300)
  }

  @Test("Every cluster that is shown is found again by its position")
  func roundTrip() {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<250 {
      let text = SafeText(TextSamples.random(pieces: 16, using: &generator))
      let wrapped = WrappedText(text, columns: Int.random(in: 2...20, using: &generator))
      for row in wrapped.rows {
        var offset = row.shown.lowerBound
        for glyph in text.glyphs(of: row) {
          if glyph.startsCluster {
            let position = wrapped.position(ofByte: offset)
            let back = wrapped.byte(atRow: position.row, column: position.column)
            #expect(back == offset, "\(text.string.debugDescription) at \(wrapped.columns), byte \(offset)")
          }
          offset += glyph.sourceLength
        }
      }
    }
  }

  @Test("Rows outside of the text have no glyphs", arguments: [-1, 1, 99])
  func outside(row: Int) {
    let wrapped = WrappedText(SafeText("ab"), columns: 5)
    #expect(wrapped.glyphs(atRow: row).isEmpty)
    #expect(wrapped.glyphs(atRow: row, order: .visual).isEmpty)
  }
}
