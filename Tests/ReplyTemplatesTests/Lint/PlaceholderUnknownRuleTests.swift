import ReplyTemplates
import Testing

@Suite("Placeholders that nothing fills in")
struct PlaceholderUnknownRuleTests {
  @Test(
    "are found where they stand",
    arguments: [
      ("Yes, {{customer.adress}}.", ["1:6 placeholder.unknown"]),
      ("A\n\nÉ {{order.nubmer}}", ["3:3 placeholder.unknown"]),
      ("{{customer.Plan}} [[{{first_name}}|]]", ["1:1 placeholder.unknown", "1:21 placeholder.unknown"]),
      ("{{thread.first}}", ["1:1 placeholder.unknown"]),
    ])
  func found(_ text: String, _ places: [String]) {
    let facts = "- order.number: the number"
    #expect(LintFixtures.found("placeholder.unknown", text, facts: facts) == places)
  }

  @Test("are left alone when they are listed, built in, or fields of a customer")
  func fine() {
    let text =
      "{{order.number}} {{customer.given}} {{customer.plan-name}} {{me.name}} {{today:weekday}} \\{{x}}"
    #expect(LintFixtures.found("placeholder.unknown", text, facts: "- order.number: the number") == [])
  }

  @Test("are told with the name that was meant, also that of other systems")
  func advice() {
    func message(_ text: String) -> String? {
      let about = TemplateFixtures.file("replies/a/about.md", "# A\n## Facts\n- order.number: n\n")
      let file = TemplateFixtures.file("replies/a/en.md", "# In private\n## x\n\(text)\n")
      return LintFixtures.findings([about, file]).first { $0.rule == "placeholder.unknown" }?.message
    }
    #expect(
      message("{{order.numbr}}") == "Nothing fills in {{order.numbr}}; did you mean {{order.number}}?")
    #expect(
      message("{{contact.first_name}}")
        == "Nothing fills in {{contact.first_name}}; did you mean {{customer.given}}?")
    #expect(
      message("{{colour}}")
        == "Nothing fills in {{colour}}; list it under “Facts” in about.md, or take it out.")
  }

  @Test("are found in fragments too, at the fragment's line")
  func fragments() {
    #expect(
      LintFixtures.found("placeholder.unknown", "A {{> f}}", fragments: ["en": "## f\n\nB {{colour}}\n"]) == [
        "fragment 3:3 placeholder.unknown"
      ])
  }
}
