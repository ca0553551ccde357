import DeskModel
import LocalDesk
import SystemCalls
import Testing

@Suite("Drafts")
struct DraftStoreTests {
  private func draft(_ id: ConversationID, _ text: String = "text", at: Int64 = 0) -> StoredDraft {
    StoredDraft(
      conversation: id, text: text, cursor: 2, kind: .message, audience: .customer, parent: nil,
      seenUpTo: nil,
      held: nil, updatedAt: Timestamp(milliseconds: at))
  }

  @Test("A draft is kept whole, replaced and removed")
  func keeps() throws {
    let fixture = try DeskFixture()
    let store = DraftStore(desk: fixture.folder, agent: "a-1")
    #expect(try store.loadAll().drafts == [])
    #expect(try store.load("c-1") == nil)
    try store.remove("c-1")
    let full = StoredDraft(
      conversation: "c-1", text: "line\n\u{1B}[2J 👨‍👩‍👧", cursor: 5, kind: .note, audience: .internal,
      parent: "e-1",
      seenUpTo: "e-2",
      held: HeldReply(
        clientKey: "k", text: "held\n", kind: .comment, audience: .world, parent: "e-0", basedOn: 3,
        until: Timestamp(milliseconds: 5_000),
        attachments: [AttachmentUpload(path: "/a\nb/\u{202E}c", name: "..")]),
      updatedAt: Timestamp(milliseconds: 1),
      attachments: [AttachmentUpload(path: "/x", name: "x"), AttachmentUpload(path: "/y", name: "y")])
    try store.save(full)
    #expect(try store.load("c-1") == full)
    try store.save(draft("c-1", "newer", at: 2))
    try store.save(draft("c-2", at: 9))
    #expect(try store.loadAll().drafts == [draft("c-2", at: 9), draft("c-1", "newer", at: 2)])
    try store.remove("c-1")
    #expect(try store.load("c-1") == nil)
    #expect(try DraftStore(desk: fixture.folder, agent: "a-2").loadAll().drafts == [])
  }

  @Test("Any id is safe as a file name and stays apart from all others")
  func names() throws {
    let fixture = try DeskFixture()
    let store = DraftStore(desk: fixture.folder, agent: "../../a/\0b")
    let long = String(repeating: "é", count: 500)
    let ids: [ConversationID] = [
      "../../../etc/passwd", "/", "..", ".", "a/b", "a%2Fb", "a:b", "A", "a", "\n", "\0", "名前", "c 1", "-rf",
      ConversationID(long), ConversationID(long + "x"),
    ]
    for (number, id) in ids.enumerated() { try store.save(draft(id, "\(number)", at: Int64(number) * 1_000)) }
    let found = try store.loadAll()
    #expect(found.drafts.map { $0.text } == ids.indices.reversed().map { "\($0)" })
    #expect(found.problems == [])
    #expect(try FileSystem.list(fixture.root) == ["desk"])
    #expect(try FileSystem.list(fixture.folder) == ["drafts"])
    #expect(try FileSystem.list(store.folder).count == ids.count)
  }

  @Test(
    "A broken draft is moved aside and reported, never lost",
    arguments: [
      "", "{", "[]", "{\"conversation\":\"c\"}", "\u{0}",
      #"{"conversation":"c-9","text":"","kind":"note","audience":"internal","updatedAt":"2026-03-01T09:00:00Z","held":{"clientKey":"k"}}"#,
    ])
  func broken(content: String) throws {
    let fixture = try DeskFixture()
    let store = DraftStore(desk: fixture.folder, agent: "a-1")
    try store.save(draft("c-1"))
    try FileSystem.replace(store.folder + "/c-9.json", with: Array(content.utf8))
    let found = try store.loadAll()
    #expect(found.drafts == [draft("c-1")])
    #expect(found.problems.count == 1)
    #expect(found.problems[0].contains("c-9.json.broken"))
    #expect(try FileSystem.contents(of: store.folder + "/c-9.json.broken") == Array(content.utf8))
    try FileSystem.replace(store.folder + "/c-9.json", with: Array(content.utf8))
    #expect(try store.loadAll().problems[0].contains("c-9.json.2.broken"))
    #expect(try store.loadAll().problems == [])
  }

  @Test("A cursor outside the text is moved into it")
  func cursor() throws {
    let fixture = try DeskFixture()
    let store = DraftStore(desk: fixture.folder, agent: "a-1")
    var wild = draft("c-1")
    wild.cursor = 999
    try store.save(wild)
    #expect(try store.load("c-1")?.cursor == 4)
  }
}
