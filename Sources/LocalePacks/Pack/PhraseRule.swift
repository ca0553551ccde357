package import DeskModel

/// Where in a text the forms of a rule count.
package enum PhraseMatch: String, Sendable, Hashable, CaseIterable {
  /// A word, or several words in a row.
  case word
  /// A word that begins with the form and goes on.
  case prefix
  /// A word that ends with the form and has at least two letters before it.
  case suffix
  /// The first words of a sentence.
  case start
  /// The last characters of a sentence, its marks left aside.
  case end
  /// Any place, inside words too: for scripts without spaces.
  case anywhere
  /// The whole message, its marks left aside.
  case message
}

/// A rule of a pack that looks for forms in a text; no regular expressions, so that it can be read and compared.
package struct PhraseRule: Sendable, Hashable {
  /// Unique within its section.
  package var id: String
  /// What is looked for.
  package var forms: [String]
  /// Where.
  package var match: PhraseMatch
  /// Whether capitals must agree: `Sie` is not `sie`.
  package var isExactCase: Bool
  /// Words, or phrases, whose presence in the same sentence silences the rule.
  package var unless: [String]
  /// Whole words that are not meant, though they fit.
  package var except: [String]
  /// Words that may not stand right before a match.
  package var notAfter: [String]
  /// Words that may not stand right behind a match.
  package var notBefore: [String]
  /// Whether it does not count at the head of a sentence.
  package var isInsideOnly: Bool
  /// Whether it is silent when the customer has used the form.
  package var isMirrored: Bool
  /// Whether it counts only when an unambiguous rule of the same kind has fired in the message.
  package var isAmbiguous: Bool
  /// What kind of thing it finds; which kinds there are depends on the section.
  package var kind: String
  /// What it weighs; nil for the section's own weight.
  package var severity: Severity?
  /// Why it is a mistake, or what it means.
  package var why: AgentText?
  /// What to write instead, or what to do next.
  package var better: AgentText?
  /// Whether `better` can stand exactly where the form stands.
  package var isReplacement: Bool
  /// The gender of the agent to whom the forms belong; nil when they are everybody's.
  package var agentGender: Gender?
  /// The language whose speakers it concerns; nil for all.
  package var audience: String?
  /// Whether a time or a number in the same sentence silences the rule.
  package var isSilencedByTime: Bool
  /// Where it comes from.
  package var provenance: Provenance
}

extension PhraseRule {
  /// A rule that finds a term of address.
  init(term: AddressTerm) {
    self.init(
      id: term.id, forms: term.forms, match: term.match, isExactCase: false, unless: [], except: [],
      notAfter: [], notBefore: [], isInsideOnly: false, isMirrored: false,
      isAmbiguous: false, kind: "", severity: nil, why: nil, better: nil, isReplacement: false,
      agentGender: nil, audience: nil, isSilencedByTime: false, provenance: term.provenance)
  }
}
