import DeskModel
import Testing

@testable import LocalePacks

@Suite("The check of the words of a trade")
struct JargonCheckTests {
  private static let pack = PackFixtures.pack(
    """
    jargon: [
      {id: "sla", forms: ["SLA", "service level"], why: "nobody outside knows it", better: "our promise", replace: true, \(PackFixtures.sourced)},
      {id: "churn", forms: ["churn"], severity: "warn", better: "leave", \(PackFixtures.sourced)},
      {id: "kyc", forms: ["KYC"], severity: "error", \(CheckFixtures.unsourced)},
    ]
    """)

  @Test(
    "finds the listed words in any case, and no longer ones",
    arguments: [
      ("Our sla is a day", ["jargon.word: sla"]),
      ("The Service Level is met", ["jargon.word: Service Level"]),
      ("A slab", []), ("See `SLA`", []),
      ("You churn, we do KYC", ["jargon.word: churn", "jargon.word: KYC"]),
    ])
  func words(_ text: String, _ expected: [String]) {
    #expect(CheckFixtures.told(JargonCheck(), text, Self.pack) == expected)
  }

  @Test(
    "weighs as the list says, a hint if it says nothing or nobody has confirmed it",
    arguments: [("SLA", Severity.hint), ("churn", .warn), ("KYC", .hint)])
  func severity(_ text: String, _ severity: Severity) {
    let found = CheckFixtures.findings(JargonCheck(), PackDraft(text: text), Self.pack)
    #expect(found.map(\.severity) == [severity])
  }

  @Test("offers the team's own word in place only where the list says so")
  func replacement() {
    let found = CheckFixtures.findings(JargonCheck(), PackDraft(text: "SLA, churn"), Self.pack)
    #expect(found.map(\.replacement) == ["our promise", nil])
    #expect(found.map { $0.better?.text(in: "en") } == ["our promise", "leave"])
    #expect(found.map(\.records) == [["jargon/sla"], ["jargon/churn"]])
  }
}
