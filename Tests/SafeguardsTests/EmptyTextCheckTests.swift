import DeskModel
import Safeguards
import Testing

@Suite("Empty text")
struct EmptyTextCheckTests {
  @Test(
    "nothing to read is stopped",
    arguments: ["", " ", "\n\t \u{A0}\u{3000}", "\u{200B}", "\u{3164}\u{2800}", "\u{FE0F}\u{200D}\u{200E}"])
  func stops(text: String) {
    let findings = EmptyTextCheck().findings(in: .reply(text))
    #expect(findings.map(\.severity) == [.error])
    #expect(findings.first?.range == 0..<text.utf8.count)
  }

  @Test("the shortest answers go out", arguments: [".", "👍", "+", "ok", "\u{200B}x", "ไ"])
  func passes(text: String) { #expect(EmptyTextCheck().findings(in: .reply(text)).isEmpty) }

  @Test("a file without a word can go")
  func fileAlone() {
    #expect(EmptyTextCheck().findings(in: Draft(text: "", audience: .customer, fileCount: 1)).isEmpty)
  }
}
