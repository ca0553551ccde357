/// What one row of the queue shows.
///
/// All text is from outside.
package struct ConversationSummary: Sendable, Hashable {
  /// The backend's id.
  package var id: ConversationID
  /// How its entries hang together.
  package var shape: ConversationShape
  /// Where it takes place.
  package var channel: String
  /// What it is about.
  package var subject: String
  /// The customer's name.
  package var contactName: String
  /// The customer.
  package var contactID: ContactID
  /// The backend's word for its status.
  package var status: String
  /// Who has it; nil for nobody.
  package var assignee: Agent?
  /// The language spoken, if known.
  package var locale: String?
  /// Tags.
  package var tags: [String]
  /// Whether the customer has priority.
  package var isVIP: Bool
  /// Entries from outside that nobody of us has seen.
  package var unreadCount: Int
  /// When the last entry was made.
  package var lastActivity: Timestamp
  /// Since when somebody waits for us; nil when nobody does.
  package var waitingSince: Timestamp?
  /// The earliest open deadline; nil when there is none.
  package var due: Timestamp?
  /// What that deadline is for; nil when there is none.
  package var dueKind: DeadlineKind?
  /// When a snoozed one comes back.
  package var snoozedUntil: Timestamp?
  /// The first 120 or so bytes of the last thing said that the customer or the world can read, else of the last
  /// note; line ends as spaces; `…` where more follows.
  package var preview: String
  /// What the backend's word for the status means, where that word alone does not tell; nil leaves it to the word.
  package var category: StatusCategory?

  /// Makes a summary.
  package init(
    id: ConversationID, shape: ConversationShape, channel: String, subject: String, contactName: String,
    contactID: ContactID, status: String, assignee: Agent?, locale: String?, tags: [String], isVIP: Bool,
    unreadCount: Int, lastActivity: Timestamp, waitingSince: Timestamp?, due: Timestamp?,
    dueKind: DeadlineKind? = nil, snoozedUntil: Timestamp?, preview: String
  ) {
    self.id = id
    self.shape = shape
    self.channel = channel
    self.subject = subject
    self.contactName = contactName
    self.contactID = contactID
    self.status = status
    self.assignee = assignee
    self.locale = locale
    self.tags = tags
    self.isVIP = isVIP
    self.unreadCount = unreadCount
    self.lastActivity = lastActivity
    self.waitingSince = waitingSince
    self.due = due
    self.dueKind = due == nil ? nil : dueKind
    self.snoozedUntil = snoozedUntil
    self.preview = preview
  }

  /// Summarises a conversation.
  ///
  /// A deadline counts only while somebody waits, except the one for the end of the matter, the follow-up and open access. `facts`
  /// are the conversation's own, for a caller that has them; what a policy adds is not known here.
  /// - Complexity: O(entries).
  package init(_ conversation: Conversation, facts: DueFacts? = nil) {
    let spoken =
      conversation.entries.last { $0.kind != .event && $0.audience != .internal }
      ?? conversation.entries.last { $0.kind != .event } ?? conversation.entries.last
    let facts = facts ?? DueFacts(conversation)
    self.init(
      id: conversation.id, shape: conversation.shape, channel: conversation.channel,
      subject: conversation.subject, contactName: conversation.contact.displayName,
      contactID: conversation.contact.id, status: conversation.status, assignee: conversation.assignee,
      locale: conversation.locale ?? conversation.contact.locale, tags: conversation.tags,
      isVIP: conversation.contact.isVIP, unreadCount: conversation.unreadCount,
      lastActivity: conversation.outline?.lastActivity ?? conversation.entries.last?.at
        ?? Timestamp(milliseconds: 0),
      waitingSince: facts.waitingSince, due: facts.given?.at, dueKind: facts.given?.kind,
      snoozedUntil: conversation.sleepsUntil,
      preview: Self.preview(of: conversation.outline?.preview ?? spoken?.text ?? ""))
    if conversation.statusCategory != StatusCategory(backendStatus: status) {
      category = conversation.category
    }
  }

  private static func preview(of text: String) -> String {
    var result = ""
    for character in text {
      guard result.utf8.count + character.utf8.count <= 120 else { return result + "…" }
      result.append(character.isNewline ? " " : character)
    }
    return result
  }

  /// Where it stands.
  package var statusCategory: StatusCategory { category ?? StatusCategory(backendStatus: status) }

  /// Whether nothing is left to do: it is resolved, and no access to the customer's account stands open.
  package var isDone: Bool { statusCategory == .resolved && dueKind != .access }
}
