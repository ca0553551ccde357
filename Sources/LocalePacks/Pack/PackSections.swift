package import DeskModel

/// How the register of a language is told.
package enum RegisterMethod: String, Sendable, Hashable, CaseIterable {
  /// The language has none.
  case none
  /// By markers of the formal and the informal.
  case markers
  /// By the absence of polite markers.
  case absence
}

/// Which register a team writes in.
package enum PreferredRegister: String, Sendable, Hashable, CaseIterable {
  case formal, informal
}

/// A number that a draft should not exceed, or a policy that it should keep.
package struct LimitRule: Sendable, Hashable {
  /// What is counted, and in what.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Exclamation marks in a message.
    case exclamations
    /// Exclamation or question marks in a row.
    case marksInRow
    /// Emoji in a message before the customer has used any.
    case emoji
    /// Words in capitals of four letters and more in a row.
    case capitals
    /// Words in a sentence.
    case words
    /// Commas, semicolons and brackets in a sentence.
    case commas
    /// Characters in a sentence, for scripts without spaces.
    case characters
  }

  /// The id, unique in its list; a child's record of the same id takes the parent's place.
  package var id: String
  /// What is counted.
  package var kind: Kind
  /// The most that is fine, 0...500.
  package var max: Int
  /// What it weighs; nil for a hint.
  package var severity: Severity?
  /// Why it matters, for the agent; nil when the pack does not say.
  package var why: AgentText?
  /// Where it comes from, and how far it can be trusted.
  package var provenance: Provenance
}

/// A greeting by the customer's local time.
package struct GreetingRule: Sendable, Hashable {
  /// The id, unique in its list; greetings are inherited all together or not at all.
  package var id: String
  /// Minutes since midnight, 0 to 1439.
  package var from: Int
  /// Minutes since midnight, behind the last one; at most `from` when it passes midnight.
  package var to: Int
  /// What to write.
  package var text: String
  /// Where it comes from, and how far it can be trusted.
  package var provenance: Provenance
}

/// A sentence of good manners that templates and agents may take: a closing, an apology, a cushion.
package struct CourtesyPhrase: Sendable, Hashable {
  /// When the sentence is of use.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case anyTime, closing, apology, cushion, thanks, reassurance
  }

  /// The id, unique in its list; a child's record of the same id takes the parent's place.
  package var id: String
  /// When it is of use.
  package var kind: Kind
  /// The sentence, in the customer's language.
  package var text: String
  /// Channels that it fits; empty for all.
  package var channels: [String]
  /// Advice on its use, for the agent.
  package var note: AgentText?
  /// Where it comes from, and how far it can be trusted.
  package var provenance: Provenance
}

/// The tone of a day.
package enum DayTone: String, Sendable, Hashable, CaseIterable {
  /// People congratulate each other.
  case festive
  /// A day of mourning or of fasting: nobody is happy.
  case solemn
  /// No greeting, and less noise.
  case quiet
}

/// Whom a greeting on a holiday may reach.
package enum DayAudience: String, Sendable, Hashable, CaseIterable {
  /// Everybody of the country.
  case all
  /// Those who have shown that they keep it.
  case selfIdentified
  /// Those whose team has decided so.
  case optIn
}

/// What to do on a holiday of the customer's country.
package struct HolidayRule: Sendable, Hashable {
  /// The id of the feast in the tables of `Locales/holidays`.
  package var id: String
  /// ISO 3166 codes of the countries where it counts; empty for all that have it.
  package var countries: [String]
  /// Days before the feast on which it is told, 0...60.
  package var before: Int
  /// Days after its first day on which it is told, 0...60; a feast that lasts longer is told to its end.
  package var after: Int
  /// The mood of the day.
  package var tone: DayTone
  /// Whom a greeting may reach.
  package var audience: DayAudience
  /// What people say; nil where nothing is said.
  package var greeting: String?
  /// Advice, for the agent.
  package var note: AgentText?
  /// Where it comes from, and how far it can be trusted.
  package var provenance: Provenance
}

/// What is known of a language as such.
package struct LanguageRules: Sendable, Hashable {
  /// Words that are frequent in this language and rare in its neighbours.
  package var words: [String] = []
  /// Letters that tell the language.
  package var letters: String = ""
  /// Letters of the same script that the language does not have.
  package var foreignLetters: String = ""
  /// Whether words of other scripts that the customer has not used are pointed out.
  package var avoidsForeignWords = false
  /// Words of other scripts that are at home in the language.
  package var allowedForeign: [String] = []
}

/// How texts of a language are compared.
package struct TextRules: Sendable, Hashable {
  /// How capitals become lower case.
  ///
  /// `turkish` has ı for I, and i for İ.
  package enum Casing: String, Sendable, Hashable, CaseIterable {
    case standard, turkish
  }

  /// What an apostrophe is between letters.
  package enum Apostrophe: String, Sendable, Hashable, CaseIterable {
    /// It belongs to the word: м’ята, oʻzbek.
    case letter
    /// It ends a word: t’ es.
    case separator
  }

  /// How capitals become lower case.
  package var casing: Casing = .standard
  /// What an apostrophe is between letters.
  package var apostrophe: Apostrophe = .letter
  /// Characters that count as others.
  package var map: [Character: Character] = [:]
  /// Scalars that do not count.
  package var strip: Set<Unicode.Scalar> = []
  /// Whether words stand without spaces between them.
  package var isUnspaced = false
  /// Words, in lower case, behind which a full stop ends no sentence.
  package var abbreviations: Set<String> = []
}
