package import DeskLink
package import DeskModel
package import Widgets

/// A search over the whole desk, on a screen of its own.
package struct DeskSearch: Sendable, Hashable {
  /// The most hits that are fetched for one text.
  package static let hitLimit = 200
  /// Hits that are asked for at once.
  package static let pageSize = 50

  /// What was typed: words and conditions.
  package var field = LineField()
  /// What is looked for; nil while no words were typed.
  package var wanted: SearchRequest?
  /// The question that waits for its answer; nil when none does.
  package var asked: SearchRequest?
  /// Whether `wanted` is to be asked from its beginning.
  package var isStale = false
  /// What was found so far, for `shown`.
  package var hits: [SearchHit] = []
  /// The search that `hits` belong to; nil before the first answer.
  package var shown: SearchRequest?
  /// How much was searched, in thousandths.
  package var progress = 0
  /// Whether more was found than is shown.
  package var isCut = false
  /// Why what was typed is no search; nil when it is one.
  package var filterError: QueueFilterError?
  /// Why the desk did not search; nil when it did.
  package var deskError: DeskError?
  /// The selected hit.
  package var cursor = ListCursor()

  /// Makes a search for nothing.
  package init() {}

  /// Takes what stands in the field now: words are looked for, conditions narrow.
  ///
  /// What was found stays until there is something better.
  package mutating func readField() {
    let filter: QueueFilter
    do throws(QueueFilterError) {
      filter = try QueueFilter(parsing: field.text)
      filterError = nil
    } catch {
      filterError = error
      return
    }
    var words: [String] = []
    var conditions: [QueueTerm] = []
    for term in filter.terms {
      if case .text(let text) = term { words.append(text) } else { conditions.append(term) }
    }
    let request =
      words.isEmpty
      ? nil
      : SearchRequest(
        words.joined(separator: " "), filter: QueueFilter(terms: conditions, desks: filter.desks),
        limit: Self.pageSize)
    guard request != wanted else { return }
    wanted = request
    deskError = nil
    isStale = request != nil
    if request == nil { show([], for: nil) }
  }

  /// Puts hits in place of those shown.
  mutating func show(_ hits: [SearchHit], for request: SearchRequest?) {
    self.hits = hits
    shown = request
    isCut = false
    progress = 0
    cursor = ListCursor(count: hits.count, height: cursor.height)
  }

  /// The question to ask now; nil when none is due.
  package mutating func nextQuestion() -> SearchRequest? {
    guard isStale, let wanted else { return nil }
    isStale = false
    asked = wanted
    return wanted
  }

  /// Takes a page; one for an older text is dropped.
  ///
  /// - Returns: the question for the next page; nil when there is none.
  package mutating func take(_ page: SearchPage, for request: SearchRequest) -> SearchRequest? {
    guard request == asked, !isStale else { return nil }
    asked = nil
    if request.after == nil { show([], for: wanted) }
    hits += page.hits.prefix(Self.hitLimit - hits.count)
    cursor.resize(count: hits.count, height: cursor.height)
    progress = min(max(page.progress, 0), 1_000)
    guard let next = page.next else {
      progress = 1_000
      return nil
    }
    // A desk that says to go on where it was already would be asked for ever.
    guard hits.count < Self.hitLimit, next != request.after else {
      isCut = true
      progress = 1_000
      return nil
    }
    var following = request
    following.after = next
    following.limit = min(Self.pageSize, Self.hitLimit - hits.count)
    asked = following
    return following
  }

  /// The chosen hit; nil when nothing was found.
  package var chosen: SearchHit? { cursor.selected.map { hits[$0] } }
}
