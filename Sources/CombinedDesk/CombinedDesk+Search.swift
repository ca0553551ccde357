import DeskLink
import DeskModel

/// Searching: pages of all desks put together.
extension CombinedDesk {
  /// Asks the desks that have more for a part of the page each, and answers when all have answered.
  ///
  /// Hits stand latest first within a page. A desk that fails is left out from there on. Where there are more desks than hits
  /// wanted, those that were not asked come first on the next page.
  func search(
    _ search: SearchRequest, _ reply: @escaping @Sendable (Result<DeskAnswer, DeskError>) -> Void
  ) {
    let admitted = members.map(\.name).filter { search.filter.admits(desk: $0) }
    let cursor: SearchCursor
    if let after = search.after {
      guard let known = SearchCursor(after), known.parts.allSatisfy({ admitted.contains($0.name) }) else {
        return reply(.failure(.unsupported("going on from \(after)")))
      }
      cursor = known
    } else {
      cursor = SearchCursor(
        parts: admitted.map { SearchCursor.Part(name: $0, progress: 0, after: nil) })
    }
    let limit = max(1, search.limit)
    let asked = Array(cursor.parts.prefix(limit))
    let notAsked = Array(cursor.parts.dropFirst(limit))
    let places = asked.compactMap { part in members.firstIndex { $0.name == part.name } }
    let gathering = Gathering(places.count) { [self] answers in
      reply(page(search, asked, places, answers, notAsked, all: admitted.count))
    }
    for (number, place) in places.enumerated() {
      let share = limit / places.count + (number < limit % places.count ? 1 : 0)
      let own = SearchRequest(
        search.text, filter: scopes[place].arriving(search.filter), limit: share, after: asked[number].after)
      members[place].adapter.handle(.search(own)) { gathering.take($0, to: number) }
    }
  }

  private func page(
    _ search: SearchRequest, _ asked: [SearchCursor.Part], _ places: [Int], _ answers: [Gathering.Answer?],
    _ notAsked: [SearchCursor.Part], all: Int
  ) -> Result<DeskAnswer, DeskError> {
    var hits: [SearchHit] = []
    var failure: DeskError?
    var isAnswered = answers.isEmpty
    var parts = notAsked
    for (number, place) in places.enumerated() {
      switch answers[number] {
      case .success(.search(_, let page))?:
        isAnswered = true
        hits += page.hits.map { scopes[place].leaving($0) }
        guard let next = page.next else { continue }
        let progress = max(0, min(1_000, page.progress))
        parts.append(SearchCursor.Part(name: asked[number].name, progress: progress, after: next))
      case .failure(let error)?: failure = failure ?? scopes[place].leaving(error)
      case .success?, nil: failure = failure ?? .unsupported("searching the desk \(members[place].name)")
      }
    }
    if let failure, !isAnswered, notAsked.isEmpty { return .failure(failure) }
    // Stable: what is of the same moment stays in the order of the desks and of each desk's own.
    let sorted = hits.enumerated().sorted {
      ($1.element.at, $0.offset) < ($0.element.at, $1.offset)
    }
    let open = parts.reduce(0) { $0 + $1.progress } + (all - parts.count) * 1_000
    return .success(
      .search(
        search,
        SearchPage(
          hits: sorted.map(\.element), next: parts.isEmpty ? nil : SearchCursor(parts: parts).text,
          progress: parts.isEmpty ? 1_000 : min(999, open / max(1, all)))))
  }
}
