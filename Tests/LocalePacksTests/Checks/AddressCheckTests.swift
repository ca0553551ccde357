import DeskModel
import Testing

@testable import LocalePacks

@Suite("The check of address")
struct AddressCheckTests {
  private static func told(_ text: String, _ person: Person, _ pack: LocalePack = AddressFixtures.pack())
    -> [String]
  {
    CheckFixtures.told(AddressCheck(), PackDraft(text: text, person: person), pack)
  }

  @Test(
    "tells of a term of the other gender beside the name or set off by a mark",
    arguments: [
      ("Guten Tag Herr Weber, danke.", AddressFixtures.anna, ["address.term: Herr"]),
      ("Guten Tag Frau Weber, danke.", AddressFixtures.anna, []),
      ("Guten Tag Frau Weber, danke.", AddressFixtures.max, ["address.term: Frau"]),
      ("Merhaba Anna Bey, hoş geldiniz.", AddressFixtures.anna, ["address.term: Bey"]),
      ("Danke, Herr.", AddressFixtures.anna, ["address.term: Herr"]),
      ("Guten Tag Herr Dr. Weber, danke.", AddressFixtures.anna, ["address.term: Herr"]),
      ("Guten Tag Herr Weber, danke.", Person(given: "Anna", family: "Weber"), []),
      ("Unser Herr Klein ruft an.", AddressFixtures.anna, []),
      ("Sie schrieb „Herr Weber“ in das lange Feld der Adresse.", AddressFixtures.anna, []),
    ])
  func gender(_ text: String, _ person: Person, _ expected: [String]) {
    #expect(Self.told(text, person) == expected)
  }

  @Test("offers the right address for a wrong term, and nothing in place")
  func betterTerm() {
    let draft = PackDraft(text: "Guten Tag Herr Weber, danke.", person: AddressFixtures.anna)
    let found = CheckFixtures.findings(AddressCheck(), draft, AddressFixtures.pack())
    #expect(found.map(\.arguments) == [["Herr", "Frau Weber"]])
    #expect(found.map { $0.better?.text(in: "en") } == ["Frau Weber"])
    #expect(found.map(\.replacement) == [nil])
    #expect(found.map(\.severity) == [.warn])
    #expect(found.map(\.records) == [["address.terms/herr"]])
  }

  @Test("only hints about a term that nobody has confirmed")
  func unsourced() {
    let draft = PackDraft(text: "Вітаємо, пане Weber!", person: AddressFixtures.anna)
    let found = CheckFixtures.findings(AddressCheck(), draft, AddressFixtures.pack())
    #expect(found.map(\.rule) == ["address.term"])
    #expect(found.map(\.severity) == [.hint])
  }

  @Test(
    "tells of a part of the name that does not go with the term, and has the right one in place",
    arguments: [
      ("Guten Tag Frau Anna, danke.", AddressFixtures.anna, ["Anna → Weber"]),
      ("Guten Tag Frau Anna Weber, danke.", AddressFixtures.anna, []),
      ("Halo Kak Weber, terima kasih.", AddressFixtures.anna, ["Weber → Anna"]),
      ("Halo Kak anna, terima kasih.", AddressFixtures.anna, []),
      ("Merhaba Weber Bey, hoş geldiniz.", AddressFixtures.max, ["Weber → Max"]),
      ("Guten Tag Frau Anna, danke.", Person(given: "Anna", gender: .female), []),
      ("Guten Tag Frau Anna, danke.", Person(given: "Anna", family: "Anna", gender: .female), []),
    ])
  func part(_ text: String, _ person: Person, _ expected: [String]) {
    let found = CheckFixtures.findings(
      AddressCheck(), PackDraft(text: text, person: person), AddressFixtures.pack())
    #expect(found.allSatisfy { $0.rule == "address.part" && $0.severity == .warn })
    #expect(
      found.map { "\(CheckFixtures.words(text, $0.range)) → \($0.replacement ?? "nothing")" } == expected)
  }

  @Test(
    "tells of somebody else's name in a greeting",
    arguments: [
      ("Guten Tag Frau Klein, danke.", AddressFixtures.anna, ["address.name: Klein"]),
      ("Guten Tag Frau Klein", AddressFixtures.anna, ["address.name: Klein"]),
      ("Hello Mr Klein, thanks.", AddressFixtures.max, ["address.name: Klein"]),
      ("Hello Mr Weber, thanks.", AddressFixtures.max, []),
      ("Halo Kak Budi, terima kasih.", Person(given: "Dewi"), ["address.name: Budi"]),
      ("Halo Kak semua, terima kasih.", Person(given: "Dewi"), []),
      ("Halo Kak Budi, terima kasih.", Person(), []),
      ("Guten Tag Frau Klein ruft Sie an.", AddressFixtures.anna, []),
      ("Guten Tag, wir haben heute noch Frau Klein, danke.", AddressFixtures.anna, []),
      ("Merhaba Mehmet Bey, hoş geldiniz.", AddressFixtures.max, ["address.name: Mehmet"]),
      ("Guten Tag Frau Dr. Klein, danke.", AddressFixtures.anna, []),
      ("Halo Kak Putri, terima kasih.", Person(full: "Dewi Putri Ayu", given: "Dewi"), []),
    ])
  func otherName(_ text: String, _ person: Person, _ expected: [String]) {
    #expect(Self.told(text, person) == expected)
  }

  @Test("tells of a name once, beside terms that lie in each other")
  func nestedTerms() {
    let terms = """
      {id: "inner", forms: ["Mr"], part: "family", \(PackFixtures.sourced)},
      {id: "outer", forms: ["Hello Mr"], part: "family", \(PackFixtures.sourced)},
      """
    let pack = PackFixtures.pack("address: {rules: [\(PackFixtures.anyone)], terms: [\(terms)]}")
    #expect(Self.told("Hello Mr Klein, thanks.", AddressFixtures.max, pack) == ["address.name: Klein"])
    #expect(Self.told("Hello Mr Max, thanks.", AddressFixtures.max, pack) == ["address.part: Max"])
  }

  private static let ukrainian = AddressFixtures.pack("declension: \"uk\",")
  private static let oleksandr = Person(given: "Олександр", family: "Коваль", gender: .male)

  @Test(
    "has the vocative in place of another case where somebody is called",
    arguments: [
      ("Вітаю, Олександр!", ["Олександр → Олександре"]), ("Олександр, дякуємо.", ["Олександр → Олександре"]),
      ("Добрий день, пане Олександр, дякуємо.", ["Олександр → Олександре"]),
      ("Добрий день, пане Олександр дякуємо.", ["Олександр → Олександре"]),
      ("Вітаю, Олександре!", []), ("Отримувач посилки Олександр Коваль.", []),
      ("Отримувач Олександр уже в пункті.", []),
    ])
  func wrongCase(_ text: String, _ expected: [String]) {
    let found = CheckFixtures.findings(
      AddressCheck(), PackDraft(text: text, person: Self.oleksandr), Self.ukrainian)
    #expect(found.allSatisfy { $0.rule == "address.case" && $0.severity == .warn })
    #expect(
      found.map { "\(CheckFixtures.words(text, $0.range)) → \($0.replacement ?? "nothing")" } == expected)
  }

  @Test("is silent about a name whose vocative is not certain, and in languages that have none")
  func uncertainCase() {
    let john = Person(given: "John", gender: .male)
    #expect(Self.told("Вітаю, John!", john, Self.ukrainian) == [])
    #expect(Self.told("Вітаю, Олександр!", Self.oleksandr, AddressFixtures.pack()) == [])
  }

  @Test(
    "misses an address where the pack expects one and knows a term",
    arguments: [
      ("never", true, "Danke.", AddressFixtures.anna, false),
      ("firstReply", true, "Danke.", AddressFixtures.anna, true),
      ("firstReply", false, "Danke.", AddressFixtures.anna, false),
      ("always", false, "Danke.", AddressFixtures.anna, true),
      ("always", false, "Danke, Frau Weber.", AddressFixtures.anna, false),
      ("always", false, "Danke, Anna.", AddressFixtures.anna, false),
      ("always", false, "Danke, Frau.", AddressFixtures.anna, false),
      ("always", false, "Danke, Annabelle.", AddressFixtures.anna, true),
      ("always", false, "Danke.", Person(), false),
      ("always", false, "🙂", AddressFixtures.anna, false), ("always", false, "", AddressFixtures.anna, false),
    ])
  func missing(_ expect: String, _ isFirst: Bool, _ text: String, _ person: Person, _ isTold: Bool) {
    let draft = PackDraft(text: text, person: person, isFirstReply: isFirst)
    let found = CheckFixtures.findings(
      AddressCheck(), draft, AddressFixtures.pack("expect: \"\(expect)\","))
    #expect(found.map(\.rule) == (isTold ? ["address.missing"] : []))
    guard isTold else { return }
    #expect(found.map(\.severity) == [.hint])
    #expect(found.map(\.range) == [0..<0])
    #expect(found.map(\.arguments) == [["Frau Weber"]])
    #expect(found.map(\.records) == [["address.rules/woman"]])
    #expect(found.map { $0.why?.text(in: "en") } == ["a woman"])
  }

  @Test(
    "finds 様 behind a Japanese name, and another name in front of it only where there are spaces",
    arguments: [
      ("田中様、ありがとうございます。", false), ("田中花子様、ありがとうございます。", false), ("佐藤様、ありがとうございます。", false),
      ("ありがとうございます。", true),
    ])
  func japanese(_ text: String, _ isMissing: Bool) {
    let pack = PackFixtures.pack(
      """
      text: {unspaced: true}, names: {order: "familyFirst", single: "family"},
      address: {expect: "always",
        rules: [{id: "f", form: "{family}様", why: "w", \(PackFixtures.sourced)}, \(PackFixtures.anyone)],
        terms: [{id: "sama", forms: ["様"], match: "anywhere", position: "after", part: "any", \(PackFixtures.sourced)}]}
      """)
    let person = Person(given: "花子", family: "田中", gender: .female)
    #expect(Self.told(text, person, pack) == (isMissing ? ["address.missing: "] : []))
  }

  @Test(
    "only hints about a case while nobody has confirmed how people are called by name",
    arguments: [
      ("\(CheckFixtures.unsourced)", "\(CheckFixtures.unsourced)", Severity.hint),
      ("\(PackFixtures.sourced)", "\(CheckFixtures.unsourced)", .warn),
      ("\(CheckFixtures.unsourced)", "\(PackFixtures.sourced)", .warn),
    ])
  func caseSeverity(_ term: String, _ rule: String, _ severity: Severity) {
    let pack = PackFixtures.pack(
      """
      address: {declension: "uk", terms: [{id: "pan", forms: ["пане"], part: "any", \(term)},
          {id: "frau", forms: ["Frau"], part: "family", \(PackFixtures.sourced)}],
        rules: [{id: "g", form: "{given:vocative}", why: "w", \(rule)}, \(PackFixtures.anyone)]}
      """)
    let draft = PackDraft(text: "Вітаю, Олександр!", person: Self.oleksandr)
    let found = CheckFixtures.findings(AddressCheck(), draft, pack)
    #expect(found.map(\.rule) == ["address.case"])
    #expect(found.map(\.severity) == [severity])
  }

  @Test(
    "looks at each term and name once",
    arguments: [
      ("пане Олександр, ", 2259), ("Olexandr Bey Dr. ", 0), ("Herr Dr. ", 0), ("Олександр ", 0), ("Bey", 0),
    ])
  func hostile(_ words: String, _ count: Int) {
    let text = String(repeating: words, count: 65_536 / words.utf8.count)
    #expect(Self.told(text, Self.oleksandr, Self.ukrainian).count == count)
  }

  @Test("looks at each term and name once where words have no spaces")
  func hostileUnspaced() {
    let pack = PackFixtures.pack(
      """
      text: {unspaced: true}, address: {rules: [\(PackFixtures.anyone)], terms: [
        {id: "sama", forms: ["様"], gender: "f", match: "anywhere", position: "after", part: "any", \(PackFixtures.sourced)}]}
      """)
    let text = String(repeating: "田中様", count: 65_536 / 9)
    let told = Self.told(text, Person(family: "田中", gender: .male), pack)
    #expect(told.count == 65_536 / 9)
    #expect(Set(told) == ["address.term: 様"])
  }
}
