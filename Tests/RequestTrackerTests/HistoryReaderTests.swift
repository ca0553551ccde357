import AdapterProtocol
import DeskModel
import Testing

@testable import RequestTracker

@Suite("The history as a thread")
struct HistoryReaderTests {
  private let transport = PlayedTransport()
  private var reader: HistoryReader { HistoryReader(client: transport.client, people: PeopleDirectory()) }

  private func attachments(_ parts: [String], contents: [String]) {
    transport.answer("POST", "/attachments?orderby=id&per_page=100&fields=ContentType", Played.list(parts))
    transport.answer("POST", "/attachments?orderby=id&per_page=100&fields=Content", Played.list(contents))
  }

  @Test("What was said and done is there once, with its readers, oldest first")
  func entries() throws {
    transport.answerPeople()
    transport.answer(
      "GET", "/ticket/7/history",
      Played.list([
        Played.row(10, "Create"), Played.row(11, "EmailRecord", by: "RT_System"),
        Played.row(12, "Correspond", by: "bob"), Played.row(13, "EmailRecord", by: "RT_System"),
        Played.row(14, "Status", by: "RT_System", field: "Status", old: "new", new: "open"),
        Played.row(15, "Comment", by: "bob"), Played.row(16, "CommentEmailRecord", by: "RT_System"),
        Played.row(17, "Set", by: "alice", field: "Owner", old: "6", new: "32"),
        Played.row(18, "SetWatcher", by: "alice", field: "Owner", old: "6", new: "32"),
      ]))
    transport.answer("GET", "/user/6", Played.user("Nobody", "Nobody in particular"))
    transport.answer("GET", "/user/32", Played.user("alice", "Alice Agent", privileged: true))
    attachments(
      [
        #"{"id":"1","TransactionId":"10","ContentType":"text/plain","ContentLength":"5","Filename":""}"#,
        #"{"id":"2","TransactionId":"12","ContentType":"text/plain","ContentLength":"4","Filename":""}"#,
        #"{"id":"3","TransactionId":"15","ContentType":"text/plain","ContentLength":"4","Filename":""}"#,
      ],
      contents: [
        #"{"id":"1","Content":"hello"}"#, #"{"id":"2","Content":"hi  z\n"}"#, #"{"id":"3","Content":"note"}"#,
      ])
    let page = try reader.page(
      ThreadParams("7", order: .oldestFirst), ticket: try Played.record(Played.ticket(), version: 18))
    let told = page.entries.map { entry in
      "\(entry.entry.id.rawValue) \(entry.entry.author.kind) \(entry.entry.audience) \(entry.entry.kind) \(entry.entry.text)"
    }
    #expect(
      told == [
        "10 customer customer message hello", "12 agent customer message hi  z\n",
        "14 system internal event status: new → open", "15 agent internal note note",
        "17 agent internal event owner: nobody → Alice Agent",
      ])
    #expect(page.next == nil && page.version == "18")
    #expect(page.entries[0].entry.author.name == "Zoë Fürst")
  }

  @Test("A page whose rows are all hidden does not end the thread")
  func hiddenRows() throws {
    transport.answerPeople()
    transport.answer("GET", "/ticket/7/history", Played.list([]), once: true)
    transport.answer("GET", "/ticket/7/history", Played.list([Played.row(300, "Create")]), once: true)
    attachments([], contents: [])
    let page = try reader.page(
      ThreadParams("7", order: .oldestFirst), ticket: try Played.record(Played.ticket(), version: 300))
    #expect(page.entries.map(\.entry.id) == ["300"])
    #expect(page.next == nil)
    #expect(
      transport.targets("GET").filter { $0.contains("history") }.map { $0.contains("page=2") } == [
        false, true,
      ])
  }

  @Test("Pages from the newest end meet those from the oldest, and the last one is known")
  func newestFirst() throws {
    transport.answerPeople()
    attachments([], contents: [])
    let record = try Played.record(Played.ticket(), version: 14)
    transport.answer(
      "GET", "/ticket/7/history?orderby=id&order=DESC",
      Played.list([14, 12, 11, 10].map { Played.row($0, $0 == 10 ? "Create" : "Correspond") }), once: true)
    let first = try reader.page(ThreadParams("7", order: .newestFirst, limit: 2), ticket: record)
    #expect(first.entries.map(\.entry.id) == ["12", "14"])
    #expect(first.next == "b12")
    transport.answer(
      "GET", "/ticket/7/history?orderby=id&order=DESC",
      Played.list([11, 10].map { Played.row($0, $0 == 10 ? "Create" : "Correspond") }), once: true)
    transport.answer("GET", "/ticket/7/history?orderby=id&order=ASC", Played.list([Played.row(10, "Create")]))
    let second = try reader.page(
      ThreadParams("7", order: .newestFirst, cursor: "b12", limit: 2), ticket: record)
    #expect(second.entries.map(\.entry.id) == ["10", "11"])
    #expect(second.next == nil)
    #expect(throws: AdapterFault.cursorExpired) {
      try reader.page(ThreadParams("7", order: .oldestFirst, cursor: "nonsense"), ticket: record)
    }
  }

  @Test(
    "What does not fit into a line comes with the next page, from either end", arguments: ThreadOrder.allCases
  )
  func largeEntries(order: ThreadOrder) throws {
    transport.answerPeople()
    let ids = Array(10...29)
    let rows = ids.map { Played.row($0, $0 == 10 ? "Create" : "Correspond") }
    let large = String(repeating: "x", count: 150_000)
    attachments(
      ids.map {
        #"{"id":"\#($0)","TransactionId":"\#($0)","ContentType":"text/plain","ContentLength":"150000","Filename":""}"#
      },
      contents: ids.map { #"{"id":"\#($0)","Content":"\#(large)"}"# })
    transport.answer("GET", "/ticket/7/history?orderby=id&order=ASC", Played.list(rows), once: true)
    transport.answer(
      "GET", "/ticket/7/history?orderby=id&order=DESC", Played.list(rows.reversed()), once: true)
    let record = try Played.record(Played.ticket(), version: 29)
    let page = try reader.page(ThreadParams("7", order: order), ticket: record)
    let count = page.entries.count
    #expect((2..<20).contains(count))
    let numbers = page.entries.compactMap { Int($0.entry.id.rawValue) }
    switch order {
    case .oldestFirst:
      #expect(numbers == Array(ids.prefix(count)) && page.next == PageCursor("a\(9 + count)"))
    case .newestFirst:
      #expect(numbers == Array(ids.suffix(count)) && page.next == PageCursor("b\(30 - count)"))
    }
  }

  @Test(
    "What was done is said in words",
    arguments: [
      (Played.row(1, "Set", field: "Subject", old: "a", new: "b"), "subject: a → b"),
      (Played.row(1, "CustomField", field: "4", new: "App"), "Products: App"),
      (Played.row(1, "CustomField", field: "4", old: "App"), "Products: App removed"),
      (Played.row(1, "CustomField", field: "99", new: "x"), "field 99: x"),
      (Played.row(1, "AddWatcher", field: "Cc", new: "36"), "Cc added: Zoë Fürst"),
      (Played.row(1, "DelWatcher", field: "Cc", old: "36"), "Cc removed: Zoë Fürst"),
      (
        Played.row(1, "AddLink", field: "RefersTo", new: "fsck.com-rt://rt.test/ticket/4"),
        "link added: RefersTo #4"
      ),
      (
        Played.row(1, "DeleteLink", field: "RefersTo", old: "https://x.test"),
        "link removed: RefersTo https://x.test"
      ),
      (Played.row(1, "Forward Ticket", data: "x@y.test"), "Forward Ticket x@y.test"),
      (Played.row(1, "Set", field: "Due", old: "", new: ""), "due changed"),
    ])
  func events(row: String, text: String) throws {
    transport.answer("GET", "/user/36", Played.user("zoe", "Zoë Fürst"))
    let events = HistoryEvents(
      client: transport.client, people: PeopleDirectory(), fieldNames: ["4": "Products"])
    let record = try Played.record(row)
    let read = try #require(HistoryRow(record.json))
    #expect(try events.text(read) == text)
  }

  @Test("A ticket that was merged away is told by its own row, not by the other's")
  func merging() throws {
    let away = try Played.record(
      Played.row(1, "AddLink", field: "MergedInto", new: "fsck.com-rt://rt.test/ticket/11", ticket: "12"))
    let into = try Played.record(
      Played.row(2, "AddLink", field: "MergedInto", new: "fsck.com-rt://rt.test/ticket/11", ticket: "11"))
    #expect(HistoryRow(away.json)?.mergeTarget == "11")
    #expect(HistoryRow(into.json)?.mergeTarget == nil)
    #expect(HistoryRow.ticketNumber("https://x/ticket/../9") == nil)
  }
}
