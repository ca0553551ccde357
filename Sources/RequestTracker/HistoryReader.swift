import AdapterProtocol
import DeskModel
import JSONText

/// Reads the history of a ticket as entries.
struct HistoryReader: Sendable {
  let client: RTClient
  let people: PeopleDirectory

  /// A page of a ticket's entries; `ticket` is the record as it was read just now.
  func page(_ params: ThreadParams, ticket: TicketRecord) throws(AdapterFault) -> ThreadPage {
    guard let newest = ticket.lastTransaction else { return ThreadPage(entries: [], version: ticket.version) }
    let limit = min(params.limit, RTTarget.pageLimit)
    switch params.order {
    case .oldestFirst:
      let after = try place(params.cursor) ?? 0
      let page = try forward(ticket, after: after, newest: newest)
      let kept = Array(page.prefix { $0.id <= newest }.prefix(limit))
      let entries = try entries(kept, ticket: ticket)
      let fitting = entries.prefix(EntryBudget.count(entries))
      // What does not fit into a line comes with the next page.
      let last =
        fitting.count < entries.count
        ? fitting.last.flatMap { Int($0.entry.id.rawValue) } ?? after : kept.last?.id ?? newest
      return ThreadPage(
        entries: Array(fitting), next: last < newest ? PageCursor("a\(last)") : nil, version: ticket.version)
    case .newestFirst:
      let page = try backward(ticket, before: try place(params.cursor) ?? newest + 1)
      let kept = Array(page.suffix(limit))
      let entries = try entries(kept, ticket: ticket)
      let fitting = entries.suffix(EntryBudget.count(entries.reversed()))
      if fitting.count < entries.count, let first = fitting.first {
        return ThreadPage(
          entries: Array(fitting), next: PageCursor("b\(first.entry.id.rawValue)"), version: ticket.version)
      }
      var next = kept.first.map { PageCursor("b\($0.id)") }
      if kept.count == page.count, let first = try forward(ticket, after: 0, newest: newest).first?.id,
        kept.first.map({ $0.id <= first }) ?? true
      {
        next = nil
      }
      return ThreadPage(entries: entries, next: next, version: ticket.version)
    }
  }

  /// All entries after a transaction, oldest first, without noise.
  func entries(after: Int, ticket: TicketRecord, limit: Int = 1_000) throws(AdapterFault) -> [EntryRecord] {
    try entries(try rows(after: after, ticket: ticket, limit: limit), ticket: ticket)
  }

  /// All rows after a transaction, oldest first.
  func rows(after: Int, ticket: TicketRecord, limit: Int = 1_000) throws(AdapterFault) -> [HistoryRow] {
    guard let newest = ticket.lastTransaction else { return [] }
    var result: [HistoryRow] = []
    var place = after
    while place < newest, result.count < limit {
      let page = try forward(ticket, after: place, newest: newest)
      guard let last = page.last else { break }
      result += page
      place = last.id
    }
    return result
  }

  /// The rows after a transaction and not before a moment, oldest first; the newest ones where there are very many.
  func rows(since moment: Timestamp, after seen: Int, ticket: TicketRecord) throws(AdapterFault)
    -> [HistoryRow]
  {
    guard let newest = ticket.lastTransaction else { return [] }
    var result: [HistoryRow] = []
    var before = newest + 1
    for _ in 1...20 {
      let page = try backward(ticket, before: before)
      guard let first = page.first, first.id < before else { break }
      result = page + result
      before = first.id
      if first.id <= seen || first.at < moment { break }
    }
    return result.filter { $0.id > seen && $0.at >= moment }
  }

  // MARK: - Rows

  /// The next rows that we may see, at most a page; empty only at the end.
  private func forward(
    _ ticket: TicketRecord, after: Int, newest: Int
  ) throws(AdapterFault) -> [HistoryRow] {
    for page in 1...100 {
      let items = try history(ticket.id, [VisibleRows.condition("id", ">", String(after))], "ASC", page)
      // The newest row can be seen, so what is empty before it is a page of hidden rows.
      if !items.isEmpty || after >= newest { return items }
    }
    return []
  }

  /// The rows before a place that we may see, oldest first, at most a page.
  private func backward(_ ticket: TicketRecord, before: Int) throws(AdapterFault) -> [HistoryRow] {
    for page in 1...VisibleRows.emptyPages {
      let items = try history(ticket.id, [VisibleRows.condition("id", "<", String(before))], "DESC", page)
      if !items.isEmpty { return items.reversed() }
    }
    return []
  }

  private func history(
    _ id: String, _ conditions: [JSONValue], _ order: String, _ page: Int
  ) throws(AdapterFault) -> [HistoryRow] {
    let target = RTTarget.of(
      ["ticket", id, "history"],
      [
        "orderby": "id", "order": order, "per_page": String(RTTarget.pageLimit), "page": String(page),
        "fields": HistoryRow.fields,
        "query": String(decoding: JSONValue.array(conditions).bytes, as: UTF8.self),
      ])
    return try client.read(target).json.list("items").compactMap { HistoryRow($0) }
  }

  private func place(_ cursor: PageCursor?) throws(AdapterFault) -> Int? {
    guard let cursor else { return nil }
    guard let place = String(cursor.rawValue.dropFirst()).wholeNumber else { throw .cursorExpired }
    return place
  }

  // MARK: - Entries

  /// Rows as entries, without noise.
  func entries(_ rows: [HistoryRow], ticket: TicketRecord) throws(AdapterFault) -> [EntryRecord] {
    let shown = rows.filter { !$0.isNoise }
    let bodies = try MessageBodies(client: client).bodies(shown.filter { $0.route != nil }.map(\.id))
    let events = HistoryEvents(client: client, people: people, fieldNames: ticket.fieldNames)
    var result: [EntryRecord] = []
    for row in shown {
      let author = try people.author(row.creator, client: client)
      if let route = row.route {
        let body = bodies[row.id] ?? MessageBody()
        let entry = Entry(
          id: EntryID(String(row.id)), at: row.at, author: author, audience: route.audience, kind: route.kind,
          text: body.text, attachments: body.attachments)
        result.append(EntryRecord(entry, original: body.original))
      } else {
        result.append(
          EntryRecord(
            Entry(
              id: EntryID(String(row.id)), at: row.at, author: author, audience: .internal, kind: .event,
              text: try events.text(row))))
      }
    }
    return result
  }
}
