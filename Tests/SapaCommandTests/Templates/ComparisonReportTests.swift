import JSONText
import ReplyTemplates
import Testing

@testable import SapaCommand

@Suite("What sapa templates diff prints")
struct ComparisonReportTests {
  private static func comparison() -> SetComparison {
    let old = [
      "replies/late/about.md": "# Late\n",
      "replies/late/en.md":
        "# Customers ask\n- Where?\n\n# In private\n\n## plain\nYour order is\nlate.\n\n## short\nLate.\n",
      "replies/late/uk.md": "# In private\n\n## plain\nПізно.\n",
      "replies/old/en.md": "# In private\n\n## plain\nOld\u{1B}[2J.\n",
      "replies/thanks/en.md": "# In private\n\n## plain\nThank you.\n",
      "fragments/en.md": "## hello\nHello.\n",
      "scripts/no/en.md": "# No\n\n## Begin\n- say: No.\n",
    ]
    var new = old
    new["replies/late/about.md"] = "# Too late\n"
    new["replies/late/en.md"] =
      "# In private\n\n## plain\nYour parcel is\nlate.\n\n## brief\nLate.\n\n# In public\n\n## loud\nNew.\n"
    new["replies/old/en.md"] = nil
    new["replies/thanks/en.md"] = nil
    new["replies/praise/en.md"] = old["replies/thanks/en.md"]
    new["fragments/en.md"] = "## hello\n<!-- status: unreviewed -->\nHello.\n"
    new["scripts/no/en.md"] = nil
    return SetComparison(from: TemplateFixture.set(old), to: TemplateFixture.set(new))
  }

  @Test("people read what changed, with marks, and without a control character")
  func text() {
    let text = ComparisonReport.text(Self.comparison())
    #expect(
      text.hasPrefix(
        """
        late changed
          title: Late → Too late
          en plain: changed
            │ Your [-order-] {+parcel+} is
            │ late.
          en brief: was “short”, with the same text; its numbers stay with the old name
          en loud: added
            │ New.
          en customers ask: [-Where?-]
          may be out of date: uk; others changed, and these did not

        old removed
          en plain: removed
            │ Old
        """), "\(text)")
    #expect(text.contains("\npraise renamed, it was thanks\n\n"))
    #expect(text.contains("\n  fragment en hello, status: – → unreviewed\n"))
    #expect(text.hasSuffix("  script no en: removed\n"))
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
  }

  @Test("programs read an object for each change")
  func json() throws {
    let lines = ComparisonReport.json(Self.comparison()).split(separator: "\n")
    let roots = try lines.map { try JSONDocument(Array($0.utf8)).root }
    #expect(
      roots.map { "\($0["kind"]?.string ?? "") \($0["change"]?.string ?? "")" } == [
        "answer changed", "about ", "variant changed", "variant renamed", "variant added", "ask removed",
        "answer removed", "variant removed", "answer renamed", "fragment moved", "script removed",
      ])
    #expect(roots[0]["leftBehind"]?.array?.compactMap(\.string) == ["uk"])
    #expect(roots[2]["difference"]?.string == "Your [-order-] {+parcel+} is\nlate.")
    #expect(roots[3]["from"]?.string == "short" && roots[8]["from"]?.string == "thanks")
    #expect(roots[9]["settings"]?.array?.first?["key"]?.string == "status")
  }

  @Test("nothing changed is nothing printed")
  func same() {
    let set = TemplateFixture.set(["replies/late/en.md": "# In private\n\n## plain\nLate.\n"])
    #expect(ComparisonReport.text(SetComparison(from: set, to: set)).isEmpty)
    #expect(ComparisonReport.json(SetComparison(from: set, to: set)).isEmpty)
  }
}
