import AdapterProtocol
import DeskModel

/// Pages of a list.
struct Pages<Item: Sendable>: Sendable {
  /// The items of each page.
  var pages: [[Item]] = []
  /// Whether the last page said that it was the last.
  var isWhole = false
  /// The exchange of each page.
  var exchanges: [Exchange] = []

  var items: [Item] { pages.flatMap { $0 } }
}

/// A thread as it was read, page by page.
struct ReadThread: Sendable {
  let conversation: ConversationID
  let order: ThreadOrder
  var pages: Pages<EntryRecord>
  var reach = ThreadReach.whole
  var version: VersionTag?

  /// All entries, oldest first.
  var entries: [EntryRecord] {
    (order == .oldestFirst ? pages.pages : pages.pages.reversed()).flatMap { $0 }
  }
}

extension Probe {
  /// A page with the exchange that has brought it.
  struct Page<Item: Sendable> {
    let items: [Item]
    let next: String?
    let exchange: Exchange
  }

  /// Follows cursors to the end, or for `most` pages.
  ///
  /// - Throws: a failure when a cursor comes twice, or empty pages do not end.
  func follow<Item>(
    most: Int, _ page: (PageCursor?) throws(Finding) -> Page<Item>
  ) throws(Finding) -> Pages<Item> {
    var result = Pages<Item>()
    var (cursor, seen, empty): (PageCursor?, Set<String>, Int) = (nil, [], 0)
    while result.pages.count < most {
      let page = try page(cursor)
      result.pages.append(page.items)
      result.exchanges.append(page.exchange)
      empty = page.items.isEmpty ? empty + 1 : 0
      guard let next = page.next else {
        result.isWhole = true
        return result
      }
      guard seen.insert(next).inserted else {
        throw page.exchange.failure(
          "a cursor that leads on; this one came before, so the list would never end")
      }
      guard empty < 100 else { throw page.exchange.failure("an end of the list after 100 empty pages") }
      cursor = PageCursor(next)
    }
    return result
  }

  /// One page of conversations.
  func conversationsPage(
    _ params: ConversationsParams
  ) throws(Finding) -> (page: ConversationsPage, exchange: Exchange) {
    let exchange = try ask(.conversations(params))
    let page: ConversationsPage = try exchange.value(.conversations) {
      guard case .conversations(let page) = $0 else { return nil }
      return page
    }
    return (page, exchange)
  }

  /// Pages of conversations.
  func conversations(_ params: ConversationsParams, most: Int) throws(Finding) -> Pages<ConversationRow> {
    try follow(most: most) { cursor throws(Finding) in
      var params = params
      params.cursor = cursor
      let (page, exchange) = try conversationsPage(params)
      return Page(items: page.items, next: page.next?.rawValue, exchange: exchange)
    }
  }

  /// A conversation.
  func conversation(
    _ id: ConversationID
  ) throws(Finding) -> (record: ConversationRecord, exchange: Exchange) {
    let exchange = try ask(.conversation(ConversationParams(id)))
    let record: ConversationRecord = try exchange.value(.conversation) {
      guard case .conversation(let record) = $0 else { return nil }
      return record
    }
    return (record, exchange)
  }

  /// Pages of a thread.
  func thread(
    _ id: ConversationID, order: ThreadOrder, limit: Int, most: Int
  ) throws(Finding) -> ReadThread {
    var result = ReadThread(conversation: id, order: order, pages: Pages())
    result.pages = try follow(most: most) { cursor throws(Finding) in
      let exchange = try ask(.thread(ThreadParams(id, order: order, cursor: cursor, limit: limit)))
      let page: ThreadPage = try exchange.value(.thread) {
        guard case .thread(let page) = $0 else { return nil }
        return page
      }
      (result.reach, result.version) = (page.reach, page.version)
      return Page(items: page.entries, next: page.next?.rawValue, exchange: exchange)
    }
    return result
  }

  /// A thread to its end, or what can be read of a very long one from the newest entries on.
  func wholeThread(_ id: ConversationID) throws(Finding) -> ReadThread {
    let orders = try manifest().read.orders
    let isNewest = orders.contains(.newestFirst)
    return try thread(id, order: isNewest ? .newestFirst : orders[0], limit: 100, most: isNewest ? 5 : 500)
  }

  /// A page of what has happened.
  func changes(
    after cursor: ChangeCursor?, limit: Int = 100, waitSeconds: Int = 0
  ) throws(Finding) -> (page: ChangesPage, exchange: Exchange) {
    let exchange = try ask(.changes(ChangesParams(after: cursor, limit: limit, waitSeconds: waitSeconds)))
    let page: ChangesPage = try exchange.value(.changes) {
      guard case .changes(let page) = $0 else { return nil }
      return page
    }
    return (page, exchange)
  }
}
