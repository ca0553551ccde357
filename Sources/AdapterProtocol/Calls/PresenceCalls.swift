package import DeskModel

/// Tells colleagues what we do, and asks what they do.
package struct PresenceParams: Sendable, Hashable {
  /// The conversation that is open; nil when none is.
  package var conversation: ConversationID?
  /// What we do there.
  package var activity: PresenceActivity
  /// For whom we are writing, so that a typing mark goes to the right people; nil when we are not.
  package var audience: Audience?
  /// The variants of answers that stand in our reply and have not gone out yet, by name.
  package var holding: [String]

  /// Makes the parameters.
  package init(
    _ conversation: ConversationID?, activity: PresenceActivity = .reading, audience: Audience? = nil,
    holding: [String] = []
  ) {
    self.conversation = conversation
    self.activity = activity
    self.audience = audience
    self.holding = holding
  }
}

/// Who is where.
package struct PresenceList: Sendable, Hashable {
  /// All of them, ourselves in other consoles too.
  package var present: [Presence]

  /// Makes a list.
  package init(_ present: [Presence]) { self.present = present }
}

extension PresenceParams: WireRecord {
  static var blank: PresenceParams { PresenceParams(nil) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.optional("conversation", &conversation)
    try coder.usual("activity", &activity, .reading)
    try coder.optional("audience", &audience)
    try coder.usual("holding", &holding, [])
  }
}

extension PresenceList: WireRecord {
  static var blank: PresenceList { PresenceList([]) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("present", &present)
  }
}
