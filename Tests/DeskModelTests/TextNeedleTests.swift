import DeskModel
import Testing

@Suite("TextNeedle")
struct TextNeedleTests {
  private static func place(_ needle: String, _ text: String) -> Int? {
    let bytes = Array(text.utf8)
    return TextNeedle(needle).firstPlace(in: bytes.span, 0..<bytes.count)
  }

  @Test(
    "case does not matter in any script, places are bytes",
    arguments: [
      ("dewi", "Kak DEWI", 4), ("DEWI", "kak dewi", 4), ("ПЛАТ", "мой платёж", 7), ("ё", "ПЛАТЁЖ", 8),
      ("straße", "STRAßE", 0),
      ("ﬁ", "ﬁ", 0), ("ａ", "xＡ", 1), ("注意", "ご注意", 3), ("σ", "Σ", 0), ("𐐨", "𐐀", 0), ("", "abc", 0),
      ("", "", 0), ("ا", "با", 2),
    ] as [(String, String, Int)])
  func found(needle: String, text: String, place: Int) {
    #expect(Self.place(needle, text) == place)
  }

  @Test(
    "what is another text is not found",
    arguments: [
      ("a", ""), ("ab", "a"), ("р", "\u{400}"), ("ss", "ß"), ("k", "\u{212A}"), ("i", "İ"), ("é", "e\u{301}"),
      ("abc", "abab"),
    ])
  func missed(needle: String, text: String) {
    #expect(Self.place(needle, text) == nil)
  }

  @Test("only the range is looked at, and a range outside is cut")
  func range() {
    let bytes = Array("xabcx".utf8)
    let needle = TextNeedle("ABC")
    func isFound(_ range: Range<Int>) -> Bool { needle.isFound(in: bytes.span, range) }
    func equals(_ range: Range<Int>) -> Bool { needle.equals(bytes.span, range) }
    func begins(_ range: Range<Int>) -> Bool { needle.begins(bytes.span, range) }
    #expect(isFound(1..<4) && isFound(0..<99))
    #expect(!isFound(2..<5) && !isFound(0..<3) && !isFound(77..<99))
    #expect(equals(1..<4) && !equals(0..<4) && !equals(3..<6))
    #expect(begins(1..<5) && !begins(1..<3))
    #expect(TextNeedle("").equals("") && !TextNeedle("").equals("a"))
  }
}
