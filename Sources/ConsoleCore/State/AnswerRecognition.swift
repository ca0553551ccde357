package import DeskModel

/// Replies of ours whose origin is not known, to be compared with the answers.
package struct AnswerRecognition: Sendable, Hashable {
  /// What it is true of.
  package var basis: AnswerUses.Basis
  /// The locale of the conversation, as the desk writes it.
  package var locale: String
  /// What is known already.
  package var known: AnswerUses
  /// The replies, oldest first.
  package var replies: [Reply]

  /// A reply of ours.
  package struct Reply: Sendable, Hashable {
    /// The entry.
    package var entry: EntryID
    /// When it was said.
    package var at: Timestamp
    /// Who said it; text from outside.
    package var by: String
    /// What was said; text from outside.
    package var text: String
    /// Whether it was said in an earlier conversation.
    package var isEarlier: Bool
  }

  /// The most replies that are compared: the last ones.
  package static let limit = 200
}
