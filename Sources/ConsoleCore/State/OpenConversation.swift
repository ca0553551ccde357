package import DeskModel
package import Widgets

/// The conversation in the three panes, and where each pane is scrolled to.
package struct OpenConversation: Sendable, Hashable {
  /// What the desk said last.
  package private(set) var conversation: Conversation
  /// What the queue would say of it; kept, because counting what is unread passes over all entries.
  package private(set) var summary: ConversationSummary
  /// The place of each entry in `conversation.entries`.
  package private(set) var places: [EntryID: Int]
  /// Earlier conversations of the same contact, latest first.
  package var earlier: [ConversationSummary] = []
  /// What stands in the conversation pane.
  package var items: [TranscriptItem] = []
  /// Where the conversation pane is scrolled to.
  package var scroll = TranscriptScroll.following
  /// The selected item of the conversation pane, a place in `items`.
  package var selectedItem = 0
  /// The rows of the thread pane.
  package var threadRows: [ThreadRow] = []
  /// The selected row of the thread pane.
  package var threadCursor = ListCursor()
  /// Entries whose answers are folded away.
  package var folded: Set<EntryID> = []
  /// Sections of the thread pane that are folded away.
  package var foldedSections: Set<ThreadSection> = []
  /// The first line of the customer pane, from 0.
  package var customerOffset = 0
  /// The answer being written.
  package var composer: Composer
  /// The first entry that was unread when the conversation was opened.
  package var newFrom: EntryID?
  /// When it counts as read: a moment after it was opened; nil when it is read.
  package var readDue: Timestamp?

  /// Opens a conversation at its end.
  ///
  /// - Complexity: O(entries).
  package init(_ conversation: Conversation, composer: Composer) {
    self.conversation = conversation
    summary = ConversationSummary(conversation)
    places = Self.places(of: conversation)
    self.composer = composer
    newFrom = Self.firstUnread(of: conversation)
    rebuild(threadHeight: 0)
    selectedItem = max(0, items.count - 1)
    selectCustomerBranch()
  }

  /// Makes the rows anew after the conversation, a fold or a held reply changed; selections stay.
  ///
  /// - Complexity: O(entries).
  package mutating func rebuild(threadHeight: Int) {
    let wasAtEnd = selectedItem >= items.count - 1
    items = Transcript.items(of: conversation, hasHeld: composer.held != nil)
    selectedItem = wasAtEnd ? max(0, items.count - 1) : min(selectedItem, max(0, items.count - 1))
    if case .at(let item, _) = scroll, item >= items.count { scroll = .following }
    threadRows = ThreadRows.rows(
      of: conversation, earlierCount: earlier.count, folded: folded, foldedSections: foldedSections)
    threadCursor.resize(count: threadRows.count, height: threadHeight)
  }

  /// Takes what the desk says now; the rows are made anew by `rebuild`.
  ///
  /// - Complexity: O(entries).
  package mutating func update(_ conversation: Conversation) {
    self.conversation = conversation
    summary = ConversationSummary(conversation)
    places = Self.places(of: conversation)
  }

  /// The entry with an id; nil when there is none.
  package func entry(_ id: EntryID?) -> Entry? {
    id.flatMap { places[$0] }.map { conversation.entries[$0] }
  }

  private static func places(of conversation: Conversation) -> [EntryID: Int] {
    Dictionary(zip(conversation.entries.map(\.id), conversation.entries.indices)) { first, _ in first }
  }

  private static func firstUnread(of conversation: Conversation) -> EntryID? {
    var left = conversation.unreadCount
    guard left > 0 else { return nil }
    for entry in conversation.entries.reversed() where entry.isFromOutside {
      left -= 1
      if left == 0 { return entry.id }
    }
    return nil
  }

  /// Puts the thread pane's selection on the customer's last comment, or on the last entry.
  private mutating func selectCustomerBranch() {
    let isPublic = conversation.shape == .publicThread
    let row = threadRows.lastIndex {
      guard case .entry(let place, _, _, _) = $0 else { return false }
      return !isPublic || conversation.entries[place].author.kind == .customer
    }
    if let row { threadCursor.select(row) }
  }

  /// The entry selected in a pane; nil when none is.
  package func selectedEntry(in pane: Pane) -> Entry? {
    switch pane {
    case .thread:
      guard let row = threadCursor.selected, case .entry(let place, _, _, _) = threadRows[row] else {
        return nil
      }
      return conversation.entries[place]
    default:
      guard items.indices.contains(selectedItem), case .entry(let place) = items[selectedItem] else {
        return nil
      }
      return conversation.entries[place]
    }
  }
}
