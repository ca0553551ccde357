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

  package var id: String
  package var kind: Kind
  /// The most that is fine.
  package var max: Int
  package var severity: Severity?
  package var why: AgentText?
  package var provenance: Provenance
}

/// A greeting by the customer's local time.
package struct GreetingRule: Sendable, Hashable {
  package var id: String
  /// Minutes since midnight, 0 to 1439.
  package var from: Int
  /// Minutes since midnight, behind the last one; at most `from` when it passes midnight.
  package var to: Int
  package var text: String
  package var provenance: Provenance
}

/// A sentence of good manners that templates and agents may take: a closing, an apology, a cushion.
package struct CourtesyPhrase: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case anyTime, closing, apology, cushion, thanks, reassurance
  }

  package var id: String
  package var kind: Kind
  package var text: String
  /// Channels that it fits; empty for all.
  package var channels: [String]
  package var note: AgentText?
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
  /// Days before the feast, from 0, on which it is told.
  package var before: Int
  /// Days after it, from 0.
  package var after: Int
  package var tone: DayTone
  package var audience: DayAudience
  /// What people say; nil where nothing is said.
  package var greeting: String?
  package var note: AgentText?
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
  package enum Casing: String, Sendable, Hashable, CaseIterable {
    case standard, turkish
  }

  package enum Apostrophe: String, Sendable, Hashable, CaseIterable {
    /// It belongs to the word: м’ята, oʻzbek.
    case letter
    /// It ends a word: t’ es.
    case separator
  }

  package var casing: Casing = .standard
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
