import DeskModel
import Testing

@testable import LocalePacks

@Suite("The check of the agent's own forms")
struct AgentFormCheckTests {
  private static let pack = PackFixtures.pack(
    """
    agentForms: [
      {id: "f", forms: ["получила"], agentGender: "f", why: "a woman's form", better: "получил", replace: true, \(PackFixtures.sourced)},
      {id: "m", forms: ["получил"], agentGender: "m", severity: "error", \(PackFixtures.sourced)},
      {id: "u", forms: ["рада"], agentGender: "f", severity: "error", \(CheckFixtures.unsourced)},
    ]
    """)

  @Test(
    "tells of the other gender's forms, and of nobody's while the agent's is not set",
    arguments: [
      (Gender?.none, "Я получила и получил.", []),
      (.male, "Я получила чек.", ["register.agentForm: получила"]),
      (.male, "Я получил чек.", []),
      (.female, "Я получила чек.", []),
      (.female, "Я Получил чек.", ["register.agentForm: Получил"]),
      (.male, "Клиент пишет «получила».", []),
    ] as [(Gender?, String, [String])])
  func genders(_ gender: Gender?, _ text: String, _ expected: [String]) {
    let draft = PackDraft(text: text, agentGender: gender)
    #expect(CheckFixtures.told(AgentFormCheck(), draft, Self.pack) == expected)
  }

  @Test("weighs a warning unless the rule says otherwise, and a hint where nobody has confirmed it")
  func severity() {
    func weights(_ text: String, _ gender: Gender) -> [Severity] {
      CheckFixtures.findings(AgentFormCheck(), PackDraft(text: text, agentGender: gender), Self.pack)
        .map(\.severity)
    }
    #expect(weights("получила", .male) == [.warn])
    #expect(weights("получил", .female) == [.error])
    #expect(weights("рада", .male) == [.hint])
  }

  @Test("hands over reason, replacement and record")
  func details() {
    let draft = PackDraft(text: "Я получила чек.", agentGender: .male)
    let found = CheckFixtures.findings(AgentFormCheck(), draft, Self.pack)
    #expect(found.map(\.replacement) == ["получил"])
    #expect(found.map { $0.why?.text(in: "en") } == ["a woman's form"])
    #expect(found.map(\.records) == [["agentForms/f"]])
    #expect(found.map(\.arguments) == [["получила"]])
  }
}
