import Testing

@Suite("Blanks in a text")
struct TextBlanksRuleTests {
  @Test(
    "are too many or too few, above all where choices begin and end",
    arguments: [
      ("A  b.", ["1:3 text.double-space"]),
      ("[[Hello {{customer.address}}. |]] Yes.", ["1:34 text.double-space"]),
      ("Yes. [[It comes.|]] Bye.", []),
      ("Yes. [[if thread.first: It comes.|]] Bye.", ["1:37 text.double-space"]),
      ("A\n b.", ["2:1 text.blank-edges"]), ("A\n[[if thread.first: Hi|]] b.", ["2:25 text.blank-edges"]),
      ("A [[if thread.first: b|]]\nc", ["1:2 text.blank-edges"]),
      ("A , b .", ["1:2 text.space-before-mark", "1:6 text.space-before-mark"]),
      ("A [[if thread.first: b|]], c", ["1:2 text.space-before-mark"]),
      ("A\n\n\nb", ["3:1 text.empty-lines"]),
      ("A\n\n[[if thread.first: c|]]\n\nb", ["3:24 text.empty-lines"]),
      ("[[if thread.first: Hello.|]]Yes.", ["1:29 text.missing-space"]),
    ])
  func found(_ text: String, _ places: [String]) {
    #expect(LintFixtures.found("text", text) == places)
  }

  @Test(
    "are fine",
    arguments: [
      "[[if thread.first: Hello. |]]Yes.", "A .NET app", "Wait ... please", "A\n\nb",
      "[[{{customer.address}}, your|Your]] parcel",
      "See{{x}}.{{x}}", "a.m. and e.g. b", "Order[[if thread.first:  1|]].", "To [[{{x}}|you]]. Yes",
    ])
  func fine(_ text: String) {
    #expect(LintFixtures.found("text", text, facts: "- x: y") == [])
  }
}
