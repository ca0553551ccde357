import DeskModel
import LocalDesk
import SystemCalls
import Testing

@Suite("Draft inspection")
struct DraftInspectionTests {
  private func draft(_ id: ConversationID, _ text: String, isHeld: Bool = false) -> StoredDraft {
    StoredDraft(
      conversation: id, text: text, cursor: 0, kind: .message, audience: .customer, parent: nil,
      seenUpTo: nil,
      held: isHeld
        ? HeldReply(
          clientKey: "k", text: "held", kind: .message, audience: .customer, parent: nil, basedOn: nil,
          until: Timestamp(milliseconds: 1)) : nil,
      updatedAt: Timestamp(milliseconds: 1))
  }

  @Test(
    "drafts, held replies and broken files of all consoles of an agent are counted, and stay where they are")
  func counting() throws {
    let fixture = try DeskFixture()
    let first = DraftStore.claim(desk: fixture.folder, agent: "me")
    let second = DraftStore.claim(desk: fixture.folder, agent: "me")
    try first.store.save(draft("c-1", "typed"))
    try first.store.save(draft("c-2", "", isHeld: true))
    try second.store.save(draft("c-3", "typed", isHeld: true))
    try DraftStore(desk: fixture.folder, agent: "you").save(draft("c-1", "not mine"))
    try FileSystem.replace(first.store.folder + "/c-9.json", with: Array("nonsense".utf8))
    try FileSystem.replace(first.store.folder + "/c-8.json.broken", with: [])
    let names = try FileSystem.list(first.store.folder)
    let found = DraftInspection(desk: fixture.folder, agent: "me")
    #expect(found.drafts == 2 && found.held == 2)
    #expect(found.broken == ["/c-8.json.broken", "/c-9.json"].map { first.store.folder + $0 })
    #expect(found.folders == [first.store.folder, second.store.folder])
    #expect(try FileSystem.list(first.store.folder) == names)
    withExtendedLifetime((first.lock, second.lock)) {}
  }

  @Test("no folder is no drafts")
  func none() throws {
    let fixture = try DeskFixture()
    let found = DraftInspection(desk: fixture.folder, agent: "me")
    #expect(found.drafts == 0 && found.held == 0 && found.broken == [] && found.folders == [])
    #expect(!FileSystem.exists(fixture.folder))
  }
}
