import Testing

@Suite("What one text promises and its siblings do not")
struct FactsDifferRuleTests {
  private func file(_ texts: String...) -> String {
    "# In private\n" + texts.enumerated().map { "## v\($0.offset)\n\($0.element)\n" }.joined()
  }

  @Test("is found between the variants of a language")
  func variants() {
    #expect(
      LintFixtures.told("facts.differ", [("a/en.md", file("In 3 days.", "In three.", "In 5 days."))]) == [
        "a/en.md:3 facts.differ", "a/en.md:7 facts.differ",
      ])
    #expect(LintFixtures.told("facts.differ", [("a/en.md", file("In 24 hours.", "24 hours."))]) == [])
  }

  @Test("is found between languages, unless small numbers may be written in words")
  func locales() {
    #expect(
      LintFixtures.told(
        "facts.differ",
        [("a/en.md", file("In 24 hours.", "24 hours.")), ("a/uk.md", file("За 48 годин.", "48 годин."))]) == [
          "a/en.md:3 facts.differ", "a/uk.md:3 facts.differ",
        ])
    #expect(
      LintFixtures.told(
        "facts.differ",
        [("a/en.md", file("In 5 days.", "5 days.")), ("a/uk.md", file("За п’ять.", "П’ять."))]) == [])
  }

  @Test("is found of links when others lead elsewhere, but not when one text has a link and others have none")
  func links() {
    #expect(
      LintFixtures.told(
        "facts.differ",
        [
          (
            "a/en.md",
            file("See https://a.example/x.", "See https://a.example/x.", "See https://a.example/y.")
          )
        ]) == ["a/en.md:7 facts.differ"])
    #expect(LintFixtures.told("facts.differ", [("a/en.md", file("See https://a.example/x.", "Yes."))]) == [])
  }

  @Test("is no count of once and twice, no hour of the clock and no number of a step")
  func fine() {
    #expect(
      LintFixtures.told("facts.differ", [("a/en.md", file("1. Try 2 times.\n3. Wait.", "At 10:30."))]) == [])
  }
}
