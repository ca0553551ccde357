import Testing

@testable import Widgets

@Suite("Word boundaries")
struct WordClassTests {
  static let words: [(String, [String])] = [
    ("one, two", ["one", ", two"]),
    ("don't стій об’єкт", ["don't", " стій", " об’єкт"]),
    ("漢字kana", ["漢", "字", "kana"]),
    ("ไทย", ["ไ", "ท", "ย"]),
    ("snake_case x-y", ["snake_case", " x", "-y"]),
    ("№ 1009…", ["№ 1009", "…"]),
    ("👩‍🚀 go", ["👩‍🚀 go"]),
  ]

  @Test("words end where a person would stop, in every script", arguments: words)
  func splits(text: String, parts: [String]) {
    var found: [String] = []
    var offset = 0
    while offset < text.utf8.count {
      let end = text.wordEnd(after: offset)
      found.append(String(text.utf8Slice(offset..<end)))
      offset = end
    }
    #expect(found == parts)
  }

  @Test("going back from the end stops at each start of a word", arguments: words)
  func goesBack(text: String, parts: [String]) {
    var offset = text.utf8.count
    var steps = 0
    while offset > 0 {
      let start = text.wordStart(before: offset)
      #expect(start < offset)
      offset = start
      steps += 1
    }
    #expect(steps <= parts.count + 1)
  }
}
