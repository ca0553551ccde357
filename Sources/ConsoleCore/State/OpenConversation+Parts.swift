package import DeskModel

extension OpenConversation {
  /// What changes with the conversation and not with a key: one box, because every look at a conversation may copy it.
  struct Parts: Sendable, Hashable {
    var places: [EntryID: Int] = [:]
    var earlier: [ConversationSummary] = []
    var items: [TranscriptItem] = []
    var branch: Set<Int> = []
    var threadRows: [ThreadRow] = []
    var folded: Set<EntryID> = []
    var foldedSections: Set<ThreadSection> = []
    var newFrom: EntryID?
    var readAsked: EntryID?
  }

  /// The place of each entry in `conversation.entries`.
  package internal(set) var places: [EntryID: Int] {
    _read { yield parts.places }
    _modify { yield &parts.places }
  }

  /// Earlier conversations of the same contact, latest first.
  package internal(set) var earlier: [ConversationSummary] {
    _read { yield parts.earlier }
    _modify { yield &parts.earlier }
  }

  /// What stands in the conversation pane.
  package var items: [TranscriptItem] {
    _read { yield parts.items }
    _modify { yield &parts.items }
  }

  /// Places of the entries of a public thread that belong to this customer's branch.
  package internal(set) var branch: Set<Int> {
    _read { yield parts.branch }
    _modify { yield &parts.branch }
  }

  /// The rows of the thread pane.
  package var threadRows: [ThreadRow] {
    _read { yield parts.threadRows }
    _modify { yield &parts.threadRows }
  }

  /// Entries whose answers are folded away.
  package var folded: Set<EntryID> {
    _read { yield parts.folded }
    _modify { yield &parts.folded }
  }

  /// Sections of the thread pane that are folded away.
  package var foldedSections: Set<ThreadSection> {
    _read { yield parts.foldedSections }
    _modify { yield &parts.foldedSections }
  }

  /// The first entry that was unread when the conversation was opened.
  package var newFrom: EntryID? {
    _read { yield parts.newFrom }
    _modify { yield &parts.newFrom }
  }

  /// The last entry up to which it was to be marked as read: not asked twice, whatever the desk says.
  package var readAsked: EntryID? {
    _read { yield parts.readAsked }
    _modify { yield &parts.readAsked }
  }
}
