import Testing

@testable import ReplyTemplates

@Suite struct PlaceholderDialectTests {
  @Test(arguments: [
    (
      PlaceholderDialect.chatwoot, "{{contact.name}} {{ CONTACT.NAME }}",
      "{{customer.name}} {{customer.name}}"
    ),
    (
      .zammad, "#{ticket.customer.firstname}} #{ticket.number}", "{{customer.given}}} {{conversation.number}}"
    ),
    (.helpScout, "{%customer.firstName,fallback=a, b%}", "[[{{customer.given}}|a, b]]"),
    (
      .intercom, "{{ name | fallback: 'you' }} {{first_name|fallback:\"\"}}",
      "[[{{customer.name}}|you]] [[{{customer.given}}|]]"
    ),
    (.intercom, "{{ x | upcase }}", "{{x-upcase}}"),
    (.chatwoot, "{{ {{contact.name}} }}", #"\{{ {{customer.name}} }}"#),
    (.chatwoot, "{{a\nb}} {{}} {{c", "\\{{a\nb}} \\{{}} \\{{c"),
    (.chatwoot, "a | b ]] [[c", #"a | b ]] \[[c"#),
    (.chatwoot, "# head\n## two <!-- x", "\\# head\n\\## two \\<!-- x"),
    (.common, "{{order.total:money}}", "{{order.total:money}}"),
    (.chatwoot, "{{Straße 1}} {{1}} {{customer.name}}", "{{Straße-1}} {{fact-1}} {{customer.name}}"),
    (.chatwoot, "{{a b}} {{a-b}} {{a b}}", "{{a-b}} {{a-b-2}} {{a-b}}"),
  ])
  func foreignPlaceholdersBecomeOurs(dialect: PlaceholderDialect, text: String, ours: String) {
    #expect(dialect.read(text).body.source == ours)
  }

  @Test func factsKeepTheExpressionThatTheyComeFrom() {
    let read = PlaceholderDialect.chatwoot.read("{{a b}} {{x.y}}")
    #expect(read.facts == [Fact(name: "a-b", note: "{{a b}}"), Fact(name: "x.y")])
    #expect(PlaceholderDialect.chatwoot.write(read.body, facts: read.facts).text == "{{a b}} {{x.y}}")
  }

  @Test(arguments: [
    (
      "{{customer.given}} {{order.number}}", "{{contact.first_name}} {{order.number}}",
      ["{{order.number}}: Chatwoot does not know it"]
    ),
    (
      "[[Hello {{customer.given}}|Hello]]", "Hello",
      ["[[Hello {{customer.given}}|Hello]]: only \"Hello\" is written"]
    ),
    ("[[if thread.first: Hi. |]]x", "x", ["[[if thread.first: Hi. |]]: only \"\" is written"]),
    ("a{{> sign-off}}", "a", ["the fragment sign-off: left out"]),
    (#"\{{x}}"#, "{{x}}", ["the words {{: Chatwoot takes them for a placeholder"]),
    ("{{today:weekday}}", "{{today:weekday}}", ["{{today:weekday}}: Chatwoot does not know it"]),
  ])
  func whatAProgramCannotSayIsTold(ours: String, text: String, remarks: [String]) throws {
    let written = PlaceholderDialect.chatwoot.write(try TemplateBody(parsing: ours), facts: [])
    #expect(written.text == text)
    #expect(written.remarks.map { "\($0.construct): \($0.action)" } == remarks)
  }

  @Test func marksWithoutEndAreReadInLinearTime() {
    #expect(PlaceholderDialect.chatwoot.read(String(repeating: "{{", count: 200_000)).facts.isEmpty)
    #expect(PlaceholderDialect.zammad.read(String(repeating: "#{a", count: 100_000) + "}").facts.count == 1)
  }
}
