import Testing

@Suite("What cannot be read")
struct FormatRuleTests {
  @Test(
    "is told as an error by its line and its kind",
    arguments: [
      ("a/about.md", "x\n", "a/about.md:1 format.title"),
      ("a/about.md", "# A\n## Facts\n- order number\n", "a/about.md:3 format.placeholder"),
      ("a/about.md", "# A\n## Settings\n- colour: red\n", "a/about.md:3 format.key"),
      ("a/about.md", "# A\n## Settings\n- review by: soon\n", "a/about.md:3 format.value"),
      ("a/about.md", "# A\n## Settings\nloose\n", "a/about.md:3 format.stray"),
      ("a/en.md", "# In private\n## x\nA.\n\n{{a\n", "a/en.md:5 format.unclosed"),
      ("a/en.md", "# In private\n## x\n{{a:colour}}\n", "a/en.md:3 format.unknown-format"),
      ("a/en.md", "# In private\n## x\n[[a]]\n", "a/en.md:3 format.choice"),
      ("a/en.md", "# In private\n## x\n[[if : a|b]]\n", "a/en.md:3 format.condition"),
      ("a/en.md", "# In private\n## x\n{{> a b}}\n", "a/en.md:3 format.fragment"),
      ("a/en.md", "# In secret\n", "a/en.md:1 format.place"),
      ("a/en.md", "# In private\n## x\nA.\n## x\nB.\n", "a/en.md:4 format.twice"),
      ("a/en.md", "# In private\n##\nA.\n", "a/en.md:2 format.heading"),
      ("a/english.md", "", "a/english.md:1 format.name"),
    ])
  func problems(_ name: String, _ text: String, _ told: String) {
    #expect(LintFixtures.told("format", [(name, text)]).contains(told))
  }
}
