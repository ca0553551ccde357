import Testing
import TextSearch

@Suite("What is scanned for")
struct SearchAnchorTests {
  private func holds(_ text: String, _ search: String, _ source: SearchAnchor.Source) -> Bool {
    let anchors = SearchAnchor.anchors(
      of: SearchWords(search), in: source, frequencies: [UInt64](repeating: 1, count: 256))
    return anchors.allSatisfy { $0.patterns.contains { stands($0, in: Array(text.utf8)) } }
  }

  private func stands(_ pattern: BytePattern, in bytes: [UInt8]) -> Bool {
    let count = pattern.places.count
    guard count > 0, bytes.count >= count else { return false }
    return (0...bytes.count - count).contains { start in
      pattern.places.indices.allSatisfy { pattern.places[$0].contains(bytes[start + $0]) }
    }
  }

  @Test(
    "A word stands at a pattern in every way in which JSON can write it",
    arguments: [
      ("order", #"my ORDER"#), ("café", #"Caf\u00e9"#), ("café", #"CAF\u00C9"#), ("café", "cafe\u{301}"),
      ("привет", #"\u041f\u0440\u0438\u0432\u0435\u0442"#), ("привет", "ПРивет"), ("σοφος", "ΣΟΦΟΣ"),
      ("kız", "KİZ"),
      ("kiz", #"k\u0131z"#), ("skin", "\u{17F}\u{212A}in"), ("skin", #"\u017f\u212Ain"#), ("a\"b", #"A\"b"#),
      ("a\"b", #"a\u0022b"#), ("a/b", #"a\/b"#), ("a/b", "a/b"), ("a\\b", #"a\\b"#), ("it's", #"it\u0027s"#),
      ("<b>", #"\u003cb\u003E"#), ("😀", #"\ud83d\ude00"#), ("ok😀", #"ok\uD83D\uDE00"#), ("ß", "ẞ"),
      ("abc", #"a\u0062c"#),
      ("1", #"\u0031"#), (",", #"\u002c"#), ("ｆｕ", "ＦＵ"), ("ไทย", "ภาษาไทย"),
    ])
  func complete(_ search: String, _ text: String) { #expect(holds(text, search, .json)) }

  @Test("What cannot hold the word stands at no pattern")
  func selective() {
    #expect(!holds("nothing of the kind", "order", .json))
    #expect(!holds(#"Caf\u00e8"#, "é", .json))
    #expect(!holds(#"Caf\u00e9"#, "café", .text))
    #expect(holds("CAFÉ", "café", .text))
  }

  @Test("The rarer word comes first, and of it a part with rare bytes")
  func rarest() {
    var frequencies = [UInt64](repeating: 100, count: 256)
    for byte in "zxqZXQ".utf8 { frequencies[Int(byte)] = 0 }
    let anchors = SearchAnchor.anchors(of: SearchWords("the zaxq"), in: .text, frequencies: frequencies)
    #expect(anchors.count == 2)
    #expect(anchors[0].patterns.first.map { stands($0, in: Array("ZAXQ".utf8)) } == true)
    let patterns = SearchAnchor.anchors(of: SearchWords(""), in: .text, frequencies: [])
    #expect(patterns.isEmpty)
  }

  @Test("Long words and words of odd letters stay within few patterns")
  func bounded() {
    for word in [String(repeating: "ski", count: 500), String(repeating: "ἀ", count: 90), "i", "ssssssss"] {
      let anchors = SearchAnchor.anchors(of: SearchWords(word), in: .json, frequencies: [])
      #expect(anchors.count == 1)
      #expect((1...30).contains(anchors[0].patterns.count))
      #expect(anchors[0].patterns.allSatisfy { (1...96).contains($0.places.count) })
    }
  }
}
