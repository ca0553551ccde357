import ConsoleCore
import DeskModel
import LocalDesk
import Synchronization
import TestSupport
import Testing

@testable import SapaCommand

@Suite("Drafts of several desks")
struct DraftKeepersTests {
  private static let me = Agent(id: "olena", name: "Olena")

  private static func draft(_ conversation: ConversationID, _ text: String) -> StoredDraft {
    StoredDraft(
      conversation: conversation, text: text, cursor: 0, kind: .message, audience: .customer,
      parent: "one:e-1",
      seenUpTo: "one:e-2", held: nil, updatedAt: Fixtures.now)
  }

  private final class Answers: Sendable {
    let all = Mutex<[String?]>([])
  }

  /// What was said of each draft that was saved, in order.
  private static func save(_ drafts: [StoredDraft], _ keepers: DraftKeepers) -> [String?] {
    let answers = Answers()
    for draft in drafts {
      keepers.save(draft) { answer in answers.all.withLock { $0.append(answer) } }
      keepers.flush()
    }
    return answers.all.withLock { $0 }
  }

  @Test("a draft lies in the folder of its desk under that desk's ids, and comes back under the console's")
  func folders() throws {
    let scratch = try ScratchFolder()
    let desks = ["one", "two"].map { (name: $0, folder: scratch.path + "/" + $0) }
    let (first, second) = (Self.draft("one:c-1", "first"), Self.draft("two:c-1", "second"))
    let many = Self.draft(BulkReply.draftID, "many")
    do {
      let keepers = DraftKeepers(desks, me: Self.me)
      let lost = Self.draft("three:c-1", "lost")
      #expect(
        Self.save([first, second, many, lost], keepers)
          == [nil, nil, nil, "no desk here has the conversation three:c-1"])
    }
    let store = DraftStore(desk: desks[0].folder, agent: Self.me.id)
    let kept = try #require(try store.load("c-1"))
    #expect(kept.text == "first" && kept.parent == "e-1" && kept.seenUpTo == "e-2")
    #expect(try store.load(BulkReply.draftID)?.text == "many")
    let other = DraftStore(desk: desks[1].folder, agent: Self.me.id)
    // What it answers is of another desk: left out.
    #expect(try other.load("c-1").map { [$0.text, $0.parent?.rawValue] } == ["second", nil])
    #expect(try other.load(BulkReply.draftID) == nil)

    let loaded = DraftKeepers(desks, me: Self.me).loadAll()
    #expect(loaded.problems.isEmpty)
    #expect(Set(loaded.drafts.map(\.conversation)) == ["one:c-1", "two:c-1", BulkReply.draftID])
    #expect(loaded.drafts.first { $0.conversation == "one:c-1" } == first)
  }

  @Test("an answer to many that a console left on a further desk is not one of this console, and stays")
  func bulk() throws {
    let scratch = try ScratchFolder()
    let desks = ["one", "two"].map { (name: $0, folder: scratch.path + "/" + $0) }
    do {
      let alone = DraftKeepers(desk: desks[1].folder, agent: Self.me.id)
      #expect(
        Self.save([Self.draft(BulkReply.draftID, "many"), Self.draft("c-1", "one")], alone) == [nil, nil])
    }
    let keepers = DraftKeepers(desks, me: Self.me)
    #expect(keepers.loadAll().drafts.map(\.conversation) == ["two:c-1"])
    let store = DraftStore(desk: desks[1].folder, agent: Self.me.id)
    #expect(try store.load(BulkReply.draftID)?.text == "many")
  }
}
