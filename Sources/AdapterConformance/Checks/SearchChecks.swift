import AdapterProtocol
import DeskModel

/// Looking for words.
enum SearchChecks {
  private static let place = SpecificationPlace(.methods, "search")

  static let all = [
    ConformanceCheck(
      "search.finds", "A word of an entry is found in its conversation.", place, finds),
    ConformanceCheck("search.nothing", "What stands nowhere is not found.", place, nothing),
    ConformanceCheck(
      "search.pages", "Pages keep to `limit`, every cursor leads on, and no hit comes twice.", place, pages),
  ]

  private static func search(
    _ text: String, limit: Int, most: Int, _ probe: Probe
  ) throws(Finding) -> Pages<SearchHit> {
    try probe.need(.search)
    return try probe.follow(most: most) { cursor throws(Finding) in
      let request = SearchRequest(text, limit: limit, after: cursor?.rawValue)
      let exchange = try probe.ask(.search(SearchParams(request)))
      let page: SearchPage = try exchange.value(.search) {
        guard case .search(let result) = $0 else { return nil }
        return result.page
      }
      guard page.hits.count <= limit else {
        throw exchange.failure("at most \(limit) hits; there are \(page.hits.count)")
      }
      return Probe.Page(items: page.hits, next: page.next, exchange: exchange)
    }
  }

  /// A long word of letters that a customer, or we, have written.
  private static func sample(_ probe: Probe) throws(Finding) -> (String, ConversationID) {
    try probe.need(.search)
    for thread in try probe.threads() {
      for record in thread.entries where record.entry.state != .deleted {
        let words = record.entry.text.split { !$0.isLetter }.filter { (5...20).contains($0.count) }
        if let word = words.max(by: { $0.count < $1.count }) { return (String(word), thread.conversation) }
      }
    }
    throw .skipped("no entry that was read has a word of five letters")
  }

  private static func finds(_ probe: Probe) throws(Finding) {
    let (word, conversation) = try sample(probe)
    if try probe.manifest().read.search == .own {
      throw .notApplicable("it searches by the backend's own rules, and may not look into every text")
    }
    let pages = try search(word, limit: 50, most: 40, probe)
    guard !pages.isWhole || pages.items.contains(where: { $0.summary.id == conversation }) else {
      throw pages.exchanges[pages.exchanges.count - 1].failure(
        "a hit in \(conversation.rawValue), in which “\(word)” stands")
    }
  }

  private static func nothing(_ probe: Probe) throws(Finding) {
    let pages = try search("sapanowhere\(probe.surroundings.run)", limit: 50, most: 40, probe)
    guard pages.items.isEmpty else {
      throw pages.exchanges[0].failure("no hits, because the word stands nowhere")
    }
  }

  private static func pages(_ probe: Probe) throws(Finding) {
    let (word, _) = try sample(probe)
    let pages = try search(word, limit: 1, most: 40, probe)
    var seen: Set<String> = []
    for (hits, exchange) in zip(pages.pages, pages.exchanges) {
      for hit in hits
      where !seen.insert("\(hit.summary.id.rawValue) \(hit.entry?.rawValue ?? "")").inserted {
        throw exchange.failure("hits that were on no page before")
      }
    }
  }
}
