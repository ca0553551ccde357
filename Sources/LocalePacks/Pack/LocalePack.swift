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
  /// The sources that records name, the nearest pack's first; of two with one id the nearest stands.
  package let sources: [PackSource]
  /// How texts are compared.
  package let text: TextRules
  /// How names are built.
  package let names: NameRules
  /// What tells the language from others.
  package let language: LanguageRules
  /// How the register is told; `none` when no pack of the chain says.
  package let method: RegisterMethod
  /// The register in which the team writes; formal when no pack of the chain says.
  package let preferred: PreferredRegister
  /// When a draft is expected to address the person; never when no pack of the chain says.
  package let expectation: AddressExpectation
  /// The declension of names; none when no pack of the chain says.
  package let declension: Declension
  let typography: TypographyFields
  /// Rules of address; the first that fits is taken, a child's new ones before its parent's.
  package let addressRules: [AddressRule]
  /// Words of address that drafts may hold.
  package private(set) var addressTerms: [AddressTerm]
  /// Titles that people keep.
  package let titles: [TitleRule]
  /// Numbers that a draft should not exceed.
  package private(set) var limits: [LimitRule]
  /// Greetings by time of day, all from the nearest file that has any: parts of two days do not mix.
  package let greetings: [GreetingRule]
  /// Sentences of good manners to take.
  package let phrases: [CourtesyPhrase]
  /// What to do on holidays.
  package let holidays: [HolidayRule]
  /// What decides whether two replies give the same answer.
  package let answers: AnswerRules
  /// Words of which replies with the same answer have the same.
  package let answerWords: [AnswerWords]
  /// Words by which a request for a secret is known.
  package let credentialWords: [CredentialWords]
  private let lazyCredentialMatcher: LazyCredentialMatcher
  /// The pack's own examples, those of all its layers; a child has none of its parents'.
  package let examples: PackExamples
  /// Where each field that is no record comes from, by its path.
  package let origins: [String: PackOrigin]
  /// The fields that are no records, as the layers' files make them together.
  let scalars: JSONValue
  /// All rules that look for forms in drafts.
  let draftRules: [SectionedRule]
  private let lazyDraftMatcher: LazyMatcher
  /// The place of a rule whose matches do not count; only the tests of examples set it.
  private(set) var ignoredRule: Int?
  /// Words of greetings and of forms of address, in lower case: what may stand before a name that is called.
  let greetingWords: Set<String>
  /// Finds the terms of address, in the order of `addressTerms`.
  private(set) var termMatcher: PhraseMatcher
  /// All rules that look for forms in what customers write.
  let customerRules: [SectionedRule]
  private let lazyCustomerMatcher: LazyMatcher

  /// A rule with the section that it stands in.
  package struct SectionedRule: Sendable, Hashable {
    /// The lists of a pack that hold such rules, by the names that they have in its file.
    ///
    /// The first five are for drafts, the others for what customers write.
    package enum Section: String, Sendable, Hashable, CaseIterable {
      case markers, agentForms, avoid, jargon, cheer, softNo, appeals, falseFriends
    }

    /// The list.
    package let section: Section
    /// The rule.
    package let rule: PhraseRule
  }

  /// Finds the forms of `draftRules`.
  var draftMatcher: PhraseMatcher { lazyDraftMatcher.matcher }

  /// Finds the forms of `customerRules`.
  var customerMatcher: PhraseMatcher { lazyCustomerMatcher.matcher }

  /// Finds the words of `credentialWords`; made once.
  package var credentialMatcher: CredentialMatcher { lazyCredentialMatcher.matcher }

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
      for leaf in layer.scalars.leaves { origins[leaf.path] = layer.origin }
    }
    self.origins = origins
    scalars = layers.reversed().reduce(into: JSONValue.object([])) { $0 = $1.scalars.merged(over: $0) }
    let fields = PackScalars(scalars)
    name = fields.name ?? "\(tag)"
    nativeName = fields.nativeName ?? name
    country = tag.region ?? fields.country
    reviewedBy = fields.reviewedBy
    text = fields.text
    names = fields.names
    language = fields.language
    method = fields.method
    preferred = fields.preferred
    expectation = fields.expectation
    declension = fields.declension
    typography = fields.typography
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
    let comparison = text
    let spoken =
      greetings.map(\.text) + phrases.filter { $0.kind == .anyTime }.map(\.text)
      + addressTerms.flatMap(\.forms)
      + addressRules.map { AddressForm($0.form).words }
    greetingWords = Set(spoken.flatMap { PackText($0, comparison).words.map(\.folded) })
    holidays = fold(\.holidays, \.id)
    answers = fields.answers
    answerWords = fold(\.answerWords, \.id)
    credentialWords = fold(\.credentialWords, \.id)
    lazyCredentialMatcher = LazyCredentialMatcher(credentialWords)
    examples = PackExamples(layers.filter { $0.origin.tag == chain.first }.map(\.examples))
    func rules(
      _ section: SectionedRule.Section, _ list: (PackLayer) -> PackList<PhraseRule>
    ) -> [SectionedRule] {
      fold(list, \.id).map { SectionedRule(section: section, rule: $0) }
    }
    draftRules =
      rules(.markers, \.markers) + rules(.agentForms, \.agentForms) + rules(.avoid, \.avoid)
      + rules(.jargon, \.jargon) + rules(.cheer, \.cheer)
    lazyDraftMatcher = LazyMatcher(draftRules.map(\.rule), text)
    customerRules =
      rules(.softNo, \.softNo) + rules(.appeals, \.appeals) + rules(.falseFriends, \.falseFriends)
    lazyCustomerMatcher = LazyMatcher(customerRules.map(\.rule), text)
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
