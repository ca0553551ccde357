import LocalePacks
import SeededRandom
import Testing

@Suite("Typography of any text")
struct TypographyPropertyTests {
  /// What no rule may touch, wherever it stands between spaces.
  private static let guarded = [
    "https://a.example/b?c=1;d=\"2\"!e", "www.shop.example/a-b", "name.last@mail.example", "@nick_name",
    "#tag_1",
    "#100-20", "/usr/lib/a...b", "C:\\Files\\a.txt", "отчёт.итог.pdf", "`a - \"b\"...`", "{{ имя - \"x\" }}",
    "{0}",
    "%s", "%1$s", "${name}", "{\"k\": \"v!!\"}", "<a href=\"x\">", "10:30", "01.02.2026", "2026-02-01",
    "1.2.3",
    "192.168.0.1", "GB29 NWBK 6016 1331 9268 19", ":)", ";-)", ":D", ":'(", "<3", ":smile:", "5'10\"",
    "a_b==c",
    "std::vec", "4111-1111-1111-1111", "AB-2026-001", "v1.2.3",
  ]

  private static let loose = [
    "\"", "'", "\"", "«", "»", "„", "“", "”", "‘", "’", "(", ")", "-", " - ", "--", " — ", " – ", "...",
    "....",
    "…", "!", "!!", "?!", "!?", "?", ",", ".", ";", ":", " :", " ;", " !", " ,", " ", "  ", "\n", "\n\n",
    "\u{A0}",
    "\u{202F}", "№", "%", "€", "$", "руб", "руб.", "Rp", "zł", "кг", "5", "24", "1 234", "1,234.50",
    "1'234.50",
    "1000000", "в", "и", "w", "а", "слово", "word", "l", "o", "g", "А.", "С.", "Пушкин", "你好", "はい", "한국",
    "نعم",
    "שלום", "ขอบคุณครับ", "x", "`", "```", ">", "<", "{", "}", "/", "@", "#", "_", "=", "~", "👍", "\u{301}",
    "\r\n",
    "\u{200F}", "،", "，", "。", "ʻ", "ʼ", "«\u{A0}", "\u{A0}»", "c'est", "об'єкт", "o'z",
  ]

  private static func text(_ random: inout SeededGenerator, guarding: Bool) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...14, using: &random) {
      if guarding, Int.random(in: 0..<5, using: &random) == 0 {
        text += " \(guarded.randomElement(using: &random) ?? "") "
      } else {
        text += loose.randomElement(using: &random) ?? ""
      }
    }
    return text
  }

  private static func applied(_ edits: [TypographyEdit], to text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var position = 0
    for edit in edits {
      result += bytes[position..<edit.range.lowerBound]
      result += edit.replacement.utf8
      position = edit.range.upperBound
    }
    result += bytes[position...]
    return String(decoding: result, as: UTF8.self)
  }

  private static func digits(_ text: String) -> String.UnicodeScalarView {
    text.unicodeScalars.filter { $0.properties.numericType != nil }
  }

  private static func letters(_ text: String) -> String.UnicodeScalarView {
    text.unicodeScalars.filter { $0.properties.isAlphabetic && $0 != "ʻ" && $0 != "ʼ" }
  }

  @Test(
    "is set once and for all, by edits in order, with its letters and digits", arguments: SampleStyles.locales
  )
  func settles(_ locale: String) {
    let style = SampleStyles.style(locale)
    var random = SeededGenerator(seed: 7)
    for _ in 0..<150 {
      let text = Self.text(&random, guarding: true)
      let set = Typography.apply(text, style: style)
      #expect(Typography.apply(set, style: style).utf8.elementsEqual(set.utf8), "\(text.debugDescription)")
      let edits = Typography.edits(in: text, style: style)
      #expect(zip(edits, edits.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
      #expect(edits.allSatisfy { !$0.range.isEmpty || !$0.replacement.isEmpty })
      #expect(Self.applied(edits, to: text).utf8.elementsEqual(set.utf8), "\(text.debugDescription)")
      #expect(Self.digits(text).elementsEqual(Self.digits(set)), "\(text.debugDescription)")
      #expect(Self.letters(text).elementsEqual(Self.letters(set)), "\(text.debugDescription)")
    }
  }

  @Test("keeps byte for byte what is no prose", arguments: SampleStyles.locales)
  func keeps(_ locale: String) {
    let style = SampleStyles.style(locale)
    var random = SeededGenerator(seed: 11)
    let prose = [
      "\"слово\"", "word - word", "ещё...", "it's", "так !", "Правда!?", "«да»", "5 кг", "№5", "в", "20%",
      "你好, 好",
      "نعم, لا", "oʻ", "1 234 руб.", "(\"a\")", "!!",
    ]
    for _ in 0..<80 {
      var pieces: [String] = []
      var kept: [String] = []
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        pieces.append(prose.randomElement(using: &random) ?? "")
        let piece = Self.guarded.randomElement(using: &random) ?? ""
        kept.append(piece)
        pieces.append(["", "", "(", "\""].randomElement(using: &random).map { $0 + piece } ?? piece)
        pieces.append(prose.randomElement(using: &random) ?? "")
      }
      let text = pieces.joined(separator: " ")
      var rest = Typography.apply(text, style: style).utf8[...]
      for piece in kept {
        let end = Self.end(of: piece, in: rest)
        #expect(end != nil, "\(locale): \(piece) in \(text)")
        rest = rest[(end ?? rest.startIndex)...]
      }
    }
  }

  private static func end(of piece: String, in text: Substring.UTF8View) -> Substring.UTF8View.Index? {
    var rest = text
    while !rest.isEmpty {
      if rest.starts(with: piece.utf8) { return rest.index(rest.startIndex, offsetBy: piece.utf8.count) }
      rest = rest.dropFirst()
    }
    return nil
  }

  @Test("of a style that says nothing stays")
  func nothing() {
    var random = SeededGenerator(seed: 13)
    for _ in 0..<300 {
      let text = Self.text(&random, guarding: true)
      #expect(Typography.edits(in: text, style: TypographyStyle()).isEmpty)
    }
  }
}
