import DeskModel

extension Conversation {
  /// Takes an event into account.
  ///
  /// An entry is put at the end: the journal's order counts, not the clock. What somebody from outside says wakes the
  /// conversation and opens it again.
  mutating func apply(_ event: JournalEvent) {
    version += 1
    switch event.content {
    case .imported: break
    case .mirrored(let conversation):
      let count = version
      self = conversation
      version = count
    case .said(let entry): take(entry)
    case .changed(.status(let word)):
      status = word
      category = nil
    case .changed(.assignee(let agent)): assignee = agent
    case .changed(.tags(let add, let remove)):
      tags.removeAll { remove.contains($0) }
      for tag in add where !tags.contains(tag) { tags.append(tag) }
    case .changed(.snoozed(let until)):
      snoozedUntil = until
      sleepsThroughFollowUp = until != nil && followUp.map { $0.at <= event.at } ?? false
      sleepsThroughAccess = until != nil && access?.until.map { $0 <= event.at } ?? false
    case .changed(.followUp(let followUp)):
      self.followUp = followUp
      sleepsThroughFollowUp = false
    case .changed(.access(let access)):
      self.access = access
      sleepsThroughAccess = false
    case .changed(.deadlines(let deadlines)): self.deadlines = deadlines
    case .changed(.readUpTo(let entry)): readUpTo = entry
    case .changed(.outline(let outline)): self.outline = outline
    }
  }

  private mutating func take(_ entry: Entry) {
    var entry = entry
    if entry.author.kind == .customer, entry.author.id.isEmpty { entry.author.id = contact.id.rawValue }
    entries.append(entry)
    guard entry.isFromOutside else { return }
    // Under a public post strangers talk all day: only the customer's own words concern us.
    guard shape != .publicThread || entry.author.kind == .customer else { return }
    snoozedUntil = nil
    if statusCategory == .resolved || status.lowercased() == "snoozed" { (status, category) = ("open", nil) }
  }
}
