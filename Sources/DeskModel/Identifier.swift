/// An opaque text id whose kind the compiler keeps apart from all others.
///
/// Ids are scoped by desk and never parsed.
package struct Identifier<Kind>: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The id as the backend writes it.
  package let rawValue: String

  /// Wraps a backend's id.
  package init(_ rawValue: String) { self.rawValue = rawValue }

  /// Wraps a literal, in tests and tables.
  package init(stringLiteral value: String) { rawValue = value }
}

/// Names a conversation.
package typealias ConversationID = Identifier<Conversation>
/// Names an entry within its conversation.
package typealias EntryID = Identifier<Entry>
/// Names a contact (a customer or a stranger).
package typealias ContactID = Identifier<Contact>
/// Names an agent.
package typealias AgentID = Identifier<Agent>
/// Names a file that came with an entry.
package typealias AttachmentID = Identifier<Attachment>
/// Made once for an intent and kept through every retry: the same key is never applied twice.
package typealias ClientKey = Identifier<Intent>
