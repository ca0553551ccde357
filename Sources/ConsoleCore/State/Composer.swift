package import DeskModel
package import Widgets

/// An answer as a person has agreed to it: whatever differs from it has not been looked at.
package struct AgreedReply: Sendable, Hashable {
  /// What was to be said.
  package var text: String
  /// What it was to be.
  package var kind: EntryKind
  /// Who was to read it.
  package var audience: Audience
  /// What it was to answer.
  package var parent: EntryID?
  /// What was to go with it.
  package var attachments: [AttachmentUpload] = []
}

/// The answer that is being written to one conversation.
package struct Composer: Sendable, Hashable {
  /// The text and its cursor.
  package var field = ComposeField()
  /// What it will be.
  package var kind: EntryKind
  /// Who will read it.
  package var audience: Audience
  /// What it answers in a thread.
  package var parent: EntryID?
  /// Files that go with it.
  package var attachments: [AttachmentUpload] = []
  /// The variants of answers that were put into the text.
  package var offers: [ComposerOffer] = []
  /// Those of them of which something is left in the held reply.
  package var heldOffers: [ComposerOffer] = []
  /// The safe request that was put into the text; nil when none was.
  package var request: ComposerRequest?
  /// The last entry that stood before the writer when they began; nil while nothing is written.
  package var seenUpTo: EntryID?
  /// The reply that waits to be sent.
  package var held: HeldReply?
  /// Whether the held reply is on disk (or cannot be brought there): only then may it be sent, so that a crash
  /// between can never leave a reply that was sent and looks unsent.
  package var isHeldOnDisk = false
  /// Whether the held reply is on its way: it can no longer be taken back.
  package var isSending = false
  /// Whether the text was begun as a note: the last look asks before a customer reads it.
  package var wasNote = false
  /// What follows as soon as the held reply is sent, as it stood when it was agreed to; nil when nothing does.
  package var next: AgreedReply?
  /// Before this moment the desk does not want to be asked to send.
  package var sendNotBefore: Timestamp?
  /// When the desk is asked again what became of a reply; nil when that is known, or being asked.
  package var askAgainAt: Timestamp?
  /// Before this moment a draft that could not be written is not tried again.
  package var saveNotBefore: Timestamp?
  /// Whether it belongs to a public thread.
  private var isPublic: Bool
  /// When the first change not yet on disk was made; nil when all is saved.
  package var dirtySince: Timestamp?
  /// When the last change was made.
  package var changedAt: Timestamp?

  /// Makes an empty composer for a conversation: a comment in public, else a reply to the customer.
  package init(for shape: ConversationShape, parent: EntryID?) {
    isPublic = shape == .publicThread
    kind = isPublic ? .comment : .message
    audience = isPublic ? .world : .customer
    self.parent = parent
  }

  /// Takes up what was kept on disk.
  package init(_ stored: StoredDraft) {
    field = ComposeField(stored.text)
    field.moveCursor(to: stored.cursor)
    kind = stored.kind
    audience = stored.audience
    isPublic = stored.audience == .world || stored.parent != nil
    parent = stored.parent
    seenUpTo = stored.seenUpTo
    wasNote = stored.wasNote
    attachments = stored.attachments
    request = stored.access.map { ComposerRequest(access: $0, text: stored.text) }
    held = stored.held
    isHeldOnDisk = held != nil
  }

  /// What is to be kept on disk.
  package func stored(for id: ConversationID, at now: Timestamp) -> StoredDraft {
    StoredDraft(
      conversation: id, text: field.text, cursor: field.cursor, kind: kind, audience: audience,
      parent: parent, seenUpTo: seenUpTo, held: held, updatedAt: now,
      wasNote: wasNote, attachments: attachments, access: keptRequest)
  }

  /// Whether nothing is written and nothing attached.
  package var isBlank: Bool { field.isEmpty && attachments.isEmpty }

  /// The moment at which the draft must be written: 300 ms after the last key, at most 1 s after the
  /// first that is not on disk.
  package var saveDeadline: Timestamp? {
    guard let dirtySince, let changedAt else { return nil }
    let pause = min(changedAt.milliseconds + 300, dirtySince.milliseconds + 900)
    return Timestamp(milliseconds: max(pause, saveNotBefore?.milliseconds ?? pause))
  }

  /// Whether a reply that could not be sent waits here because something else is being written: it does not go by
  /// itself, and comes back when it is called.
  package var isHeldStuck: Bool { held?.until == .untilWoken }

  /// What stands in the composer, as it would be sent.
  var present: AgreedReply {
    AgreedReply(text: field.text, kind: kind, audience: audience, parent: parent, attachments: attachments)
  }

  /// Replaces the text by one that has nothing to undo: what was held must not come back by undoing, too.
  mutating func replaceText(_ text: String) {
    field = ComposeField(text)
  }

  /// Makes the next answer one to the customer, or a comment in public.
  mutating func becomeReply() {
    kind = isPublic ? .comment : .message
    audience = isPublic ? .world : .customer
  }
}
