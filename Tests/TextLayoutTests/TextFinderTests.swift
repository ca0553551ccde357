import Testing
import TextLayout

@Suite("TextFinder")
struct TextFinderTests {
  @Test(
    "words are found in any script, whatever their case",
    arguments: [
      ("refund", "Refund, REFUND and reFund", [0..<6, 8..<14, 19..<25]), ("aa", "aaaa", [0..<2, 2..<4]),
      ("посилка", "Моя ПОСИЛКА", [7..<21]), ("ПОСИЛКА", "посилка", [0..<14]), ("荷物", "その荷物は", [6..<12]),
      ("ก", "กี", [0..<3]), ("b", "a", []), ("longer than", "the text", []), ("x", "", []),
      ("é", "É", [0..<2]), ("i", "İ", [0..<2]), (" ", "a b", [1..<2]), ("👋", "hi 👋", [3..<7]),
    ] as [(String, String, [Range<Int>])])
  func found(wanted: String, text: String, ranges: [Range<Int>]) throws {
    let finder = try #require(TextFinder(wanted))
    #expect(finder.ranges(in: text) == ranges)
  }

  @Test("there is nothing to look for in an empty text")
  func empty() { #expect(TextFinder("") == nil) }

  @Test("every match begins and ends between scalars", arguments: ["İİ", "ﬁ", "ßẞ", "a\u{301}Á", "Ⱥⱥ"])
  func boundaries(text: String) throws {
    for scalar in text.unicodeScalars {
      for piece in [String(scalar), String(scalar).lowercased(), String(scalar).uppercased()] {
        for range in TextFinder(piece)?.ranges(in: text) ?? [] {
          let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
          let end = text.utf8.index(text.startIndex, offsetBy: range.upperBound)
          #expect(start.samePosition(in: text.unicodeScalars) != nil)
          #expect(end.samePosition(in: text.unicodeScalars) != nil)
        }
      }
    }
  }
}
