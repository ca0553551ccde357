import Testing
import TextLayout

@Suite("SafeText for one row")
struct SafeTextLineTests {
  @Test(
    "a short text is what singleLine makes of it",
    arguments: ["", "Dewi", "two\nlines\tand\u{1B}[2J", "каву"])
  func short(text: String) {
    #expect(SafeText(line: text) == SafeText(text).singleLine)
  }

  @Test(
    "a text of a megabyte is cut, wherever a character crosses the limit",
    arguments: ["a", "é", "か", "👨‍👩‍👧", "e\u{301}\u{302}", "\u{1B}"], [0, 1, 2, 3])
  func long(piece: String, lead: Int) {
    let text =
      String(repeating: "x", count: lead) + String(repeating: piece, count: 300_000 / piece.utf8.count)
    let line = SafeText(line: text)
    #expect(line.string.hasSuffix("…"))
    #expect(line.byteCount <= SafeText.lineLimit * 4)
    #expect(!line.string.contains("\n"))
  }
}
