package import DeskModel

/// What stands in the conversation pane, in order: entries that concern this customer, and what is held.
package enum TranscriptItem: Sendable, Hashable {
  /// The entry at a place of `Conversation.entries`.
  case entry(Int)
  /// The reply that waits to be sent.
  case held
}

/// Where the conversation pane is scrolled to.
package enum TranscriptScroll: Sendable, Hashable {
  /// The end stays in sight, also when something is added.
  case following
  /// The first row on the screen is row `row` of item `item`, both from 0.
  case at(item: Int, row: Int)
}

/// Chooses the entries of the conversation pane.
package enum Transcript {
  /// The items for a conversation.
  ///
  /// A dialog or a ticket shows all entries. A public thread shows the branch of this customer: their
  /// comments, what stands above each in the tree but the post, all answers below, and our notes and events; and
  /// the comment that is being answered, whoever wrote it, with what stands around it.
  /// - Complexity: O(entries).
  package static func items(
    of conversation: Conversation, hasHeld: Bool, answering aimed: EntryID? = nil
  ) -> [TranscriptItem] {
    var items: [TranscriptItem]
    if conversation.shape == .publicThread {
      var branch = customerBranch(of: conversation)
      if let aimed { branch.formUnion(neighbours(of: aimed, in: conversation)) }
      items = conversation.entries.indices.filter { branch.contains($0) }.map { .entry($0) }
    } else {
      items = conversation.entries.indices.map { .entry($0) }
    }
    if hasHeld { items.append(.held) }
    return items
  }

  /// Places of the entries that belong to the customer's branch of a public thread, notes and events
  /// without a parent included.
  ///
  /// - Complexity: O(entries) on average; a parent is written before its answers.
  package static func customerBranch(of conversation: Conversation) -> Set<Int> {
    var placeOf: [EntryID: Int] = [:]
    var branch: Set<Int> = []
    var isBelowCustomer: Set<Int> = []
    for (place, entry) in conversation.entries.enumerated() {
      placeOf[entry.id] = place
      let parent = entry.parent.flatMap { placeOf[$0] }
      let isOurs = entry.audience == .internal && parent == nil
      let isAnswer = parent.map { isBelowCustomer.contains($0) } ?? false
      if entry.author.kind == .customer || isAnswer {
        branch.insert(place)
        isBelowCustomer.insert(place)
        var above = parent
        while let step = above, branch.insert(step).inserted {
          above = conversation.entries[step].parent.flatMap { placeOf[$0] }
        }
      } else if isOurs {
        branch.insert(place)
      }
    }
    if let root = conversation.entries.first, root.parent == nil, root.author.kind != .customer {
      branch.remove(0)
    }
    return branch
  }

  /// A comment, what stands above it but the post, and its answers.
  private static func neighbours(of id: EntryID, in conversation: Conversation) -> Set<Int> {
    let entries = conversation.entries
    let places = Dictionary(zip(entries.map(\.id), entries.indices)) { first, _ in first }
    var found: Set<Int> = []
    var above = places[id]
    while let step = above, entries[step].parent != nil, found.insert(step).inserted {
      above = entries[step].parent.flatMap { places[$0] }
    }
    guard !found.isEmpty else { return [] }
    return found.union(entries.indices.filter { entries[$0].parent == id })
  }

  /// The entry that a comment answers unless somebody chooses another: the customer's last one.
  package static func defaultParent(of conversation: Conversation) -> EntryID? {
    guard conversation.shape == .publicThread else { return nil }
    return conversation.entries.last { $0.author.kind == .customer }?.id ?? conversation.entries.first?.id
  }
}
