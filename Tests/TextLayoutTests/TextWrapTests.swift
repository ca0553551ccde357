import SeededRandom
import Testing

@testable import TextLayout

@Suite("TextWrap")
struct TextWrapTests {
  private func rows(_ text: String, _ columns: Int) -> [String] {
    let text = SafeText(text)
    return TextWrap.wrap(text, columns: columns).map { row in
      text.glyphs(of: row).map(\.string).joined()
    }
  }

  static let cases: [(String, String, Int, [String])] = [
    ("empty", "", 5, [""]),
    ("fits", "hello", 5, ["hello"]),
    ("at spaces", "hello brave new world", 11, ["hello brave", "new world"]),
    ("spaces hang", "hello      world", 5, ["hello", "world"]),
    ("trailing spaces stay while they fit", "ab   ", 4, ["ab  "]),
    ("leading spaces", "  ab cd", 4, ["  ab", "cd"]),
    ("only spaces", "      ", 3, ["   "]),
    ("newline", "a\n\nb\n", 5, ["a", "", "b", ""]),
    ("long word only when it must", "go https://example.com", 10, ["go", "https://ex", "ample.com"]),
    ("ideographs", "日本語テキスト", 6, ["日本語", "テキス", "ト"]),
    ("no closing mark at the start", "日本語。日本", 6, ["日本", "語。日", "本"]),
    ("no comma, small kana or long mark at the start", "あいっうーえ、お", 4, ["あ", "いっ", "うー", "え、", "お"]),
    ("no opening bracket at the end", "あい「うえ」お", 6, ["あい", "「う", "え」お"]),
    ("fullwidth parentheses", "あい（う）え", 6, ["あい", "（う）", "え"]),
    ("wide moves whole", "a日本", 4, ["a日", "本"]),
    ("Latin beside ideographs", "使用Swift语言", 8, ["使用", "Swift语", "言"]),
    ("Thai between clusters", "สวัสดีครับ", 4, ["สวัสดี", "ครับ"]),
    ("Thai vowel before its consonant stays with it", "กกเก", 3, ["กก", "เก"]),
    ("Lao", "ສະບາຍດີ", 4, ["ສະບາ", "ຍດີ"]),
    ("Khmer", "សួស្តី", 1, ["សួ", "ស្", "តី"]),
    ("Korean at spaces", "안녕하세요 주문", 12, ["안녕하세요", "주문"]),
    ("no-break space", "a b\u{A0}c", 4, ["a", "b\u{A0}c"]),
    ("Tibetan", "བཀྲ་ཤིས", 4, ["བཀྲ་", "ཤིས"]),
    ("space that carries a tone", "ab  🏽[", 4, ["ab", " 🏽["]),
    ("tab to its stop", "ab\tc", 20, ["ab      c"]),
    ("tab that has no room hangs", "abcdef\tg", 7, ["abcdef", "g"]),
    ("tab after a break starts anew", "aaaa bb\tc", 6, ["aaaa", "bb", "c"]),
    ("cluster is not broken", "ae\u{301}\u{302}x", 2, ["ae\u{301}\u{302}", "x"]),
    ("flag is not broken", "a🇺🇦", 2, ["a", "UA"]),
    ("one column", "日a👨‍👩‍👧", 1, ["□", "a", "□"]),
    ("one column, broken cluster", "🇺🇦กำ", 1, ["U", "A", "ก", "\u{E33}"]),
    ("one column, newer emoji", "🫨a", 1, ["□", "a"]),
    ("less than one column", "ab", 0, ["a", "b"]),
    ("negative columns", "ab", -3, ["a", "b"]),
  ]

  @Test("Rows end where they may", arguments: cases)
  func breaking(kind: String, text: String, columns: Int, expected: [String]) {
    #expect(rows(text, columns) == expected, "\(kind)")
  }

  @Test("Rows keep all rules on generated text")
  func properties() {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<700 {
      let text = SafeText(TextSamples.random(pieces: 24, using: &generator))
      checkRows(of: text, columns: Int.random(in: 1...24, using: &generator))
    }
  }

  @Test("Rows keep all rules on correct writing", arguments: TextSamples.legitimate)
  func legitimateText(script: String, text: String) {
    for columns in [1, 2, 3, 7, 20] { checkRows(of: SafeText(text), columns: columns) }
  }

  private func checkRows(of text: SafeText, columns: Int) {
    let rows = TextWrap.wrap(text, columns: columns)
    let name = "\(text.string.debugDescription) at \(columns)"
    var end = 0
    for row in rows {
      #expect(row.range.lowerBound == end, "\(name)")
      end = row.range.upperBound
      #expect(row.columns <= columns, "\(name)")
      #expect(row.shown.lowerBound == row.range.lowerBound && row.shown.upperBound <= row.range.upperBound)
      let glyphs = text.glyphs(of: row)
      #expect(glyphs.reduce(0) { $0 + $1.columns } == row.columns, "\(name), row \(row)")
      let hidden = text.part(row.shown.upperBound..<row.range.upperBound).string.unicodeScalars
      let isBlank = hidden.allSatisfy {
        " \t\n".unicodeScalars.contains($0) || DisplayWidth.columns(of: $0) == 0
      }
      #expect(isBlank, "\(name)")
      let reordered = text.glyphs(of: row, order: .visual)
      #expect(reordered.reduce(0) { $0 + $1.columns } == row.columns, "\(name)")
    }
    #expect(end == text.byteCount, "\(name)")
    #expect(rows.last?.endsParagraph == true)
    #expect(rows.count(where: \.endsParagraph) == text.string.unicodeScalars.count(where: { $0 == "\n" }) + 1)
  }
}
