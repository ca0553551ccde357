import DeskLink
import DeskModel
import Testing

@testable import CombinedDesk

@Suite("Which desk has an intent")
struct KeyBookTests {
  private static func intent(_ key: ClientKey, _ conversation: ConversationID) -> Intent {
    Intent(clientKey: key, conversation: conversation, by: TestDesk.console, action: .setStatus("open"))
  }

  private static let applied = DeskAnswer.outcome(.applied(entry: "e-1", audience: .customer, version: 2))

  @Test("what became of an intent is asked where it was wanted, and nowhere else")
  func known() {
    let fixture = CombinedDeskFixture(["rt": TestDesk(), "own": TestDesk()])
    _ = fixture.ask(.apply(Self.intent("k-1", "own:1")))
    fixture.combined.expect("k-2", on: "own:1")
    for desk in fixture.desks { desk.forget() }
    #expect(fixture.ask(.reconcile("k-1")) == .success(.outcome(.unknown)))
    #expect(fixture.ask(.reconcile("k-2")) == .success(.outcome(.unknown)))
    #expect(fixture.ask(.retry("k-1", basedOn: 3)) == .success(.done))
    #expect(fixture.desks[0].log.isEmpty)
    #expect(
      fixture.desks[1].log == [.reconcile("k-1"), .reconcile("k-2"), .retry("k-1", basedOn: 3)])
  }

  @Test("an outbox says whose an intent is")
  func outbox() {
    let fixture = CombinedDeskFixture(["rt": TestDesk(), "own": TestDesk()])
    fixture.listen()
    let pending = PendingIntent(Self.intent("k-1", "1"), .sending, addedAt: TestDesk.now)
    fixture.desks[0].tell(.outbox([pending]))
    #expect(fixture.ask(.discard("k-1")) == .success(.done))
    #expect(fixture.desks[0].log == [.discard("k-1")] && fixture.desks[1].log.isEmpty)
    fixture.desks[0].tell(.outbox([]))
    let gone = DeskError.unsupported("no desk has this on its way any more")
    #expect(fixture.ask(.discard("k-1")) == .failure(gone))
    #expect(fixture.ask(.retry("k-1", basedOn: nil)) == .failure(gone))
    #expect(fixture.desks[0].log.count == 1 && fixture.desks[1].log.isEmpty)
  }

  @Test("a key that nobody remembers is asked of all; the desk that knows it counts, and is remembered")
  func unknown() {
    let fixture = CombinedDeskFixture(["rt": TestDesk(), "own": TestDesk()])
    #expect(fixture.ask(.reconcile("k-1")) == .success(.outcome(.unknown)))
    fixture.desks[1].answer(.reconcile("k-1"), with: Self.applied)
    let found = Result<DeskAnswer, DeskError>.success(
      .outcome(.applied(entry: "own:e-1", audience: .customer, version: 2)))
    #expect(fixture.ask(.reconcile("k-1")) == found)
    fixture.desks[0].forget()
    #expect(fixture.ask(.reconcile("k-1")) == found)
    #expect(fixture.desks[0].log.isEmpty)
  }

  @Test(
    "while a desk is away, nobody says that an unknown intent was not done; a desk that knows it need not wait"
  )
  func away() {
    let fixture = CombinedDeskFixture(["rt": TestDesk(), "own": TestDesk()])
    fixture.desks[0].answer(.failing(.away(reason: "gone")))
    #expect(fixture.ask(.reconcile("k-1")) == .failure(.away(reason: "gone")))
    fixture.desks[0].answer(.late)
    #expect(fixture.ask(.reconcile("k-2")) == nil)
    fixture.desks[1].answer(.reconcile("k-2"), with: Self.applied)
    #expect(
      fixture.ask(.reconcile("k-2"))
        == .success(.outcome(.applied(entry: "own:e-1", audience: .customer, version: 2))))
  }

  @Test("a key is never used on two desks")
  func twice() {
    let fixture = CombinedDeskFixture(["rt": TestDesk(), "own": TestDesk()])
    _ = fixture.ask(.apply(Self.intent("k-1", "rt:1")))
    #expect(
      fixture.ask(.apply(Self.intent("k-1", "own:1")))
        == .success(
          .outcome(.invalid(field: "clientKey", reason: "it was used on the desk rt before"))))
    #expect(fixture.desks[1].log.isEmpty)
    // The same again is for the desk to judge.
    _ = fixture.ask(.apply(Self.intent("k-1", "rt:1")))
    #expect(fixture.desks[0].log.count == 2)
  }

  @Test("of past intents the latest are remembered, of those on their way all")
  func bounded() {
    var book = KeyBook()
    let count = 3 * KeyBook.limit
    book.note(outbox: (0..<count).map { ClientKey("p-\($0)") }, at: 1)
    for number in 0..<count { book.note(ClientKey("k-\(number)"), at: 0) }
    #expect(book.place(of: "p-0") == 1)
    #expect(book.place(of: ClientKey("k-\(count - KeyBook.limit - 1)")) == nil)
    #expect(book.place(of: ClientKey("k-\(count - KeyBook.limit)")) == 0)
    #expect(book.place(of: ClientKey("k-\(count - 1)")) == 0)
    book.note(outbox: ["p-1"], at: 1)
    #expect(book.place(of: "p-0") == nil && book.place(of: "p-1") == 1)
  }
}
