import Testing

@Suite("Facts without which a variant vanishes")
struct PlaceholderBareRuleTests {
  @Test(
    "are found outside choices, and in choices that have nothing else to say",
    arguments: [
      ("Hello {{customer.given}}, yes.", ["1:7 placeholder.bare"]),
      ("A\n[[{{customer.name}}|{{customer.given}}]]", ["2:21 placeholder.bare"]),
      ("{{conversation.subject}}", ["1:1 placeholder.bare"]),
      ("[[if thread.first: Hello {{customer.address}}. |if thread.first: Hi {{customer.given}}. |]]Yes.", []),
    ])
  func found(_ text: String, _ places: [String]) {
    #expect(LintFixtures.found("placeholder.bare", text) == places)
  }

  @Test(
    "are left alone when the agent fills them in, when they are always known, or when other words stand ready",
    arguments: [
      "Order {{order.number}}.", "{{me.given}}, {{today}}", "[[{{customer.address}}, your|Your]] parcel",
      "[[if customer.given: Hello {{customer.given}}.|]]Yes.",
    ])
  func fine(_ text: String) {
    #expect(LintFixtures.found("placeholder.bare", text, facts: "- order.number: n") == [])
  }

  @Test("are told once, though many cases lack them")
  func once() {
    #expect(
      LintFixtures.found(
        "placeholder.bare", "{{customer.given}} [[if thread.first: a|b]] [[if customer.vip: c|d]]"
      ).count == 1)
  }
}
