import DeskModel
import ReplyTemplates
import Testing

@Suite("Variants of one answer")
struct VariantAlikeRuleTests {
  private let first = "Your parcel is on its way and should reach you by tomorrow evening."

  private func found(_ second: String) -> [String] {
    let text = "# In private\n## a\n\(first)\n## b\n\(second)\n"
    return LintFixtures.findings([TemplateFixtures.file("replies/q/en.md", text)])
      .filter { $0.rule == "variant.alike" }.map { "\($0.line) \($0.severity)" }
  }

  @Test("are told of when they are alike, the more the worse")
  func alike() {
    #expect(found("Your parcel is on its way, and should reach you by tomorrow evening!") == ["4 error"])
    #expect(
      found("[[{{customer.address}}, your|Your]] parcel is on its way, and it is coming by {{x}} evening.")
        == [
          "4 warn"
        ])
    #expect(found("The carrier has it and will bring it to you within the next day.") == [])
  }

  @Test("are compared with the names of placeholders left out, and in one language alone")
  func fine() {
    #expect(
      LintFixtures.told(
        "variant.alike",
        [
          ("q/en.md", "# In private\n## a\n{{order.number}} came.\n## b\n{{order.number}} lost?\n"),
          ("q/en-GB.md", "# In private\n## a\n\(first)\n"), ("q/en-US.md", "# In private\n## a\n\(first)\n"),
        ]) == [])
  }
}
