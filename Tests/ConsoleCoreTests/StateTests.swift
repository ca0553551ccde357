import DeskModel
import TestSupport
import Testing
import Widgets

@testable import ConsoleCore

@Suite("State")
struct StateTests {
  @Test(
    "which rows of the queue are known",
    arguments: [(0, 10, true), (5, 5, true), (0, 11, false), (10, 5, false), (9, 5, false), (0, 0, true)])
  func covers(first: Int, count: Int, expected: Bool) {
    var queue = QueueState()
    queue.counts.byView[.mine] = 40
    queue.rows = Array(repeating: ConversationSummary(Fixtures.dialog), count: 10)
    #expect(queue.covers(first: first, count: count) == expected)
    queue.windowOffset = 30
    #expect(queue.covers(first: 30, count: 50), "behind the end there is nothing to know")
    #expect(!queue.covers(first: 29, count: 1))
    #expect(queue.summary(at: 29) == nil && queue.summary(at: 30) != nil && queue.summary(at: 40) == nil)
  }

  @Test("what is kept of a composer comes back as it was")
  func composerRoundTrip() {
    var composer = Composer(for: .publicThread, parent: "k-1")
    composer.field = ComposeField("Привіт,\nдруже")
    composer.field.moveCursor(to: 4)
    composer.seenUpTo = "k-2"
    composer.held = HeldReply(
      clientKey: "k", text: "t", kind: .comment, audience: .world, parent: "k-1", basedOn: 3,
      until: Fixtures.now)
    let stored = composer.stored(for: "p-1", at: Fixtures.now)
    let back = Composer(stored)
    #expect(back.stored(for: "p-1", at: Fixtures.now) == stored)
    #expect(back.isSending == false)
    #expect(stored.cursor == 4)
  }

  @Test("a new composer speaks to the customer, under a public post to everybody")
  func newComposer() {
    for shape in [ConversationShape.dialog, .ticket] {
      let composer = Composer(for: shape, parent: nil)
      #expect(composer.audience == .customer && composer.kind == .message)
    }
    let composer = Composer(for: .publicThread, parent: "k")
    #expect(composer.audience == .world && composer.kind == .comment && composer.parent == "k")
  }

  @Test("the unread mark stands above the first unread entry")
  func newFrom() {
    var conversation = Fixtures.dialog
    conversation.entries.append(Fixtures.customer("e-5", "halo?", minutesAgo: 1))
    let composer = Composer(for: .dialog, parent: nil)
    #expect(OpenConversation(conversation, composer: composer).newFrom == "e-4")
    conversation.readUpTo = "e-4"
    #expect(OpenConversation(conversation, composer: composer).newFrom == "e-5")
    conversation.readUpTo = "e-5"
    #expect(OpenConversation(conversation, composer: composer).newFrom == nil)
  }

  @Test("a public thread opens with the customer's last comment selected")
  func selectsCustomer() {
    var thread = Fixtures.publicThread.commented("k-5", by: "Max", under: "post")
    thread.entries[2].author.kind = .agent
    let open = OpenConversation(thread, composer: Composer(for: .publicThread, parent: nil))
    #expect(open.selectedEntry(in: .thread)?.id == "k-4")
  }

  @Test(
    "settings keep the hold within its bounds", arguments: [(-1, 0), (0, 0), (8, 8), (600, 600), (601, 600)])
  func holdSeconds(given: Int, kept: Int) {
    #expect(ConsoleSettings(me: Fixtures.me, deskName: "d", holdSeconds: given).holdSeconds == kept)
  }
}
