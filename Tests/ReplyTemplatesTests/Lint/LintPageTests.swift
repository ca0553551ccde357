import ReplyTemplates
import SystemCalls
import Testing

@Suite("The page about lint")
struct LintPageTests {
  @Test("lists every rule that the seeded set has a fault for")
  func rules() throws {
    let path = TemplateFixtures.root + "/Sources/ReplyTemplates/ReplyTemplates.docc/Lint.md"
    let page = String(decoding: try FileSystem.contents(of: path, limit: 1 << 20), as: UTF8.self)
    let rules = Set(SeededSet.faults.compactMap { $0.split(separator: " ").last.map(String.init) })
    for rule in rules {
      let group = String(rule.prefix { $0 != "." }) + ".*"
      #expect(page.contains("`\(rule)`") || page.contains("`\(group)`"), "\(rule)")
    }
  }
}
