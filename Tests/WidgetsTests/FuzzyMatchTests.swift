import SeededRandom
import Testing

@testable import Widgets

@Suite("Fuzzy match")
struct FuzzyMatchTests {
  static let found: [(String, String, [String])] = [
    ("asol", "Assign to Olena", ["As", "Ol"]),
    ("as ol", "Assign to Olena", ["As", "Ol"]),
    ("ASSIGN", "Assign to Olena", ["Assign"]),
    ("олена", "Призначити: ОЛЕНА", ["ОЛЕНА"]),
    ("ґ", "Ґалаґан", ["Ґ"]),
    ("ΟΔΟΣ", "η οδος", ["οδος"]),
    ("漢", "a漢字", ["漢"]),
    ("ไทย", "ภาษาไทย", ["ไทย"]),
    ("é", "cafe\u{301}", ["e\u{301}"]),
    ("mn", "Make a new note", ["M", "n"]),
    ("nn", "Make a new note", ["n", "n"]),
    ("👩‍🚀", "crew 👩‍🚀", ["👩‍🚀"]),
  ]

  @Test("finds the letters in order and prefers starts of words and runs", arguments: found)
  func finds(pattern: String, text: String, parts: [String]) throws {
    let match = try #require(FuzzyMatcher(pattern).match(text))
    let bytes = Array(text.utf8)
    #expect(match.ranges.map { Array(bytes[$0]) } == parts.map { Array($0.utf8) })
  }

  @Test(
    "refuses what is not there in order",
    arguments: [("ba", "ab"), ("aa", "a"), ("x", ""), ("e", "e\u{301}"), ("👩", "👩‍🚀")])
  func refuses(pattern: String, text: String) { #expect(FuzzyMatcher(pattern).match(text) == nil) }

  @Test("an empty pattern matches everything and keeps the order")
  func matchesEverything() {
    let matcher = FuzzyMatcher("  ")
    #expect(matcher.isEmpty)
    #expect(matcher.rank(["b", "a", ""]).map(\.index) == [0, 1, 2])
  }

  @Test("ranks starts of words above scattered letters, then short texts above long ones")
  func ranks() {
    let texts = ["asleep in note", "Snooze", "Assign", "As internal note", "Assign to nobody"]
    #expect(FuzzyMatcher("ain").rank(texts).first?.index == 3)
    #expect(FuzzyMatcher("assign").rank(texts).map(\.index) == [2, 4])
    #expect(FuzzyMatcher("sno").rank(texts).first?.index == 1)
  }

  @Test("long texts and patterns are bounded")
  func isBounded() {
    let long = String(repeating: "a", count: 5_000)
    #expect(FuzzyMatcher(long).match(long)?.ranges == [0..<FuzzyMatcher.patternLimit])
    #expect(FuzzyMatcher("b").match(long + "b") == nil)
  }

  @Test("finds exactly what a plain search for a subsequence finds", arguments: UInt64(1)...10)
  func agreesWithSubsequence(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let text = (0..<12).map { _ in "abcAB ".randomElement(using: &random) ?? "a" }
      let pattern = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        "abc".randomElement(using: &random) ?? "a"
      }
      var rest = pattern[...]
      for letter in text where letter.lowercased() == rest.first.map(String.init) { rest = rest.dropFirst() }
      let match = FuzzyMatcher(String(pattern)).match(String(text))
      #expect((match != nil) == rest.isEmpty)
      if let match {
        let matched = match.ranges.flatMap { $0.map { text[$0] } }
        #expect(String(matched).lowercased() == String(pattern))
      }
    }
  }
}
