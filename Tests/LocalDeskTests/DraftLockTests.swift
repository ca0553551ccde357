import DeskModel
import Foundation
import LocalDesk
import Testing

@Suite("Drafts of several consoles")
struct DraftLockTests {
  private func draft(_ text: String, _ id: ConversationID = "c-1") -> StoredDraft {
    StoredDraft(
      conversation: id, text: text, cursor: 0, kind: .message, audience: .customer, parent: nil,
      seenUpTo: nil,
      held: nil, updatedAt: Timestamp(milliseconds: 1))
  }

  @Test("two consoles of one agent keep their drafts apart, and the next first one takes over what was left")
  func apart() throws {
    let desk = FileManager.default.temporaryDirectory.appending(path: "sapa-drafts-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: desk) }
    do {
      let first = DraftStore.claim(desk: desk, agent: "me")
      let second = DraftStore.claim(desk: desk, agent: "me")
      #expect(first.lock != nil && second.lock != nil)
      #expect(first.store.folder != second.store.folder)
      try first.store.save(draft("one"))
      try second.store.save(draft("two"))
      try second.store.save(draft("elsewhere", "c-2"))
      #expect(try first.store.loadAll().drafts.map(\.text) == ["one"])
      withExtendedLifetime((first.lock, second.lock)) {}
    }
    let next = DraftStore.claim(desk: desk, agent: "me")
    #expect(Set(try next.store.loadAll().drafts.map(\.text)) == ["one", "elsewhere"])
    // What would have overwritten another draft is kept where it was.
    let kept = DraftStore.claim(desk: desk, agent: "me")
    #expect(try kept.store.loadAll().drafts.map(\.text) == ["two"])
    withExtendedLifetime((next.lock, kept.lock)) {}
  }

  @Test("another agent's drafts are another folder")
  func agents() throws {
    let desk = FileManager.default.temporaryDirectory.appending(path: "sapa-drafts-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: desk) }
    let me = DraftStore.claim(desk: desk, agent: "me")
    let you = DraftStore.claim(desk: desk, agent: "you")
    #expect(me.store.folder != you.store.folder)
    #expect(!you.store.folder.contains("console-"))
  }
}
