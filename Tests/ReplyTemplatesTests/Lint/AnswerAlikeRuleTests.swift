import Testing

@Suite("Two answers")
struct AnswerAlikeRuleTests {
  @Test("are told of when a variant of one says what a variant of the other says, in the same language")
  func alike() {
    let text = "Please send me your order number in a private message, and I will look into it at once."
    let files = [
      ("a/en.md", "# In private\n## x\nNo.\n# In public\n## y\n\(text)\n"),
      (
        "b/en.md",
        "# In public\n## z\nPlease send me the order number in a private message, and I will look into it at once.\n"
      ),
      ("c/en-GB.md", "# In public\n## z\n\(text)\n"),
      ("d/en.md", "# In public\n## z\nWrite to us by mail, and you have an answer tomorrow.\n"),
    ]
    #expect(LintFixtures.told("answer.alike", files) == ["b/en.md:2 answer.alike"])
  }
}
