import Testing

@testable import ReplyTemplates

@Suite struct LiquidDialectTests {
  private func source(_ text: String) -> String {
    LiquidDialect.read(text).map { StorableBody($0.text.body).body.source }.joined(separator: " / ")
  }

  private func remarks(_ text: String) -> [String] {
    LiquidDialect.read(text).flatMap { $0.text.remarks }.map { "\($0.construct): \($0.action)" }
  }

  @Test(arguments: [
    ("{{ticket.requester.first_name}}", "{{customer.given}}"),
    ("{{ ticket.title }}", "{{conversation.subject}}"),
    ("Dear {{ticket.requester.name | default: 'customer'}}", "Dear [[{{customer.name}}|customer]]"),
    (
      "{% if ticket.requester.first_name != blank %}Hi {{ticket.requester.first_name}}{% else %}Hi{% endif %}",
      "[[Hi {{customer.given}}|Hi]]"
    ),
    (
      "{% if ticket.status == 'open' and ticket.id %}a{% elsif ticket.status != \"new\" %}b{% endif %}",
      "[[if ticket.status = open and conversation.number: a|if ticket.status != new: b|]]"
    ),
    ("{% unless ticket.paid == true %}Pay.{% endunless %}", "[[if not ticket.paid: Pay.|]]"),
    ("{% if a or b %}x{% endif %}", "[[if a: x|if b: x|]]"),
    ("a {%- if x -%} b {%- endif -%} c", "a[[if x: b|]]c"),
    ("{% raw %}{{x}}{% endraw %}", #"\{{x}}"#),
    ("{{ '{{' }}", #"\{{"#),
    ("{{dc.sign_off}}", "{{> sign_off}}"),
    ("{{x | plural: 'day', 'days'}} {{y | money}}", "{{x:plural day, days}} {{y:money}}"),
    ("[[a|b]] {{x}}", #"\[[a|b]] {{x}}"#),
    ("{", "{"), ("{% x", "{% x"), ("{{", #"\{{"#), ("100 % {x}", "100 % {x}"),
  ])
  func liquidIsReadAsOurOwn(liquid: String, ours: String) {
    #expect(source(liquid) == ours)
  }

  @Test(arguments: [
    "{% for c in ticket.comments %}{{c.value}}{% endfor %}", "{% assign x = 1 %}", "{{ x.y[0] + 1 }}",
    "{% if a contains 'b' %}x{% endif %}", "{% if a == 'b' and c or d %}x{% endif %}",
    "{% if x %}never closed",
    "{% if a %}{% if b %}x{% endif %}{% endif %}", "{% endif %}", "{% comment %}x{% endcomment %}",
    "{{ 'quoted' | upcase }}", "{% if a == 'x: y' %}z{% endif %}", "{% if a == b.c %}z{% endif %}",
  ])
  func whatAChoiceCannotSayStaysAndIsTold(liquid: String) {
    let read = LiquidDialect.read(liquid)
    #expect(read.map { $0.text.body.words } == [liquid])
    #expect(read[0].text.remarks == [TextRemark(construct: liquid, action: .keptAsText)])
  }

  @Test func filtersThatWeDoNotHaveAreTold() {
    #expect(source("{{ticket.id | upcase | append: '!'}}") == "{{conversation.number}}")
    #expect(
      remarks("{{ticket.id | upcase | append: '!'}}") == [
        "{{ticket.id | upcase | append: '!'}}: the filter upcase: left out",
        "{{ticket.id | upcase | append: '!'}}: the filter append: left out",
      ])
  }

  @Test func languagesThatNobodyKnowsAreTold() {
    #expect(
      remarks("{% if ticket.requester.language == 'Klingon (Qo\u{2019}noS)' %}nuqneH{% endif %}") == [
        "the language \"Klingon (Qo\u{2019}noS)\": taken for the file's locale"
      ])
  }

  @Test func nestingWithoutEndIsReadInLinearTime() {
    let text = String(repeating: "{% if a %}", count: 20_000)
    #expect(source(text).utf8.count > 0)
    #expect(source(String(repeating: "{{", count: 100_000)).utf8.count == 300_000)
  }
}
