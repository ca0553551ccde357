import LocalePacks
import Testing

@Suite("The edits of typography")
struct TypographyTests {
  @Test("name their rule and where they stand in UTF-8 bytes")
  func ranges() {
    let style = SampleStyles.style("ru")
    let text = "Он \"да\" - в 5%..."
    #expect(
      Typography.edits(in: text, style: style) == [
        TypographyEdit(range: 5..<6, replacement: "«", rule: "typography.quotes"),
        TypographyEdit(range: 10..<11, replacement: "»", rule: "typography.quotes"),
        TypographyEdit(range: 11..<13, replacement: "\u{A0}—", rule: "typography.dash"),
        TypographyEdit(range: 16..<17, replacement: "\u{A0}", rule: "typography.space"),
        TypographyEdit(range: 18..<18, replacement: "\u{A0}", rule: "typography.number"),
        TypographyEdit(range: 19..<22, replacement: "…", rule: "typography.ellipsis"),
      ])
  }

  @Test(
    "have a name for each rule",
    arguments: [
      ("en-US", "it's", "typography.apostrophe"), ("ru", "да!!", "typography.marks"),
      ("ja", "はい,はい", "typography.marks"),
      ("th", "ขอบคุณครับ.", "typography.marks"), ("fr", "oui !", "typography.space"),
      ("de", "5 €", "typography.number"),
      ("de", "1,234.50⍽€", "typography.number"),
    ])
  func names(_ locale: String, _ text: String, _ rule: String) {
    let edits = Typography.edits(in: spaced(text), style: SampleStyles.style(locale))
    #expect(!edits.isEmpty && edits.allSatisfy { $0.rule == rule })
  }

  @Test("take out what goes and put in what comes, without what stays")
  func insertions() {
    let style = SampleStyles.style("fr")
    #expect(
      Typography.edits(in: "Oui!", style: style) == [
        TypographyEdit(range: 3..<3, replacement: "\u{202F}", rule: "typography.space")
      ])
    #expect(
      Typography.edits(in: "a  ,", style: style) == [
        TypographyEdit(range: 1..<3, replacement: "", rule: "typography.space")
      ])
  }

  @Test(
    "are none for an empty text, for blanks and for a text that is set",
    arguments: ["", " ", "\n\n", "Да, всё."])
  func nothing(_ text: String) {
    #expect(Typography.edits(in: text, style: SampleStyles.style("ru")).isEmpty)
    #expect(Typography.apply(text, style: SampleStyles.style("ru")) == text)
  }
}
