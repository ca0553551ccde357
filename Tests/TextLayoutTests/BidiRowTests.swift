import SeededRandom
import Testing

@testable import TextLayout

@Suite("BidiRow")
struct BidiRowTests {
  private func seen(_ text: String, _ direction: BidiRow.Direction = .automatic) -> String {
    BidiRow.visualOrder(Array(SafeText(text).glyphs), direction: direction).map(\.string).joined()
  }

  static let cases: [(String, String, String)] = [
    ("left to right is untouched", "abc (x)", "abc (x)"),
    ("Hebrew", "שלום", "םולש"),
    ("Hebrew in English", "ab שלום cd", "ab םולש cd"),
    ("English in Hebrew", "שלום ab!", "!ab םולש"),
    ("number in Hebrew", "מספר 123 ok", "ok 123 רפסמ"),
    ("brackets are mirrored", "אב (גד)", "(דג) בא"),
    ("brackets around English", "אב (cd)", "(cd) בא"),
    ("marks stay on their bases", "בְּרֵ", "רֵבְּ"),
    ("Arabic number", "سعر ٢٠ دولار", "رالود ٢٠ رعس"),
    ("mark at the start sets the direction", "\u{200F}ab שלום", "םולש ab"),
    ("trailing space", "שלום ", " םולש"),
    ("wide glyphs", "日本 של", "日本 לש"),
  ]

  @Test("Rows are put in the order in which they are read", arguments: cases)
  func visualOrder(kind: String, text: String, expected: String) {
    #expect(seen(text).unicodeScalars.elementsEqual(expected.unicodeScalars), "\(kind): \(seen(text))")
  }

  @Test("A direction from outside overrides the first strong letter")
  func direction() {
    #expect(seen("ab!", .rightToLeft) == "!ab")
    #expect(seen("שב!", .leftToRight) == "בש!")
  }

  @Test("Levels come from the whole paragraph, not from the row")
  func paragraphLevels() {
    let wrapped = WrappedText(SafeText("שלום abc def!"), columns: 8)
    #expect(wrapped.rows.map(\.isRightToLeft) == [true, true])
    #expect(wrapped.glyphs(atRow: 0, order: .visual).map(\.string).joined() == "abc םולש")
    #expect(wrapped.glyphs(atRow: 1, order: .visual).map(\.string).joined() == "!def")
    #expect(wrapped.glyphs(atRow: 1, order: .logical).map(\.string).joined() == "def!")
  }

  @Test("Each paragraph has its own direction")
  func paragraphs() {
    let wrapped = WrappedText(SafeText("abc!\nשלום!\nabc!"), columns: 20)
    #expect(wrapped.rows.map(\.isRightToLeft) == [false, true, false])
    #expect(
      (0..<3).map { wrapped.glyphs(atRow: $0, order: .visual).map(\.string).joined() } == [
        "abc!", "!םולש", "abc!",
      ])
  }

  @Test("Reordering keeps every glyph and its columns")
  func permutation() {
    var generator = SeededGenerator(seed: 51)
    for _ in 0..<500 {
      let text = SafeText(TextSamples.random(pieces: 14, using: &generator) + "ש(x)")
      let glyphs = Array(text.glyphs)
      let reordered = BidiRow.visualOrder(glyphs)
      #expect(reordered.count == glyphs.count)
      #expect(reordered.map(\.sourceLength).sorted() == glyphs.map(\.sourceLength).sorted())
      #expect(reordered.reduce(0) { $0 + $1.columns } == text.columns)
    }
  }

  @Test(
    "The caret is drawn where its cluster is seen",
    arguments: [
      ("ab שלום cd", 3, 6), ("ab שלום cd", 9, 3), ("ab שלום cd", 0, 0), ("שלום ab", 0, 6), ("שלום ab", 9, 0),
      ("שלום", 8, 0),
    ])
  func caret(text: String, byte: Int, column: Int) {
    let wrapped = WrappedText(SafeText(text), columns: 20)
    #expect(wrapped.visualPosition(ofByte: byte).column == column)
  }
}
