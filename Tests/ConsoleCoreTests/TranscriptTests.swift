import DeskModel
import ScreenKit
import SeededRandom
import TestSupport
import Testing

@testable import ConsoleCore

@Suite("Transcript")
struct TranscriptTests {
  private static func thread(_ entries: [Entry]) -> Conversation {
    Conversation(
      id: "p", shape: .publicThread, contact: Contact(id: "p-Sofia", full: "Sofia"), entries: entries)
  }

  private static func comment(
    _ id: EntryID, _ parent: EntryID?, _ kind: AuthorKind = .stranger, audience: Audience = .world
  ) -> Entry {
    Entry(
      id: id, at: Fixtures.now, author: Author(kind: kind, id: "x", name: "X"), audience: audience,
      kind: audience == .internal ? .note : .comment, text: "text", parent: parent)
  }

  private static func branch(_ entries: [Entry]) -> [String] {
    Transcript.items(of: thread(entries), hasHeld: false).map {
      guard case .entry(let place) = $0 else { return "held" }
      return entries[place].id.rawValue
    }
  }

  @Test(
    "a dialog and a ticket show all entries, then what is held",
    arguments: [ConversationShape.dialog, .ticket])
  func flat(shape: ConversationShape) {
    var conversation = Fixtures.dialog
    conversation.shape = shape
    #expect(
      Transcript.items(of: conversation, hasHeld: true) == [
        .entry(0), .entry(1), .entry(2), .entry(3), .held,
      ])
    #expect(Transcript.items(of: conversation, hasHeld: false).count == 4)
  }

  @Test("a public thread shows the customer's branch: above, below, beside nothing")
  func publicBranch() {
    let entries = [
      Self.comment("post", nil, .agent), Self.comment("a", "post"), Self.comment("b", "a"),
      Self.comment("mine", "b", .customer), Self.comment("answer", "mine", .agent),
      Self.comment("deep", "answer"), Self.comment("beside", "a"), Self.comment("far", "post"),
      Self.comment("below far", "far"),
    ]
    #expect(Self.branch(entries) == ["a", "b", "mine", "answer", "deep"])
  }

  @Test("notes and events of ours that answer nothing are shown, those in a stranger's branch are not")
  func notes() {
    let entries = [
      Self.comment("post", nil, .agent), Self.comment("note", nil, .agent, audience: .internal),
      Self.comment("far", "post"), Self.comment("far note", "far", .agent, audience: .internal),
      Self.comment("mine", "post", .customer), Self.comment("my note", "mine", .agent, audience: .internal),
    ]
    #expect(Self.branch(entries) == ["note", "mine", "my note"])
  }

  @Test("the customer's own post is shown")
  func ownPost() {
    let entries = [Self.comment("post", nil, .customer), Self.comment("a", "post"), Self.comment("b", "a")]
    #expect(Self.branch(entries) == ["post", "a", "b"])
  }

  @Test("an orphan of the customer's is shown, a stranger's is not")
  func orphans() {
    let entries = [
      Self.comment("post", nil, .agent), Self.comment("lost", "nowhere"),
      Self.comment("mine", "nowhere", .customer),
      Self.comment("note", "nowhere", .agent, audience: .internal),
    ]
    #expect(Self.branch(entries) == ["mine", "note"])
  }

  @Test("circles, entries that answer themselves, and ids that are used twice do not hang it")
  func cycles() {
    let entries = [
      Self.comment("post", nil, .agent), Self.comment("self", "self", .customer), Self.comment("a", "b"),
      Self.comment("b", "a", .customer), Self.comment("b", "post", .customer), Self.comment("c", "b"),
    ]
    let shown = Self.branch(entries)
    #expect(shown.contains("self"))
    #expect(shown.filter { $0 == "b" }.count == 2)
    #expect(shown.contains("c"))
  }

  @Test("nothing said by the customer is ever left out", arguments: 0..<40)
  func customerIsComplete(seed: Int) {
    var random = SeededGenerator(UInt64(seed))
    var entries = [Self.comment("post", nil, .agent)]
    for number in 1..<60 {
      let parent = Int.random(in: -1..<number + 2, using: &random)
      let kind: AuthorKind = [.customer, .stranger, .agent].randomElement(using: &random) ?? .stranger
      entries.append(Self.comment(EntryID("\(number)"), parent < 0 ? nil : EntryID("\(parent)"), kind))
    }
    let branch = Transcript.customerBranch(of: Self.thread(entries))
    for (place, entry) in entries.enumerated() where entry.author.kind == .customer {
      #expect(branch.contains(place))
    }
    #expect(Transcript.items(of: Self.thread(entries), hasHeld: false).count == branch.count)
  }

  @Test("a deep branch is no deeper than memory")
  func deep() {
    let entries = (0..<20_000).map { number in
      Self.comment(
        EntryID("\(number)"), number == 0 ? nil : EntryID("\(number - 1)"),
        number == 19_999 ? .customer : .stranger)
    }
    #expect(Transcript.customerBranch(of: Self.thread(entries)).count == 19_999)
  }

  @Test("no entries, no items")
  func empty() {
    #expect(Transcript.items(of: Self.thread([]), hasHeld: false).isEmpty)
    #expect(Transcript.defaultParent(of: Self.thread([])) == nil)
  }

  @Test("a comment answers the customer's last one, else the post; elsewhere there is nothing to choose")
  func defaultParent() {
    #expect(Transcript.defaultParent(of: Fixtures.publicThread) == "k-4")
    #expect(Transcript.defaultParent(of: Self.thread([Self.comment("post", nil, .agent)])) == "post")
    #expect(Transcript.defaultParent(of: Fixtures.dialog) == nil)
  }
}
