import AdapterProtocol
import DeskModel
import Testing

@testable import RequestTracker

@Suite("Following what changes")
struct ChangeFeedTests {
  private let transport = PlayedTransport()
  private static let old = "2026-11-18T10:00:00Z"
  private static let young = "2026-11-18T11:06:38Z"

  private func changes(after: ChangeCursor?, limit: Int = 100, _ more: String = "") throws -> ChangesPage {
    try ChangeFeed(client: transport.client, settings: Played.settings(more), now: Played.now).changes(
      ChangesParams(after: after, limit: limit))
  }

  @Test("Without a cursor the place to begin is now")
  func begin() throws {
    transport.answer("GET", "/transactions", Played.list([Played.row(220, "Comment")]))
    let page = try changes(after: nil)
    #expect(page.changes.isEmpty && page.next == "tx:220:" && page.askAgainAfterSeconds == 15)
  }

  @Test("Each conversation is told once, with its last version; mails of RT are not told")
  func coalesced() throws {
    let rows = [
      Played.row(221, "Correspond", at: Self.old), Played.row(222, "EmailRecord", at: Self.old),
      Played.row(223, "Status", field: "Status", new: "open", ticket: "8", at: Self.old),
      Played.row(224, "Comment", at: Self.old), Played.row(225, "EmailRecord", ticket: "9", at: Self.old),
    ]
    transport.answer("GET", "/transactions", Played.list(rows.reversed()), headers: Played.date, once: true)
    transport.answer("GET", "/transactions", Played.list(rows), headers: Played.date)
    let page = try changes(after: "tx:220:")
    #expect(page.changes == [.conversation("7", version: "224"), .conversation("8", version: "223")])
    #expect(page.next == "tx:225:")
  }

  @Test("Merged and deleted tickets are gone")
  func gone() throws {
    let rows = [
      Played.row(
        1, "AddLink", field: "MergedInto", new: "fsck.com-rt://rt.test/ticket/11", ticket: "12", at: Self.old),
      Played.row(
        2, "AddLink", field: "MergedInto", new: "fsck.com-rt://rt.test/ticket/11", ticket: "11", at: Self.old),
      Played.row(3, "Status", field: "Status", new: "deleted", ticket: "13", at: Self.old),
    ]
    transport.answer("GET", "/transactions", Played.list(rows.reversed()), once: true)
    transport.answer("GET", "/transactions", Played.list(rows))
    #expect(
      try changes(after: "tx:0:").changes == [
        .gone("12", movedTo: "11"), .conversation("11", version: "2"), .gone("13", movedTo: nil),
      ])
  }

  @Test("A lower number that appears late is told, and none is told twice")
  func late() throws {
    let early = [
      Played.row(221, "Comment", at: Self.old), Played.row(224, "Comment", ticket: "8", at: Self.young),
    ]
    transport.answer("GET", "/transactions", Played.list(early.reversed()), headers: Played.date, once: true)
    transport.answer("GET", "/transactions", Played.list(early), headers: Played.date, once: true)
    let first = try changes(after: "tx:220:")
    #expect(first.next == "tx:221:3")
    let later = [
      Played.row(223, "Comment", ticket: "9", at: Self.young),
      Played.row(224, "Comment", ticket: "8", at: Self.young),
    ]
    transport.answer("GET", "/transactions", Played.list(later.reversed()), headers: Played.date, once: true)
    transport.answer("GET", "/transactions", Played.list(later), headers: Played.date, once: true)
    let second = try changes(after: first.next)
    #expect(second.changes == [.conversation("9", version: "223")])
    #expect(second.next == "tx:221:2,3")
  }

  @Test("A page that is full goes on where it ended")
  func limit() throws {
    let rows = (1...5).map { Played.row($0, "Comment", ticket: "\($0)", at: Self.old) }
    transport.answer("GET", "/transactions", Played.list(rows.reversed()), headers: Played.date, once: true)
    transport.answer("GET", "/transactions", Played.list(rows), headers: Played.date, once: true)
    let page = try changes(after: "tx:0:", limit: 2)
    #expect(page.changes.count == 2 && page.next == "tx:2:" && page.askAgainAfterSeconds == 0)
  }

  @Test("Hidden rows are walked over, page by page")
  func hidden() throws {
    transport.answer(
      "GET", "/transactions", Played.list([Played.row(340, "Comment", at: Self.old)]), once: true)
    for _ in 1...3 { transport.answer("GET", "/transactions", Played.list([]), once: true) }
    transport.answer(
      "GET", "/transactions", Played.list([Played.row(340, "Comment", at: Self.old)]), once: true)
    let page = try changes(after: "tx:0:")
    #expect(page.changes == [.conversation("7", version: "340")] && page.next == "tx:340:")
    #expect(transport.requests.count == 5)
  }

  @Test("When the newest hundred rows are hidden, the tickets that changed last tell whether there is more")
  func hiddenEnd() throws {
    transport.answer("GET", "/transactions", Played.list([]), once: true)
    transport.answer(
      "GET", "/tickets", Played.list([#"{"id":"7","LastUpdated":"b"}"#, #"{"id":"8","LastUpdated":"a"}"#]))
    transport.answer("GET", "/ticket/7", Played.ticket(), headers: Played.etag(90))
    transport.answer("GET", "/transactions", Played.list([Played.row(90, "Comment", at: Self.old)]))
    #expect(try changes(after: "tx:80:").changes == [.conversation("7", version: "90")])
    #expect(!transport.targets("GET").contains("/ticket/8"))
    // Nothing new: the place stays.
    transport.clear()
    transport.answer("GET", "/transactions", Played.list([]))
    transport.answer("GET", "/tickets", Played.list([#"{"id":"7","LastUpdated":"b"}"#]))
    transport.answer("GET", "/ticket/7", Played.ticket(), headers: Played.etag(90))
    let idle = try changes(after: "tx:90:")
    #expect(idle.changes.isEmpty && idle.next == "tx:90:" && idle.askAgainAfterSeconds == 15)
  }

  @Test("Only the queues of the settings are followed, by names that cannot break out")
  func queues() throws {
    transport.answer("GET", "/transactions", Played.list([Played.row(1, "Comment")]))
    _ = try changes(after: nil, #","queues":["It's"]"#)
    #expect(transport.targets("GET")[0].contains(RTTarget.encoded(#"TicketQueue = 'It\'s'"#)))
  }

  @Test(
    "A cursor that is not ours is refused",
    arguments: ["", "x", "tx:-1:", "tx:1", "tx:1:0", "tx:1:-2", "tx:a:", "tx:1:2:3"])
  func badCursors(cursor: String) {
    #expect(throws: AdapterFault.cursorExpired) { try changes(after: ChangeCursor(cursor)) }
  }
}
