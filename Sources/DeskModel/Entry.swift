/// Who is allowed to read an entry.
///
/// Required everywhere and never a Bool: a wrong audience is the one mistake that cannot be taken back.
package enum Audience: String, Sendable, Hashable, CaseIterable {
  /// The customer reads it.
  case customer
  /// Only we read it: notes and events.
  case `internal`
  /// Everybody reads it: comments under a public post.
  case world
}

/// Who wrote an entry.
package enum AuthorKind: String, Sendable, Hashable, CaseIterable {
  case customer, agent, bot, system, stranger
}

/// The writer of an entry.
package struct Author: Sendable, Hashable {
  /// What kind of writer.
  package var kind: AuthorKind
  /// The backend's id.
  package var id: String
  /// The name to show; nil where the backend has none.
  package var name: String?

  /// Makes an author.
  package init(kind: AuthorKind, id: String, name: String? = nil) {
    self.kind = kind
    self.id = id
    self.name = name
  }

  /// The name, or the id where there is none.
  ///
  /// Text from outside.
  package var displayName: String { name ?? id }
}

/// What an entry is.
package enum EntryKind: String, Sendable, Hashable, CaseIterable {
  /// Said in a private conversation.
  case message
  /// Said among us.
  case note
  /// Said in public.
  case comment
  /// Something that happened: assigned, tagged, looked up.
  case event
}

/// How far an entry has come.
package enum EntryState: String, Sendable, Hashable, CaseIterable {
  case local, held, queued, sent, delivered, failed, unknown, redacted, edited, deleted
}

/// One thing said or done in a conversation.
package struct Entry: Sendable, Hashable {
  /// Unique within the conversation.
  package var id: EntryID
  /// When it was said.
  package var at: Timestamp
  /// Who said it.
  package var author: Author
  /// Who may read it.
  package var audience: Audience
  /// What it is.
  package var kind: EntryKind
  /// The text as it came, unchecked; it reaches a screen only as `SafeText`.
  package var text: String
  /// What it answers; nil for the root of a thread and in a flat conversation.
  package var parent: EntryID?
  /// How far it has come.
  package var state: EntryState
  /// Files that came with it.
  package var attachments: [Attachment]
  /// The templates that it was made from, as far as that is known.
  package var templates: [TemplateUse]

  /// Makes an entry.
  package init(
    id: EntryID, at: Timestamp, author: Author, audience: Audience, kind: EntryKind = .message,
    text: String, parent: EntryID? = nil, state: EntryState = .sent,
    attachments: [Attachment] = [], templates: [TemplateUse] = []
  ) {
    self.id = id
    self.at = at
    self.author = author
    self.audience = audience
    self.kind = kind
    self.text = text
    self.parent = parent
    self.state = state
    self.attachments = attachments
    self.templates = templates
  }

  /// Whether a customer or a stranger said it, so that somebody may have to answer.
  package var isFromOutside: Bool {
    (author.kind == .customer || author.kind == .stranger) && kind != .event && kind != .note
  }

  /// Whether it is an answer of ours that the customer or the world can read.
  package var isOurAnswer: Bool {
    (author.kind == .agent || author.kind == .bot) && audience != .internal && kind != .event
  }
}
