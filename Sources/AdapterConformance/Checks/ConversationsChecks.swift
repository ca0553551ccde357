import AdapterProtocol
import DeskModel

/// Pages of conversations.
enum ConversationsChecks {
  private static let place = SpecificationPlace(.methods, "conversations")

  static let all = [
    ConformanceCheck("conversations.readable", "A page of conversations can be read.", place, readable),
    ConformanceCheck(
      "conversations.limit", "A page has at most `limit` rows, and at most `bounds.pageItems`.", place, limit),
    ConformanceCheck(
      "conversations.cursors", "Every cursor leads on, and no conversation comes twice.", place, cursors),
    ConformanceCheck(
      "conversations.complete", "Small pages hold together the same conversations as large ones.", place,
      complete),
    ConformanceCheck(
      "conversations.total", "An exact total is the number of conversations.",
      SpecificationPlace(.objects, "Totals"), total),
    ConformanceCheck(
      "conversations.unknownCursor", "A cursor of somebody else is refused with -32010.",
      SpecificationPlace(.outcomes, "Errors"), unknownCursor),
  ]

  private static func readable(_ probe: Probe) throws(Finding) {
    _ = try probe.conversationsPage(ConversationsParams(limit: 20))
  }

  private static func limit(_ probe: Probe) throws(Finding) {
    let most = try probe.manifest().bounds.pageItems
    for limit in [1, 2, ProtocolLimits.pageItems] {
      let (page, exchange) = try probe.conversationsPage(ConversationsParams(limit: limit))
      guard page.items.count <= min(limit, most) else {
        throw exchange.failure("at most \(min(limit, most)) rows; there are \(page.items.count)")
      }
    }
  }

  private static func cursors(_ probe: Probe) throws(Finding) {
    for limit in [1, 3] {
      let pages = try probe.conversations(ConversationsParams(limit: limit), most: 40)
      var seen: Set<ConversationID> = []
      for (rows, exchange) in zip(pages.pages, pages.exchanges) {
        for row in rows where !seen.insert(row.summary.id).inserted {
          throw exchange.failure(
            "conversations that were on no page before; \(row.summary.id.rawValue) was (unless it moved just now)"
          )
        }
      }
    }
  }

  private static func complete(_ probe: Probe) throws(Finding) {
    let large = try probe.conversations(ConversationsParams(limit: 100), most: 2)
    let small = try probe.conversations(ConversationsParams(limit: 2), most: 60)
    guard large.isWhole, small.isWhole else {
      throw .skipped("the desk is too large to be read in small pages")
    }
    let missing = Set(large.items.map(\.summary.id)).symmetricDifference(small.items.map(\.summary.id))
    guard let one = missing.first, let last = small.exchanges.last else { return }
    throw last.failure(
      "the conversations that one large page has; \(one.rawValue) is only in one of both lists")
  }

  private static func total(_ probe: Probe) throws(Finding) {
    let (first, exchange) = try probe.conversationsPage(ConversationsParams(limit: 100))
    guard case .exact(let count) = first.total else {
      throw .notApplicable("the total of all conversations is not exact")
    }
    let pages = try probe.conversations(ConversationsParams(limit: 100), most: 10)
    guard !pages.isWhole || pages.items.count == count else {
      throw exchange.failure(
        "\(count) conversations in all, as the total says; there are \(pages.items.count)")
    }
  }

  private static func unknownCursor(_ probe: Probe) throws(Finding) {
    let exchange = try probe.ask(
      .conversations(ConversationsParams(cursor: "sapa-no-such-cursor", limit: 2)))
    let expected = "an error -32010, because the cursor is nobody's"
    // An empty page ends the list, which is no answer to build on, but does no harm.
    if case .answer? = exchange.heard?.content {
      let page: ConversationsPage = try exchange.value(.conversations) {
        guard case .conversations(let page) = $0 else { return nil }
        return page
      }
      guard page.items.isEmpty, page.next == nil else { throw exchange.failure(expected) }
      return
    }
    try exchange.expectFault([-32_010, -32_602], expected)
  }
}
