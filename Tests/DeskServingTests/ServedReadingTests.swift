import AdapterProtocol
import DeskLink
import DeskModel
import DeskServing
import LocalDesk
import SystemCalls
import Testing

@Suite("Reading a desk that is served", .timeLimit(.minutes(2)))
struct ServedReadingTests {
  @Test("threads come whole in pages of any size, in both orders, while others write")
  func threads() throws {
    let fixture = try ServedFixture([ServedFixture.line("c-1", entries: 25)])
    let client = try fixture.serve().client
    try client.initialize()
    let all = try client.thread()
    #expect(all.map(\.entry.id.rawValue) == (0..<25).map { "e-\($0)" })
    for order in ThreadOrder.allCases {
      for limit in [1, 7, 25] { #expect(try client.thread(order: order, limit: limit) == all) }
    }
    // A page of an old cursor is the same after something was said.
    let first = ThreadParams("c-1", order: .newestFirst, limit: 10)
    guard case .thread(let page) = try client.ask(.thread(first)) else { throw DeskClient.MixedUp() }
    _ = try client.say("late", key: "k")
    let rest = ThreadParams("c-1", order: .newestFirst, cursor: page.next, limit: 1_000)
    guard case .thread(let older) = try client.ask(.thread(rest)) else { throw DeskClient.MixedUp() }
    #expect(older.entries + page.entries == all)
    #expect(try client.thread().last?.clientKey == "k")
  }

  @Test("a queue comes whole in pages, filtered and sorted, with versions and an exact total")
  func queues() throws {
    let lines = (0..<30).map { number in
      ServedFixture.line(
        "c-\(number)", contact: "u-\(number)", entries: number + 1,
        extra: number % 2 == 0 ? #","tags":["billing"]"# : "")
    }
    let fixture = try ServedFixture(lines)
    let client = try fixture.serve().client
    try client.initialize()
    var ids: [String] = []
    var params = ConversationsParams(queue: "all", filter: [.tag("billing")], sort: .newest, limit: 4)
    repeat {
      let page = try client.conversations(params)
      #expect(page.total == .exact(15) && page.unfiltered.isEmpty && page.isSorted)
      #expect(page.items.allSatisfy { $0.version == "1" })
      ids += page.items.map(\.summary.id.rawValue)
      params.cursor = page.next
    } while params.cursor != nil
    #expect(ids == (0..<15).map { "c-\(28 - 2 * $0)" })
    // Its cursor is no other queue's.
    params = ConversationsParams(queue: "all", sort: .newest, limit: 4)
    params.cursor = try client.conversations(params).next
    params.queue = "mine"
    #expect(try client.fault(.conversations(params)) == .cursorExpired)
  }

  @Test("a contact comes with all their conversations, latest first, page by page")
  func contacts() throws {
    let fixture = try ServedFixture(
      (0..<7).map { ServedFixture.line("c-\($0)", entries: 1 + ($0 * 3) % 5) } + [
        ServedFixture.line("c-other", contact: "u-2")
      ])
    let client = try fixture.serve().client
    try client.initialize()
    func pages(_ limit: Int) throws -> [ConversationRow] {
      var result: [ConversationRow] = []
      var params = ContactParams("u-1", limit: limit)
      repeat {
        guard case .contact(let page) = try client.ask(.contact(params)) else { throw DeskClient.MixedUp() }
        #expect(page.contact.contact.full == "Dewi Lestari")
        result += page.conversations
        params.cursor = page.next
      } while params.cursor != nil
      return result
    }
    let all = try pages(100)
    #expect(Set(all.map(\.summary.id)).count == 7)
    for (one, next) in zip(all, all.dropFirst()) {
      #expect(one.summary.lastActivity >= next.summary.lastActivity)
    }
    for limit in [1, 2, 3] { #expect(try pages(limit) == all) }
  }

  @Test("files come in pieces, those of imports and those of ours")
  func attachments() throws {
    let fixture = try ServedFixture([
      #"{"id":"c-1","contact":{"id":"u-1"},"entries":[{"id":"e-1","at":"2026-03-01T09:00:00Z","author":{"kind":"customer"},"audience":"customer","text":"see","attachments":[{"id":"f-1","name":"a.txt","data":"aGVsbG8="},{"id":"f-2","name":"b.txt"}]}]}"#
    ])
    let client = try fixture.serve().client
    try client.initialize()
    func whole(_ id: AttachmentID, limit: Int) throws -> [UInt8] {
      var result: [UInt8] = []
      while true {
        let params = AttachmentParams(id, in: "c-1", offset: result.count, limit: limit)
        guard case .attachment(let piece) = try client.ask(.attachment(params)) else {
          throw DeskClient.MixedUp()
        }
        #expect(piece.data.bytes.count <= limit)
        result += piece.data.bytes
        if piece.isLast {
          #expect(piece.size == result.count)
          return result
        }
      }
    }
    for limit in [1, 2, 100] { #expect(try whole("f-1", limit: limit) == Array("hello".utf8)) }
    #expect(try client.fault(.attachment(AttachmentParams("f-1", in: "c-1", offset: 6))) != nil)
    guard case .away? = try client.fault(.attachment(AttachmentParams("f-2", in: "c-1"))) else {
      throw DeskClient.MixedUp()
    }
    #expect(
      try client.fault(.attachment(AttachmentParams("f-3", in: "c-1"))) == .notFound(.attachment, id: "f-3"))
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    for start in stride(from: 0, to: bytes.count, by: 30_000) {
      let piece = Array(bytes[start..<min(start + 30_000, bytes.count)])
      let params = UploadParams(
        "up", in: "c-1", name: "big.bin", type: "application/x-big", size: bytes.count, offset: start,
        data: DataPiece(piece))
      guard case .upload(let progress) = try client.ask(.upload(params)) else { throw DeskClient.MixedUp() }
      #expect(progress.received == start + piece.count)
    }
    guard case .applied = try client.say("here", key: "k", uploads: ["up"]) else {
      throw DeskClient.MixedUp()
    }
    let sent = try #require(client.thread().last?.entry.attachments.first)
    #expect(sent.name == "big.bin" && sent.mediaType == "application/x-big" && sent.byteCount == bytes.count)
    #expect(try whole(sent.id, limit: 65_536) == bytes)
  }

  @Test("words are found, page by page, and a search that was taken back is answered")
  func search() throws {
    let fixture = try ServedFixture((0..<9).map { ServedFixture.line("c-\($0)", text: "refund") })
    let client = try fixture.serve().client
    try client.initialize()
    var found: Set<ConversationID> = []
    var request = SearchRequest("refund", limit: 4)
    repeat {
      guard case .search(let result) = try client.ask(.search(SearchParams(request))) else {
        throw DeskClient.MixedUp()
      }
      #expect(result.page.hits.count <= 4)
      found.formUnion(result.page.hits.map(\.summary.id))
      request.after = result.page.next
    } while request.after != nil
    #expect(found.count == 9)
    let id = try client.begin(.search(SearchParams(SearchRequest("refund"))))
    try client.cancel(id)
    do {
      _ = try client.finish(id)
    } catch let fault as AdapterFault { #expect(fault == .cancelled) }
  }

  @Test("an entry, a subject or a tag of megabytes keeps neither thread nor queue from being read")
  func hugeTexts() throws {
    let huge = String(repeating: "\\u0001ö", count: 2_000_000)
    let fixture = try ServedFixture([
      #"{"id":"c-1","contact":{"id":"u-1"},"subject":"\#(huge)","tags":["\#(huge)","x"],"entries":[{"id":"e-0","at":"2026-03-01T09:00:00Z","author":{"kind":"bot"},"audience":"customer","text":"\#(huge)"},{"id":"e-1","at":"2026-03-01T09:01:00Z","author":{"kind":"customer"},"audience":"customer","text":"short"}]}"#,
      ServedFixture.line("c-2"),
    ])
    let client = try fixture.serve().client
    try client.initialize()
    #expect(Set(try client.conversations().items.map(\.summary.id)) == ["c-1", "c-2"])
    let thread = try client.thread()
    #expect(thread.map(\.entry.id) == ["e-0", "e-1"])
    #expect(thread[0].entry.text.hasSuffix("more bytes]"))
    let start = try #require(client.changes(after: nil).next)
    _ = try client.say("now", key: "k")
    #expect(try client.changes(after: start).changes.count == 2)
  }
}
