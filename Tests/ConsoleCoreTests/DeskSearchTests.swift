import DeskLink
import DeskModel
import ScreenKit
import TestSupport
import Testing
import TextLayout
import Widgets

@testable import ConsoleCore

@Suite("DeskSearch")
struct DeskSearchTests {
  private static func hits(_ count: Int) -> [SearchHit] {
    Fixtures.many(count).map { conversation in
      SearchHit(
        summary: ConversationSummary(conversation), entry: "e-1", at: Fixtures.now, author: "Dewi",
        excerpt: conversation.entries[0].text, matches: [0..<8])
    }
  }

  private static func question(_ search: inout DeskSearch) throws -> SearchRequest {
    let request = search.nextQuestion()
    return try #require(request)
  }

  /// Takes a page.
  ///
  /// - Returns: the place from which the next one is asked for; nil when none is.
  private static func take(_ page: SearchPage, _ request: SearchRequest, _ search: inout DeskSearch)
    -> SearchRequest?
  {
    search.take(page, for: request)
  }

  private static func typed(_ text: String, into search: inout DeskSearch) {
    search.field.apply(.paste(text))
    search.readField()
  }

  @Test("words are looked for, conditions narrow")
  func reads() {
    var search = DeskSearch()
    Self.typed("tag:billing refund please", into: &search)
    #expect(search.wanted?.text == "refund please")
    #expect(search.wanted?.filter == QueueFilter(terms: [.tag("billing")]))
    let asked = [search.nextQuestion(), search.nextQuestion()]
    #expect(asked == [search.wanted, nil], "once")
  }

  @Test("without words nothing is asked")
  func conditionsOnly() {
    var search = DeskSearch()
    Self.typed("tag:billing", into: &search)
    let asked = search.nextQuestion()
    #expect(asked == nil)
  }

  @Test("what is half-typed leaves the results; what becomes the same search again is not asked again")
  func halfTyped() throws {
    var search = DeskSearch()
    Self.typed("refund", into: &search)
    let asked = try Self.question(&search)
    #expect(Self.take(SearchPage(hits: Self.hits(3)), asked, &search) == nil)
    Self.typed(" tag:", into: &search)
    #expect(search.filterError != nil && search.hits.count == 3)
    search.field.apply(.deleteWordBackward)
    search.readField()
    #expect(search.filterError == nil && !search.isStale && search.hits.count == 3)
  }

  @Test("pages come one after the other, up to the limit")
  func pages() throws {
    var search = DeskSearch()
    Self.typed("question", into: &search)
    var request = try Self.question(&search)
    for number in 1...10 {
      let page = SearchPage(hits: Self.hits(50), next: "\(number)", progress: number * 10)
      guard let next = search.take(page, for: request) else { break }
      #expect(next.after == "\(number)" && next.text == "question")
      request = next
    }
    #expect(search.hits.count == DeskSearch.hitLimit)
    #expect(search.isCut && search.asked == nil && search.progress == 1_000)
  }

  @Test("a page for an older text is dropped, and asks for no more")
  func older() throws {
    var search = DeskSearch()
    Self.typed("que", into: &search)
    let first = try Self.question(&search)
    Self.typed("stion", into: &search)
    #expect(Self.take(SearchPage(hits: Self.hits(2), next: "1"), first, &search) == nil)
    #expect(search.hits.isEmpty)
    let second = try Self.question(&search)
    #expect(Self.take(SearchPage(hits: Self.hits(2), next: "1"), first, &search) == nil)
    #expect(Self.take(SearchPage(hits: Self.hits(1)), second, &search) == nil)
    #expect(search.hits.count == 1)
  }

  @Test("a desk that says to go on where it was already is not asked for ever")
  func loop() throws {
    var search = DeskSearch()
    Self.typed("q", into: &search)
    let first = try Self.question(&search)
    let next = search.take(SearchPage(hits: [], next: "7"), for: first)
    let second = try #require(next)
    #expect(Self.take(SearchPage(hits: [], next: "7"), second, &search) == nil)
  }

  @Test("the excerpt keeps all of its text, whatever the desk says of its matches")
  func excerpts() {
    let hostile: [[Range<Int>]] = [
      [0..<4], [2..<3], [4..<2_000], [5..<6, 1..<2], [0..<0], [1..<2], [-5 ..< -1],
    ]
    for matches in hostile {
      var hit = Self.hits(1)[0]
      hit.excerpt = "Привіт, світе"
      hit.matches = matches
      #expect(SearchView.excerpt(hit).map(\.text.string).joined() == "Привіт, світе", "\(matches)")
    }
    var hit = Self.hits(1)[0]
    hit.excerpt = "a refund, a refund"
    hit.matches = [2..<8, 12..<18]
    #expect(
      SearchView.excerpt(hit).filter { $0.style.role == .mark }.map(\.text.string) == ["refund", "refund"])
  }
}
