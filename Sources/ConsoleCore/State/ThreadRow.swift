package import DeskModel
package import Widgets

/// A part of the thread pane that can be folded away.
package enum ThreadSection: String, Sendable, Hashable, CaseIterable {
  case entries, links, earlier
}

/// One row of the thread pane.
package enum ThreadRow: Sendable, Hashable {
  /// A heading, with the number of rows that belong to it.
  case heading(ThreadSection, count: Int, isFolded: Bool)
  /// The entry at a place of `Conversation.entries`; `guides` draws its place in the tree, `hidden` counts
  /// the folded entries below it.
  case entry(Int, guides: [OutlineGuide], hasChildren: Bool, hidden: Int)
  /// The link at a place of `Conversation.links`.
  case link(Int)
  /// The earlier conversation at a place of `OpenConversation.earlier`.
  case earlier(Int)
}

/// Builds the rows of the thread pane.
package enum ThreadRows {
  /// The deepest level that is drawn; what stands deeper keeps this indentation.
  package static let deepestGuide = 6

  /// All rows that are not folded away.
  ///
  /// - Complexity: O(entries).
  package static func rows(
    of conversation: Conversation, earlierCount: Int, folded: Set<EntryID>, foldedSections: Set<ThreadSection>
  ) -> [ThreadRow] {
    var rows: [ThreadRow] = []
    func heading(_ section: ThreadSection, _ count: Int) -> Bool {
      let isFolded = foldedSections.contains(section)
      rows.append(.heading(section, count: count, isFolded: isFolded))
      return !isFolded
    }
    if heading(.entries, conversation.entryCount) {
      if conversation.shape == .publicThread {
        rows += treeRows(of: conversation, folded: folded)
      } else {
        rows += conversation.entries.indices.map {
          .entry($0, guides: [], hasChildren: false, hidden: 0)
        }
      }
    }
    if !conversation.links.isEmpty, heading(.links, conversation.links.count) {
      rows += conversation.links.indices.map { .link($0) }
    }
    if earlierCount > 0, heading(.earlier, earlierCount) {
      rows += (0..<earlierCount).map { .earlier($0) }
    }
    return rows
  }

  private static func treeRows(of conversation: Conversation, folded: Set<EntryID>) -> [ThreadRow] {
    let nodes = conversation.entries.map { OutlineNode(id: $0.id, parent: $0.parent) }
    let outline = TreeOutline(nodes, folded: folded)
    return outline.rows.enumerated().map { number, row in
      .entry(
        row.index, guides: outline.guides(row: number, limit: deepestGuide),
        hasChildren: row.hasChildren, hidden: row.hiddenCount)
    }
  }
}
