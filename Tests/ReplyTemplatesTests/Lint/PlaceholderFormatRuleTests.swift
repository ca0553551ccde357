import Testing

@Suite("Formats and the types of facts")
struct PlaceholderFormatRuleTests {
  private let facts = "- n: text\n- d (date): day\n- m (money): sum\n- c (number): count\n- l (link): page"

  @Test(
    "belong together",
    arguments: [
      ("{{n:date}}", ["1:1 placeholder.format"]), ("{{d:money}}", ["1:1 placeholder.format"]),
      ("[[{{m:weekday}}|]]", ["1:3 placeholder.format"]),
      ("{{n:plural a, b}}", ["1:1 placeholder.format"]), ("{{d:link}}", ["1:1 placeholder.format"]),
      ("{{d:weekday}} {{d:day}} {{d:date}} {{m:money}} {{c:number}} {{c:percent}}", []),
      ("{{c:plural a, b}} {{l:link}} {{n:link}} {{today:day}} {{customer.since:date}}", []),
    ])
  func formats(_ text: String, _ places: [String]) {
    #expect(LintFixtures.found("placeholder.format", text, facts: facts) == places)
  }
}
