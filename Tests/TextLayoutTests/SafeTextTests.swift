import SeededRandom
import Testing

@testable import TextLayout

@Suite("SafeText")
struct SafeTextTests {
  @Test("Correct writing is unchanged byte for byte", arguments: TextSamples.legitimate)
  func legitimateTextIsUnchanged(script: String, text: String) {
    let safe = SafeText(text)
    #expect(Array(safe.string.utf8) == Array(text.utf8), "\(script)")
    #expect(safe.changes == 0)
  }

  static let hostile: [(String, String, String)] = [
    ("escape sequence", "\u{1B}[2Jx", "␛[2Jx"),
    ("title with bell", "\u{1B}]0;pwned\u{7}", "␛]0;pwned␇"),
    ("unterminated string", "\u{1B}Psecret", "␛Psecret"),
    ("NUL", "a\u{0}b", "a␀b"),
    ("backspace", "ok\u{8}\u{8}no", "ok␈␈no"),
    ("lone CR", "good\rbad", "good␍bad"),
    ("CR at the end", "x\r", "x␍"),
    ("CRLF", "a\r\nb", "a\nb"),
    ("CR CRLF", "a\r\r\nb", "a␍\nb"),
    ("vertical tab and form feed", "\u{B}\u{C}", "␋␌"),
    ("unit separator", "\u{1F}", "␟"),
    ("DEL", "\u{7F}", "␡"),
    ("C1 CSI", "\u{9B}31m", "‹9B›31m"),
    ("C1 bounds", "\u{80}\u{9F}", "‹80›‹9F›"),
    ("NEL", "a\u{85}b", "a⏎\nb"),
    ("line and paragraph separators", "a\u{2028}b\u{2029}c", "a⏎\nb⏎\nc"),
    ("override", "\u{202E}txt.exe", "‹RLO›txt.exe"),
    ("embeddings", "\u{202A}\u{202B}\u{202D}\u{202C}", "‹LRE›‹RLE›‹LRO›‹PDF›"),
    ("isolates", "\u{2066}\u{2067}\u{2068}\u{2069}", "‹LRI›‹RLI›‹FSI›‹PDI›"),
    ("override in Arabic", "سلام\u{202E}", "سلام‹RLO›"),
    ("direction marks without letters", "a\u{200E}\u{200F}\u{61C}1", "a‹LRM›‹RLM›‹ALM›1"),
    ("direction mark, letters in another paragraph", "ש\n\u{200F}a", "ש\n‹RLM›a"),
    ("zero-width space", "a\u{200B}b", "a‹ZWSP›b"),
    ("zero-width space at the end of Thai", "ไทย\u{200B}", "ไทย‹ZWSP›"),
    ("word joiner, BOM, CGJ, SHY", "\u{2060}\u{FEFF}\u{34F}\u{AD}", "‹WJ›‹BOM›‹CGJ›‹SHY›"),
    ("invisible operators", "\u{2061}\u{2064}", "‹U+2061›‹U+2064›"),
    ("deprecated format characters", "\u{206A}\u{206F}", "‹U+206A›‹U+206F›"),
    ("Mongolian vowel separator in Latin", "a\u{180E}b", "a‹MVS›b"),
    ("shorthand and music format", "\u{1BCA0}\u{1D173}", "‹U+1BCA0›‹U+1D173›"),
    ("Khmer inherent vowel", "\u{17B4}", "‹U+17B4›"),
    ("joiners in Latin", "a\u{200D}b\u{200C}c", "a‹ZWJ›b‹ZWNJ›c"),
    ("doubled joiner", "ب\u{200C}\u{200C}ب", "ب‹ZWNJ›‹ZWNJ›ب"),
    ("joiner in no recommended sequence", "🙂\u{200D}🙂", "🙂‹ZWJ›🙂"),
    ("joiner chain beyond the sequence", "👨\u{200D}👧\u{200D}💣", "👨\u{200D}👧‹ZWJ›💣"),
    ("trailing joiner", "👨\u{200D}", "👨‹ZWJ›"),
    ("tag text", "hi\u{E0049}\u{E0067}\u{E006E}", "hi‹TAG Ign›"),
    ("tags after an emoji", "😀\u{E0061}", "😀‹TAG a›"),
    ("flag that is not recommended", "🏴\u{E0075}\u{E0073}\u{E007F}", "🏴‹TAG us›‹U+E007F›"),
    ("flag tags that are cut short", "🏴\u{E0067}\u{E0062}é", "🏴‹TAG gb›é"),
    ("flag tags that are cut short at the end", "🏴\u{E0067}aé", "🏴‹TAG g›aé"),
    ("language tag", "\u{E0001}", "‹U+E0001›"),
    ("variation selector on Latin", "a\u{FE0F}\u{FE00}", "a‹VS16›‹VS1›"),
    ("supplement selectors as data", "😀\u{E0100}\u{E01EF}", "😀‹VS17›‹VS256›"),
    ("second selector", "❤\u{FE0F}\u{FE0F}", "❤\u{FE0F}‹VS16›"),
    ("free variation selector in Latin", "a\u{180B}", "a‹FVS1›"),
    ("fillers", "\u{3164}\u{FFA0}\u{115F}\u{1160}\u{2800}", "␣␣␣␣␣"),
    ("blanks", "\u{2003}\u{200A}\u{205F}\u{1680}\u{2000}", "␣␣␣␣␣"),
    ("ideographic space in Latin", "a\u{3000}b", "a␣b"),
    ("annotations and object", "\u{FFF9}\u{FFFA}\u{FFFB}\u{FFFC}", "‹IAA›‹IAS›‹IAT›‹OBJ›"),
    ("private use", "\u{E000}\u{F8FF}\u{F0000}\u{10FFFD}", "‹U+E000›‹U+F8FF›‹U+F0000›‹U+10FFFD›"),
    (
      "noncharacters", TextSamples.string([0xFFFE, 0xFDD0, 0x1FFFF, 0x10FFFF]),
      "‹U+FFFE›‹U+FDD0›‹U+1FFFF›‹U+10FFFF›"
    ),
    ("unassigned", "\u{378}\u{E0080}\u{1F8FF}", "‹U+0378›‹U+E0080›‹U+1F8FF›"),
    ("hieroglyph format in Latin", "a\u{13430}", "a‹U+13430›"),
  ]

  @Test("Each class of hostile text is made visible and harmless", arguments: hostile)
  func hostileTextIsVisible(kind: String, raw: String, expected: String) {
    let safe = SafeText(raw)
    #expect(Array(safe.string.utf8) == Array(expected.utf8), "\(kind): \(safe.string.debugDescription)")
    #expect(SafeText(safe.string) == safe)
  }

  @Test("Changes count places, and CRLF is none")
  func changesAreCounted() {
    #expect(SafeText("plain").changes == 0)
    #expect(SafeText("a\r\nb").changes == 0)
    #expect(SafeText("a\u{1B}b\u{9B}c").changes == 2)
    #expect(SafeText("x\u{E0041}\u{E0042}y").changes == 1)
  }

  @Test("A pile of marks keeps eight and tells how many more there were", arguments: [8, 9, 200, 5000])
  func pileUp(count: Int) {
    let safe = SafeText("e" + String(repeating: "\u{301}", count: count))
    let kept = "e" + String(repeating: "\u{301}", count: 8)
    #expect(safe.string == (count > 8 ? kept + "‹+\(count - 8)›" : kept))
  }

  static let endless = [
    "\u{1100}", "\u{11A8}", "क्", "\u{903}", "🇺", "👨\u{200D}", "\u{600}", "ـ\u{64B}\u{200D}", "ক\u{200C}্",
    "\u{600}🇦\u{93F}",
  ]

  @Test("No cluster goes on without end", arguments: endless)
  func clustersAreCapped(piece: String) {
    let safe = SafeText("a" + String(repeating: piece, count: 500))
    for cluster in safe.string {
      #expect(cluster.unicodeScalars.count <= Sanitizer.clusterLimit + Sanitizer.prependedLimit + 2)
      if cluster.unicodeScalars.count > Sanitizer.clusterLimit + Sanitizer.prependedLimit + 2 { break }
    }
    #expect(SafeText(safe.string) == safe)
  }

  static let malformed: [(String, [UInt8], String, Int)] = [
    ("lone continuation", [0x80], "\u{FFFD}", 1),
    ("lone continuations", [0x41, 0xBF, 0xBF], "A\u{FFFD}\u{FFFD}", 2),
    ("raw C1", [0x9B, 0x33], "\u{FFFD}3", 1),
    ("overlong", [0xC0, 0xAF], "\u{FFFD}\u{FFFD}", 2),
    ("truncated, one subpart", [0xE2, 0x82, 0x41], "\u{FFFD}A", 1),
    ("truncated at the end", [0xF0, 0x9F, 0x98], "\u{FFFD}", 1),
    ("surrogate", [0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}", 3),
    ("too large", [0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", 4),
    ("never used", [0xFE, 0xFF], "\u{FFFD}\u{FFFD}", 2),
    ("real replacement", [0xEF, 0xBF, 0xBD], "\u{FFFD}", 0),
    ("both", [0xEF, 0xBF, 0xBD, 0x80, 0x1B], "\u{FFFD}\u{FFFD}␛", 2),
  ]

  @Test("Ill-formed UTF-8 gives one U+FFFD for each maximal subpart", arguments: malformed)
  func malformedBytes(kind: String, bytes: [UInt8], expected: String, changes: Int) {
    let safe = SafeText(decoding: bytes)
    #expect(safe.string == expected, "\(kind)")
    #expect(safe.changes == changes, "\(kind)")
  }

  @Test("Generated text becomes safe once and for all")
  func generatedTextIsIdempotent() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<3000 {
      let raw = TextSamples.random(pieces: 24, using: &generator)
      let safe = SafeText(raw)
      let again = SafeText(safe.string)
      guard again == safe, again.changes == 0 else {
        Issue.record("\(raw.debugDescription) -> \(safe.string.debugDescription)")
        return
      }
      #expect(safe.isASCII == safe.string.utf8.allSatisfy { $0 < 0x80 })
      #expect(
        safe.string.allSatisfy {
          $0.unicodeScalars.count <= Sanitizer.clusterLimit + Sanitizer.prependedLimit + 2
        })
    }
  }

  @Test("Random bytes never trap and never leave a control character")
  func randomBytes() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<2000 {
      let count = Int.random(in: 0...40, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let safe = SafeText(decoding: bytes)
      let isHarmless = safe.string.unicodeScalars.allSatisfy(ScalarPolicy.isAllowed)
      #expect(isHarmless, "\(bytes)")
    }
  }

  @Test(
    "Joined texts are as safe as one",
    arguments: [("👩\u{200D}", "💻"), ("e", "\u{301}"), ("ab", "cd"), ("", "\u{1B}")])
  func joining(left: String, right: String) {
    let joined = SafeText(left) + SafeText(right)
    #expect(SafeText(joined.string) == joined)
    #expect(joined.changes >= SafeText(left).changes + SafeText(right).changes)
  }

  @Test("Generated texts stay safe when joined")
  func generatedJoining() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<1500 {
      let left = SafeText(TextSamples.random(pieces: 6, using: &generator))
      let right = SafeText(TextSamples.random(pieces: 6, using: &generator))
      let joined = left + right
      guard SafeText(joined.string) == joined else {
        Issue.record("\(left.string.debugDescription) + \(right.string.debugDescription)")
        return
      }
    }
  }

  @Test(
    "One line has no LF and no tab",
    arguments: [("a\nb", "a⏎b"), ("a\u{2028}b", "a⏎b"), ("\t\n\n", " ⏎⏎"), ("x", "x")])
  func singleLine(text: String, expected: String) {
    // Two newlines in a row are two marks only when no separator stands between.
    let line = SafeText(text).singleLine
    #expect(line.string == expected)
    #expect(SafeText(line.string) == line)
  }

  @Test("Generated texts stay safe in one line")
  func generatedLines() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<1500 {
      let line = SafeText(TextSamples.random(pieces: 12, using: &generator)).singleLine
      guard SafeText(line.string) == line, !line.string.utf8.contains(where: { $0 < 0x20 }) else {
        Issue.record("\(line.string.debugDescription)")
        return
      }
    }
  }

  @Test("Equality is of bytes, not of canonical equivalence")
  func equality() {
    #expect(SafeText("é") != SafeText("e\u{301}"))
    #expect(SafeText("é") == SafeText("é"))
    #expect(Set([SafeText("a"), SafeText("a"), SafeText("b")]).count == 2)
    #expect(SafeText(literal: "a\u{7}").string == "a␇")
    #expect(SafeText("").isEmpty)
  }
}
