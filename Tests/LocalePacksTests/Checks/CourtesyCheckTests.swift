import DeskModel
import Testing

@testable import LocalePacks

@Suite("The check of what a pack asks to avoid")
struct CourtesyCheckTests {
  private func found(_ fields: String, in text: String, customer: [String] = []) -> [PackFinding] {
    let pack = PackFixtures.pack("avoid: [{id: \"r\", why: \"w\", \(fields)}]")
    return CheckFixtures.findings(CourtesyCheck(), PackDraft(text: text, customer: customer), pack)
  }

  @Test(
    "names each kind by its group",
    arguments: [
      ("imperative", "courtesy.imperative"), ("refusal", "courtesy.refusal"), ("cliche", "courtesy.cliche"),
      ("slang", "courtesy.slang"), ("familiar", "courtesy.familiar"), ("taboo", "courtesy.taboo"),
      ("blame", "courtesy.blame"), ("soften", "courtesy.soften"), ("punctuation", "courtesy.punctuation"),
      ("emoji", "courtesy.emoji"), ("foreign", "language.foreign"),
      ("wrongLocale", "language.wrongLocale"), ("spelling", "language.spelling"),
      ("abbreviation", "clarity.abbreviation"), ("vagueTime", "clarity.vagueTime"),
      ("address", "address.term"),
    ])
  func kinds(_ kind: String, _ rule: String) {
    let findings = found("kind: \"\(kind)\", forms: [\"asap\"], \(PackFixtures.sourced)", in: "Do it ASAP")
    #expect(findings.map(\.rule) == [rule])
    #expect(
      findings.map(\.messageKey) == [kind == "address" ? "finding.address.familiar" : "finding." + rule])
    #expect(findings.allSatisfy { PackFinding.messageKeys.contains($0.messageKey) })
  }

  @Test("knows a name for every kind that a pack may use")
  func allKinds() {
    let names = PhraseSection.avoid.kinds.map(CourtesyCheck.name)
    #expect(Set(names).count == PhraseSection.avoid.kinds.count)
  }

  @Test(
    "hints unless the rule says more, and only hints where nobody has confirmed it",
    arguments: [
      (PackFixtures.sourced, Severity.hint), ("severity: \"warn\", " + PackFixtures.sourced, .warn),
      ("severity: \"error\", " + PackFixtures.sourced, .error),
      ("severity: \"error\", " + CheckFixtures.unsourced, .hint),
      ("severity: \"warn\", src: [], status: \"reviewed\"", .warn),
    ])
  func severity(_ fields: String, _ severity: Severity) {
    #expect(
      found("kind: \"slang\", forms: [\"gonna\"], \(fields)", in: "We gonna see").map(\.severity) == [
        severity
      ])
  }

  @Test(
    "offers a replacement only where the rule says that it fits in place",
    arguments: [
      ("better: \"going to\", replace: true, ", "going to"), ("better: \"going to\", ", nil), ("", nil),
    ] as [(String, String?)])
  func replacement(_ fields: String, _ expected: String?) {
    let findings = found(
      "kind: \"slang\", forms: [\"gonna\"], \(fields)\(PackFixtures.sourced)", in: "We gonna see")
    #expect(findings.map(\.replacement) == [expected])
    #expect(findings.map(\.range) == [3..<8])
    #expect(findings.map(\.records) == [["avoid/r"]])
  }

  @Test(
    "is silent about a mirrored form that the customer has used, and only about that",
    arguments: [
      (true, ["Hey there"], 0), (true, ["HEY!"], 0), (true, ["hello"], 1), (true, [], 1), (false, ["hey"], 1),
    ])
  func mirrored(_ isMirrored: Bool, _ customer: [String], _ count: Int) {
    let fields = "kind: \"familiar\", forms: [\"hey\"], mirror: \(isMirrored), \(PackFixtures.sourced)"
    #expect(found(fields, in: "Hey, thanks.", customer: customer).count == count)
  }

  @Test("tells the longest of two forms of one kind, and both of two kinds")
  func longest() {
    func rule(_ id: String, _ kind: String, _ form: String) -> String {
      "{id: \"\(id)\", kind: \"\(kind)\", forms: [\"\(form)\"], why: \"w\", \(PackFixtures.sourced)}"
    }
    let draft = PackDraft(text: "Kindly do the needful.")
    let same = PackFixtures.pack(
      "avoid: [\(rule("a", "cliche", "needful")), \(rule("b", "cliche", "do the needful"))]")
    #expect(
      CheckFixtures.told(CourtesyCheck(), draft, same) == ["courtesy.cliche: do the needful"])
    let two = PackFixtures.pack(
      "avoid: [\(rule("a", "slang", "needful")), \(rule("b", "cliche", "do the needful"))]")
    #expect(CheckFixtures.told(CourtesyCheck(), draft, two).count == 2)
  }
}
