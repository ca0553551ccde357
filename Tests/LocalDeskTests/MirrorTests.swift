import DeskLink
import DeskModel
import Dispatch
import Synchronization
import SystemCalls
import Testing

@testable import LocalDesk

private let dewi = Contact(id: "u-7", full: "Dewi Lestari")

private func conversation(
  _ id: ConversationID = "c-1", status: String = "open", entries: [String] = [],
  _ change: (inout Conversation) -> Void = { _ in }
) -> Conversation {
  var result = Conversation(
    id: id, shape: .ticket, channel: "mail", subject: "Refund", status: status, contact: dewi)
  result.entries = entries.enumerated().map { number, text in
    Entry(
      id: EntryID("e-\(number)"), at: Timestamp(milliseconds: 1_772_000_000_000 + Int64(number) * 60_000),
      author: Author(kind: .customer, id: "u-7", name: "Dewi Lestari"), audience: .customer, text: text)
  }
  result.version = 1
  change(&result)
  return result
}

private let outline = ConversationOutline(
  unreadCount: 3, lastActivity: Timestamp(milliseconds: 1_772_100_000_000),
  waitingSince: Timestamp(milliseconds: 1_772_050_000_000),
  due: Deadline(at: Timestamp(milliseconds: 1_772_200_000_000), kind: .resolution),
  preview: "It is still missing")

/// What a mirror of another desk takes over, keeps and finds.
struct MirrorTests {
  private func put(_ desk: EmbeddedDesk, _ wanted: Conversation) throws {
    try desk.mirror([wanted.id]) { _, _ in wanted }
  }

  @Test func `A row of a list stands in the queue as the list says, before anything was read`() throws {
    let fixture = try DeskFixture()
    var desk = try fixture.open()
    try put(desk, conversation { $0.outline = outline })
    for isReopened in [false, true] {
      if isReopened {
        desk.close()
        desk = try fixture.open()
      }
      let row = try #require(desk.rows(.all).first)
      #expect(
        row.unreadCount == 3 && row.preview == "It is still missing" && row.contactName == "Dewi Lestari")
      #expect(row.lastActivity == outline.lastActivity && row.waitingSince == outline.waitingSince)
      #expect(row.due == outline.due?.at && row.dueKind == .resolution)
      #expect(desk.read()?.outline == outline)
    }
  }

  @Test
  func
    `The index of a desk that is paged in is written a few times, not with each page, and whole at the end`()
    throws
  {
    let fixture = try DeskFixture()
    let written = Mutex(0)
    var desk = try fixture.open(
      options: EmbeddedDeskOptions(tailLimit: 5),
      onStep: { step in if step == .beforeIndex { written.withLock { $0 += 1 } } })
    let ids = (0..<600).map { ConversationID("c-\($0)") }
    for start in stride(from: 0, to: ids.count, by: 10) {
      let page = Array(ids[start..<start + 10])
      try desk.mirror(page) { id, _ in conversation(id) { $0.outline = outline } }
      // An index that has been begun is written and taken up before the next page.
      desk.indexQueue.sync {}
      desk.settle()
    }
    let count = written.withLock { $0 }
    #expect((1...25).contains(count), "60 pages, written \(count) times")
    desk.close()
    desk = try fixture.open()
    #expect(desk.rows(.all).count == ids.count)
  }

  @Test func `What was read takes the outline's place, and only what is new is written then`() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try put(desk, conversation { $0.outline = outline })
    try put(desk, conversation(entries: ["one"]))
    #expect(desk.rows(.all).first?.preview == "one")
    let whole = conversation(status: "resolved", entries: ["one", "two"]) { $0.tags = ["billing"] }
    try put(desk, whole)
    try put(desk, whole)
    let bytes = try FileSystem.contents(of: fixture.folder + "/journal/000001.jsonl")
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.split(separator: "\n").count == 6)
    #expect(text.ranges(of: "\"one\"").count == 1)
    let result = try #require(desk.read())
    #expect(result.entries == whole.entries && result.status == "resolved" && result.tags == ["billing"])
  }

  @Test(arguments: [
    "an edited entry", "a deleted entry", "another subject", "another contact", "a category", "fields",
  ])
  func `Whatever else is other on the backend is other here`(what: String) throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try put(desk, conversation(entries: ["one", "two"]))
    var wanted = conversation(entries: ["one", "two"])
    switch what {
    case "an edited entry":
      wanted.entries[0].text = "won"
      wanted.entries[0].state = .edited
    case "a deleted entry": wanted.entries.removeFirst()
    case "another subject": wanted.subject = "Refunds"
    case "another contact": wanted.contact.full = "Dewi L."
    case "a category": (wanted.status, wanted.category) = ("waiting for parts", .pending)
    default: wanted.fields = [Field(name: "plan", values: ["pro"])]
    }
    try put(desk, wanted)
    let before = try #require(desk.read())
    desk.close()
    let again = try fixture.open()
    let after = try #require(again.read())
    #expect(before == after)
    wanted.version = after.version
    #expect(after == wanted)
    #expect(again.rows(.all).first?.statusCategory == wanted.statusCategory)
  }

  @Test func `What was replaced is not found any more, what came in its place is`() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try put(desk, conversation(entries: ["the parcel", "thanks"]))
    try put(desk, conversation(entries: ["the parcel", "thanks", "a letter"]))
    try put(desk, conversation(entries: ["the package", "thanks", "a letter"]))
    func found(_ text: String) -> [EntryID?] {
      guard case .success(.search(_, let page)) = desk.ask(.search(SearchRequest(text, limit: 9))) else {
        return []
      }
      return page.hits.map(\.entry)
    }
    #expect(found("parcel") == [])
    #expect(found("package") == ["e-0"])
    #expect(found("letter") == ["e-2"])
    try put(desk, conversation(entries: ["the package", "thanks", "a letter", "a parcel"]))
    #expect(found("parcel") == ["e-3"])
  }

  @Test func `A change of the mirror is told once, and nothing when nothing is other`() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    let told = Mutex<[DeskNotice]>([])
    desk.observe { notice in
      if case .presence = notice { return }
      told.withLock { $0.append(notice) }
    }
    try put(desk, conversation(entries: ["one"]))
    try put(desk, conversation(entries: ["one"]))
    desk.settle()
    #expect(told.withLock { $0 } == [.changed(["c-1"])])
  }

  @Test func `What we keep ourselves lives beside what the backend says`() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try put(desk, conversation(entries: ["one"]))
    let intent = Intent(
      clientKey: "k", conversation: "c-1", by: DeskFixture.nastya, action: .markRead(upTo: "e-0"))
    _ = desk.ask(.apply(intent))
    try desk.mirror(["c-1"]) { _, current in
      var wanted = conversation(entries: ["one", "two"])
      wanted.readUpTo = current?.readUpTo
      return wanted
    }
    #expect(desk.rows(.all).first?.unreadCount == 1)
  }

  @Test func `A mirrored desk is exported as it is now`() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try put(desk, conversation(entries: ["one"]))
    try put(desk, conversation(entries: ["uno"]) { $0.subject = "Reembolso" })
    let text = try desk.exported(fixture)
    #expect(text.contains("Reembolso") && text.contains("uno") && !text.contains("one"))
  }
}
