/// What a backend's list says of a conversation, as long as its last entries have not been read.
///
/// All text is from outside.
package struct ConversationOutline: Sendable, Hashable {
  /// Entries from outside that nobody of us has seen.
  package var unreadCount: Int
  /// When the last entry was made.
  package var lastActivity: Timestamp
  /// Since when somebody waits for us; nil when nobody does.
  package var waitingSince: Timestamp?
  /// The earliest open deadline; nil when there is none.
  package var due: Deadline?
  /// How the last thing said begins.
  package var preview: String

  /// Makes an outline.
  package init(
    unreadCount: Int = 0, lastActivity: Timestamp, waitingSince: Timestamp? = nil, due: Deadline? = nil,
    preview: String = ""
  ) {
    self.unreadCount = unreadCount
    self.lastActivity = lastActivity
    self.waitingSince = waitingSince
    self.due = due
    self.preview = preview
  }

  /// What a row of a list says; `due` without a kind is taken for the next reply.
  package init(_ summary: ConversationSummary) {
    self.init(
      unreadCount: summary.unreadCount, lastActivity: summary.lastActivity,
      waitingSince: summary.waitingSince,
      due: summary.due.map { Deadline(at: $0, kind: summary.dueKind ?? .nextReply) },
      preview: summary.preview)
  }
}
