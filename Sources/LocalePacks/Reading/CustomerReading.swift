/// Something in a customer's message that their manners say more about than their words.
package struct CustomerSignal: Sendable, Hashable {
  /// What a signal is a signal of.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A refusal that does not say no.
    case softNo
    /// An appeal to pity.
    case pity
    /// Haste that is laid on the agent.
    case pressure
    /// What the customer will do when they are not heeded: complain, publish, sue.
    case threat
    /// A harmless word that looks rude in the agent's language.
    case looksRude
    /// A word that means something else in the agent's language.
    case falseFriend
  }

  /// What it is a signal of.
  package var kind: Kind
  /// The part of the message, in UTF-8 bytes.
  package var range: Range<Int>
  /// What it means.
  package var why: AgentText?
  /// What to do next; never an accusation.
  package var next: AgentText?
  /// The rule's id.
  package var rule: String
  /// Where it comes from, and how far it can be trusted.
  package var provenance: Provenance
}

/// Reads what customers write, for the agent's eyes alone.
package enum CustomerReading {
  /// A message longer than this many words says what it means: weak forms do not count in it.
  private static let shortMessage = 12

  /// The signals of a message, in the order of the text.
  ///
  /// - Complexity: O(text), and O(matches²): for messages, not for books.
  package static func signals(in message: String, _ pack: LocalePack, agentLanguage: String)
    -> [CustomerSignal]
  {
    let text = PackText(message, pack.text)
    var told: Set<Int> = []
    // What does not count hides nothing that lies in it.
    let matches = pack.customerMatcher.matches(in: text).filter { match in
      let sectioned = pack.customerRules[match.rule]
      if let audience = sectioned.rule.audience, audience != agentLanguage { return false }
      return sectioned.section != .softNo || sectioned.rule.kind != "weak" || text.words.count <= shortMessage
    }
    // Once each, at its longest.
    return matches.filter { match in
      !matches.contains { other in
        other.places != match.places && other.places.lowerBound <= match.places.lowerBound
          && other.places.upperBound >= match.places.upperBound
          && pack.customerRules[other.rule].section == pack.customerRules[match.rule].section
      } && told.insert(match.rule).inserted
    }.map { match in
      let sectioned = pack.customerRules[match.rule]
      let rule = sectioned.rule
      return CustomerSignal(
        kind: kind(sectioned), range: text.bytes(match.places), why: rule.why, next: rule.better,
        rule: rule.id,
        provenance: rule.provenance)
    }
  }

  private static func kind(_ sectioned: LocalePack.SectionedRule) -> CustomerSignal.Kind {
    switch sectioned.section {
    case .softNo: .softNo
    case .appeals: CustomerSignal.Kind(rawValue: sectioned.rule.kind) ?? .pity
    default: CustomerSignal.Kind(rawValue: sectioned.rule.kind) ?? .falseFriend
    }
  }
}
