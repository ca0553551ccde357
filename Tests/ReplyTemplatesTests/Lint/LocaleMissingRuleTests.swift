import LocalePacks
import ReplyTemplates
import Testing

@Suite("Languages that an answer lacks")
struct LocaleMissingRuleTests {
  private let text = "# In private\n## x\nYes.\n"

  @Test("are found when most answers have them, or when the team wants them")
  func found() {
    let files = [
      ("a/about.md", "# A\n"), ("a/en.md", text), ("a/uk.md", text), ("b/en.md", text), ("b/uk.md", text),
      ("c/about.md", "# C\n"), ("c/en.md", text), ("c/de.md", text),
    ]
    #expect(LintFixtures.told("locale.missing", files) == ["c/about.md:1 locale.missing"])
    var options = LintOptions()
    options.locales = [TemplateFixtures.tag("de")]
    #expect(
      LintFixtures.told("locale.missing", files, options: options) == [
        "a/about.md:1 locale.missing", "b/en.md:1 locale.missing",
      ])
  }

  @Test("are served by their parents, and two answers do not say what most have")
  func fine() {
    var options = LintOptions()
    options.locales = [TemplateFixtures.tag("es-MX")]
    #expect(LintFixtures.told("locale.missing", [("a/es.md", text)], options: options) == [])
    #expect(
      LintFixtures.told("locale.missing", [("a/en.md", text), ("a/uk.md", text), ("b/en.md", text)]) == [])
  }

  @Test("are found for what is said in public, when most languages say it")
  func sections() {
    let both = text + "# In public\n## y\nSee.\n"
    #expect(
      LintFixtures.told("locale.section", [("a/en.md", both), ("a/uk.md", both), ("a/de.md", text)]) == [
        "a/de.md:1 locale.section"
      ])
    #expect(LintFixtures.told("locale.section", [("a/en.md", both), ("a/uk.md", text)]) == [])
  }
}
