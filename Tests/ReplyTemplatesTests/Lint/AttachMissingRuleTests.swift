import ReplyTemplates
import Testing

@Suite("Files that go with a reply")
struct AttachMissingRuleTests {
  private let files = [("a/about.md", "# A\n## Settings\n- owner: Ann\n- attach: map.pdf, maps/b.png\n")]

  @Test("are in the answer's folder")
  func missing() {
    #expect(
      LintFixtures.told("attach", files, attachments: [AnswerID("a"): ["map.pdf"]]) == [
        "a/about.md:4 attach.missing"
      ])
    #expect(
      LintFixtures.told("attach", files, attachments: [AnswerID("a"): ["map.pdf", "maps/b.png"]]) == [])
  }

  @Test("are not judged where nobody has looked")
  func unknown() { #expect(LintFixtures.told("attach", files) == []) }
}
