import Testing

@Suite("The forms of a plural")
struct PluralFormsRuleTests {
  @Test(
    "are as many as the language has",
    arguments: [
      ("en", "{{n:plural day, days}}", []), ("en", "A {{n:plural day}}", ["1:3 plural.forms"]),
      ("ru", "{{n:plural день, дня, дней}}", []), ("ru", "{{n:plural день, дней}}", ["1:1 plural.forms"]),
      ("uk", "[[{{n:plural день, дні}}|]]", ["1:3 plural.forms"]), ("id", "{{n:plural hari}}", []),
      ("id", "{{n:plural hari, hari}}", ["1:1 plural.forms"]), ("ja", "{{n:plural 日}}", []),
      ("es", "{{n:plural día, días}}", []), ("fr", "{{n:plural jour, jours}}", []),
      ("fr", "{{n:plural jour, jours, jours}}", ["1:1 plural.forms"]),
      ("pl", "{{n:plural a, b, c}}", []), ("ar", "{{n:plural a, b}}", ["1:1 plural.forms"]),
    ])
  func forms(_ locale: String, _ text: String, _ places: [String]) {
    #expect(LintFixtures.found("plural", text, locale: locale, facts: "- n (number): count") == places)
  }
}
