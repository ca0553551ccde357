import LocalePacks
import Testing

@Suite("The apostrophe")
struct ApostropheRuleTests {
  private static let curved = TypographyStyle(apostrophe: "’")
  private static let uzbek = TypographyStyle(
    apostrophe: "ʼ", turnedComma: TypographyStyle.TurnedComma(mark: "ʻ", after: "og"))

  @Test(
    "stands inside words",
    arguments: [
      ("it's", "it’s"), ("об'єкт і п`ять", "об’єкт і п’ять"), ("l´été", "l’été"), ("2026'da", "2026’da"),
      ("the 1990's", "the 1990’s"), ("{name}'s order", "{name}’s order"), ("rock'n'roll", "rock’n’roll"),
    ])
  func set(_ typed: String, _ set: String) { expectSet(typed, set, Self.curved) }

  @Test(
    "does not stand for quotation marks, primes or code",
    arguments: [
      "'tis", "the dogs' bowl", "'90s", "'word'", "5'10\"", "6' tall", "5'x7'", "it’s", "itʼs", "`it's`",
      "ג'ירפה",
      "https://a.example/it's", "dunkin's.example.com",
    ])
  func left(_ text: String) { expectLeft(text, Self.curved) }

  @Test(
    "and the turned comma of Uzbek stand for whatever was typed",
    arguments: [
      ("O'zbekiston", "Oʻzbekiston"), ("bog' ichida", "bogʻ ichida"), ("so’m, go‘zal", "soʻm, goʻzal"),
      ("ma'no, san’at, sun`iy", "maʼno, sanʼat, sunʼiy"), ("Gʼani", "Gʻani"),
      ("OʻZ va TAʻLIM", "OʻZ va TAʼLIM"),
    ])
  func uzbek(_ typed: String, _ set: String) { expectSet(typed, set, Self.uzbek) }

  @Test(
    "are left alone in a quotation and in code",
    arguments: ["'bog'", "u 'qog' dedi", "`o'z`", "o'z@mail.example"])
  func uzbekLeft(_ text: String) { expectLeft(text, Self.uzbek) }
}
