/// What a colleague does with a conversation just now.
package enum PresenceActivity: String, Sendable, Hashable, CaseIterable {
  /// It is open before them.
  case reading
  /// They are writing an answer.
  case writing
}

/// Somebody else at a conversation.
package struct Presence: Sendable, Hashable {
  /// Who; may be ourselves in a second console.
  package var agent: Agent
  /// Where.
  package var conversation: ConversationID
  /// What they do.
  package var activity: PresenceActivity

  /// Makes a presence.
  package init(agent: Agent, conversation: ConversationID, activity: PresenceActivity) {
    self.agent = agent
    self.conversation = conversation
    self.activity = activity
  }
}
