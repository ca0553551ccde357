import DeskModel
import ReplyTemplates
import Testing

@Suite("Answers that somebody should read again")
struct ReviewRuleTests {
  private func about(_ day: String) -> [(String, String)] {
    [("a/about.md", "# A\n## Settings\n- owner: Ann\n- review by: \(day)\n")]
  }

  @Test("are told of from the day behind the one that is set")
  func overdue() {
    #expect(LintFixtures.told("review.overdue", about("2026-11-27")) == ["a/about.md:4 review.overdue"])
    #expect(LintFixtures.told("review.overdue", about("2026-11-28")) == [])
  }

  @Test("are hinted at while no native speaker has read them, the file once and a variant of its own")
  func unreviewed() {
    let variants = "# In private\n## x\nA.\n## y\nB.\n"
    #expect(LintFixtures.told("review.missing", [("a/en.md", variants)]) == ["a/en.md:1 review.missing"])
    let head = "<!-- status: reviewed by Ann, 2026-11-01 -->\n"
    #expect(LintFixtures.told("review.missing", [("a/en.md", head + variants)]) == [])
    #expect(
      LintFixtures.told(
        "review.missing", [("a/en.md", head + variants + "## z\n<!-- status: unreviewed -->\nC.\n")])
        == ["a/en.md:7 review.missing"])
    #expect(
      LintFixtures.findings([TemplateFixtures.file("replies/a/en.md", variants)])
        .first { $0.rule == "review.missing" }?.severity == .hint)
  }
}
