import AdapterProtocol
import DeskModel

/// Contacts.
enum ContactChecks {
  private static let place = SpecificationPlace(.methods, "contact")

  static let all = [
    ConformanceCheck(
      "contact.readable", "The contact of a conversation can be read by its id.", place, readable),
    ConformanceCheck(
      "contact.conversations",
      "A contact's conversations are theirs, latest first, none twice, page by page.",
      place, conversations),
    ConformanceCheck(
      "contact.unknown", "A contact that does not exist is answered with -32006.",
      SpecificationPlace(.outcomes, "Errors"), unknown),
  ]

  private static func page(
    _ params: ContactParams, _ probe: Probe
  ) throws(Finding) -> (page: ContactPage, exchange: Exchange) {
    let exchange = try probe.ask(.contact(params))
    let page: ContactPage = try exchange.value(.contact) {
      guard case .contact(let page) = $0 else { return nil }
      return page
    }
    return (page, exchange)
  }

  private static func ids(_ probe: Probe) throws(Finding) -> [ContactID] {
    try probe.need(.contact)
    var seen: Set<ContactID> = []
    return try probe.rows().map(\.summary.contactID).filter { seen.insert($0).inserted }.prefix(5).map(\.self)
  }

  private static func readable(_ probe: Probe) throws(Finding) {
    for id in try ids(probe) {
      let (page, exchange) = try page(ContactParams(id, limit: 20), probe)
      guard page.contact.contact.id == id else { throw exchange.failure("the contact \(id.rawValue)") }
    }
  }

  private static func conversations(_ probe: Probe) throws(Finding) {
    for id in try ids(probe) {
      let pages = try probe.follow(most: 20) { cursor throws(Finding) in
        let (page, exchange) = try page(ContactParams(id, cursor: cursor, limit: 1), probe)
        guard page.conversations.count <= 1 else {
          throw exchange.failure("at most one conversation; there are \(page.conversations.count)")
        }
        return Probe.Page(items: page.conversations, next: page.next?.rawValue, exchange: exchange)
      }
      let (rows, last) = (pages.items, pages.exchanges[pages.exchanges.count - 1])
      if let other = rows.first(where: { $0.summary.contactID != id }) {
        throw last.failure(
          "conversations of \(id.rawValue) alone; \(other.summary.id.rawValue) is somebody else's")
      }
      guard Set(rows.map(\.summary.id)).count == rows.count else {
        throw last.failure("each conversation of \(id.rawValue) once")
      }
      for (row, next) in zip(rows, rows.dropFirst())
      where row.summary.lastActivity < next.summary.lastActivity {
        throw last.failure("the latest conversation first; \(next.summary.id.rawValue) is later")
      }
    }
  }

  private static func unknown(_ probe: Probe) throws(Finding) {
    try probe.need(.contact)
    try probe.ask(.contact(ContactParams("sapa-no-such-contact", limit: 5)))
      .expectFault([-32_006], "an error -32006, because there is no such contact")
  }
}
