import SeededRandom
import Testing

@testable import TextLayout

@Suite("GlyphSequence")
struct GlyphSequenceTests {
  private func shown(_ text: String) -> [String] {
    SafeText(text).glyphs.map(\.string)
  }

  static let degraded: [(String, String, [String], Int)] = [
    ("joined emoji", "👨‍👩‍👧‍👦", ["👨"], 2),
    ("skin tone", "👍🏽", ["👍"], 2),
    ("joined with skin tone", "👩🏾‍💻", ["👩"], 2),
    ("narrow base with selector", "❤️", ["❤"], 1),
    ("wide base with selector", "⌚️", ["⌚"], 2),
    ("text selector", "☺︎", ["☺"], 1),
    ("keycap", "1️⃣", ["1"], 1),
    ("keycap without selector", "#⃣", ["#"], 1),
    ("flag", "🇺🇦", ["U", "A"], 2),
    ("lone regional indicator", "🇺", ["U"], 1),
    ("tag flag", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", ["🏴"], 2),
    ("newer than the C library, wide", "🫨", ["□", " "], 2),
    ("newer than the C library, narrow", "\u{11F04}", ["\u{FFFD}"], 1),
    ("newer and wide with a direction mark", "ש🫨\u{200F}", ["ש", "□", " "], 3),
    ("newer and wide with a mark", "🫨\u{301}", ["□\u{301}", " "], 2),
    ("disputed width", "䷀", ["\u{FFFD}"], 1),
    ("tone on no base", "a🏽", ["a", "🏽"], 3),
    ("tone on an emoji that takes none", "💩🏽", ["💩", "🏽"], 4),
    ("Thai sara am", "กำ", ["ก", "\u{E33}"], 2),
    ("Devanagari conjunct", "क्षि", ["क्", "ष", "\u{93F}"], 3),
    ("joiner in a conjunct", "क्\u{200D}ष", ["क्", "ष"], 2),
    ("non-joiner stays with its base", "می\u{200C}خ", ["م", "ی\u{200C}", "خ"], 3),
    ("conjoining jamo", "\u{1112}\u{1161}\u{11AB}", ["\u{1112}\u{1161}\u{11AB}"], 2),
    ("halfwidth voiced mark", "ｶﾞ", ["ｶ", "ﾞ"], 2),
    ("mark without base", "\u{301}a", ["◌\u{301}", "a"], 2),
    ("more than four marks", "e\u{301}\u{302}\u{303}\u{304}\u{305}", ["e\u{301}\u{302}\u{303}\u{304}"], 1),
    ("mark on an emoji", "🙂\u{301}", ["🙂\u{301}"], 2),
    ("direction mark", "\u{200F}ש\u{200F}", ["ש"], 1),
    ("word separator", "ไ\u{200B}ท", ["ไ", "ท"], 2),
    ("newline", "a\nb", ["a", "⏎", "b"], 3),
    ("tab", "ab\tc", ["a", "b", " ", " ", " ", " ", " ", " ", "c"], 9),
    ("empty", "", [], 0),
  ]

  @Test("Clusters are shown so that terminals agree", arguments: degraded)
  func degrading(kind: String, text: String, expected: [String], columns: Int) {
    #expect(shown(text).map { Array($0.utf8) } == expected.map { Array($0.utf8) }, "\(kind): \(shown(text))")
    #expect(SafeText(text).columns == columns)
    #expect(SafeText(text).glyphs.reduce(0) { $0 + $1.sourceLength } == text.utf8.count)
  }

  @Test("Glyphs keep all rules on generated text")
  func generatedText() {
    let recorded = RecordedWidthTable.shared
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<1500 {
      let text = SafeText(TextSamples.random(pieces: 20, using: &generator))
      checkGlyphs(of: text, recorded)
    }
  }

  @Test("Glyphs keep all rules on correct writing", arguments: TextSamples.legitimate)
  func legitimateText(script: String, text: String) {
    checkGlyphs(of: SafeText(text), RecordedWidthTable.shared)
  }

  /// Widths as the C library sums them, source lengths, and starts where Swift sees a cluster.
  private func checkGlyphs(of text: SafeText, _ recorded: RecordedWidthTable) {
    var length = 0
    var starts: Set<Int> = []
    for glyph in text.glyphs {
      let sum = glyph.string.unicodeScalars.reduce(0) { $0 + recorded.columns(of: $1.value) }
      #expect(sum == glyph.columns, "\(glyph.string.debugDescription) in \(text.string.debugDescription)")
      #expect(glyph.columns == 1 || glyph.columns == 2)
      #expect(glyph.string.unicodeScalars.last != "\u{200D}")
      #expect(glyph.string.unicodeScalars.allSatisfy(ScalarPolicy.isAllowed))
      if glyph.startsCluster { starts.insert(length) }
      length += glyph.sourceLength
    }
    let rest = text.part(length..<text.byteCount).string.unicodeScalars
    #expect(rest.allSatisfy { DisplayWidth.columns(of: $0) == 0 }, "\(text.string.debugDescription)")
    var boundaries: Set<Int> = []
    var offset = 0
    for cluster in text.string {
      boundaries.insert(offset)
      offset += cluster.utf8.count
    }
    #expect(starts.isSubset(of: boundaries), "\(text.string.debugDescription)")
  }

  @Test("A long run of flags is walked in one pass")
  func flagsAreLinear() {
    let text = SafeText(String(repeating: "🇺🇦", count: 3000))
    #expect(text.columns == 6000)
  }
}
