import ReplyTemplates
import Testing

@Suite("Links in about.md")
struct LinkDeadRuleTests {
  private func told(_ about: String) -> [String] {
    LintFixtures.told(
      "link",
      [
        ("a/about.md", "# A\n\n\(about)\n"), ("b/about.md", "# B\n"), ("team/c/about.md", "# C\n"),
      ], attachments: [AnswerID("a"): ["map.pdf", "pictures/way.png"]])
  }

  @Test(
    "lead to an answer or a file that there is",
    arguments: [
      "- See [b](../b/about.md)", "- See [c](../team/c/about.md)", "- See [map](map.pdf)",
      "[page](https://example.com/x)",
      "- [way](./pictures/way.png)", "- [part](#part)", "- [b](../b/about.md#facts)", "No [link] (here)",
      "[b](../b)",
    ])
  func fine(_ about: String) { #expect(told(about) == []) }

  @Test(
    "are told of when they do not",
    arguments: [
      "- See [d](../d/about.md)", "- See [b](../b/abuot.md)", "[map](maps.pdf)", "- [b](b/about.md)",
      "[x](/etc/x)",
      "- One [b](../b/about.md), another [d](../d/about.md)",
    ])
  func dead(_ about: String) { #expect(told(about) == ["a/about.md:3 link.dead"]) }

  @Test("are told of by the case where the answer was not read from a file")
  func withoutFiles() {
    let about = AnswerAbout(
      title: "A", notWhen: [AnswerCase(text: "lost", leadsTo: AnswerID("d"), line: 7)], file: "a")
    let environment = LintEnvironment(
      family: TemplateFixtures.family, manners: { _ in nil }, writer: { _ in nil }, today: 0)
    let found = TemplateLint.findings(in: TemplateSet([Answer(id: AnswerID("a"), about: about)]), environment)
    #expect(found.filter { $0.rule == "link.dead" }.map(\.line) == [7])
  }
}
