package import DeskModel

/// In which order a thread's pages come; within a page the oldest entry stands first.
package enum ThreadOrder: String, Sendable, Hashable, CaseIterable {
  case oldestFirst, newestFirst
}

/// How much of a thread the backend gives.
package enum ThreadReach: String, Sendable, Hashable, CaseIterable {
  /// All of it, page by page.
  case whole
  /// The newest entries; older ones exist and cannot be had.
  case newest
  /// What we may see; others exist.
  case visible
}

/// Asks for a page of a conversation's entries.
package struct ThreadParams: Sendable, Hashable {
  /// The conversation.
  package var conversation: ConversationID
  /// The order of pages, one that the manifest names.
  package var order: ThreadOrder
  /// Where to go on; nil begins.
  package var cursor: PageCursor?
  /// At most so many entries, 1...1,000.
  package var limit: Int

  /// Makes the parameters.
  package init(
    _ conversation: ConversationID, order: ThreadOrder = .newestFirst, cursor: PageCursor? = nil,
    limit: Int = 100
  ) {
    self.conversation = conversation
    self.order = order
    self.cursor = cursor
    self.limit = limit
  }
}

/// A page of a conversation's entries, oldest first.
package struct ThreadPage: Sendable, Hashable {
  /// The entries.
  ///
  /// The text with which a ticket was opened is the first of all, with an id that the adapter makes.
  package var entries: [EntryRecord]
  /// Where to go on; nil when this was the last page.
  package var next: PageCursor?
  /// How much of the thread all pages together give.
  package var reach: ThreadReach
  /// The state to which the page belongs; nil where the backend has none.
  package var version: VersionTag?

  /// Makes a page.
  package init(
    entries: [EntryRecord], next: PageCursor? = nil, reach: ThreadReach = .whole, version: VersionTag? = nil
  ) {
    self.entries = entries
    self.next = next
    self.reach = reach
    self.version = version
  }
}

extension ThreadOrder: WireWord {}
extension ThreadReach: WireWord {}

extension ThreadParams: WireRecord {
  static var blank: ThreadParams { ThreadParams("") }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("conversation", &conversation)
    try coder.required("order", &order)
    try coder.optional("cursor", &cursor)
    try coder.required("limit", &limit)
  }

  func check() throws(ProtocolError) { try PageParams.check(limit: limit) }
}

extension ThreadPage: WireRecord {
  static var blank: ThreadPage { ThreadPage(entries: []) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("entries", &entries)
    try coder.optional("next", &next)
    try coder.usual("reach", &reach, .whole)
    try coder.optional("version", &version)
  }
}
