/// What decides whether two replies give the same answer, besides numbers and links.
///
/// Forms are words or words in a row. A hyphen stands for the rest of a word: `approv-` begins it, `-less` ends it, `-medi-` stands in it.
package struct AnswerRules: Sendable, Hashable {
  /// Words that turn an answer round: not, never, without.
  package var negations: [String] = []
  /// Words and phrases of courtesy, which say nothing that matters.
  package var courtesies: [String] = []
  /// What may be written at the head of a word and is a word of its own: and, the, in.
  package var clitics: [String] = []
  /// Words for whole numbers, by number, 0...31.
  package var numbers: [Int: [String]] = [:]
}

/// Words of which replies with the same answer have the same: shipped or delivered, Monday or Tuesday.
package struct AnswerWords: Sendable, Hashable {
  /// The id, unique in its list; a child's record of the same id takes the parent's place.
  package var id: String
  /// What excludes each other, and in each side the forms that say the same; one side alone only says what is the same.
  package var sides: [[String]]
  /// Whether a word that stands in one reply alone means nothing, as with tenses.
  package var isWeak: Bool
  /// Where it comes from, and how far it can be trusted.
  package var provenance: Provenance
}
