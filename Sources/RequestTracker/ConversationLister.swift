import AdapterProtocol
import DeskModel

/// Answers `conversations` and `search`.
struct ConversationLister: Sendable {
  let queues: QueueReader
  let lists: TicketLists
  let me: AgentID
  let now: Timestamp

  /// A page of a queue.
  func conversations(_ params: ConversationsParams) throws(AdapterFault) -> ConversationsPage {
    let selection = try queues.selection(params.queue)
    let filter = TicketFilter(params.filter, now: now)
    let (query, order) = Self.query(selection, filter, params.sort)
    let page = try lists.page(query, order: order.order, cursor: params.cursor, limit: params.limit)
    let rows = page.rows.filter { filter.keeps($0, me: me, now: now) }
    return ConversationsPage(
      items: rows, next: page.next,
      total: filter.isChecked ? .unknown : page.total.map { .exact($0) } ?? .unknown,
      unfiltered: filter.unapplied, isSorted: order.isWanted)
  }

  /// The whole search, and the order; not the wanted one where RT cannot sort so.
  static func query(
    _ selection: QueueSelection, _ filter: TicketFilter, _ sort: QueueSort?
  ) -> (query: String, order: (order: TicketOrder, isWanted: Bool)) {
    let isActiveOnly = selection.isActiveOnly && !filter.namesStatus
    let base = isActiveOnly ? QueueReader.active(selection.query) : selection.query
    let query = TicketSQL.all([base] + filter.conditions) ?? base
    let order: (TicketOrder, Bool) =
      switch sort {
      case .newest?: (.newest, true)
      case .oldest?: (.oldest, true)
      case nil: (selection.order ?? .newest, true)
      case .burning?, .waiting?, .vip?: (.newest, false)
      }
    return (query, order)
  }

  /// What is found: by TicketSQL where the text is that, else by its words in subjects and requestors.
  func search(_ request: SearchRequest) throws(AdapterFault) -> SearchPage {
    let words = request.text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard !words.isEmpty else { return SearchPage(hits: []) }
    let isQuery = TicketSQL.isQuery(request.text)
    let filter = TicketFilter(request.filter.terms, now: now)
    guard filter.unapplied.isEmpty else { throw .unsupported(what: "this filter in a search") }
    var conditions = filter.conditions
    if isQuery {
      conditions.insert(request.text, at: 0)
    } else {
      let usable = words.compactMap { word in Self.condition(word) }
      conditions = usable + conditions
    }
    let cursor = request.after.map { PageCursor($0) }
    let page = try lists.page(
      TicketSQL.all(conditions) ?? "id > 0", order: .newest, cursor: cursor, limit: request.limit)
    let hits = page.rows.compactMap { row -> SearchHit? in
      guard filter.keeps(row, me: me, now: now) else { return nil }
      if !isQuery, !words.allSatisfy({ Self.holds($0, row.summary) }) { return nil }
      return SearchHit(
        summary: row.summary, entry: nil, at: row.summary.lastActivity, author: "",
        excerpt: row.summary.subject,
        matches: isQuery ? [] : Self.matches(words, in: row.summary.subject))
    }
    let progress = page.next == nil ? 1_000 : page.total.map { Self.progress(page.next, of: $0) } ?? 0
    return SearchPage(hits: hits, next: page.next?.rawValue, progress: progress)
  }

  private static func condition(_ word: String) -> String? {
    guard let subject = TicketSQL.holds("Subject", word),
      let name = TicketSQL.holds("Requestor.RealName", word),
      let address = TicketSQL.holds("Requestor.EmailAddress", word)
    else { return nil }
    return TicketSQL.any([subject, name, address])
  }

  private static func holds(_ word: String, _ summary: ConversationSummary) -> Bool {
    let needle = TextNeedle(word)
    return [summary.subject, summary.contactName, summary.contactID.rawValue].contains {
      needle.isFound(in: $0)
    }
  }

  /// Where ASCII words stand in a text, in UTF-8 bytes; each place once, in order.
  static func matches(_ words: [String], in text: String) -> [Range<Int>] {
    func folded(_ text: String) -> [UInt8] { text.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 } }
    let bytes = folded(text)
    var found: [Range<Int>] = []
    for word in words.map(folded) where !word.isEmpty && word.count <= bytes.count {
      var place = 0
      while place + word.count <= bytes.count {
        if bytes[place..<place + word.count].elementsEqual(word) {
          found.append(place..<place + word.count)
          place += word.count
        } else {
          place += 1
        }
      }
    }
    var result: [Range<Int>] = []
    for range in found.sorted(by: { ($0.lowerBound, -$0.count) < ($1.lowerBound, -$1.count) })
    where range.lowerBound >= result.last?.upperBound ?? 0 { result.append(range) }
    return result
  }

  private static func progress(_ next: PageCursor?, of total: Int) -> Int {
    let parts = (next?.rawValue ?? "").split(separator: "x").compactMap { Int($0) }
    guard parts.count == 2, total > 0 else { return 0 }
    return min(999, (parts[0] - 1) * parts[1] * 1_000 / total)
  }
}
