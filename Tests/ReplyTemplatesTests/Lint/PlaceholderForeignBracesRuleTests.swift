import Testing

@Suite("Placeholders of other systems")
struct PlaceholderForeignBracesRuleTests {
  @Test(
    "are found, since they are sent as they stand",
    arguments: [
      ("Hello {name},", 7), ("Hello ${first_name}", 8), ("Hello #{user.name}", 8), ("Hello %name%", 7),
      ("Hello %{name}", 8), ("A {%customer.name%}", 3), ("Dear [NAME],", 6),
      ("[[a|Dear [FIRST NAME], b]]", 10),
      ("Write to <YOUR EMAIL>", 10), ("{% if x %}", 1), ("At {time:d}", 4), ("Hello {0}!", 7),
    ])
  func found(_ text: String, _ column: Int) {
    #expect(
      LintFixtures.found("placeholder.foreign-braces", text) == ["1:\(column) placeholder.foreign-braces"])
  }

  @Test(
    "are not seen in what only looks like them",
    arguments: [
      "50 % of 100 % of it", "a 5% off and 10%", "[[x|y]]", "{{me.name}}", "a < b > c", "{ }", "[1] [x]",
      ":-{ :-}",
      #"\{{name}}"#, "100%sure%", "a {b c} d",
    ])
  func fine(_ text: String) {
    #expect(LintFixtures.found("placeholder.foreign-braces", text) == [])
  }
}
