import DeskModel
import Safeguards
import Testing

@Suite("Invisible text")
struct InvisibleTextCheckTests {
  static let hidden: [(String, [Range<Int>], String)] = [
    ("a\u{202E}b", [1..<4], "U+202E"),
    ("a\u{2066}b\u{2069}", [1..<4, 5..<8], "U+2066"),
    ("pass\u{200B}word", [4..<7], "U+200B"),
    ("\u{FEFF}x", [0..<3], "U+FEFF"),
    ("x\u{1B}[0m", [1..<2], "U+001B"),
    ("x\u{9B}", [1..<3], "U+009B"),
    ("x\u{200B}\u{200C}\u{2060}\u{200B}y", [1..<13], "U+200B U+200C U+2060 …"),
    ("hi\u{E0041}\u{E0042}", [2..<10], "U+E0041 U+E0042"),
    ("latin\u{200F}", [5..<8], "U+200F"),
    ("a\u{200D}b", [1..<4], "U+200D"),
    ("и\u{AD}мя", [2..<4], "U+00AD"),
    ("x\u{3164}", [1..<4], "U+3164"),
    ("a\rb", [1..<2], "U+000D"),
  ]

  static let needed = [
    "plain\ttext\nhere", "a\r\nb", "👨‍👩‍👧‍👦 👩🏽‍🚀 🏳️‍🌈 ❤️‍🔥 1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "می\u{200C}خواهم", "क्\u{200D}ष", "שלום\u{200F}!",
    "no\u{A0}break",
    "漢\u{FE00}", "e\u{301}", "ไทย", "\u{202F}€",
  ]

  @Test("what cannot be seen is found, run by run, and can be taken out", arguments: hidden)
  func finds(text: String, ranges: [Range<Int>], names: String) {
    let findings = InvisibleTextCheck().findings(in: .reply(text))
    #expect(findings.map(\.range) == ranges)
    #expect(findings.first?.arguments == [names])
    #expect(findings.allSatisfy { $0.severity == .warn && $0.replacement == "" })
  }

  @Test("what writing needs is left alone", arguments: needed)
  func leavesAlone(text: String) {
    #expect(InvisibleTextCheck().findings(in: .reply(text)).map(\.arguments) == [])
  }

  @Test("text that is turned round is told from text that hides")
  func tellsDirection() {
    let keys = InvisibleTextCheck().findings(in: .reply("\u{202E}a\u{200B}")).map(\.messageKey)
    #expect(keys == ["finding.text.invisible.direction", "finding.text.invisible"])
  }

  @Test("a line separator is replaced by a line end")
  func replacesSeparator() {
    let findings = InvisibleTextCheck().findings(in: .reply("a\u{2028}b"))
    #expect(findings.map(\.replacement) == ["\n"])
  }
}
