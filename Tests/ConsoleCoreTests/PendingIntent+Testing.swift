import DeskLink
import DeskModel
import TestSupport

extension PendingIntent {
  /// Something that is to be said, kept one minute ago and tried once.
  static func saying(
    _ text: String, _ state: PendingState, key: ClientKey = "k-1", in id: ConversationID = "c-1",
    audience: Audience = .customer, attempts: Int = 1, minutesAgo: Int64 = 1
  ) -> PendingIntent {
    let kind: EntryKind = audience == .internal ? .note : audience == .world ? .comment : .message
    return PendingIntent(
      Intent(
        clientKey: key, conversation: id, basedOn: 1, by: Fixtures.me,
        action: .say(text: text, kind: kind, audience: audience, parent: nil)),
      state, addedAt: Fixtures.ago(minutesAgo), attempts: attempts)
  }

  /// A change of status, kept one minute ago and not tried yet.
  static func resolving(
    _ state: PendingState, key: ClientKey = "k-2", in id: ConversationID = "c-1"
  ) -> PendingIntent {
    PendingIntent(
      Intent(clientKey: key, conversation: id, by: Fixtures.me, action: .setStatus("resolved")), state,
      addedAt: Fixtures.ago(1))
  }
}

extension PendingState {
  /// Olena was faster, with the entry `e-9`.
  static let overtaken = PendingState.failed(.conflict(newer: [.faster]))
}

extension Entry {
  /// What Olena has said while something waited.
  static let faster = Fixtures.agent(
    "e-9", "already done", minutesAgo: 0, agent: Agent(id: "o", name: "Olena"))
}

extension DeskStatus {
  /// How the desk named Support is.
  static func support(_ away: AwayReason?, minutesAgo: Int64 = 5, read: Int? = nil) -> DeskStatus {
    DeskStatus(name: "Support", away: away, since: Fixtures.ago(minutesAgo), read: read)
  }
}
