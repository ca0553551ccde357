import DeskLink
import DeskModel
import SeededRandom
import Synchronization
import Testing

@testable import CombinedDesk

/// A desk of hits that are found page by page; its cursor is the number of the next hit, with a colon in it.
private final class HitDesk: Adapter, Sendable {
  let hits: [SearchHit]
  let asked = Mutex<[SearchRequest]>([])
  let isFailing = Mutex(false)
  /// At most so many in one answer.
  let page: Int

  init(_ hits: [SearchHit], page: Int) {
    self.hits = hits
    self.page = page
  }

  func handle(_ request: DeskRequest, reply: @escaping @Sendable (Result<DeskAnswer, DeskError>) -> Void) {
    guard case .search(let search) = request, !isFailing.withLock({ $0 }) else {
      return reply(.failure(.away(reason: "gone")))
    }
    asked.withLock { $0.append(search) }
    let start = search.after.flatMap { Int($0.dropFirst(2)) } ?? 0
    let end = min(hits.count, start + min(search.limit, page))
    let next = end < hits.count ? "h:\(end)" : nil
    reply(
      .success(
        .search(
          search,
          SearchPage(
            hits: Array(hits[start..<end]), next: next,
            progress: next == nil ? 1_000 : end * 1_000 / max(1, hits.count)))))
  }

  func observe(_ listener: @escaping @Sendable (DeskNotice) -> Void) {}
  func close() {}
}

@Suite("Searching several desks")
struct CombinedSearchTests {
  private static func hits(_ count: Int, _ generator: inout SeededGenerator) -> [SearchHit] {
    (0..<count).map { number in
      SearchHit(
        summary: CombinedDeskFixture.row("\(number)", &generator), entry: "e-1",
        at: TestDesk.now.adding(seconds: Int64.random(in: -500...0, using: &generator)), author: "Dewi",
        excerpt: "text", matches: [])
    }.sorted { $0.at > $1.at }
  }

  private static func combined(_ desks: KeyValuePairs<String, HitDesk>) -> CombinedDesk {
    CombinedDesk(
      desks.map { DeskMember(name: $0, adapter: $1) }, me: TestDesk.console, now: { TestDesk.now })
  }

  private static func page(_ desk: CombinedDesk, _ request: SearchRequest) -> SearchPage? {
    guard case .success(.search(request, let page))? = CombinedDeskFixture.ask(desk, .search(request)) else {
      return nil
    }
    return page
  }

  @Test(
    "all hits of all desks are found once, latest first within a page, and the progress goes up to the end")
  func pages() throws {
    var generator = SeededGenerator(seed: 51)
    for limit in [1, 2, 3, 7, 50] {
      let desks = [
        HitDesk(Self.hits(23, &generator), page: 4), HitDesk(Self.hits(0, &generator), page: 4),
        HitDesk(Self.hits(61, &generator), page: 9),
      ]
      let combined = Self.combined(["rt": desks[0], "own": desks[1], "x": desks[2]])
      var request = SearchRequest("text", limit: limit)
      var found: [SearchHit] = []
      var progress = 0
      repeat {
        let page = try #require(Self.page(combined, request))
        #expect(page.hits.count <= limit)
        #expect(page.hits.map(\.at) == page.hits.map(\.at).sorted(by: >))
        #expect(page.progress >= progress && (page.next == nil) == (page.progress == 1_000))
        progress = page.progress
        found += page.hits
        request.after = page.next
      } while request.after != nil
      let expected = zip(["rt", "own", "x"], desks).flatMap { name, desk in
        desk.hits.map { DeskScope(name, me: TestDesk.console).leaving($0) }
      }
      #expect(found.count == expected.count && Set(found) == Set(expected))
    }
  }

  @Test("a desk that the filter leaves out is not asked, and the others get the filter without it")
  func filter() throws {
    var generator = SeededGenerator(seed: 52)
    let desks = [HitDesk(Self.hits(3, &generator), page: 9), HitDesk(Self.hits(3, &generator), page: 9)]
    let combined = Self.combined(["rt": desks[0], "own": desks[1]])
    let request = SearchRequest("text", filter: try QueueFilter(parsing: "desk:own from:own:u-1"))
    #expect(Self.page(combined, request)?.hits.count == 3)
    #expect(desks[0].asked.withLock { $0 }.isEmpty)
    #expect(desks[1].asked.withLock { $0 }.map(\.filter) == [QueueFilter(terms: [.customer("u-1")])])
    let none = SearchRequest("text", filter: try QueueFilter(parsing: "desk:none"))
    #expect(Self.page(combined, none) == SearchPage(hits: []))
  }

  @Test("a desk that fails is left out; when all fail, the error is the answer")
  func failing() throws {
    var generator = SeededGenerator(seed: 53)
    let desks = [HitDesk(Self.hits(8, &generator), page: 2), HitDesk(Self.hits(2, &generator), page: 2)]
    let combined = Self.combined(["rt": desks[0], "own": desks[1]])
    desks[0].isFailing.withLock { $0 = true }
    let page = try #require(Self.page(combined, SearchRequest("text")))
    #expect(page.hits.count == 2 && page.next == nil)
    desks[1].isFailing.withLock { $0 = true }
    #expect(
      CombinedDeskFixture.ask(combined, .search(SearchRequest("text")))
        == .failure(.away(reason: "gone")))
  }

  @Test("a desk that is slow is waited for, and its hits are in the page")
  func slow() {
    let fixture = CombinedDeskFixture(["rt": TestDesk(), "own": TestDesk()])
    var generator = SeededGenerator(seed: 54)
    let hits = Self.hits(2, &generator)
    for (desk, hit) in zip(fixture.desks, hits) {
      let own = SearchRequest("text", limit: 25)
      desk.answer(.search(own), with: .search(own, SearchPage(hits: [hit])))
    }
    fixture.desks[0].answer(.late)
    let answers = Box<[Result<DeskAnswer, DeskError>]>([])
    fixture.combined.handle(.search(SearchRequest("text"))) { answer in
      answers.value.withLock { $0.append(answer) }
    }
    #expect(answers.value.withLock { $0 }.isEmpty)
    fixture.desks[0].release()
    guard case .success(.search(_, let page))? = answers.value.withLock({ $0 }).first else {
      Issue.record("no page")
      return
    }
    #expect(page.hits.count == 2)
  }

  @Test(
    "a cursor of something else is refused",
    arguments: ["", "x", "h:3", "none:0:-:", "rt:1:9:abc", "rt:0:-:rt:0:-:"])
  func foreign(text: String) {
    let combined = Self.combined(["rt": HitDesk([], page: 1)])
    let answer = CombinedDeskFixture.ask(combined, .search(SearchRequest("text", after: text)))
    #expect(answer == .failure(.unsupported("going on from \(text)")))
  }
}

@Suite("Cursors of a search over several desks")
struct SearchCursorTests {
  @Test("every cursor reads back as itself, and nothing that is cut or changed traps")
  func roundTrip() {
    var generator = SeededGenerator(seed: 55)
    let scraps = ["", ":", "-", "12:", "é", "🇺🇦", "a:b:c", "\0", " "]
    for _ in 0..<500 {
      let parts = ["rt", "own", "a-1"].shuffled(using: &generator)
        .prefix(Int.random(in: 1...3, using: &generator)).map { name in
          SearchCursor.Part(
            name: name, progress: Int.random(in: 0...1_000, using: &generator),
            after: Bool.random(using: &generator) ? nil : scraps.shuffled(using: &generator).joined())
        }
      let cursor = SearchCursor(parts: parts)
      #expect(SearchCursor(cursor.text) == cursor)
      let cut = String(cursor.text.dropLast(Int.random(in: 1...3, using: &generator)))
      if let read = SearchCursor(cut) { #expect(read.parts.count <= parts.count) }
      _ = SearchCursor(String(cursor.text.shuffled(using: &generator)))
    }
  }
}
