import DeskModel
import Testing

@testable import LocalePacks

@Suite("Where a record comes from")
struct ProvenanceTests {
  @Test(
    "caps its weight: what nobody has confirmed hints",
    arguments: [
      (RecordStatus.sourced, Severity.error, Severity.error), (.reviewed, .error, .error),
      (.unsourced, .error, .hint), (.unsourced, .warn, .hint), (.unsourced, .hint, .hint),
      (.sourced, .hint, .hint),
    ])
  func capped(_ status: RecordStatus, _ severity: Severity, _ expected: Severity) {
    let provenance = Provenance(
      sources: [], status: status, origin: PackOrigin(tag: .root, layer: "shipped"))
    #expect(provenance.capped(severity) == expected)
  }

  @Test(
    "names the layer where it does not ship",
    arguments: [
      ("es-419", "shipped", "es-419"), ("id", "team", "id (team)"), ("root", "personal", "root (personal)"),
    ])
  func origin(_ tag: String, _ layer: String, _ expected: String) throws {
    #expect("\(PackOrigin(tag: try #require(LocaleTag(tag)), layer: layer))" == expected)
  }

  @Test(
    "is explained in the agent's language, else in English, else not at all",
    arguments: [
      (["en": "why", "uk": "чому"], "uk", "чому"), (["en": "why", "uk": "чому"], "ru", "why"),
      (["en": "why"], "en", "why"), (["uk": "чому"], "ru", ""), ([:], "en", ""),
    ])
  func agentText(_ texts: [String: String], _ language: String, _ expected: String) {
    #expect(AgentText(byLanguage: texts).text(in: language) == expected)
  }

  @Test(
    "may be explained by one English text or one for each language",
    arguments: [
      ("\"why\"", "why", []), ("{en: \"why\", uk: \"чому\"}", "чому", []),
      ("{uk: \"чому\"}", nil, ["jargon[0].why: needs a text in English: en"]),
      (
        "5", nil,
        [
          "jargon[0].why: must be an object of texts, not a number",
          "jargon[0].why: needs a text in English: en",
        ]
      ),
    ] as [(String, String?, [String])])
  func reading(_ value: String, _ text: String?, _ problems: [String]) {
    let fields = "jargon: [{id: \"a\", forms: [\"x\"], why: \(value), \(CheckFixtures.unsourced)}]"
    let file = PackFixtures.file("xx", fields)
    let layer = PackLayer(file.bytes, file: "f", origin: PackOrigin(tag: file.tag, layer: "shipped"))
    #expect(layer.problems.map { "\($0.field): \($0.message)" } == problems)
    #expect(layer.jargon.records.first?.why?.text(in: "uk") == text)
  }
}
