import Testing

@Suite("Facts that an answer asks for")
struct PlaceholderUnusedRuleTests {
  private let about = "# A\n## Facts\n- a: x\n- b (optional): y\n- c: z\n"

  @Test("are found when no text uses them, and when one language alone keeps them to itself")
  func found() {
    let all = "# In private\n## x\n{{a}} [[if c: {{b}}|]]\n"
    #expect(
      LintFixtures.told(
        "placeholder",
        [
          ("q/about.md", about), ("q/en.md", "# In private\n## x\n{{a}} [[{{c}}|d]]\n"),
        ]) == ["q/about.md:4 placeholder.unused"])
    #expect(
      LintFixtures.told(
        "placeholder.locale",
        [
          ("q/about.md", about), ("q/en.md", all), ("q/de.md", all),
          ("q/fr.md", "# In private\n## x\n{{a}} [[if c: d|]]\n"),
        ]) == ["q/fr.md:1 placeholder.locale"])
  }

  @Test("are left alone when some variants do without them, and when a fragment has them")
  func fine() {
    #expect(
      LintFixtures.told(
        "placeholder",
        [
          ("q/about.md", "# A\n## Facts\n- a: x\n"), ("q/en.md", "# In private\n## x\n{{a}}\n## y\nNo.\n"),
        ]) == [])
    #expect(
      LintFixtures.found(
        "placeholder.unused", "A {{> f}}", facts: "- b: x", fragments: ["en": "## f\nB {{b}}\n"])
        == [])
  }
}
