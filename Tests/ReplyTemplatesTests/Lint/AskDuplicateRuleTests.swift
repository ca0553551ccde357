import Testing

@Suite("What customers ask")
struct AskDuplicateRuleTests {
  private func text(_ asks: String...) -> String {
    "# Customers ask\n" + asks.map { "- \($0)\n" }.joined()
  }

  @Test("stands under one answer, whatever its marks, and once")
  func duplicates() {
    #expect(
      LintFixtures.told(
        "ask",
        [
          ("a/en.md", text("Where is it?", "When?")), ("b/en.md", text("Why?", "where is it")),
          ("c/uk.md", text("When?")),
        ]) == ["b/en.md:3 ask.duplicate"])
    #expect(
      LintFixtures.told("ask", [("a/en.md", text("When?", "Why?", "When"))]) == ["a/en.md:4 ask.duplicate"])
    #expect(LintFixtures.told("ask", [("a/en.md", text("When?", "Why?"))]) == [])
  }
}
