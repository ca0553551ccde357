package import DeskModel

/// What our side said to a customer in another conversation.
package struct EarlierReply: Sendable, Hashable {
  /// The text as it was sent, from outside.
  package let text: String
  /// When it was said.
  package let at: Timestamp
  /// Who said it, from outside: show it as `SafeText` only.
  package let author: String
  /// Where it was said.
  package let conversation: ConversationID
  /// The entry there; nil when it is not known.
  package let entry: EntryID?

  /// Makes one.
  package init(
    text: String, at: Timestamp, author: String, conversation: ConversationID, entry: EntryID? = nil
  ) {
    self.text = text
    self.at = at
    self.author = author
    self.conversation = conversation
    self.entry = entry
  }
}
