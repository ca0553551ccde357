import Testing

@Suite("A word that stands twice")
struct TextRepeatedWordRuleTests {
  @Test(
    "is found",
    arguments: [
      ("en", "It is in the the box.", ["1:14 text.repeated-word"]),
      ("en", "The\u{A0}the box", ["1:5 text.repeated-word"]),
      ("en", "Send it to the [[{{x}}|the shop]].", ["1:24 text.repeated-word"]),
      ("ru", "Он на на складе.", ["1:7 text.repeated-word"]),
      ("id", "Tutup dan dan buka lagi.", ["1:11 text.repeated-word"]),
    ])
  func found(_ locale: String, _ text: String, _ places: [String]) {
    #expect(LintFixtures.found("text.repeated-word", text, locale: locale, facts: "- x: y") == places)
  }

  @Test(
    "is left alone where a language says it twice, and where something stands between",
    arguments: [
      ("en", "I know that that is late."), ("de", "Die, die das sagen, die die Post bringen."),
      ("fr", "Nous nous excusons."),
      ("vi", "Cứ từ từ nhé."), ("id", "Hati-hati."), ("tr", "yavaş yavaş"), ("en", "No, no. It. It is."),
      ("en", "{{x}} {{x}} a a"),
      ("en", "the\nthe"), ("en", "well-known known"),
    ])
  func fine(_ locale: String, _ text: String) {
    #expect(LintFixtures.found("text.repeated-word", text, locale: locale, facts: "- x: y") == [])
  }
}
