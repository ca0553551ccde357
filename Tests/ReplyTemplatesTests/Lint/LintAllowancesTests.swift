import Testing

@Suite("What a file allows")
struct LintAllowancesTests {
  private let cliche = "We apologize for any inconvenience."

  private func told(_ text: String) -> [String] {
    ["courtesy", "allow"].flatMap { LintFixtures.told($0, [("a/en.md", text)]) }
  }

  @Test("is not told of: in the whole file, or below one heading")
  func allowed() {
    let second = "## y\n\(cliche)\n"
    #expect(
      told("<!-- allow: courtesy.cliche because x -->\n# In private\n## x\n\(cliche)\n\(second)") == [])
    #expect(
      told("# In private\n## x\n<!-- allow: courtesy.cliche because x -->\n\(cliche)\n\(second)") == [
        "a/en.md:6 courtesy.cliche"
      ])
  }

  @Test("may be a group of rules, and no part of a name")
  func groups() {
    #expect(told("# In private\n## x\n<!-- allow: courtesy because x -->\n\(cliche)\n") == [])
    #expect(
      told("# In private\n## x\n<!-- allow: court because x -->\n\(cliche)\n") == [
        "a/en.md:4 courtesy.cliche", "a/en.md:3 allow.unused",
      ])
  }

  @Test("is told of when it allows what nobody says")
  func unused() {
    #expect(
      told("<!-- status: unreviewed -->\n<!-- allow: jargon because x -->\n# In private\n## x\nIt is here.\n")
        == [
          "a/en.md:2 allow.unused"
        ])
  }

  @Test("holds for about.md, and for fragments, too")
  func others() {
    let about = "# A\n<!-- allow: owner.missing because everybody does -->\n## Use it when\n- x\n"
    #expect(
      LintFixtures.told("owner", [("a/about.md", about), ("a/en.md", "# In private\n## x\nA.\n")]) == [])
    #expect(
      LintFixtures.found(
        "courtesy", "A {{> f}}",
        fragments: ["en": "## f\n<!-- allow: courtesy.cliche because x -->\n\(cliche)\n"]) == [])
  }
}
