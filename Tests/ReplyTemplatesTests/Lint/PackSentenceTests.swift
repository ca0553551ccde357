import LocalePacks
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
