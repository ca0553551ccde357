package import DeskModel

/// A reply as it stands in the composer, with all that a check may want to know.
package struct Draft: Sendable, Hashable {
  /// The text, exactly as it would be sent.
  package var text: String
  /// Who would read it.
  package var audience: Audience
  /// What it would become.
  package var kind: EntryKind
  /// A BCP 47 tag for the language of the text; nil when unknown.
  package var locale: String?
  /// Where it would be said: chat, mail, facebook and so on.
  package var channel: String
  /// Whom it answers; nil when unknown.
  package var contact: Contact?
  /// All entries of the conversation as known now, oldest first.
  package var thread: [Entry]
  /// The last entry that was there when writing began; nil when unknown, so that nothing is compared.
  package var basedOn: EntryID?
  /// What it answers in a tree of comments; nil in a flat conversation.
  package var parent: EntryID?
  /// Who writes; nil when unknown, so that every agent counts as a colleague.
  package var author: AgentID?
  /// Whether the text was begun as an internal note.
  package var wasNote: Bool
  /// Colleagues who are writing an answer to the same conversation just now; names from outside.
  package var writers: [String]
  /// How many files would go with it.
  package var fileCount: Int

  /// Makes a draft.
  package init(
    text: String, audience: Audience, kind: EntryKind = .message, locale: String? = nil,
    channel: String = "chat", contact: Contact? = nil, thread: [Entry] = [], basedOn: EntryID? = nil,
    parent: EntryID? = nil, author: AgentID? = nil, wasNote: Bool = false,
    writers: [String] = [], fileCount: Int = 0
  ) {
    self.text = text
    self.audience = audience
    self.kind = kind
    self.locale = locale
    self.channel = channel
    self.contact = contact
    self.thread = thread
    self.basedOn = basedOn
    self.parent = parent
    self.author = author
    self.wasNote = wasNote
    self.writers = writers
    self.fileCount = fileCount
  }
}
