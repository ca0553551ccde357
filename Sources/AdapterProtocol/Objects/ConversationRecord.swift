package import DeskModel

/// Whether the channel lets us write now.
package enum ReplyWindowState: String, Sendable, Hashable, CaseIterable {
  /// Anything can be said.
  case open
  /// Only templates that the channel's owner has approved.
  case templatesOnly
  /// Nothing.
  case closed
}

/// How long a channel lets us write.
package struct ReplyWindow: Sendable, Hashable {
  /// Whether it does now.
  package var state: ReplyWindowState
  /// Until when that holds; nil when no end is known.
  package var until: Timestamp?

  /// Makes a window.
  package init(_ state: ReplyWindowState, until: Timestamp? = nil) {
    self.state = state
    self.until = until
  }
}

/// A conversation with what the interchange format does not have.
package struct ConversationRecord: Sendable, Hashable {
  /// The conversation without its entries: `thread` has them.
  package var conversation: Conversation
  /// The state that was read; nil where the backend has no such thing.
  package var version: VersionTag?
  /// The number that people say, such as `#4711`; nil when it is the id.
  package var number: String?
  /// Other ids under which it is known, as those merged into it.
  package var aliases: [ConversationID]
  /// Where it has gone in a merge; nil while it is itself.
  package var movedTo: ConversationID?
  /// Where a browser shows it; from outside.
  package var url: String?
  /// What the backend's word for the status means; nil leaves it to the manifest.
  package var category: StatusCategory?
  /// All who have it; `conversation.assignee` is the agent among them.
  package var assignees: [Assignee]
  /// Whether the channel lets us write now; nil: always.
  package var replyWindow: ReplyWindow?
  /// What we may do.
  package var allowed: [AllowedAct]
  /// What the backend said.
  package var raw: RawJSON?

  /// Makes a record.
  package init(
    _ conversation: Conversation, version: VersionTag? = nil, number: String? = nil,
    aliases: [ConversationID] = [], movedTo: ConversationID? = nil, url: String? = nil,
    category: StatusCategory? = nil, assignees: [Assignee] = [], replyWindow: ReplyWindow? = nil,
    allowed: [AllowedAct] = [], raw: RawJSON? = nil
  ) {
    self.conversation = conversation
    self.version = version
    self.number = number
    self.aliases = aliases
    self.movedTo = movedTo
    self.url = url
    self.category = category
    self.assignees = assignees
    self.replyWindow = replyWindow
    self.allowed = allowed
    self.raw = raw
  }
}

extension ReplyWindowState: WireWord {}

extension ReplyWindow: WireRecord {
  static var blank: ReplyWindow { ReplyWindow(.closed) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("state", &state)
    try coder.optional("until", &until)
  }
}

extension ConversationRecord: WireRecord {
  static var blank: ConversationRecord { ConversationRecord(Conversation(id: "", contact: Contact(id: ""))) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.part(&conversation)
    try coder.optional("version", &version)
    try coder.optional("number", &number)
    try coder.usual("aliases", &aliases, [])
    try coder.optional("movedTo", &movedTo)
    try coder.optional("url", &url)
    try coder.optional("category", &category)
    try coder.usual("assignees", &assignees, [])
    try coder.optional("replyWindow", &replyWindow)
    try coder.usual("allowed", &allowed, [])
    try coder.optional("raw", &raw)
  }
}
