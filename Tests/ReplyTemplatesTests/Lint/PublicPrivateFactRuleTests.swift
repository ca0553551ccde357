import Testing

@Suite("Facts in public texts")
struct PublicPrivateFactRuleTests {
  private let facts =
    "- order.number: n\n- order.total (money): t\n- plan.price (money): p\n- order.day (date): d"

  @Test(
    "are told of when only the customer should read them",
    arguments: ["{{order.number}}", "[[{{customer.email}}|]]", "{{order.total}}", "{{customer.phone}}"])
  func found(_ text: String) {
    #expect(
      LintFixtures.found("public", "Yes {{me.name}} \(text)", facts: facts, heading: "In public").count == 1)
    #expect(LintFixtures.found("public", text, facts: facts) == [])
  }

  @Test(
    "are left alone when everybody may read them",
    arguments: ["{{customer.address}}", "{{order.day}}", "{{plan.price}}", "{{customer.given}}"])
  func fine(_ text: String) {
    #expect(LintFixtures.found("public", text, facts: facts, heading: "In public") == [])
  }

  @Test("are found in fragments too")
  func fragments() {
    #expect(
      LintFixtures.found(
        "public", "{{> f}}", facts: facts, heading: "In public",
        fragments: ["en": "## f\nOf {{order.number}}\n"])
        == ["fragment 2:4 public.private-fact"])
  }
}
