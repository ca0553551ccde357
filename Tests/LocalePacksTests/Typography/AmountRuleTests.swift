import LocalePacks
import Testing

@Suite("The marks in an amount")
struct AmountRuleTests {
  private static let german = TypographyStyle(
    decimalMark: ",", groupMark: ".",
    currency: TypographyStyle.CurrencyForm(position: .after, wordGap: nil, words: ["Euro"]))
  private static let russian = TypographyStyle(
    decimalMark: ",", groupMark: "\u{A0}",
    currency: TypographyStyle.CurrencyForm(position: .after, wordGap: nil, words: ["руб"]))
  private static let swiss = TypographyStyle(
    decimalMark: ".", groupMark: "’",
    currency: TypographyStyle.CurrencyForm(position: .before, wordGap: nil, words: ["Fr."]))

  @Test(
    "change where both are there and a currency stands beside",
    arguments: [
      ("1,234.50 €", "1.234,50 €"), ("€1,234.50", "€1.234,50"), ("1,234,567.5 EUR", "1.234.567,5 EUR"),
      ("USD 1,234.50", "USD 1.234,50"), ("1 234,50 Euro", "1.234,50 Euro"), ("1’234.50 CHF", "1.234,50 CHF"),
      ("(1,234.50€)", "(1.234,50€)"),
    ])
  func german(_ typed: String, _ set: String) { expectSet(typed, set, Self.german) }

  @Test(
    "stay where they could mean something else",
    arguments: [
      "1,234 €", "1.234 €", "12.50 €", "12,50 €", "1,234.50", "1,234.50 Stück", "1.234,50 €", "+1,234.50 €",
      "#1,234.50 €",
      "№1,234.50 €", "12,34,567.50 €", "1234,567.50 €", "1,234.567 €", "192.168.0.1 €", "a1,234.50 €",
      "`1,234.50 €`",
      "1 234 567 €", "1234567 €", "1.5,1,234.50 €", "€1,234.50x",
    ])
  func left(_ text: String) { expectLeft(text, Self.german) }

  @Test(
    "are no-break spaces where the groups stand apart",
    arguments: [
      ("1 234 руб", "1⍽234 руб"), ("1 234 567,50 ₽", "1⍽234⍽567,50 ₽"), ("1,234.50 руб", "1⍽234,50 руб"),
      ("1⍾234 руб", "1⍾234 руб"), ("1000000 руб", "1000000 руб"), ("8 800 555 35 35", "8 800 555 35 35"),
      ("4111 1111 1111 1111", "4111 1111 1111 1111"), ("+7 800 555 руб", "+7 800 555 руб"),
      ("12 34 руб", "12 34 руб"),
      ("1 234", "1 234"),
    ])
  func russian(_ typed: String, _ set: String) { expectSet(typed, set, Self.russian) }

  @Test("are apostrophes in Switzerland")
  func swiss() {
    expectSet("Fr. 1'234.50 und CHF 1,234.50", "Fr. 1’234.50 und CHF 1’234.50", Self.swiss)
    expectLeft("5'10\" CHF", Self.swiss)
  }
}
