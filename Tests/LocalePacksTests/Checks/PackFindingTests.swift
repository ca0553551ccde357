import DeskModel
import Testing

@testable import LocalePacks

@Suite("A finding of what a rule has matched")
struct PackFindingTests {
  private static func findings(_ text: String, _ fields: String, pack more: String = "") -> [PackFinding] {
    let pack = PackFixtures.pack(
      "\(more) avoid: [{id: \"r\", kind: \"slang\", why: \"w\", \(fields), \(PackFixtures.sourced)}]")
    return CheckFixtures.findings(CourtesyCheck(), PackDraft(text: text), pack)
  }

  @Test(
    "has a replacement that begins with a capital where the match does, unless the rule is about capitals",
    arguments: [
      ("Gonna wait", "forms: [\"gonna\"], better: \"going to\", replace: true", "Going to"),
      ("we gonna wait", "forms: [\"gonna\"], better: \"going to\", replace: true", "going to"),
      ("we GONNA wait", "forms: [\"gonna\"], better: \"going to\", replace: true", "Going to"),
      ("we gonna wait", "forms: [\"gonna\"], better: \"Going to\", replace: true", "Going to"),
      ("Gonna wait", "forms: [\"Gonna\"], better: \"going to\", replace: true, exactCase: true", "going to"),
      ("the SLA", "forms: [\"SLA\"], better: \"our promise\", replace: true", "our promise"),
      ("Sla", "forms: [\"SLA\"], better: \"our promise\", replace: true", "Our promise"),
      ("Gonna wait", "forms: [\"gonna\"], better: \"ǆ x\", replace: true", "ǅ x"),
      ("Gonna wait", "forms: [\"gonna\"], better: \"今\", replace: true", "今"),
      ("Gonna wait", "forms: [\"gonna\"], better: \"going to\"", nil),
    ] as [(String, String, String?)])
  func capitals(_ text: String, _ fields: String, _ expected: String?) {
    #expect(Self.findings(text, fields).map(\.replacement) == [expected])
  }

  @Test("has a dotted capital in Turkish")
  func turkish() {
    let found = Self.findings(
      "Gonna", "forms: [\"gonna\"], better: \"iyi\", replace: true", pack: "text: {casing: \"turkish\"},")
    #expect(found.map(\.replacement) == ["İyi"])
  }

  @Test("is made alike in every section: record, words, reason, replacement")
  func sections() {
    let fields = "forms: [\"du\"], why: \"w\", better: \"Sie\", replace: true, \(PackFixtures.sourced)"
    let pack = PackFixtures.pack(
      """
      register: {method: "markers", markers: [{id: "r", kind: "informal", \(fields)}]},
      agentForms: [{id: "r", agentGender: "f", \(fields)}], avoid: [{id: "r", kind: "slang", \(fields)}],
      jargon: [{id: "r", \(fields)}], cheer: [{id: "r", \(fields)}]
      """)
    let draft = PackDraft(text: "Ob du da bist", agentGender: .male, solemnDay: "a day")
    let checks: [(any PackCheck, String)] = [
      (RegisterCheck(), "markers/r warn"), (AgentFormCheck(), "agentForms/r warn"),
      (CourtesyCheck(), "avoid/r hint"), (JargonCheck(), "jargon/r hint"), (SolemnDayCheck(), "cheer/r warn"),
    ]
    for (check, expected) in checks {
      let found = CheckFixtures.findings(check, draft, pack)
      #expect(found.map { "\($0.records.joined()) \($0.severity)" } == [expected])
      #expect(found.map(\.range) == [3..<5])
      #expect(found.map(\.arguments.first) == ["du"])
      #expect(found.map { $0.why?.text(in: "en") } == ["w"])
      #expect(found.map(\.replacement) == ["Sie"])
    }
  }
}
