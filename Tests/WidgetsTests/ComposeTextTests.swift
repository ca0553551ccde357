import SeededRandom
import Testing
import TextLayout

@testable import Widgets

@Suite("Compose text")
struct ComposeTextTests {
  @Test("places and offsets are each other's inverse")
  func mapsPlaces() {
    let text = ComposeText("ab\n\nцд\n", columns: 9)
    for offset in 0...text.byteCount { #expect(text.offset(of: text.place(of: offset)) == offset) }
    #expect(text.place(of: 3) == ComposeText.Place(paragraph: 1, offset: 0))
    #expect(text.place(of: 99) == ComposeText.Place(paragraph: 3, offset: 0))
  }

  static let replacements: [(Range<Int>, String)] = [
    (0..<0, "x"), (1..<2, ""), (2..<3, ""), (1..<5, "y\nz"), (0..<9, ""), (9..<9, "\n\n"), (4..<6, "é"),
  ]

  @Test(
    "a replacement is the same as one in a plain string, and gives back what it took out",
    arguments: replacements)
  func replaces(range: Range<Int>, inserted: String) {
    let whole = "ab\n\nцд\n"
    var text = ComposeText(whole, columns: 9)
    let done = text.replace(range, with: inserted)
    #expect(done.removed == whole.utf8Slice(range))
    #expect(
      text.string == whole.utf8Slice(..<range.lowerBound) + inserted + whole.utf8Slice(range.upperBound...))
    #expect(text == ComposeText(text.string, columns: 9))
  }

  @Test("the rows above the first changed one are as before, whatever is written where")
  func firstChangedRow() {
    let pieces = ["a", "word ", " ", "、", "日本", "é", "\n", "-", "🇺🇦", "ש"]
    var random = SeededGenerator(5)
    var told = 0
    for _ in 0..<600 {
      func some(_ count: Int) -> String {
        (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      }
      var text = ComposeText(some(30), columns: Int.random(in: 3...20, using: &random))
      let before = text.paragraphs.flatMap { paragraph in paragraph.rows.map { (paragraph.wrapped.text, $0) }
      }
      var start = text.boundary(atOrBefore: Int.random(in: 0...text.byteCount, using: &random))
      if Bool.random(using: &random) { start = text.byteCount }
      let end = text.boundary(atOrAfter: min(text.byteCount, start + Int.random(in: 0...3, using: &random)))
      let first = text.replace(start..<end, with: some(Int.random(in: 0...2, using: &random))).firstRow
      let after = text.paragraphs.flatMap { paragraph in paragraph.rows.map { (paragraph.wrapped.text, $0) } }
      for row in 0..<min(first, before.count, after.count) {
        #expect(
          before[row].0.part(before[row].1.shown).string == after[row].0.part(after[row].1.shown).string)
      }
      told += first > 0 ? 1 : 0
    }
    #expect(told > 100)
  }

  @Test("boundaries are those of graphemes, also from inside one")
  func findsBoundaries() {
    let text = ComposeText("a👩‍🚀\nb", columns: 9)
    #expect((1...12).map { text.boundary(atOrBefore: $0) } == [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 12])
    #expect((1...12).map { text.boundary(atOrAfter: $0) } == [1, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12])
    #expect([0, 1, 12, 13, 14].map { text.boundary(after: $0) } == [1, 12, 13, 14, 14])
    #expect([0, 1, 12, 13, 14].map { text.boundary(before: $0) } == [0, 0, 1, 12, 13])
  }
}
