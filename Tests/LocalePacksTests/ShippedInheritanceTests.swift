import JSONText
import SystemCalls
import Testing

@testable import LocalePacks

@Suite("What the packs that ship inherit")
struct ShippedInheritanceTests {
  private static let tags = ShippedPacks.library.tags

  @Test(
    "follows CLDR's parents",
    arguments: [
      ("es-MX", ["es-MX", "es-419", "es", "root"]), ("zh-Hant-HK", ["zh-Hant-HK", "zh-Hant", "root"]),
      ("zh-TW", ["zh-Hant", "root"]), ("zh-CN", ["zh-Hans", "root"]), ("pt-AO", ["pt-PT", "pt", "root"]),
      ("en-IE", ["en", "root"]), ("in", ["id", "root"]), ("iw-IL", ["he", "root"]), ("tl", ["fil", "root"]),
      ("de-LI", ["de", "root"]), ("xx", ["root"]),
    ])
  func chains(_ tag: String, _ expected: [String]) throws {
    #expect(ShippedPacks.pack(try #require(LocaleTag(tag))).chain.map(\.description) == expected)
  }

  @Test("makes of es-MX what its own file, es-419 and es say, each with its origin")
  func mexico() throws {
    let pack = ShippedPacks.pack(try #require(LocaleTag("es-MX")))
    func origin(_ section: LocalePack.SectionedRule.Section, _ id: String) -> String? {
      pack.rules(in: section).first { $0.id == id }?.provenance.origin.description
    }
    #expect(origin(.avoid, "ahorita") == "es-MX")
    #expect(pack.rules(in: .markers).contains { $0.provenance.origin.description == "es" })
    #expect(!pack.rules(in: .markers).contains { $0.id == "formal-ustedes" }, "es-419 takes it away")
    #expect(pack.origins["name"]?.description == "es-MX")
    #expect(pack.origins["register.method"]?.description == "es")
    #expect(pack.country == "MX")
    #expect(ShippedPacks.pack(try #require(LocaleTag("es"))).country == "ES")
  }

  @Test("keeps zh-Hant free of anything that zh-Hans says")
  func taiwan() throws {
    let pack = ShippedPacks.pack(try #require(LocaleTag("zh-Hant")))
    #expect(Set(pack.provenances.map(\.provenance.origin.description)) == ["zh-Hant", "root"])
    #expect(Set(pack.origins.values.map(\.description)).isSubset(of: ["zh-Hant", "root"]))
  }

  @Test("is not said again: a child repeats no field of its parent", arguments: tags)
  func repetition(_ tag: LocaleTag) throws {
    let pack = ShippedPacks.pack(tag)
    guard pack.chain.count > 2 else { return }
    let parent = ShippedPacks.pack(pack.chain[1])
    let inherited = Dictionary(
      (parent.draftRules + parent.customerRules).map { ("\($0.section.rawValue)/\($0.rule.id)", $0.rule) }
    ) { first, _ in first }
    for sectioned in pack.draftRules + pack.customerRules where sectioned.rule.provenance.origin.tag == tag {
      var twin = inherited["\(sectioned.section.rawValue)/\(sectioned.rule.id)"]
      twin?.provenance = sectioned.rule.provenance
      #expect(twin != sectioned.rule, "\(tag): \(sectioned.section.rawValue)/\(sectioned.rule.id)")
    }
  }

  /// Packs whose order of names is not CLDR's, with the reason.
  private static let ownOrder = [
    "ms": "names of Malays, who are most, have no family name; bin and binti tell where the given name ends"
  ]

  @Test("has names in CLDR's order, where no reason says otherwise", arguments: tags)
  func nameOrder(_ tag: LocaleTag) throws {
    guard tag != .root, Self.ownOrder["\(tag)"] == nil, let cldr = ShippedPacks.cldr else { return }
    let order = cldr.locale(tag).names.order
    let expected: NameRules.Order = order == .givenFirst ? .givenFirst : .familyFirst
    #expect(ShippedPacks.pack(tag).names.order == expected)
  }

  @Test("finds the slip in every message to which a clean one is joined", arguments: tags)
  func joined(_ tag: LocaleTag) {
    let pack = ShippedPacks.pack(tag)
    let slips = pack.examples.bad.filter { $0.expected == ["register.informal"] && $0.customer.isEmpty }
    guard pack.method == .markers, let slip = slips.first else { return }
    for good in pack.examples.good where good.customer.isEmpty && good.agentGender == nil {
      let found = PackChecks.findings(in: PackDraft(text: good.text + " " + slip.text), pack).map(\.rule)
      #expect(found.contains { $0.hasPrefix("register.") }, "\(tag): \(good.text) \(slip.text)")
    }
  }
}
