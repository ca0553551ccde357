import AdapterProtocol
import DeskModel
import JSONText

/// A page of rows.
struct TicketPage: Sendable, Hashable {
  /// The rows.
  var rows: [ConversationRow]
  /// Where to go on; nil at the end.
  var next: PageCursor?
  /// RT's total; nil when it tells none.
  var total: Int?
}

/// In which order tickets are listed.
enum TicketOrder: Sendable, Hashable {
  case newest, oldest
  /// By RT's own fields, as a saved search says.
  case fields([String], directions: [String])
}

/// Lists tickets by TicketSQL.
struct TicketLists: Sendable {
  let client: RTClient
  let tickets: TicketReader
  let pageItems: Int

  /// A page of the tickets for which a search holds.
  func page(
    _ query: String, order: TicketOrder, cursor: PageCursor?, limit: Int
  ) throws(AdapterFault) -> TicketPage {
    let place = try place(cursor, limit: limit)
    var items = [("query", query), ("per_page", String(place.items)), ("page", String(place.page))]
    // Ties are broken by the id: RT's own order changes from page to page.
    switch order {
    case .newest:
      items += [("orderby", "LastUpdated"), ("order", "DESC"), ("orderby", "id"), ("order", "DESC")]
    case .oldest:
      items += [("orderby", "LastUpdated"), ("order", "ASC"), ("orderby", "id"), ("order", "ASC")]
    case .fields(let fields, let directions):
      for (index, field) in fields.enumerated() {
        let isDown = index < directions.count && directions[index].uppercased() == "DESC"
        items += [("orderby", field), ("order", isDown ? "DESC" : "ASC")]
      }
      items += [("orderby", "id"), ("order", "ASC")]
    }
    items += TicketReader.rowFields.map { ($0.key, $0.value) }
    let target =
      "/tickets?" + items.map { "\(RTTarget.encoded($0.0))=\(RTTarget.encoded($0.1))" }.joined(separator: "&")
    let answer = try client.read(target).json
    let found = answer.list("items")
    let total = answer.number("total")
    // Without a total, only a page without anything ends the list.
    let hasMore = total.map { place.page * place.items < $0 } ?? !found.isEmpty
    return TicketPage(
      rows: found.compactMap { tickets.row($0) },
      next: hasMore ? PageCursor("\(place.page + 1)x\(place.items)") : nil, total: total)
  }

  /// How many tickets there are; nil when RT does not tell.
  func count(_ query: String) throws(AdapterFault) -> Int? {
    try client.read(RTTarget.of(["tickets"], ["query": query, "per_page": "1"])).json.number("total")
  }

  /// The page and its size: a page number alone would mean another place in pages of another size.
  private func place(_ cursor: PageCursor?, limit: Int) throws(AdapterFault) -> (page: Int, items: Int) {
    guard let cursor else { return (1, min(limit, pageItems)) }
    let parts = cursor.rawValue.split(separator: "x").map { Int($0) }
    guard parts.count == 2, let page = parts[0], let items = parts[1], (2...1_000_000).contains(page),
      (1...RTTarget.pageLimit).contains(items)
    else { throw .cursorExpired }
    return (page, items)
  }
}
