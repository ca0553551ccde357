import JSONText

/// A resolved pack: all that is known of a locale's manners, with its parents' records.
package struct LocalePack: Sendable {
  /// The locale that was asked for, in its canonical form.
  package let tag: LocaleTag
  /// The locales whose packs stand in it, the nearest first.
  package let chain: [LocaleTag]
  /// The language's name in English.
  package let name: String
  /// The language's name in itself.
  package let nativeName: String
  /// ISO 3166 code of the country that is meant when the customer's is not known; nil for none.
  package let country: String?
  /// Who has read the pack natively; nil when nobody has.
  package let reviewedBy: String?
  package let sources: [PackSource]
  package let text: TextRules
  package let names: NameRules
  package let language: LanguageRules
  package let method: RegisterMethod
  package let preferred: PreferredRegister
  package let expectation: AddressExpectation
  package let declension: Declension
  let typography: TypographyFields
  package let addressRules: [AddressRule]
  package private(set) var addressTerms: [AddressTerm]
  package let titles: [TitleRule]
  package private(set) var limits: [LimitRule]
  package let greetings: [GreetingRule]
  package let phrases: [CourtesyPhrase]
  package let holidays: [HolidayRule]
  /// The pack's own examples, those of all its layers; a child has none of its parents'.
  package let examples: PackExamples
  /// Where each field that is no record comes from, by its path.
  package let origins: [String: PackOrigin]
  /// All rules that look for forms in drafts.
  let draftRules: [SectionedRule]
  let draftMatcher: PhraseMatcher
  /// The place of a rule whose matches do not count; only the tests of examples set it.
  private(set) var ignoredRule: Int?
  /// Finds the terms of address, in the order of `addressTerms`.
  private(set) var termMatcher: PhraseMatcher
  /// All rules that look for forms in what customers write.
  let customerRules: [SectionedRule]
  let customerMatcher: PhraseMatcher

  /// A rule with the section that it stands in.
  package struct SectionedRule: Sendable, Hashable {
    package enum Section: String, Sendable, Hashable, CaseIterable {
      case markers, agentForms, avoid, jargon, cheer, softNo, appeals, falseFriends
    }

    package let section: Section
    package let rule: PhraseRule
  }

  /// The rules of a section that look for forms.
  package func rules(in section: SectionedRule.Section) -> [PhraseRule] {
    (draftRules + customerRules).filter { $0.section == section }.map(\.rule)
  }

  /// All records that a check or a reading is made of, as `section/id`, sorted.
  package var ruleNames: [String] {
    let phrases = (draftRules + customerRules).map { "\($0.section.rawValue)/\($0.rule.id)" }
    let others =
      limits.map { "limits/\($0.id)" } + addressRules.map { "address.rules/\($0.id)" }
      + addressTerms.map { "address.terms/\($0.id)" } + holidays.map { "holidays/\($0.id)" }
    return (phrases + others).sorted()
  }
}

extension LocalePack {
  /// Makes a pack of layers, the nearest first; the root's is the last.
  ///
  /// - Complexity: O(records).
  init(_ tag: LocaleTag, layers: [PackLayer]) {
    self.tag = tag
    var chain: [LocaleTag] = []
    for layer in layers where !chain.contains(layer.origin.tag) { chain.append(layer.origin.tag) }
    self.chain = chain
    func fold<R>(_ list: (PackLayer) -> PackList<R>, _ id: (R) -> String) -> [R] {
      layers.reversed().reduce(into: []) { $0 = list($1).over($0, id: id) }
    }
    var origins: [String: PackOrigin] = [:]
    for layer in layers.reversed() {
      for path in layer.scalars.leafPaths { origins[path] = layer.origin }
    }
    self.origins = origins
    let scalars = PackScalars(layers)
    name = scalars.name ?? "\(tag)"
    nativeName = scalars.nativeName ?? name
    country = tag.region ?? scalars.country
    reviewedBy = scalars.reviewedBy
    text = scalars.text
    names = scalars.names
    language = scalars.language
    method = scalars.method
    preferred = scalars.preferred
    expectation = scalars.expectation
    declension = scalars.declension
    typography = scalars.typography
    sources = layers.reversed().reduce(into: []) { all, layer in
      let own = Set(layer.sources.map(\.id))
      all = layer.sources + all.filter { !own.contains($0.id) }
    }
    addressRules = fold(\.addressRules, \.id)
    addressTerms = fold(\.addressTerms, \.id)
    termMatcher = PhraseMatcher(addressTerms.map(PhraseRule.init(term:)), text)
    titles = fold(\.titles, \.id)
    limits = fold(\.limits, \.id)
    greetings = layers.first { !$0.greetings.records.isEmpty }?.greetings.records ?? []
    phrases = fold(\.phrases, \.id)
    holidays = fold(\.holidays, \.id)
    examples = PackExamples(layers.filter { $0.origin.tag == chain.first }.map(\.examples))
    func rules(
      _ section: SectionedRule.Section, _ list: (PackLayer) -> PackList<PhraseRule>
    ) -> [SectionedRule] {
      fold(list, \.id).map { SectionedRule(section: section, rule: $0) }
    }
    draftRules =
      rules(.markers, \.markers) + rules(.agentForms, \.agentForms) + rules(.avoid, \.avoid)
      + rules(.jargon, \.jargon) + rules(.cheer, \.cheer)
    draftMatcher = PhraseMatcher(draftRules.map(\.rule), text)
    customerRules =
      rules(.softNo, \.softNo) + rules(.appeals, \.appeals) + rules(.falseFriends, \.falseFriends)
    customerMatcher = PhraseMatcher(customerRules.map(\.rule), text)
  }
}

extension LocalePack {
  /// The pack without one of the records that checks are made of, `section/id`, for the tests of its examples.
  func without(_ record: String) -> LocalePack {
    var pack = self
    pack.ignoredRule = draftRules.firstIndex { $0.section.rawValue + "/" + $0.rule.id == record }
    pack.limits.removeAll { "limits/" + $0.id == record }
    if record.hasPrefix("address.terms/") {
      pack.addressTerms.removeAll { "address.terms/" + $0.id == record }
      pack.termMatcher = PhraseMatcher(pack.addressTerms.map(PhraseRule.init(term:)), text)
    }
    return pack
  }
}

extension JSONValue {
  /// Paths of all values that are no objects.
  var leafPaths: [String] {
    guard case .object(let members) = self else { return [""] }
    return members.flatMap { member in
      member.value.leafPaths.map { $0.isEmpty ? member.key : member.key + "." + $0 }
    }
  }
}
