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
  /// The variants of answers that stand in their reply and have not gone out yet, by name; whoever answers the same
  /// customer is offered others first.
  package var holding: [String]

  /// Makes a presence.
  package init(
    agent: Agent, conversation: ConversationID, activity: PresenceActivity, holding: [String] = []
  ) {
    self.agent = agent
    self.conversation = conversation
    self.activity = activity
    self.holding = holding
  }
}
