import Testing

@Suite("A trial's variants")
struct TrialVariantsRuleTests {
  @Test("stand in every language")
  func variants() {
    let about = (
      "a/about.md", "# A\n## Settings\n- owner: Ann\n- trial: plain, warm; until 400; difference 8\n"
    )
    func text(_ names: String...) -> String { "# In private\n" + names.map { "## \($0)\nText.\n" }.joined() }
    #expect(LintFixtures.told("trial", [about, ("a/en.md", text("plain", "warm"))]) == [])
    #expect(
      LintFixtures.told("trial", [about, ("a/en.md", text("plain", "warm")), ("a/uk.md", text("plain"))])
        == ["a/about.md:4 trial.variants"])
    #expect(
      LintFixtures.told("trial", [about, ("a/en.md", text("plain"))]) == ["a/about.md:4 trial.variants"])
  }
}
