import Testing

@Suite("Conditions that can never hold")
struct ConditionUnknownRuleTests {
  @Test(
    "are found",
    arguments: [
      ("A [[if thread.frist: b|]]", ["1:5 condition.unknown"]),
      ("[[if colour = red: b|]]", ["1:3 condition.unknown"]),
      ("[[if customer.gender = female: b|]]", ["1:3 condition.value"]),
      ("[[x|if not thread.first = true: b]]", ["1:5 condition.value"]),
      ("[[if order.day = soon: b|]]", ["1:3 condition.value"]),
    ])
  func found(_ text: String, _ places: [String]) {
    #expect(LintFixtures.found("condition", text, facts: "- order.day (date): d") == places)
  }

  @Test(
    "are left alone when they can hold",
    arguments: [
      "[[if thread.first: b|]]", "[[if customer.gender = f and not customer.vip: b|]]",
      "[[if order.day = 2026-12-01: b|]]", "[[if customer.plan = gold: b|]]", "[[if order.state = sent: b|]]",
    ])
  func fine(_ text: String) {
    let facts = "- order.day (date): d\n- order.state: s"
    #expect(LintFixtures.found("condition", text, facts: facts) == [])
  }
}
