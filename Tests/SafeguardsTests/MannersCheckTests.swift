import DeskModel
import LocalePacks
import Testing

@testable import Safeguards

@Suite("Manners in the last look")
struct MannersCheckTests {
  private let pack = """
    {schema: 1, locale: "id", name: "Test", sources: {S: {ref: "p"}},
     register: {method: "markers", markers: [
       {id: "you", kind: "informal", forms: ["kamu"], why: {en: "For friends.", uk: "Для друзів."}, better: "Kak", src: ["S"], status: "sourced"}]},
     address: {expect: "firstReply", terms: [{id: "k", forms: ["Kak"], src: ["S"], status: "sourced"}], rules: [{id: "a", form: "Kak", why: "w", src: ["S"], status: "sourced"}]},
     agentForms: [{id: "m", agentGender: "m", forms: ["mas"], src: ["S"], status: "sourced"}]}
    """

  private func findings(_ draft: Draft, _ setting: MannersSetting = MannersSetting()) -> [Finding] {
    let tag = LocaleTag(language: "id")
    let library = PackLibrary(
      [PackFile(tag: tag, layer: "shipped", path: "id", bytes: Array(pack.utf8))],
      family: LocaleFamily(parents: [:], aliases: [:], likely: [:]))
    let extract = try? CLDRExtract(Array(Self.extract.utf8), file: "x")
    guard let extract else { return [] }
    let manners = Manners(
      edition: 1, pack: library.resolve(tag).pack, languages: LanguageIdentifier(library),
      locale: extract.locale(tag), holidays: nil)
    return MannersCheck(manners, setting, day: 0).findings(in: draft)
  }

  private static let extract = """
    {cldr: "47", licence: "x", source: "y", parents: {}, aliases: {}, likely: {}, digits: {}, fractions: {}, currencies: {},
     locales: {root: {dir: "ltr", quotes: ["“", "”", "‘", "’"], numbering: "latn", decimal: ".", group: ",", minus: "-",
       percentSign: "%", minGrouping: 1, grouping: [3], percentPattern: "#,##0%", currencyPattern: "¤#,##0.00",
       currencySpacing: "\u{A0}", symbols: {}, names: {order: "givenFirst", space: " ", foreignSpace: " ", formal: "{given}",
       informal: "{given}", formalShort: "{given}", informalShort: "{given}"}, dayPeriods: [],
       plurals: {other: {rule: "", integer: "0", decimal: ""}}}}}
    """

  @Test("a finding bears the pack's words in the agent's language")
  func words() {
    let draft = Draft(text: "Kak, kamu", audience: .customer)
    #expect(findings(draft).map(\.rule) == ["register.informal"])
    #expect(findings(draft).first?.detail == "For friends.")
    #expect(findings(draft, MannersSetting(language: "uk")).first?.detail == "Для друзів.")
    #expect(findings(draft).first?.advice == "Kak")
    #expect(findings(draft).first?.messageKey == "finding.register.informal")
  }

  @Test("notes to us are left alone, comments in public are not")
  func audiences() {
    #expect(findings(Draft(text: "kamu", audience: .internal)) == [])
    #expect(!findings(Draft(text: "kamu", audience: .world)).isEmpty)
  }

  @Test("a first reply is one before which no agent has said anything to the customer")
  func firstReply() {
    func entry(_ kind: AuthorKind, _ audience: Audience) -> Entry {
      Entry(
        id: "e", at: Timestamp(milliseconds: 0), author: Author(kind: kind, id: "x", name: nil),
        audience: audience, text: "x")
    }
    func rules(_ thread: [Entry]) -> [String] {
      findings(Draft(text: "halo", audience: .customer, thread: thread)).map(\.rule)
    }
    #expect(rules([entry(.customer, .customer)]) == ["address.missing"])
    #expect(rules([entry(.customer, .customer), entry(.agent, .internal)]) == ["address.missing"])
    #expect(rules([entry(.customer, .customer), entry(.agent, .customer)]) == [])
  }

  @Test("forms of the other gender are found once the agent has said their own")
  func agentGender() {
    let draft = Draft(text: "Kak, mas", audience: .customer)
    #expect(findings(draft) == [])
    #expect(findings(draft, MannersSetting(agentGender: .female)).map(\.rule) == ["register.agentForm"])
    #expect(findings(draft, MannersSetting(agentGender: .male)) == [])
  }

  @Test(
    "in public a stranger who is answered is addressed by their own name, and the customer's rules are not theirs"
  )
  func strangers() {
    func comment(_ id: EntryID, _ kind: AuthorKind, _ author: String, parent: EntryID? = nil) -> Entry {
      Entry(
        id: id, at: Timestamp(milliseconds: 0), author: Author(kind: kind, id: author, name: author),
        audience: .world, kind: .comment, text: "halo \(author)", parent: parent)
    }
    let thread = [
      comment("e-1", .customer, "u"), comment("e-2", .stranger, "erika"),
      comment("e-3", .agent, "a", parent: "e-1"),
    ]
    let contact = Contact(id: "u", given: "Dewi")
    func draft(_ parent: EntryID?) -> PackDraft {
      MannersCheck.packDraft(
        Draft(text: "x", audience: .world, contact: contact, thread: thread, parent: parent), MannersSetting()
      )
    }
    #expect(draft("e-1").person.given == "Dewi" && draft("e-1").customer == ["halo u"])
    #expect(!draft("e-1").isFirstReply)
    #expect(draft("e-2").person == Person(full: "erika") && draft("e-2").customer == ["halo erika"])
    #expect(draft("e-2").isFirstReply)
    #expect(draft(nil).person.given == "Dewi")
  }

  @Test("of what the customer wrote the beginning of the last messages is read")
  func limits() {
    let thread = (1...5).map { number in
      Entry(
        id: EntryID("e-\(number)"), at: Timestamp(milliseconds: 0),
        author: Author(kind: .customer, id: "u", name: nil), audience: .customer,
        text: String(repeating: "\(number)", count: 40_000))
    }
    let read = MannersCheck.packDraft(
      Draft(text: "x", audience: .customer, contact: Contact(id: "u"), thread: thread), MannersSetting())
    #expect(read.customer.map { String($0.prefix(1)) } == ["3", "4", "5"])
    #expect(read.customer.allSatisfy { $0.count == 500 })
  }

  @Test(
    "the locale is the customer's own where it names the country of the language that is written",
    arguments: [
      ("es", "es-MX", "es-MX"), ("es-MX", "es", "es"), ("en", "es-MX", "en"), (nil, "id-ID", "id-ID"),
      ("uk", nil, "uk"), (nil, nil, "root"), ("!", "id", "!"),
    ])
  func locale(_ written: String?, _ own: String?, _ expected: String) {
    #expect(MannersCheck.locale(written: written, own: own) == expected)
  }
}
