import DeskModel
import LocalePacks
import Safeguards
import Testing

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
}
