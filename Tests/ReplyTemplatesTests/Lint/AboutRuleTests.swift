import Testing

@Suite("What an answer says of itself")
struct AboutRuleTests {
  private let text = ("a/en.md", "# In private\n## x\nYes.\n")

  @Test("is there, says when the answer fits, and names an owner")
  func missing() {
    func told(_ files: [(String, String)]) -> [String] {
      ["about", "case", "owner"].flatMap { LintFixtures.told($0, files) }
    }
    #expect(told([text]) == ["a/en.md:1 about.missing"])
    #expect(told([("a/about.md", "# A\n## Use it when\n- x\n")]) == ["a/about.md:1 about.alone"])
    #expect(told([text, ("a/about.md", "# A\n")]) == ["a/about.md:1 case.missing"])
    #expect(
      told([text, ("a/about.md", "# A\n## Use it when\n- x\n## Settings\n- tags: t\n")]) == [
        "a/about.md:4 owner.missing"
      ])
    #expect(
      told([text, ("a/about.md", "# A\n## Use it when\n- x\n## Settings\n- owner: Ann\n")]) == [])
  }
}
