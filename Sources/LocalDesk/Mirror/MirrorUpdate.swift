import DeskModel

/// The events that make a conversation of a mirror what it is on its backend.
///
/// Where new entries, or the status and the like, are all that is new, only these are written; for anything else (an edited
/// entry, another subject) the conversation is written whole.
struct MirrorUpdate: Sendable, Hashable {
  /// Nothing when it is so already.
  let contents: [JournalEvent.Content]

  init(from current: Conversation, to wanted: Conversation) {
    var target = wanted
    target.version = current.version
    target.omitted = current.omitted
    // What only we keep.
    target.sleepsThroughFollowUp = current.sleepsThroughFollowUp
    target.sleepsThroughAccess = current.sleepsThroughAccess
    guard target != current else {
      contents = []
      return
    }
    var contents: [JournalEvent.Content] = []
    let known = current.entries.count
    if target.entries.count >= known, target.entries.prefix(known).elementsEqual(current.entries) {
      contents += target.entries.dropFirst(known).map { .said($0) }
    }
    var result = Self.result(current, contents)
    func change(_ change: JournalEvent.Change) {
      contents.append(.changed(change))
      result = Self.result(result, [.changed(change)])
    }
    if result.status != target.status { change(.status(target.status)) }
    if result.assignee != target.assignee { change(.assignee(target.assignee)) }
    if result.tags != target.tags {
      change(
        .tags(
          add: target.tags.filter { !result.tags.contains($0) },
          remove: result.tags.filter { !target.tags.contains($0) }))
    }
    if result.followUp != target.followUp { change(.followUp(target.followUp)) }
    if result.access != target.access { change(.access(target.access)) }
    if result.snoozedUntil != target.snoozedUntil { change(.snoozed(until: target.snoozedUntil)) }
    if result.deadlines != target.deadlines { change(.deadlines(target.deadlines)) }
    if let entry = target.readUpTo, result.readUpTo != entry { change(.readUpTo(entry)) }
    if result.outline != target.outline { change(.outline(target.outline)) }
    result.version = target.version
    result.sleepsThroughFollowUp = target.sleepsThroughFollowUp
    result.sleepsThroughAccess = target.sleepsThroughAccess
    self.contents = result == target ? contents : [.mirrored(target)]
  }

  private static func result(
    _ conversation: Conversation, _ contents: [JournalEvent.Content]
  ) -> Conversation {
    var result = conversation
    for content in contents {
      result.apply(
        JournalEvent(
          at: Timestamp(milliseconds: 0), by: Agent(id: "", name: ""), key: "", conversation: conversation.id,
          content: content, isImported: true))
    }
    return result
  }
}
