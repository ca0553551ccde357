import DeskModel
import Testing

@testable import LocalePacks

@Suite("A draft read for all checks")
struct PackDraftTests {
  @Test("yields what all checks find, in the order of the text")
  func order() {
    let pack = PackFixtures.pack(
      """
      register: {method: "markers", markers: [{id: "du", kind: "informal", forms: ["du"], \(PackFixtures.sourced)}]},
      jargon: [{id: "sla", forms: ["SLA"], \(PackFixtures.sourced)}],
      avoid: [{id: "asap", kind: "abbreviation", forms: ["asap"], why: "w", \(PackFixtures.sourced)}],
      cheer: [{id: "happy", forms: ["happy"], \(PackFixtures.sourced)}],
      agentForms: [{id: "f", forms: ["рада"], agentGender: "f", \(PackFixtures.sourced)}],
      limits: [{id: "e", kind: "exclamations", max: 0, \(PackFixtures.sourced)}],
      """)
    let draft = PackDraft(
      text: "happy asap du рада SLA!", agentGender: .male, solemnDay: "a day of mourning")
    #expect(
      PackChecks.findings(in: draft, pack).map(\.rule) == [
        "courtesy.solemnDay", "clarity.abbreviation", "register.informal", "register.agentForm",
        "jargon.word",
        "courtesy.exclamation",
      ])
  }

  @Test(
    "has the words of a place as they stand in the text, without blanks around them",
    arguments: [("Привіт, ОЛЕНО !", 8..<13, "ОЛЕНО"), ("a  b ", 1..<5, "b"), ("a", 0..<0, "")])
  func words(_ text: String, _ places: Range<Int>, _ expected: String) {
    let read = ReadDraft(PackDraft(text: text), PackFixtures.pack(""), nil)
    #expect(read.words(places) == expected)
  }

  @Test("matches nothing of a rule that is taken away for a test")
  func ignored() {
    let pack = PackFixtures.pack(
      """
      jargon: [{id: "a", forms: ["SLA"], \(PackFixtures.sourced)}, {id: "b", forms: ["KYC"], \(PackFixtures.sourced)}]
      """)
    let draft = PackDraft(text: "SLA and KYC")
    #expect(CheckFixtures.told(JargonCheck(), draft, pack.without("jargon/a")) == ["jargon.word: KYC"])
    #expect(CheckFixtures.told(JargonCheck(), draft, pack.without("jargon/c")).count == 2)
  }
}
