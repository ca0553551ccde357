package import DeskModel

/// Asks for a page of conversations.
package struct ConversationsParams: Sendable, Hashable {
  /// The queue; nil: all that we may see.
  package var queue: QueueID?
  /// Conditions, all of which must hold; only those that the manifest names.
  package var filter: [QueueTerm]
  /// The order, one that the manifest names; nil leaves it to the backend.
  package var sort: QueueSort?
  /// Where to go on, made for the same queue, filter and order; nil begins.
  package var cursor: PageCursor?
  /// At most so many rows, 1...1,000; the adapter may give fewer, even none with more to come.
  package var limit: Int

  /// Makes the parameters.
  package init(
    queue: QueueID? = nil, filter: [QueueTerm] = [], sort: QueueSort? = nil, cursor: PageCursor? = nil,
    limit: Int = 100
  ) {
    self.queue = queue
    self.filter = filter
    self.sort = sort
    self.cursor = cursor
    self.limit = limit
  }
}

/// A page of conversations.
package struct ConversationsPage: Sendable, Hashable {
  /// The rows.
  package var items: [ConversationRow]
  /// Where to go on; nil when this was the last page.
  package var next: PageCursor?
  /// How many there are in all pages.
  package var total: Total
  /// Conditions that were not applied and that the console applies: places in the call's `filter`, from 0.
  package var unfiltered: [Int]
  /// Whether the rows stand in the order that was asked for.
  package var isSorted: Bool

  /// Makes a page.
  package init(
    items: [ConversationRow], next: PageCursor? = nil, total: Total = .unknown, unfiltered: [Int] = [],
    isSorted: Bool = true
  ) {
    self.items = items
    self.next = next
    self.total = total
    self.unfiltered = unfiltered
    self.isSorted = isSorted
  }
}

/// Names a conversation.
package struct ConversationParams: Sendable, Hashable {
  /// Its id or one of its aliases.
  package var conversation: ConversationID

  /// Makes the parameters.
  package init(_ conversation: ConversationID) { self.conversation = conversation }
}

extension ConversationsParams: WireRecord {
  static var blank: ConversationsParams { ConversationsParams() }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.optional("queue", &queue)
    try coder.usual("filter", &filter, [])
    try coder.optional("sort", &sort)
    try coder.optional("cursor", &cursor)
    try coder.required("limit", &limit)
  }

  func check() throws(ProtocolError) { try PageParams.check(limit: limit) }
}

extension ConversationsPage: WireRecord {
  static var blank: ConversationsPage { ConversationsPage(items: []) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("items", &items)
    try coder.optional("next", &next)
    try coder.usual("total", &total, .unknown)
    try coder.usual("unfiltered", &unfiltered, [])
    try coder.usual("sorted", &isSorted, true)
  }
}

extension ConversationParams: WireRecord {
  static var blank: ConversationParams { ConversationParams("") }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("conversation", &conversation)
  }
}
