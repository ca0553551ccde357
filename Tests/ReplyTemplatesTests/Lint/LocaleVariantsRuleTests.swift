import ReplyTemplates
import Testing

@Suite("The number of variants")
struct LocaleVariantsRuleTests {
  private func file(_ inPrivate: Int, _ inPublic: Int) -> [(String, String)] {
    func variants(_ heading: String, _ count: Int) -> String {
      count == 0
        ? "" : "# \(heading)\n" + (1...count).map { "## \(heading) \($0)\nText.\n" }.joined()
    }
    return [("a/en.md", variants("In private", inPrivate) + variants("In public", inPublic))]
  }

  @Test("is at least three in private and four in public, where there are any")
  func least() {
    #expect(LintFixtures.told("locale.variants", file(2, 0)) == ["a/en.md:2 locale.variants"])
    #expect(LintFixtures.told("locale.variants", file(3, 3)) == ["a/en.md:9 locale.variants"])
    #expect(LintFixtures.told("locale.variants", file(3, 4)) == [])
    #expect(LintFixtures.told("locale.variants", file(3, 0)) == [])
  }

  @Test("is what the team decides")
  func options() {
    var options = LintOptions()
    options.leastInPrivate = 1
    options.leastInPublic = 5
    #expect(
      LintFixtures.told("locale.variants", file(1, 4), options: options) == ["a/en.md:5 locale.variants"])
  }
}
