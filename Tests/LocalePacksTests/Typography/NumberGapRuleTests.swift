import LocalePacks
import Testing

@Suite("The gap beside a number")
struct NumberGapRuleTests {
  private static let russian = TypographyStyle(
    numberSignGap: "\u{A0}", percentGap: "\u{A0}",
    currency: TypographyStyle.CurrencyForm(position: .after, gap: "\u{A0}", words: ["руб", "руб.", "р."]))
  private static let english = TypographyStyle(
    percentGap: "", currency: TypographyStyle.CurrencyForm(position: .before, gap: "", words: ["Rp", "R$"]))

  @Test(
    "does not break the line",
    arguments: [
      ("№17, № 18, №  19", "№⍽17, №⍽18, №⍽19"), ("§5", "§⍽5"), ("5%, 5 %, 5⍾%", "5⍽%, 5⍽%, 5⍾%"),
      ("5€ и 6 €", "5⍽€ и 6⍽€"),
      ("5руб и 6 руб. и 7 р.", "5⍽руб и 6⍽руб. и 7⍽р."), ("12.50 €", "12.50⍽€"), ("5%-ный", "5⍽%-ный"),
    ])
  func russian(_ typed: String, _ set: String) { expectSet(typed, set, Self.russian) }

  @Test(
    "goes where there is none",
    arguments: [
      ("50 %", "50%"), ("$ 5", "$5"), ("US$ 5", "US$5"), ("Rp5.000", "Rp⍽5.000"), ("R$ 5", "R$⍽5"),
      ("50⍽%!", "50%!"),
    ])
  func english(_ typed: String, _ set: String) { expectSet(typed, set, Self.english) }

  @Test(
    "is left on the other side of the amount, in placeholders and in what is no amount",
    arguments: [
      "5 $ 6", "5$", "5 € now", "100%d", "5 %s", "#17", "a%5", "%5", "https://a.example/5 %20", "`5 %`",
      "{0} %", "x Rp", "$x",
    ])
  func englishLeft(_ text: String) { expectLeft(text, Self.english) }

  @Test(
    "is left where a currency stands before the amount in a language that sets it behind",
    arguments: ["€ 5", "€5", "5€6", "$5", "5рублей", "№", "№ А-5", "5 \n%"])
  func russianLeft(_ text: String) { expectLeft(text, Self.russian) }
}
