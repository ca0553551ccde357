import Testing
import TextLayout

@Suite("SafeText marking")
struct SafeTextMarkingTests {
  private static func marked(_ text: String, _ range: Range<Int>, columns: Int = 40) -> [[Range<Int>]] {
    let safe = SafeText(text)
    return TextWrap.wrap(safe, columns: columns).map { safe.columns(of: range, in: $0) }
  }

  @Test("columns of a part on one row, wide characters counted twice")
  func oneRow() {
    #expect(Self.marked("abc def", 4..<7) == [[4..<7]])
    #expect(Self.marked("荷物 ab", 3..<6) == [[2..<4]])
    #expect(Self.marked("посилка", 0..<2) == [[0..<1]])
    #expect(Self.marked("abc", 5..<9) == [[]])
    #expect(Self.marked("abc", 1..<1) == [[]])
  }

  @Test("a part that goes over the end of a row is marked on both")
  func wrapped() {
    #expect(Self.marked("abcd efgh", 2..<7, columns: 5) == [[2..<4], [0..<2]])
  }

  @Test("in a row from right to left the columns are those on the screen")
  func rightToLeft() {
    // Two letters from the start of a Hebrew word of four stand at its right.
    let word = "שלום"
    #expect(Self.marked(word, 0..<4) == [[2..<4]])
    #expect(Self.marked(word, 4..<8) == [[0..<2]])
    // "abc שלום": the word stands after the Latin letters, reversed.
    #expect(Self.marked("abc " + word, 4..<6) == [[7..<8]])
  }
}
