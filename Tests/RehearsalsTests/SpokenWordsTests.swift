import Rehearsals
import Testing

@Suite("Words of a reply")
struct SpokenWordsTests {
  @Test(
    "forms are found as whole words, whatever the capitals, apostrophes and marks",
    arguments: [
      ("I can’t do that.", "can't", true), ("I cannot", "can", false), ("We REFUND it", "refund*", true),
      ("refunds", "refund", false), ("within 24 hours", "within # hours", true),
      ("at 18:00, then", "at #", true), ("by 5pm", "by #", true),
      ("within two hours", "within # hours", false),
      ("Я поверну гроші", "поверн*", true), ("зв’яжуся з вами", "зв'яж*", true), ("re-send it", "send", true),
      ("Kak, besok ya", "besok ya", true), ("free. delivery", "free delivery", true), ("", "x", false),
    ])
  func forms(_ text: String, _ form: String, _ isThere: Bool) {
    #expect(SpokenWords(text).has([form]) == isThere)
  }

  @Test("in a question means in a sentence that ends in a question mark")
  func questions() {
    let words = SpokenWords("Your order is late. Which order is it?")
    #expect(words.asks)
    #expect(words.has(["which order"], inQuestion: true))
    #expect(!words.has(["late"], inQuestion: true))
    #expect(SpokenWords("لماذا؟").asks && SpokenWords("なぜ？").asks && !SpokenWords("Why.").asks)
  }
}
