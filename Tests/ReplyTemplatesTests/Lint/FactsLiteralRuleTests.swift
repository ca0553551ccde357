import Testing

@Suite("Days, amounts and long numbers in texts")
struct FactsLiteralRuleTests {
  @Test(
    "are found, since everybody would be sent them",
    arguments: [
      ("en", "It comes on 12 March.", 13), ("en", "It comes by March 12, 2027.", 13),
      ("en", "By 2027-03-12.", 4), ("de", "Am 12. März ist es da.", 4), ("de", "Am 12.03.2027.", 4),
      ("ru", "Будет 12 марта.", 7), ("ja", "3月12日に届きます。", 1), ("es", "El 12 de marzo.", 4),
      ("en", "You get €12.50 back.", 10), ("en", "You get 12.50 EUR back.", 9),
      ("id", "Sebesar Rp149.000 kembali.", 11),
      ("en", "Order 4821377 left.", 7), ("ru", "Вернём 500 ₽.", 8),
      ("en", "Call 0800 123 456 789 or 55512345", 26),
    ])
  func found(_ locale: String, _ text: String, _ column: Int) {
    #expect(
      LintFixtures.found("facts.literal", text, locale: locale) == ["1:\(column) facts.literal"])
  }

  @Test(
    "are no small numbers, steps, links and names",
    arguments: [
      "It takes 24 hours, 3 to 5 days.", "1. Open it.\n2. Close it.", "We are here 24/7, from 9:00 to 18:00.",
      "See https://shop.example/help/123456.", "Press F12345.", "You may 31 times.", "A 4K screen, H264.",
      "Order {{order.number}} for {{order.total}}", "12 marched by", "May I ask in 2026?",
    ])
  func fine(_ text: String) {
    let facts = "- order.number: n\n- order.total (money): t"
    #expect(LintFixtures.found("facts.literal", text, facts: facts) == [])
  }
}
