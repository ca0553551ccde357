import Testing

@testable import ReplyTemplates

@Suite struct LiquidWriterTests {
  @Test(arguments: [
    ("Hi {{customer.given}}", "Hi {{ticket.requester.first_name}}"),
    ("[[{{customer.given}}|there]]", "{{ticket.requester.first_name | default: \"there\"}}"),
    ("[[{{customer.given}}|say \"x\"]]", "{{ticket.requester.first_name | default: 'say \"x\"'}}"),
    (
      "[[Hi {{customer.given}}|Hi]]",
      "{% if ticket.requester.first_name != blank %}Hi {{ticket.requester.first_name}}{% else %}Hi{% endif %}"
    ),
    ("[[if a = b and not c: {{d}}|]]", "{% if a == \"b\" and c == blank and d != blank %}{{d}}{% endif %}"),
    ("[[if a != b: x|y|never]]", "{% if a != \"b\" %}x{% else %}y{% endif %}"),
    ("{{> sign-off}}", "{{dc.sign-off}}"),
    (#"\{{x}} {%"#, #"{{"{"}}{x}} {{"{"}}%"#),
    ("{{n:plural a, b}}", "{{n | plural: \"a\", \"b\"}}"),
  ])
  func ourOwnIsWrittenAsLiquid(ours: String, liquid: String) throws {
    #expect(LiquidWriter.write(try TemplateBody(parsing: ours), facts: []).text == liquid)
  }

  @Test func anExpressionThatWasReadIsWrittenAsItStood() throws {
    let read = LiquidDialect.read("{{ticket.custom_fields[0]}}")[0].text
    #expect(read.body.source == "{{ticket.custom_fields-0}}")
    #expect(LiquidWriter.write(read.body, facts: read.facts).text == "{{ticket.custom_fields[0]}}")
  }
}
