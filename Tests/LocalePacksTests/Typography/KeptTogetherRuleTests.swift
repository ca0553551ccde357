import LocalePacks
import Testing

@Suite("Spaces at which no line breaks")
struct KeptTogetherRuleTests {
  private static let words = TypographyStyle(wordsKeptToNext: ["в", "и", "не", "w", "i", "або"])
  private static let initials = TypographyStyle(keepsInitials: true)
  private static let units = TypographyStyle(units: ["кг", "г.", "г", "kg", "млн", "шт."])

  @Test(
    "stand behind short words, in capitals too",
    arguments: [
      ("в доме", "в⍽доме"), ("В доме и в саду", "В⍽доме и⍽в⍽саду"), ("НЕ так", "НЕ⍽так"),
      ("(в доме)", "(в⍽доме)"),
      ("«в доме»", "«в⍽доме»"), ("в «доме» и (саду)", "в⍽«доме» и⍽(саду)"), ("в 5 утра", "в⍽5 утра"),
      ("в № 5", "в⍽№ 5"),
      ("I w domu", "I⍽w⍽domu"), ("або так", "або⍽так"), ("в {city}", "в⍽{city}"),
    ])
  func words(_ typed: String, _ set: String) { expectSet(typed, set, Self.words) }

  @Test(
    "are none behind other words, at the end, before addresses and in code",
    arguments: [
      "на доме", "слив и", "из-в доме", "в  доме", "в\nдоме", "в https://a.example", "в @nick", "`в доме`",
      "> в доме", "в :)",
      "в - доме", "5в доме", "в", "в ",
    ])
  func wordsLeft(_ text: String) { expectLeft(text, Self.words) }

  @Test(
    "stand between initials and before the surname",
    arguments: [
      ("А. С. Пушкин", "А.⍽С.⍽Пушкин"), ("А.С. Пушкин", "А.С.⍽Пушкин"), ("(Пушкин А. С.)", "(Пушкин А.⍽С.)"),
      ("J. R. R. Tolkien", "J.⍽R.⍽R.⍽Tolkien"),
    ])
  func initials(_ typed: String, _ set: String) { expectSet(typed, set, Self.initials) }

  @Test(
    "are none behind a letter that ends a sentence",
    arguments: ["витамин А. Он полезен", "А. с. п", "класс 5А. С. нет", "а. с. пушкин", "Да. Нет."])
  func initialsLeft(_ text: String) { expectLeft(text, Self.initials) }

  @Test(
    "stand between a number and its unit",
    arguments: [
      ("5 кг", "5⍽кг"), ("2026 г.", "2026⍽г."), ("01.02.2026 г.", "01.02.2026⍽г."),
      ("3 шт. и 5 kg", "3⍽шт. и 5⍽kg"),
      ("2,5 млн!", "2,5⍽млн!"),
    ])
  func units(_ typed: String, _ set: String) { expectSet(typed, set, Self.units) }

  @Test(
    "are none before other words, or in another case",
    arguments: [
      "5 кгс", "5 КГ", "5 kgs", "а кг", "5  кг", "5кг", "5 шт", "https://a.example/5 кг", "{0} кг",
      "5 Г. Иванов",
    ])
  func unitsLeft(_ text: String) { expectLeft(text, Self.units) }
}
