import Testing

@Suite("Shortcuts")
struct ShortcutClashRuleTests {
  @Test("lead to one answer, whatever their case")
  func clash() {
    func about(_ shortcuts: String) -> String { "# A\n## Settings\n- shortcuts: \(shortcuts)\n" }
    #expect(
      LintFixtures.told(
        "shortcut", [("a/about.md", about("late, where")), ("b/about.md", about("lost, Late"))])
        == ["b/about.md:3 shortcut.clash"])
    #expect(
      LintFixtures.told(
        "shortcut", [("a/about.md", about("late, late")), ("b/about.md", about("later"))]) == [])
  }
}
