import Testing

@Suite("Fragments that a text takes")
struct FragmentRuleTests {
  private let fragments = ["en": "## sign-off\nYours\n## outer\nA {{> sign-off}}\n", "uk": "## both\nA\n"]

  @Test(
    "are there, in this language, and take no others",
    arguments: [
      ("A {{> sign-off}}", []), ("A {{> sign-of}}", ["1:3 fragment.unknown"]),
      ("[[if thread.first: {{> both}}|]]", ["1:20 fragment.locale"]),
      ("{{> outer}}", ["fragment 4:3 fragment.nested"]),
    ])
  func fragments(_ text: String, _ places: [String]) {
    #expect(LintFixtures.found("fragment", text, fragments: fragments) == places)
  }

  @Test("are found along the parents of the language")
  func parents() {
    #expect(LintFixtures.found("fragment", "A {{> sign-off}}", locale: "en-GB", fragments: fragments) == [])
  }
}
