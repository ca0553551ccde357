/// A secret that a customer wrote, kept apart from what they wrote.
package struct HeldSecret: Sendable, Hashable {
  /// The conversation.
  package var conversation: ConversationID
  /// The entry in whose text a mark stands for it; nil for the subject or a field.
  package var entry: EntryID?
  /// Which of the marks of that text, from 0; marks of what is dropped count, too.
  package var number: Int
  /// What it is, in one word, such as `password`.
  package var kind: String
  /// The secret itself.
  ///
  /// It goes to nobody but the store that is made for it, and the screen of whoever asks with a reason.
  package var value: String
  /// When the customer wrote it.
  package var at: Timestamp

  /// Makes a secret.
  package init(
    conversation: ConversationID, entry: EntryID?, number: Int, kind: String, value: String, at: Timestamp
  ) {
    self.conversation = conversation
    self.entry = entry
    self.number = number
    self.kind = kind
    self.value = value
    self.at = at
  }
}

/// A secret that is held, without it.
package struct HeldSecretMark: Sendable, Hashable {
  /// The conversation.
  package var conversation: ConversationID
  /// The entry; nil for the subject or a field.
  package var entry: EntryID?
  /// Which of the marks in that text, from 0.
  package var number: Int
  /// What it is, in one word.
  package var kind: String
  /// When it will be gone.
  package var expires: Timestamp

  /// Makes a mark.
  package init(
    conversation: ConversationID, entry: EntryID?, number: Int, kind: String, expires: Timestamp
  ) {
    self.conversation = conversation
    self.entry = entry
    self.number = number
    self.kind = kind
    self.expires = expires
  }
}

/// A conversation in which marks stand for secrets.
package struct MaskedConversation: Sendable {
  /// The conversation, without secrets.
  package var conversation: Conversation
  /// What was taken out and may be kept for a while.
  package var held: [HeldSecret]
  /// Texts that have become others: whole texts, as they came and as they are now.
  package var texts: [String: String]
  /// What stands for each secret where it is found in other places.
  package var marks: [(value: String, mark: String)]

  /// Makes a masked conversation.
  package init(
    conversation: Conversation, held: [HeldSecret], texts: [String: String],
    marks: [(value: String, mark: String)]
  ) {
    self.conversation = conversation
    self.held = held
    self.texts = texts
    self.marks = marks
  }
}
