import Testing

@Suite("Parts of a choice that nobody is sent")
struct ChoiceUnreachableRuleTests {
  @Test(
    "are found",
    arguments: [
      ("A [[b|{{customer.given}}]]", ["1:7 choice.unreachable"]),
      ("[[if thread.first: b|if thread.first: c|d]]", ["1:22 choice.unreachable"]),
      ("[[if thread.first: b|if not thread.first: c|d]]", ["1:45 choice.unreachable"]),
      ("[[if thread.public: b|c]]", ["1:3 choice.unreachable"]),
    ])
  func found(_ text: String, _ places: [String]) {
    #expect(LintFixtures.found("choice", text) == places)
  }

  @Test(
    "are left alone when some case takes them",
    arguments: [
      "[[if thread.first: Hi {{customer.address}}, |if thread.first: Hello, |]]yes",
      "[[{{me.given}}|The team]]",
      "[[if order.state = sent: a|if order.state = open: b|c]]", "[[{{day.greeting}}|Hello]]",
      "[[if thread.first: b|if not thread.first: c|]]", "[[if me.gender = f: a|if me.gender = m: b|c]]",
      "[[{{order.day:day}}|{{customer.name}}|x]]",
    ])
  func fine(_ text: String) {
    let facts = "- order.state: s\n- order.day (date): d"
    #expect(LintFixtures.found("choice", text, facts: facts) == [])
  }

  @Test("are judged only by what always fits when there are too many cases to try")
  func many() {
    let many = (1...8).map { "[[if f\($0): a|b]]" }.joined()
    let facts = (1...8).map { "- f\($0): f" }.joined(separator: "\n")
    #expect(LintFixtures.found("choice", many + "[[if f1: x|if f1: y|z]]", facts: facts) == [])
    #expect(LintFixtures.found("choice", many + "[[x|y]]", facts: facts).count == 1)
  }
}
