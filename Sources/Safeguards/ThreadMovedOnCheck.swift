import DeskModel

/// Warns when somebody has written since the draft was begun.
///
/// In public, only what concerns this answer counts: the branch under the comment that is answered, and
/// whatever the same customer says elsewhere. Notes go out whatever happened.
package struct ThreadMovedOnCheck: LastLookCheck {
  /// The rule's name.
  package let rule = "thread.movedOn"

  /// Makes the check.
  package init() {}

  /// What this check has to say about a draft.
  package func findings(in draft: Draft) -> [Finding] {
    guard draft.audience != .internal, let basedOn = draft.basedOn,
      let seen = draft.thread.lastIndex(where: { $0.id == basedOn })
    else { return [] }
    let newer = relevant(draft.thread[(seen + 1)...], to: draft)
    let answers = newer.filter { $0.isOurAnswer && !isMine($0, draft) }
    let notes = newer.filter { $0.kind == .note && !isMine($0, draft) }
    let outside = newer.filter(\.isFromOutside)
    return [
      finding("thread.answered", .warn, answers), finding("thread.movedOn", .warn, outside),
      finding("thread.noted", .hint, notes),
    ].compactMap { $0 }
  }

  private func finding(_ rule: String, _ severity: Severity, _ entries: [Entry]) -> Finding? {
    guard let last = entries.last else { return nil }
    return Finding(
      rule: rule, severity: severity,
      messageKey: "finding.\(rule)." + (entries.count == 1 ? "one" : "many"),
      arguments: [last.author.displayName, String(entries.count)])
  }

  private func isMine(_ entry: Entry, _ draft: Draft) -> Bool {
    entry.author.kind == .agent && entry.author.id == draft.author?.rawValue
  }

  private func relevant(_ entries: ArraySlice<Entry>, to draft: Draft) -> [Entry] {
    let spoken = entries.filter { $0.kind != .event && $0.state != .deleted }
    guard draft.audience == .world, let parent = draft.parent else { return spoken }
    // Entries stand in time order, so a parent is met before its answers.
    var branch: Set<EntryID> = [parent]
    for entry in draft.thread {
      if let answered = entry.parent, branch.contains(answered) { branch.insert(entry.id) }
    }
    return spoken.filter { entry in
      branch.contains(entry.id) || (entry.isFromOutside && entry.author.id == draft.contact?.id.rawValue)
    }
  }
}
