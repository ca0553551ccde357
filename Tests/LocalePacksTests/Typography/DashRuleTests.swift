import LocalePacks
import Testing

@Suite("The dash")
struct DashRuleTests {
  private static let russian = TypographyStyle(dash: .spacedEmDash)
  private static let german = TypographyStyle(dash: .spacedEnDash)
  private static let american = TypographyStyle(dash: .closedEmDash)

  @Test(
    "stands between words with its spaces",
    arguments: [
      ("Это - да", "Это⍽— да"), ("Это -- да", "Это⍽— да"), ("Это – да", "Это⍽— да"), ("Это — да", "Это⍽— да"),
      ("«Да», - сказал он", "«Да»,⍽— сказал он"), ("Да. - Нет", "Да.⍽— Нет"),
      ("слово--слово", "слово⍽— слово"),
      ("это  -   да", "это⍽— да"), ("код - {code}", "код⍽— {code}"),
      ("тут - https://a.example", "тут⍽— https://a.example"),
      ("или 50$ - или нет", "или 50$⍽— или нет"), ("цена - 5 руб", "цена⍽— 5 руб"), ("это⍾— да", "это⍾— да"),
      ("(да) - «нет»", "(да)⍽— «нет»"),
    ])
  func russian(_ typed: String, _ set: String) { expectSet(typed, set, Self.russian) }

  @Test(
    "is none in lists, ranges, sums, options, faces and words",
    arguments: [
      "- раз\n- два", "5 - 7", "5–7", "10% - 20%", "$5 - $7", "5 € - 7 €", "из-за", "a - b", "ls -l",
      "tool --all x",
      "так :) - да",
      "так - :)", "да -\nнет", "`а - б`", "да -нет", "да- нет", "a ---- b", "-", " - ", "x--", "> а - б",
      "---",
    ])
  func left(_ text: String) { expectLeft(text, Self.russian) }

  @Test("is the shorter one with plain spaces in German")
  func german() {
    expectSet("Das - ja — ist so", "Das – ja – ist so", Self.german)
    expectLeft("Das⍽– ja", Self.german)
    expectLeft("Vor- und Nachname", Self.german)
  }

  @Test("stands close in American English, for hyphens alone")
  func american() {
    expectSet("This - here -- is--so", "This—here—is—so", Self.american)
    expectLeft("This — here – is", Self.american)
    expectLeft("see https://a.example - now", Self.american)
    expectLeft("Yes. - No", Self.american)
  }
}
