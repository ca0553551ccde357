import DeskModel
import TestSupport

extension Conversation {
  /// The conversation after somebody has read it, so that looking at it asks nothing of the desk.
  var allRead: Conversation {
    var copy = self
    copy.readUpTo = entries.last?.id
    return copy
  }

  /// The conversation after a colleague has answered.
  func answered(by name: String, under parent: EntryID? = nil) -> Conversation {
    var copy = self
    copy.entries.append(
      Entry(
        id: EntryID("late-\(entries.count)"), at: Fixtures.now,
        author: Author(kind: .agent, id: "a-\(name)", name: name),
        audience: shape == .publicThread ? .world : .customer,
        kind: shape == .publicThread ? .comment : .message, text: "already done", parent: parent))
    copy.version += 1
    return copy
  }

  /// The conversation with a comment of a stranger more.
  func commented(_ id: EntryID, by name: String, under parent: EntryID?) -> Conversation {
    var copy = self
    copy.entries.append(
      Entry(
        id: id, at: Fixtures.now, author: Author(kind: .stranger, id: "p-\(name)", name: name),
        audience: .world,
        kind: .comment, text: "a word of \(name)", parent: parent))
    copy.version += 1
    return copy
  }
}
