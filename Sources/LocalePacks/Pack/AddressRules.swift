package import DeskModel

/// What a rule of address asks of the person; a part that is nil asks nothing.
package struct AddressCondition: Sendable, Hashable {
  /// Genders that fit; a person whose gender is not stated does not.
  package var gender: [Gender]?
  /// Bands of age that fit; a person whose age is not known does not.
  package var age: [AgeBand]?
  /// What the person may be to us: `doctor`, `partner`; words of the pack's own.
  package var role: [String]?
  /// The team's lines of business: `retail`, `bank`, `government`.
  package var sector: [String]?
  /// Channels of the conversation: `chat`, `mail`, `facebook`.
  package var channel: [String]?
  /// Genders of the agent; an agent who has not set it does not fit.
  package var agentGender: [Gender]?
}

/// What the result of a rule of address is good for.
package enum AddressKind: String, Sendable, Hashable, CaseIterable {
  /// A term that stands in a sentence: `Kak Dewi`.
  case term
  /// A whole greeting, for persons of whom nothing is known and whose language has no safe term.
  case greeting
}

/// One way to address a person; the first rule that fits is taken.
///
/// A form names parts in braces: `{given}`, `{family}`, `{full}`, `{patronymic}`, `{title}`, and the first three
/// with `:vocative`. A rule whose parts are not known does not fit.
package struct AddressRule: Sendable, Hashable {
  /// The id, unique in its list; a child's record of the same id takes the parent's place.
  package var id: String
  /// Whom it fits; an empty condition fits everybody.
  package var when: AddressCondition
  /// What to write, with parts of the name in braces.
  package var form: String
  /// Whether the form is a term, or a whole greeting.
  package var kind: AddressKind
  /// The reason, for the agent.
  package var why: AgentText
  /// Where it comes from, and how far it can be trusted.
  package var provenance: Provenance
}

/// A word of address that a draft may hold: `Pak`, `пане`, `Frau`.
package struct AddressTerm: Sendable, Hashable {
  /// On which side of the name a term stands.
  package enum Position: String, Sendable, Hashable, CaseIterable {
    case before, after
  }

  /// With which part of the name a term goes; `any` asks nothing.
  package enum Part: String, Sendable, Hashable, CaseIterable {
    case given, family, full, patronymic, any
  }

  /// The id, unique in its list; a child's record of the same id takes the parent's place.
  package var id: String
  /// The spellings, one or more.
  package var forms: [String]
  /// Where in a word the forms count; a suffix for terms that are written together with the name.
  package var match: PhraseMatch
  /// The gender of the person whom it fits; nil for all.
  package var gender: Gender?
  /// On which side of the name it stands.
  package var position: Position
  /// With which part of the name it goes.
  package var part: Part
  /// Where it comes from, and how far it can be trusted.
  package var provenance: Provenance
}

/// A title that people keep once it is known, such as `Datuk` or `Dr.`, in all its spellings.
package struct TitleRule: Sendable, Hashable {
  /// The id, unique in its list; a child's record of the same id takes the parent's place.
  package var id: String
  /// The spellings, one or more; a person's title that differs from one only in its capitals is written like it.
  package var forms: [String]
  /// Where it comes from, and how far it can be trusted.
  package var provenance: Provenance
}

/// When a draft is expected to address the person.
package enum AddressExpectation: String, Sendable, Hashable, CaseIterable {
  case never, firstReply, always
}

/// Which declension the names of a language need when somebody is addressed.
package enum Declension: String, Sendable, Hashable, CaseIterable {
  case none, uk, pl
}

/// How names are built in a language.
package struct NameRules: Sendable, Hashable {
  /// Which part a full name begins with.
  package enum Order: String, Sendable, Hashable, CaseIterable {
    case givenFirst, familyFirst
  }

  /// Which words of a given name are said to the face.
  package enum Words: String, Sendable, Hashable, CaseIterable {
    case all, first, last
  }

  /// What a name of one word is taken for.
  package enum Single: String, Sendable, Hashable, CaseIterable {
    case given, family
  }

  /// What comes first in a full name.
  package var order: Order = .givenFirst
  /// Which words of a given name are used when somebody is addressed.
  package var givenWords: Words = .all
  /// What the only word of a name is.
  package var single: Single = .given
  /// Words between given and family name, such as `bin`: what follows is not said to the face.
  package var connectors: [String] = []
  /// How patronymics end, in lower case.
  package var patronymicEndings: [String] = []
  /// How many family names people have; the first is used.
  package var familyWords = 1
  /// Words, in lower case, that belong to the family name behind them: `de`, `van`.
  package var particles: [String] = []
  /// Family names for names that are written without a space, the longest first.
  package var families: [String] = []
  /// Whether a name without a space is split only at one of `families`.
  package var splitsOnlyListed = false
  /// Whether a name of two to four characters without a space begins with a family name of one.
  package var isUnspaced = false
}
