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

  @Test("keeps the longest of thousands of matches of a kind, and all of different kinds")
  func longest() {
    func rule(_ id: String, _ kind: String, _ form: String) -> String {
      "{id: \"\(id)\", kind: \"\(kind)\", forms: [\"\(form)\"], why: \"w\", \(PackFixtures.sourced)}"
    }
    let pack = PackFixtures.pack(
      "avoid: [\(rule("a", "slang", "du")), \(rule("b", "slang", "du er")), \(rule("c", "cliche", "er"))]")
    func told(_ text: String) -> [String] {
      let read = ReadDraft(PackDraft(text: text), pack, nil)
      return read.matches.map { read.words($0.places) }
    }
    #expect(told("du er, er du. du") == ["du er", "er", "er", "du", "du"])
    #expect(told(String(repeating: "du er, ", count: 9_000)).count == 18_000)
    #expect(told(String(repeating: "du ", count: 20_000)).count == 20_000)
  }

  @Test("keeps matches that cross, and one of two that are the same")
  func crossing() {
    func rule(_ id: String, _ form: String) -> String {
      "{id: \"\(id)\", kind: \"slang\", forms: [\"\(form)\"], why: \"w\", \(PackFixtures.sourced)}"
    }
    let pack = PackFixtures.pack("avoid: [\(rule("a", "a b")), \(rule("b", "b c")), \(rule("c", "b"))]")
    let read = ReadDraft(PackDraft(text: "a b c"), pack, nil)
    #expect(read.matches.map { read.words($0.places) } == ["a b", "b c"])
  }

  private static let hey = PackFixtures.pack(
    """
    avoid: [{id: "h", kind: "slang", forms: ["hey"], mirror: true, why: "w", \(PackFixtures.sourced)}]
    """)

  @Test("looks through what the customer wrote once for thousands of matches")
  func mirrored() {
    let text = String(repeating: "Hey ", count: 4_096)
    func count(_ customer: [String]) -> Int {
      ReadDraft(PackDraft(text: text, customer: customer), Self.hey, nil).matches.count
    }
    let long = String(repeating: "a b ", count: 10_000)
    #expect(count([long]) == 4_096)
    #expect(count([long, "HEY"]) == 0)
  }

  @Test("is judged up to 16 KiB, at a whole grapheme")
  func judgedLength() {
    let length = PackChecks.judgedLength
    func ends(_ text: String) -> Int? {
      PackChecks.findings(in: PackDraft(text: text), Self.hey).last?.range.upperBound
    }
    let filler = String(repeating: ".", count: length - 4)
    #expect(ends(filler + " hey") == length)
    #expect(ends(filler + " hey hey") == length)
    #expect(ends(filler + ".. hey") == nil)
    // The last grapheme ends behind the limit: what would be judged of it is another word.
    #expect(ends(filler + " hey\u{301}") == nil)
    #expect(ends(String(repeating: "\u{301}", count: length) + " hey") == nil)
  }

  @Test("is judged by all checks in a time that grows with its length", arguments: ["de", "ja", "uk", "vi"])
  func hostile(_ tag: String) throws {
    let pack = ShippedPacks.pack(try #require(LocaleTag(tag)))
    let person = Person(given: "Anna", family: "田中", gender: .female)
    for word in ["du ", "a\n", "田中様", "пане Anna, ", "anh du@x.de oder ", "`", "«", "。", "@", "/"] {
      let text = String(repeating: word, count: 16_384 / word.utf8.count)
      let findings = PackChecks.findings(
        in: PackDraft(text: text, person: person, customer: [text]), pack, ShippedPacks.languages)
      #expect(findings.allSatisfy { $0.range.upperBound <= PackChecks.judgedLength })
    }
  }
}
