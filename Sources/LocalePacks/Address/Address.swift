package import DeskModel

/// How a person is to be addressed, and why.
package struct Address: Sendable, Hashable {
  /// What to write: `Kak Dewi`, `пане Олександре`.
  package var text: String
  /// Whether it is a term, or a whole greeting for want of one.
  package var kind: AddressKind
  /// The reason, for the agent.
  package var why: AgentText
  /// The rule's id.
  package var rule: String
  /// The pack that holds the rule, and how far it can be trusted.
  package var provenance: Provenance
}

/// What besides the person decides how to address them.
package struct AddressSetting: Sendable, Hashable {
  /// The channel: `chat`, `mail`, `facebook`.
  package var channel: String
  /// The agent's own gender, if they have set it.
  package var agentGender: Gender?

  /// Makes a setting.
  package init(channel: String = "chat", agentGender: Gender? = nil) {
    self.channel = channel
    self.agentGender = agentGender
  }
}

extension LocalePack {
  /// How to address a person: the first rule that fits and all whose parts are known.
  ///
  /// Total: a pack without a rule for persons of whom nothing is known is refused, and the root has one.
  /// - Complexity: O(rules).
  package func address(_ person: Person, _ setting: AddressSetting = AddressSetting()) -> Address {
    let parts = nameParts(of: person)
    for rule in addressRules where rule.when.fits(person, setting) {
      if let text = AddressForm(rule.form).filled({ value(of: $0, parts, person.gender) }) {
        return Address(text: text, kind: rule.kind, why: rule.why, rule: rule.id, provenance: rule.provenance)
      }
    }
    return Address(
      text: parts.full ?? "", kind: .term, why: AgentText(byLanguage: [:]), rule: "",
      provenance: Provenance(
        sources: [], status: .unsourced, origin: PackOrigin(tag: .root, layer: "shipped")))
  }

  /// The parts of a person's name as this language has them.
  package func nameParts(of person: Person) -> NameParts {
    NameParts(person, names, titles: titles)
  }

  func value(of part: AddressForm.Part, _ parts: NameParts, _ gender: Gender?) -> String? {
    switch part {
    case .given: parts.given
    case .family: parts.family
    case .full: parts.full
    case .patronymic: parts.patronymic
    case .title: parts.title
    case .givenVocative: parts.given.flatMap { vocative($0, .given, gender) }
    case .familyVocative: parts.family.flatMap { vocative($0, .family, gender) }
    case .patronymicVocative: parts.patronymic.flatMap { vocative($0, .patronymic, gender) }
    }
  }

  /// The vocative of a name; nil when the language has none, or the form is not certain.
  package func vocative(_ name: String, _ part: NamePart, _ gender: Gender?) -> String? {
    switch declension {
    case .none: nil
    case .uk: UkrainianVocative.form(of: name, as: part, gender: gender)
    case .pl: PolishVocative.form(of: name, as: part, gender: gender)
    }
  }
}

extension AddressCondition {
  /// Whether a person and a setting fit; what is not known does not fit a condition about it.
  func fits(_ person: Person, _ setting: AddressSetting) -> Bool {
    func fits<T: Equatable>(_ allowed: [T]?, _ value: T?) -> Bool {
      guard let allowed else { return true }
      return value.map(allowed.contains) ?? false
    }
    return fits(gender, person.gender) && fits(age, person.age) && fits(role, person.role)
      && fits(sector, person.sector) && fits(channel, setting.channel)
      && fits(agentGender, setting.agentGender)
  }
}
