package import DeskModel
package import Widgets

/// The conversation in the three panes, and where each pane is scrolled to.
package struct OpenConversation: Sendable, Hashable {
  /// What the desk said last.
  @Boxed package private(set) var conversation: Conversation
  /// What the queue would say of it; kept, because counting what is unread passes over all entries.
  @Boxed package private(set) var summary: ConversationSummary
  /// The most earlier conversations that are asked for.
  package static let earlierLimit = 20
  /// Where the conversation pane is scrolled to.
  package var scroll = TranscriptScroll.following
  /// The selected item of the conversation pane, a place in `items`.
  package var selectedItem = 0
  /// The selected row of the thread pane.
  package var threadCursor = ListCursor()
  /// The first line of the customer pane, from 0.
  package var customerOffset = 0
  /// The answer being written.
  @Boxed package var composer: Composer
  /// When it counts as read: a moment after it was opened; nil when it is read.
  package var readDue: Timestamp?
  /// When entries that are omitted are asked for: as soon as somebody stays; nil when nothing is missing.
  package var wholeDue: Timestamp?
  @Boxed var parts = Parts()

  /// Opens a conversation at its end.
  ///
  /// - Complexity: O(entries).
  package init(_ conversation: Conversation, summary: ConversationSummary? = nil, composer: Composer) {
    self.conversation = conversation
    self.summary = summary ?? ConversationSummary(conversation)
    self.composer = composer
    places = Self.places(of: conversation)
    newFrom = firstUnread()
    rebuild(threadHeight: 0)
    selectedItem = max(0, items.count - 1)
    selectCustomerBranch()
  }

  /// Makes the rows anew after a fold or a held reply changed; selections stay.
  ///
  /// - Complexity: O(entries).
  package mutating func rebuild(threadHeight: Int) {
    keepingPlace(threadHeight: threadHeight) { _ in }
  }

  /// Takes what the desk says now; selections stay on what they meant, wherever it stands now.
  ///
  /// - Complexity: O(entries).
  package mutating func update(_ conversation: Conversation, threadHeight: Int) {
    let wasCut = self.conversation.omitted > 0
    keepSeen(in: conversation)
    keepingPlace(threadHeight: threadHeight) { open in
      open.conversation = conversation
      open.summary = ConversationSummary(conversation)
      open.places = Self.places(of: conversation)
    }
    if wasCut, readAsked == nil { newFrom = newFrom ?? firstUnread() }
  }

  /// Keeps what the writer has seen last where it has another id now, as an answer has that has arrived: the entry before it.
  private mutating func keepSeen(in conversation: Conversation) {
    guard let seen = composer.seenUpTo, let place = places[seen],
      !conversation.entries.contains(where: { $0.id == seen })
    else { return }
    let left = Set(conversation.entries.map(\.id))
    let before = self.conversation.entries[..<place].last { left.contains($0.id) }
    composer.seenUpTo = before?.id ?? seen
  }

  /// Takes the earlier conversations of the same contact.
  ///
  /// - Complexity: O(entries).
  package mutating func update(earlier: [ConversationSummary], threadHeight: Int) {
    keepingPlace(threadHeight: threadHeight) { $0.earlier = earlier }
  }

  private mutating func keepingPlace(threadHeight: Int, _ change: (inout OpenConversation) -> Void) {
    let wasAtEnd = selectedItem >= items.count - 1
    let selected = itemKey(selectedItem)
    var scrolled: (key: ItemKey, row: Int)?
    if case .at(let item, let row) = scroll { scrolled = itemKey(item).map { ($0, row) } }
    let thread = threadCursor.selected.flatMap { threadKey($0) }
    change(&self)
    items = Transcript.items(
      of: conversation, hasHeld: composer.held != nil, answering: composer.parent)
    branch = conversation.shape == .publicThread ? Transcript.customerBranch(of: conversation) : []
    let last = max(0, items.count - 1)
    selectedItem = wasAtEnd ? last : selected.flatMap { place(of: $0) } ?? min(selectedItem, last)
    if let scrolled {
      scroll = place(of: scrolled.key).map { .at(item: $0, row: scrolled.row) } ?? .following
    }
    threadRows = ThreadRows.rows(
      of: conversation, earlierCount: earlier.count, folded: folded, foldedSections: foldedSections)
    let row = thread.flatMap { key in threadRows.indices.first { threadKey($0) == key } }
    threadCursor.resize(
      count: threadRows.count, height: threadHeight, selecting: row ?? threadCursor.selected ?? 0)
  }

  /// Changes the text of the answer, and notes when and what had been read by then.
  ///
  /// - Returns: what became of it, whether there was and is any text, and its rows.
  mutating func edit(
    _ command: EditCommand, at now: Timestamp
  ) -> (outcome: EditOutcome, wasEmpty: Bool, isEmpty: Bool, rowCount: Int) {
    let wasEmpty = composer.field.isEmpty
    let outcome = composer.field.apply(command)
    let isEmpty = composer.field.isEmpty
    if outcome.isEdited {
      if isEmpty {
        composer.seenUpTo = nil
        composer.wasNote = false
      } else if composer.seenUpTo == nil {
        composer.seenUpTo = conversation.lastSettledEntry?.id
      }
      composer.touch(now)
    }
    return (outcome, wasEmpty, isEmpty, composer.field.rowCount)
  }

  /// The entry with an id; nil when there is none.
  package func entry(_ id: EntryID?) -> Entry? {
    id.flatMap { places[$0] }.map { conversation.entries[$0] }
  }

  /// What an item of the conversation pane means, whatever its place.
  private enum ItemKey: Hashable {
    case entry(EntryID)
    case held
  }

  private func itemKey(_ place: Int) -> ItemKey? {
    guard items.indices.contains(place) else { return nil }
    switch items[place] {
    case .held: return .held
    case .entry(let index):
      return conversation.entries.indices.contains(index) ? .entry(conversation.entries[index].id) : nil
    }
  }

  private func place(of key: ItemKey) -> Int? {
    switch key {
    case .held: return items.firstIndex(of: .held)
    case .entry(let id): return places[id].flatMap { items.firstIndex(of: .entry($0)) }
    }
  }

  /// What a row of the thread pane means, whatever its place.
  private enum ThreadKey: Hashable {
    case heading(ThreadSection)
    case entry(EntryID)
    case link(ConversationID)
    case earlier(ConversationID)
  }

  private func threadKey(_ row: Int) -> ThreadKey? {
    guard threadRows.indices.contains(row) else { return nil }
    switch threadRows[row] {
    case .heading(let section, _, _): return .heading(section)
    case .entry(let place, _, _, _): return .entry(conversation.entries[place].id)
    case .link(let place): return .link(conversation.links[place].id)
    case .earlier(let place): return .earlier(earlier[place].id)
    }
  }

  private static func places(of conversation: Conversation) -> [EntryID: Int] {
    Dictionary(zip(conversation.entries.map(\.id), conversation.entries.indices)) { first, _ in first }
  }

  /// Nil too when it is one of those that are omitted.
  private func firstUnread() -> EntryID? {
    var left = summary.unreadCount
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
