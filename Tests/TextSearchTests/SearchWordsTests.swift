import SeededRandom
import Testing
import TextSearch

@Suite("Words that are looked for")
struct SearchWordsTests {
  @Test(
    "A word is found whatever its case, within words, in any script",
    arguments: [
      ("order", "My ORDER is late", true), ("rder", "My ORDER is late", true), ("ordr", "My ORDER", false),
      ("привет", "Ну ПРИВЕТ!", true), ("straße", "STRAẞE 5", true), ("strasse", "STRAẞE", false),
      ("ΣΟΦΟΣ", "ένας σοφος", true),
      ("istanbul", "İSTANBUL", true), ("ISPARTA", "ısparta", true), ("ระบบ", "ในระบบนี้", true),
      ("退款", "我要退款", true),
      ("cafe\u{301}", "Café", true), ("café", "CAFE\u{301}", true), ("late order", "My ORDER is late", true),
      ("late orders", "My ORDER is late", false), ("Ａ", "ａｂｃ", true), ("  ", "anything", true),
      ("xx", "x", false),
    ])
  func stands(_ search: String, _ text: String, _ expected: Bool) {
    #expect(SearchWords(search).stand(in: [text]) == expected)
  }

  @Test("Words may stand in several texts, each whole")
  func severalTexts() {
    #expect(SearchWords("dewi billing").stand(in: ["Dewi Lestari", "billing"]))
    #expect(!SearchWords("dewilestari").stand(in: ["Dewi", "Lestari"]))
    #expect(SearchWords(" \n").isEmpty)
  }

  @Test("Ranges count UTF-8 bytes, ascend and do not overlap")
  func ranges() {
    #expect(SearchWords("ab bc").ranges(in: "xABCx ab") == [1..<4, 6..<8])
    #expect(SearchWords("ё").ranges(in: "Ёж ёж") == [0..<2, 5..<7])
    #expect(SearchWords("aa").ranges(in: "aaaa") == [0..<4])
    #expect(SearchWords("a").ranges(in: "") == [])
  }
}

@Suite("Excerpts")
struct SearchExcerptTests {
  private func excerpt(_ text: String, _ search: String) -> SearchExcerpt {
    SearchExcerpt(text, words: SearchWords(search))
  }

  @Test("A short text is shown whole, on one line")
  func short() {
    let found = excerpt("Hello,\r\n\r\n\tmy order\nis late. ", "ORDER")
    #expect(found.text == "Hello, my order is late.")
    #expect(found.matches == [10..<15])
  }

  @Test("A long one is cut on both sides, in at most 200 bytes, between characters")
  func long() {
    for filler in ["word ", "слово ", "ไทย", "e\u{301}", "👩‍👩‍👧‍👦"] {
      let text = String(repeating: filler, count: 100) + "NEEDLE" + String(repeating: filler, count: 100)
      let found = excerpt(text, "needle")
      #expect(found.text.utf8.count <= 200)
      #expect(found.text.hasPrefix("…") && found.text.hasSuffix("…"))
      #expect(found.matches.count == 1)
      let match = found.matches[0]
      #expect(Array(found.text.utf8)[match] == Array("NEEDLE".utf8)[...])
      #expect(
        found.text.dropFirst().dropLast().replacing("NEEDLE", with: "").allSatisfy {
          filler.contains($0) || $0 == " "
        })
    }
  }

  @Test("A character or a word of any length does no harm")
  func monsters() {
    let zalgo = "a" + String(repeating: "\u{301}", count: 500)
    #expect(excerpt(zalgo + "b", "a").text.utf8.count <= 200)
    let word = String(repeating: "x", count: 1_000)
    #expect(excerpt("y" + word, word).text.utf8.count <= 200)
    #expect(excerpt("", "a").text == "")
    #expect(excerpt("nothing here", "zzz") == excerpt("nothing here", "yyy"))
  }
}
