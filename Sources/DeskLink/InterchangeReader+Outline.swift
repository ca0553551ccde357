import DeskModel

extension InterchangeReader {
  mutating func outline() throws(InterchangeError) -> ConversationOutline? {
    if try takeNull() { return nil }
    var seen = SeenKeys()
    var result = ConversationOutline(lastActivity: Timestamp(milliseconds: 0))
    var lastActivity: Timestamp?
    var due: Timestamp?
    var kind: DeadlineKind?
    try begin("")
    while let key = try nextKey() {
      switch key {
      case "unread": result.unreadCount = try seen.once(0, key, try count(key) ?? 0)
      case "lastActivity": lastActivity = try seen.once(1, key, try moment(key))
      case "waitingSince": result.waitingSince = try seen.once(2, key, try moment(key))
      case "due": due = try seen.once(3, key, try moment(key))
      case "dueKind": kind = try seen.once(4, key, try choice(key))
      case "preview": result.preview = try seen.once(5, key, try text(key) ?? "")
      default: try skip()
      }
    }
    guard let lastActivity else { throw .field(path: "lastActivity", expected: "a time", found: "nothing") }
    result.lastActivity = lastActivity
    result.due = due.map { Deadline(at: $0, kind: kind ?? .nextReply) }
    return result
  }
}
