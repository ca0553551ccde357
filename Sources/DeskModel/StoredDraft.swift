/// A reply between the last look and the wire: it waits here for some seconds and can be taken back.
package struct HeldReply: Sendable, Hashable {
  /// The key under which it will be sent; also how a restart finds out whether it was.
  package var clientKey: ClientKey
  /// What will be said.
  package var text: String
  /// What it is.
  package var kind: EntryKind
  /// Who will read it.
  package var audience: Audience
  /// What it answers in a thread.
  package var parent: EntryID?
  /// The version of the conversation that the writer had seen.
  package var basedOn: Int?
  /// When it goes.
  package var until: Timestamp
  /// Files that go with it.
  package var attachments: [AttachmentUpload]
  /// The templates that it was made from; forgotten when the program ends meanwhile.
  package var templates: [TemplateUse]
  /// The access that it asks for; nil when it asks for none.
  package var access: AccessRequest?

  /// Makes a held reply.
  package init(
    clientKey: ClientKey, text: String, kind: EntryKind, audience: Audience, parent: EntryID?,
    basedOn: Int?, until: Timestamp, attachments: [AttachmentUpload] = [], templates: [TemplateUse] = [],
    access: AccessRequest? = nil
  ) {
    self.clientKey = clientKey
    self.text = text
    self.kind = kind
    self.audience = audience
    self.parent = parent
    self.basedOn = basedOn
    self.until = until
    self.attachments = attachments
    self.templates = templates
    self.access = access
  }
}

/// What is kept on disk of an unsent answer to one conversation.
package struct StoredDraft: Sendable, Hashable {
  /// The conversation that is being answered.
  package var conversation: ConversationID
  /// What stands in the composer; may be empty while something is held.
  package var text: String
  /// Where the cursor stands: UTF-8 bytes from the start of `text`.
  package var cursor: Int
  /// What it will be.
  package var kind: EntryKind
  /// Who will read it.
  package var audience: Audience
  /// What it answers in a thread.
  package var parent: EntryID?
  /// The last entry that the writer had before their eyes when they began.
  package var seenUpTo: EntryID?
  /// Whether the text was begun as a note: asked about before others read it.
  package var wasNote: Bool
  /// The reply that waits to be sent; nil when none does.
  package var held: HeldReply?
  /// Files that are to go with it.
  package var attachments: [AttachmentUpload]
  /// The access that the text asks for; nil when it asks for none.
  package var access: AccessRequest?
  /// When it was last changed.
  package var updatedAt: Timestamp

  /// Makes a draft.
  package init(
    conversation: ConversationID, text: String, cursor: Int, kind: EntryKind, audience: Audience,
    parent: EntryID?, seenUpTo: EntryID?, held: HeldReply?, updatedAt: Timestamp, wasNote: Bool = false,
    attachments: [AttachmentUpload] = [], access: AccessRequest? = nil
  ) {
    self.conversation = conversation
    self.text = text
    self.cursor = cursor
    self.kind = kind
    self.audience = audience
    self.parent = parent
    self.seenUpTo = seenUpTo
    self.held = held
    self.wasNote = wasNote
    self.attachments = attachments
    self.access = access
    self.updatedAt = updatedAt
  }

  /// Whether nothing worth keeping is left.
  package var isEmpty: Bool { text.isEmpty && held == nil && attachments.isEmpty }
}
