import Testing

@Suite("Cases that lead back")
struct CaseLoopRuleTests {
  private func told(_ first: String, _ second: String) -> [String] {
    LintFixtures.told(
      "case.loop",
      [("a/about.md", "# A\n## Not when\n- \(first)\n"), ("b/about.md", "# B\n## Not when\n- \(second)\n")])
  }

  @Test("are told of when an answer leads to itself, and when one case leads to and fro")
  func loops() {
    #expect(told("Lost: [a](../a/about.md)", "x") == ["a/about.md:3 case.loop"])
    #expect(
      told("Nothing moves: [b](../b/about.md)", "Nothing moves: [a](../a/about.md)") == [
        "a/about.md:3 case.loop"
      ])
  }

  @Test("are fine when each answer has its own case")
  func fine() {
    #expect(told("Nothing moves: [b](../b/about.md)", "It moves again: [a](../a/about.md)") == [])
  }
}
