import DeskLink
import DeskModel
import JSONText

/// What the line that was imported last said of a conversation, as far as a later line may change it.
struct ImportedState: Sendable, Hashable {
  var status: String
  var tags: [String]
  var assignee: Agent?
  var snoozedUntil: Timestamp?
  var followUp: FollowUp?
  var access: AccessRequest?
  var deadlines: Deadlines

  /// What a whole line says.
  init(_ conversation: Conversation) {
    status = conversation.status
    tags = conversation.tags
    assignee = conversation.assignee
    snoozedUntil = conversation.snoozedUntil
    followUp = conversation.followUp
    access = conversation.access
    deadlines = conversation.deadlines
  }

  /// Takes in what a later line has changed.
  mutating func take(_ event: JournalEvent) {
    guard event.isImported, case .changed(let change) = event.content else { return }
    switch change {
    case .status(let word): status = word
    case .assignee(let agent): assignee = agent
    case .tags(let add, let remove):
      tags.removeAll { remove.contains($0) }
      for tag in add where !tags.contains(tag) { tags.append(tag) }
    case .snoozed(let until): snoozedUntil = until
    case .followUp(let followUp): self.followUp = followUp
    case .access(let access): self.access = access
    case .deadlines(let deadlines): self.deadlines = deadlines
    case .readUpTo, .outline: break
    }
  }
}

/// What an imported line changes in a conversation that the desk has.
///
/// Entries that the desk does not have are said, in order; then status, assignee, tags, snooze, follow-up, access and
/// deadlines change where they are not what the line before said: what has been changed on the desk meanwhile stays
/// otherwise. Everything else stays as it was imported first.
struct ImportUpdate: Sendable, Hashable {
  private(set) var contents: [JournalEvent.Content] = []
  /// Whether anything becomes another; an update may just confirm what was changed on the desk.
  private(set) var isVisible = false

  init(incoming: Conversation, before: ImportedState, current: Conversation) {
    let known = Set(current.entries.map(\.id))
    for entry in incoming.entries where !known.contains(entry.id) { contents.append(.said(entry)) }
    // Somebody outside who writes opens a conversation; where the backend still has it as resolved, so do we.
    let wokenStatus = contents.isEmpty ? current.status : Self.result(current, contents).status
    let isReopened = wokenStatus != current.status && incoming.statusCategory == .resolved
    if incoming.status != before.status || (isReopened && incoming.status == current.status) {
      contents.append(.changed(.status(incoming.status)))
    }
    if incoming.assignee != before.assignee { contents.append(.changed(.assignee(incoming.assignee))) }
    let added = incoming.tags.filter { !before.tags.contains($0) }
    let removed = before.tags.filter { !incoming.tags.contains($0) }
    if !added.isEmpty || !removed.isEmpty { contents.append(.changed(.tags(add: added, remove: removed))) }
    if incoming.snoozedUntil != before.snoozedUntil {
      contents.append(.changed(.snoozed(until: incoming.snoozedUntil)))
    }
    if incoming.followUp != before.followUp { contents.append(.changed(.followUp(incoming.followUp))) }
    if incoming.access != before.access { contents.append(.changed(.access(incoming.access))) }
    if incoming.deadlines != before.deadlines { contents.append(.changed(.deadlines(incoming.deadlines))) }
    var result = Self.result(current, contents)
    result.version = current.version
    isVisible = result != current
  }

  private static func result(_ conversation: Conversation, _ contents: [JournalEvent.Content]) -> Conversation
  {
    var result = conversation
    for content in contents {
      result.apply(
        JournalEvent(
          at: Timestamp(milliseconds: 0), by: Agent(id: "", name: ""), key: "", conversation: conversation.id,
          content: content, isImported: true))
    }
    return result
  }

  /// The events as lines of the journal; `line` holds the conversation as it came, and its hash goes into the last one.
  ///
  /// Entries are written byte for byte, so that keys that we do not know come out again.
  func events(
    of line: [UInt8], hash: UInt64, conversation: ConversationID, at: Timestamp, by: Agent
  ) -> [(event: JournalEvent, line: [UInt8])] {
    let entries = Self.entries(of: line)
    return contents.enumerated().map { place, content in
      let isLast = place == contents.count - 1
      let event = JournalEvent(
        at: at, by: by, key: "", conversation: conversation, content: content, isImported: true,
        lineHash: isLast ? hash : nil)
      var bytes: [UInt8]?
      if case .said(let entry) = content { bytes = entries[entry.id].map { Array(line[$0]) } }
      return (event, event.line(entry: bytes))
    }
  }

  /// Where each entry of a line stands.
  static func entries(of line: [UInt8]) -> [EntryID: Range<Int>] {
    var result: [EntryID: Range<Int>] = [:]
    var reader = JSONReader(line)
    do throws(JSONError) {
      try reader.beginObject()
      while let key = try reader.nextKey() {
        guard key == "entries", try reader.peek() == .array else {
          try reader.skip()
          continue
        }
        try reader.beginArray()
        while try reader.nextElement() {
          let range = try reader.skip()
          if let id = try Self.text("id", of: line, range) { result[EntryID(id)] = range }
        }
      }
    } catch { return result }
    return result
  }

  /// The text of a key of an object; nil when it has none.
  static func text(
    _ wanted: String, of bytes: [UInt8], _ range: Range<Int>
  ) throws(JSONError) -> String? {
    var reader = JSONReader(bytes, range: range)
    try reader.beginObject()
    while let key = try reader.nextKey() {
      if key == wanted, try reader.peek() == .string { return try reader.string() }
      try reader.skip()
    }
    return nil
  }
}
