import LocalePacks
import SystemCalls
import Testing

@testable import ReplyTemplates

@Suite("Sentences about the packs' findings")
struct PackSentenceTests {
  @Test("are there for every kind of finding that says something about a template")
  func complete() {
    let passing: Set<String> = ["finding.courtesy.solemnDay", "finding.address.missing"]
    for key in PackFinding.messageKeys where !passing.contains(key) {
      #expect(PackSentence.sentences[String(key.dropFirst(8))] != nil, "\(key)")
    }
  }
}

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
