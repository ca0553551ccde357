package import DeskModel
package import Safeguards
package import Widgets

/// One reply to several customers, from the template to the review.
package struct BulkReply: Sendable, Hashable {
  /// What the keys do.
  package enum Stage: Sendable, Hashable {
    /// The template is written.
    case writing
    /// What each customer would get is read.
    case reviewing
    /// The text for the selected customer is changed.
    case editing
  }

  /// The name under which the template is kept among the drafts; no desk has a conversation with it.
  package static let draftID = ConversationID("sapa/reply-to-many")

  /// What the keys do.
  package var stage = Stage.writing
  /// The template, or the text of one customer.
  package var field: ComposeField
  /// The template as it was when the review began.
  package var template = ""
  /// The conversations, as they were read.
  package var conversations: [Conversation]
  /// The rows that were marked.
  package var summaries: [ConversationSummary]
  /// What each customer would get, in the order of `conversations`.
  package var items: [BulkItem] = []
  /// The selected item.
  package var selected = 0
  /// The first line of the review on the screen.
  package var offset = 0
  /// Whether the review has been on the screen as it is: only then can it be agreed to.
  package var isDrawn = false

  /// Begins to write, with a template that was begun earlier.
  package init(_ conversations: [Conversation], summaries: [ConversationSummary], template: String) {
    self.conversations = conversations
    self.summaries = summaries
    field = ComposeField(template)
  }

  /// How many would be sent.
  package var goingCount: Int { items.count { $0.goes } }
}

/// What one customer would get.
package struct BulkItem: Sendable, Hashable {
  /// Why a conversation cannot take part, whatever is written.
  package enum Obstacle: String, Sendable, Hashable, CaseIterable {
    /// It is public: what everybody reads is written one by one.
    case isPublic
    /// Something is being written there already.
    case hasDraft
    /// A reply is held there.
    case isHeld
  }

  /// The conversation.
  package var conversation: ConversationID
  /// The text.
  package var text: String
  /// Why it cannot take part; nil when it can.
  package var obstacle: Obstacle?
  /// Facts that the template asks for and this customer lacks; empty once a person has changed the text.
  package var missing: [String]
  /// Placeholders that nobody knows; empty once a person has changed the text.
  package var unknown: [String]
  /// What the last look says, errors first.
  package var findings: [Finding]
  /// Whether the person has left it out.
  package var isLeftOut = false
  /// Whether the person has changed the text.
  package var isEdited = false

  /// Makes an item.
  package init(
    conversation: ConversationID, text: String, obstacle: Obstacle?, missing: [String] = [],
    unknown: [String] = [], findings: [Finding] = []
  ) {
    self.conversation = conversation
    self.text = text
    self.obstacle = obstacle
    self.missing = missing
    self.unknown = unknown
    self.findings = findings
  }

  /// Whether something speaks against it that the person cannot wave through.
  package var isStopped: Bool {
    obstacle != nil || !missing.isEmpty || !unknown.isEmpty || findings.contains { $0.severity == .error }
  }
  /// Whether it would be sent.
  package var goes: Bool { !isStopped && !isLeftOut }
}
