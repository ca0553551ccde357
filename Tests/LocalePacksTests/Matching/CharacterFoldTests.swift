import Testing

@testable import LocalePacks

@Suite("Characters in the manner of a pack")
struct CharacterFoldTests {
  private func rules(
    _ map: [Character: Character] = [:], strip: String = "", casing: TextRules.Casing = .standard
  ) -> TextRules {
    var rules = TextRules()
    rules.map = map
    rules.strip = Set(strip.unicodeScalars)
    rules.casing = casing
    return rules
  }

  private func folded(_ text: String, _ rules: TextRules) -> String {
    let fold = CharacterFold(rules)
    return String(text.compactMap { fold($0)?.folded })
  }

  private func exact(_ text: String, _ rules: TextRules) -> String {
    let fold = CharacterFold(rules)
    return String(text.compactMap { fold($0)?.exact })
  }

  @Test(
    "lose their capitals, by the Turkish rules where the pack says so",
    arguments: [
      (TextRules.Casing.standard, "IKEA", "ikea"), (.turkish, "IKEA", "ıkea"), (.turkish, "İzmir", "izmir"),
      (.turkish, "ILIK ılık", "ılık ılık"), (.standard, "ÄÖÜ ß", "äöü ß"), (.standard, "ЇЖАК", "їжак"),
      (.standard, "İ", "i\u{307}"), (.standard, "123 !?\r\n", "123 !?\r\n"), (.turkish, "ŞÇĞ", "şçğ"),
    ])
  func casing(_ casing: TextRules.Casing, _ text: String, _ expected: String) {
    #expect(folded(text, rules(casing: casing)) == expected)
    #expect(exact(text, rules(casing: casing)) == text)
  }

  @Test("take the apostrophes that Uzbek is typed with for one", arguments: ["ʻ", "ʼ", "‘", "’", "`", "'"])
  func uzbek(_ apostrophe: String) {
    let uzbek = ShippedPacks.pack(LocaleTag(language: "uz")).text
    #expect(folded("O\(apostrophe)zbek", uzbek) == "o'zbek")
    #expect(PackText("o\(apostrophe)zbek tili", uzbek).words.map(\.folded) == ["o'zbek", "tili"])
  }

  @Test(
    "are mapped after what does not count is taken from them, with and without capitals",
    arguments: [
      ("علي", "علی"), ("كتاب", "کتاب"), ("كِتاب", "کتاب"), ("می\u{200C}خواهم", "میخواهم"),
      ("\u{FEE1}", "م"), ("اهلاً", "اهلا"),
    ])
  func persian(_ text: String, _ expected: String) {
    let persian = rules(
      ["ي": "ی", "ك": "ک", "\u{FEE1}": "م"],
      strip: "\u{200C}\u{64B}\u{64C}\u{64D}\u{64E}\u{64F}\u{650}\u{652}")
    #expect(folded(text, persian) == expected)
    #expect(exact(text, persian) == expected)
  }

  @Test("keep their capitals in the exact form when they are mapped")
  func capitals() {
    let russian = rules(["ё": "е", "Ё": "Е"], strip: "\u{301}")
    #expect(exact("Ёлка, счёт, за́мок", russian) == "Елка, счет, замок")
    #expect(folded("ЁЛКА", russian) == "елка")
    #expect(folded("O'K", rules(["'": "’"])) == "o’k")
  }

  @Test("that do not count are none, ASCII ones too", arguments: ["\u{200D}", "\u{200B}", "-", "_"])
  func stripped(_ character: String) throws {
    let strip = rules(strip: "\u{200D}\u{200B}-_")
    #expect(CharacterFold(strip)(try #require(character.first)) == nil)
    #expect(CharacterFold(rules())(try #require(character.first)) != nil)
  }

  @Test(
    "lose joiners in Hindi words, and keep them where several characters would come of it",
    arguments: [
      ("क्\u{200D}ष", "क्ष"), ("शुक्रिया\u{200D}", "शुक्रिया"), ("👩\u{200D}💻", "👩\u{200D}💻"),
      ("👨\u{200D}👩\u{200D}👧\u{200D}👧", "👨\u{200D}👩\u{200D}👧\u{200D}👧"),
    ])
  func joiners(_ text: String, _ expected: String) {
    #expect(folded(text, rules(strip: "\u{200D}\u{200C}")) == expected)
  }

  @Test("with a mark twice are the same as with it once")
  func doubled() {
    #expect(folded("तुम्हेंं", rules()) == "तुम्हें")
    #expect(folded("e\u{301}\u{301}", rules()) == "é")
    #expect(folded("🇦🇦 🇸🇸", rules()) == "🇦🇦 🇸🇸")
  }
}
