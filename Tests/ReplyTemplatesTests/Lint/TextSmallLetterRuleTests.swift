import Testing

@Suite("The first letter of a text")
struct TextSmallLetterRuleTests {
  @Test("is told of when a choice leaves a small one at the head")
  func found() {
    #expect(
      LintFixtures.found("text", "[[{{customer.address}}, |]]your parcel is here.") == [
        "1:28 text.small-letter"
      ])
    #expect(
      LintFixtures.found("text", "[[if thread.first: Hello, |]]your parcel is here.") == [
        "1:30 text.small-letter"
      ])
  }

  @Test(
    "is fine when all cases begin alike",
    arguments: [
      "[[{{customer.address}}, your|Your]] parcel", "ok, on it", "[[if thread.first: Hello, |]]I see.",
      "{{x}} is here.",
      "[[if thread.first: Привет, |]]1 заказ",
    ])
  func fine(_ text: String) { #expect(LintFixtures.found("text", text, facts: "- x: y") == []) }
}
