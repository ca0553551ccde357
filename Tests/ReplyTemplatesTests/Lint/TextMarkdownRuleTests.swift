import Testing

@Suite("Marks of Markdown and HTML")
struct TextMarkdownRuleTests {
  @Test(
    "are found, since they are sent as they stand",
    arguments: [
      ("This is **very** good.", ["1:9 text.markdown"]), ("### Steps\nOne", ["1:1 text.markdown"]),
      ("See [our page](https://shop.example/a).", ["1:5 text.markdown"]),
      ("A __b__ c", ["1:3 text.markdown"]),
      ("Press ```x```", ["1:7 text.markdown"]), ("~~old~~", ["1:1 text.markdown"]),
      ("**{{n}}**", ["1:1 text.markdown"]), ("One<br>two", ["1:4 text.html"]),
      ("<p>One</p>", ["1:1 text.html", "1:7 text.html"]),
      ("One&nbsp;two", ["1:4 text.html"]),
    ])
  func found(_ text: String, _ places: [String]) {
    #expect(LintFixtures.found("text", text, facts: "- n: x") == places)
  }

  @Test(
    "are not seen in what only looks like them",
    arguments: [
      "- one\n- two", "2 ** 3 ** 4", "a_b_c and x__y", "R&D; and so on", "a < b and c > d", "#tag", "[a] (b)",
      "***", "5 * 3 * 2", "____",
    ])
  func fine(_ text: String) { #expect(LintFixtures.found("text", text) == []) }
}
