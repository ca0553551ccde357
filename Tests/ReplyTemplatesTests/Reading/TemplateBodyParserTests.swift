import ReplyTemplates
import Testing

@Suite("The text of a variant")
struct TemplateBodyParserTests {
  private func part(_ text: String, _ conditions: TemplateCondition...) -> ChoicePart {
    ChoicePart(conditions: conditions, body: text.isEmpty ? TemplateBody([]) : TemplateBody([.text(text)]))
  }

  @Test("has placeholders with formats, choices with conditions, and fragments")
  func everything() throws {
    let body = try TemplateBody(
      parsing:
        "[[if thread.first: Hello {{ customer.address }}. |]]Order {{order.number}}\n{{n:plural a, b}} {{> sign-off}}"
    )
    #expect(
      body.pieces == [
        .choice([
          ChoicePart(
            conditions: [TemplateCondition(fact: "thread.first")],
            body: TemplateBody([
              .text("Hello "), .placeholder(Placeholder(fact: "customer.address")), .text(". "),
            ])), part(""),
        ]),
        .text("Order "), .placeholder(Placeholder(fact: "order.number")), .text("\n"),
        .placeholder(Placeholder(fact: "n", format: .plural(["a", "b"]))), .text(" "), .fragment("sign-off"),
      ])
    #expect(body.placeholders.map(\.fact) == ["customer.address", "order.number", "n"])
    #expect(body.fragments == ["sign-off"])
  }

  @Test(
    "has conditions of every form",
    arguments: [
      ("if a: x", [TemplateCondition(fact: "a")]),
      ("if not a: x", [TemplateCondition(fact: "a", isNegated: true)]),
      ("if a = b c: x", [TemplateCondition(fact: "a", value: "b c")]),
      ("if a != b: x", [TemplateCondition(fact: "a", value: "b", isNegated: true)]),
      ("if not a != b: x", [TemplateCondition(fact: "a", value: "b")]),
      (
        "if a and not b and c=d: x",
        [
          TemplateCondition(fact: "a"), TemplateCondition(fact: "b", isNegated: true),
          TemplateCondition(fact: "c", value: "d"),
        ]
      ),
    ])
  func conditions(_ text: String, _ conditions: [TemplateCondition]) throws {
    let body = try TemplateBody(parsing: "[[\(text)|y]]")
    #expect(
      body.pieces == [
        .choice([ChoicePart(conditions: conditions, body: TemplateBody([.text("x")])), part("y")])
      ])
  }

  @Test(
    "sends what stands behind a backslash, and leaves other marks alone",
    arguments: [
      (#"\{{x}}"#, "{{x}}"), (#"\[[x]]"#, "[[x]]"), (#"a \| b"#, "a | b"), ("a | b", "a | b"),
      (##"\# x"##, "# x"),
      (##"a \# x"##, ##"a \# x"##), (#"\<!-- x"#, "<!-- x"), (#"C:\new"#, #"C:\new"#),
      ("a ]] b }} c", "a ]] b }} c"),
      ("a [b](c) {d} # e", "a [b](c) {d} # e"), ("👩‍👩‍👧 é", "👩‍👩‍👧 é"),
    ])
  func escapes(_ text: String, _ sent: String) throws {
    #expect(try TemplateBody(parsing: text).pieces == [.text(sent)])
  }

  @Test("takes a bar and brackets that are meant to be sent within a choice")
  func escapesInChoices() throws {
    #expect(try TemplateBody(parsing: #"[[a\|b\]]c|]]"#).pieces == [.choice([part("a|b]]c"), part("")])])
  }

  @Test(
    "is refused with its line and the reason",
    arguments: [
      ("a\n{{b", 1, TemplateFault.unclosed("{{")), ("{{b\n}}", 0, .unclosed("{{")),
      ("[[a|b", 0, .unclosed("[[")),
      ("a\n\n[[a\nb", 2, .unclosed("[[")), ("{{}}", 0, .badPlaceholder("")),
      ("{{a b}}", 0, .badPlaceholder("a b")),
      ("{{1a}}", 0, .badPlaceholder("1a")), ("{{a:bold}}", 0, .unknownFormat("bold")),
      ("{{a:plural x,}}", 0, .unknownFormat("plural x,")), ("[[a]]", 0, .loneChoice),
      ("[[a [[b|c]]|d]]", 0, .nestedChoice), ("[[if a b: c|d]]", 0, .badCondition("if a b")),
      ("[[if a|d]]", 0, .badCondition("if a|d]]")), ("[[if a =: c|d]]", 0, .badCondition("if a =")),
      ("{{> }}", 0, .badFragment("")), ("{{> a b}}", 0, .badFragment("a b")),
    ])
  func faults(_ text: String, _ line: Int, _ fault: TemplateFault) {
    #expect(throws: TemplateBodyFault(line: line, fault: fault)) { _ = try TemplateBody(parsing: text) }
    #expect(!fault.sentence.isEmpty)
  }
}
