import Testing

@Suite("The register of the variants of a language")
struct RegisterMixedVariantsRuleTests {
  private func told(_ head: String, _ first: String, _ second: String) -> [String] {
    LintFixtures.told(
      "register.mixed-variants",
      [("a/de.md", "\(head)\n# In private\n## x\n\(first)\n## y\n\(second)\n")])
  }

  @Test("is one, also where the team has allowed the familiar")
  func mixed() {
    let head = "<!-- allow: register.informal because our customers are players -->"
    #expect(
      told(head, "Hast du die Nummer?", "Kann ich Ihnen helfen?") == ["a/de.md:3 register.mixed-variants"])
    #expect(told(head, "Hast du die Nummer?", "Ich sehe nach.") == [])
    #expect(told(head, "Hast du die Nummer?", "Kannst du sie mir schicken?") == [])
  }

  @Test("is told of by the rules of register alone where these are not silenced")
  func once() { #expect(told("", "Hast du die Nummer?", "Kann ich Ihnen helfen?") == []) }
}
