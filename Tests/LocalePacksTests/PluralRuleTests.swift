import LocalePacks
import Testing

@Suite("A plural rule")
struct PluralRuleTests {
  @Test("picks for every sample of CLDR the category that the sample stands under")
  func samples() throws {
    let extract = try ShippedLocaleData.extract()
    var count = 0
    for tag in extract.tags {
      let locale = extract.locale(tag)
      #expect(Set(locale.plurals.categories) == Set(locale.pluralSamples.keys), "\(tag)")
      for (category, samples) in locale.pluralSamples {
        for number in try #require(samples.numbers) {
          count += 1
          #expect(locale.plurals.category(of: number) == category, "\(tag) \(number)")
        }
      }
    }
    #expect(count > 3_000)
  }

  @Test(
    "gives each locale the categories of CLDR",
    arguments: [
      ("id ms th vi ja ko zh zh-Hant", "other"), ("kk en de tr fa hi bn fil uz", "one other"),
      ("fr es es-MX pt pt-BR pt-PT it", "one many other"), ("uk ru pl", "one few many other"),
      ("he", "one two other"),
      ("ar ar-EG", "zero one two few many other"),
    ])
  func categories(_ names: String, _ categories: String) throws {
    let extract = try ShippedLocaleData.extract()
    for name in names.split(separator: " ") {
      let rules = extract.locale(try #require(LocaleTag(name))).plurals
      #expect(rules.categories.map(\.rawValue).joined(separator: " ") == categories, "\(name)")
    }
  }

  @Test(
    "sees a number as it is written",
    arguments: [
      ("1", 1, 0, 0, 0, 0, 0), ("1.0", 1, 1, 0, 0, 0, 0), ("1.30", 1, 2, 1, 30, 3, 0),
      ("-1.03", 1, 2, 2, 3, 3, 0),
      ("1200000", 1_200_000, 0, 0, 0, 0, 0), ("1.2c6", 1_200_000, 0, 0, 0, 0, 6),
      ("1.0000001e6", 1_000_000, 1, 1, 1, 1, 6),
    ])
  func operands(_ text: String, _ i: Int, _ v: Int, _ w: Int, _ f: Int, _ t: Int, _ c: Int) throws {
    let number = try #require(PluralOperands(text))
    #expect([number.i, number.v, number.w, number.f, number.t, number.c] == [i, v, w, f, t, c])
  }

  @Test(
    "takes numbers of any length",
    arguments: [
      (String(repeating: "9", count: 40) + "1", "one"), (String(repeating: "1", count: 40), "many"),
      (String(repeating: "0", count: 40) + "1", "one"),
      ("3" + String(repeating: "0", count: 30) + "2", "few"),
    ])
  func long(_ number: String, _ category: String) throws {
    let uk = try ShippedLocaleData.extract().locale(LocaleTag(language: "uk"))
    #expect(uk.plurals.category(of: number)?.rawValue == category)
    #expect(
      try #require(PluralRule("i = 1")).matches(
        try #require(PluralOperands("1" + String(repeating: "0", count: 20) + "1"))) == false)
  }

  @Test(
    "has no category for what is no number",
    arguments: ["", "-", "1.", ".5", "1,5", "one", "1c", "1c99", "1c-3", "١"])
  func noNumber(_ text: String) throws {
    #expect(try ShippedLocaleData.extract().locale(.root).plurals.category(of: text) == nil)
  }

  @Test(
    "of another grammar is refused",
    arguments: [
      "", "n", "n =", "n = x", "x = 1", "n % 0 = 1", "n = 1 and", "or n = 1", "n = 3..1", "n = 1,,2",
      "n = 1..", "n is 1", "n = 1 n = 2", "nn = 1",
      "n = -1", "n = 1...2",
    ])
  func grammar(_ text: String) {
    #expect(PluralRule(text) == nil)
  }

  @Test("binds and more tightly than or, and takes a fraction for none of its ranges")
  func meaning() throws {
    let rule = try #require(PluralRule("n = 1 or n % 10 = 2..4,7 and n != 12"))
    for (number, isIn) in [
      ("1", true), ("2", true), ("12", false), ("27", true), ("2.5", false), ("1.0", true), ("5", false),
    ] {
      #expect(rule.matches(try #require(PluralOperands(number))) == isIn, "\(number)")
    }
    #expect(try #require(PluralRule("n != 3")).matches(try #require(PluralOperands("3.5"))))
  }
}
