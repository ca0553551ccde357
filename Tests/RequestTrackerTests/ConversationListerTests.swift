import AdapterProtocol
import DeskModel
import Testing

@testable import RequestTracker

@Suite("Searching")
struct ConversationListerTests {
  private let transport = PlayedTransport()

  private func search(_ text: String, filter: [QueueTerm] = []) throws -> SearchPage {
    try transport.parts(Played.settings()).lister(now: Played.now).search(
      SearchRequest(text, filter: QueueFilter(terms: filter), limit: 10))
  }

  @Test("All words must be in subject or requestor, and are marked where they stand")
  func words() throws {
    transport.answer(
      "GET", "/tickets",
      Played.list(
        [
          #"{"id":"7","Subject":"Refund of the refund","Requestor":[{"id":"zoe","RealName":"Zoë Fürst"}]}"#,
          #"{"id":"8","Subject":"Refund","Requestor":[{"id":"liam"}]}"#,
        ], total: "2"))
    let page = try search("refund zoë")
    #expect(page.hits.map(\.summary.id) == ["7"])
    #expect(page.hits[0].excerpt == "Refund of the refund" && page.hits[0].matches == [0..<6, 14..<20])
    #expect(page.next == nil && page.progress == 1_000)
  }

  @Test("TicketSQL goes to RT as it was typed, and RT's complaint comes back")
  func query() throws {
    transport.answer(
      "GET", "/tickets?query=%28Status%20%3D%20%27new%27%29",
      Played.list([#"{"id":"7","Subject":"s"}"#], total: "1"))
    #expect(try search("Status = 'new'").hits.map(\.summary.id) == ["7"])
    transport.answer(
      "GET", "/tickets?query=%28Nope", #"{"message":"Unknown field: Nope at /x line 1.\n"}"#, status: 400)
    #expect(throws: AdapterFault.unsupported(what: "Unknown field: Nope")) { try search("Nope = 1") }
  }

  @Test("A search for nothing finds nothing; a filter that cannot be applied is refused, not ignored")
  func edges() throws {
    #expect(try search("  ").hits.isEmpty)
    #expect(throws: AdapterFault.self) { try search("x", filter: [.tag("y")]) }
    #expect(transport.requests.isEmpty)
  }

  @Test(
    "Places of words do not overlap",
    arguments: [
      (["aa", "a"], "aaa", [0..<2, 2..<3]), (["ab", "bc"], "abc", [0..<2]), (["x"], "", []),
      ([""], "abc", []),
      (["É"], "É", [0..<2]), (["longer than it"], "short", []),
    ] as [([String], String, [Range<Int>])])
  func matches(words: [String], text: String, places: [Range<Int>]) {
    #expect(ConversationLister.matches(words, in: text) == places)
  }
}
