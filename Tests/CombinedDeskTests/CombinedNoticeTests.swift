import DeskLink
import DeskModel
import Dispatch
import Synchronization
import Testing

@testable import CombinedDesk

@Suite("What several desks tell")
struct CombinedNoticeTests {
  private static func pending(_ key: ClientKey, _ conversation: ConversationID, at seconds: Int64)
    -> PendingIntent
  {
    PendingIntent(
      Intent(clientKey: key, conversation: conversation, by: TestDesk.console, action: .setStatus("open")),
      .sending, addedAt: TestDesk.now.adding(seconds: seconds))
  }

  private static func presence(_ conversation: ConversationID) -> Presence {
    Presence(agent: Agent(id: "a-2", name: "Budi"), conversation: conversation, activity: .writing)
  }

  private func listening() -> CombinedDeskFixture {
    let fixture = CombinedDeskFixture(["rt": TestDesk(), "own": TestDesk()])
    fixture.listen()
    _ = fixture.told()
    return fixture
  }

  @Test("changes and resets are told as they come")
  func changes() {
    let fixture = listening()
    fixture.desks[0].tell(.changed(["1", "own:1"]))
    fixture.desks[1].tell(.reset)
    #expect(fixture.told() == [.changed(["rt:1", "rt:own:1"]), .reset])
  }

  @Test("who is where, and what is on its way, is that of all desks each time")
  func all() {
    let fixture = listening()
    let budi = Agent(id: "rt:a-2", name: "Budi")
    let first = Presence(agent: budi, conversation: "rt:1", activity: .writing)
    var second = first
    (second.agent.id, second.conversation) = ("own:a-2", "own:1")
    fixture.desks[0].tell(.presence([Self.presence("1")]))
    fixture.desks[1].tell(.presence([Self.presence("1")]))
    fixture.desks[0].tell(.presence([]))
    #expect(fixture.told() == [.presence([first]), .presence([first, second]), .presence([second])])
    fixture.desks[1].tell(.outbox([Self.pending("k-2", "1", at: 2), Self.pending("k-4", "1", at: 4)]))
    fixture.desks[0].tell(.outbox([Self.pending("k-1", "1", at: 2), Self.pending("k-3", "1", at: 3)]))
    guard case .outbox(let outbox)? = fixture.told().last else {
      Issue.record("no outbox")
      return
    }
    #expect(outbox.map(\.intent.clientKey) == ["k-1", "k-2", "k-3", "k-4"])
    #expect(outbox.map(\.intent.conversation) == ["rt:1", "own:1", "rt:1", "own:1"])
    fixture.desks[0].tell(.outbox([]))
    #expect(
      fixture.told() == [
        .outbox([Self.pending("k-2", "own:1", at: 2), Self.pending("k-4", "own:1", at: 4)])
      ])
  }

  @Test("what a desk says of itself counts, under its name here; the others are as they answer")
  func states() {
    let fixture = listening()
    let since = TestDesk.now.adding(seconds: -60)
    fixture.desks[0].tell(
      .desks([DeskStatus(name: "another", away: .noToken(reason: "r"), since: since, read: 7)]))
    fixture.desks[1].answer(.failing(.away(reason: "gone")))
    _ = fixture.rows(QueueQuery(.all), 0, 1)
    let away = DeskStatus(name: "rt", away: .noToken(reason: "r"), since: since, read: 7)
    let own = DeskStatus(name: "own", away: .unreachable(reason: "gone"), since: TestDesk.now)
    #expect(
      fixture.told() == [
        .desks([away, DeskStatus(name: "own", away: nil, since: TestDesk.now)]), .desks([away, own]),
      ])
    // It says that it is there, and does not answer: what it does counts.
    fixture.desks[0].tell(.desks([DeskStatus(name: "another", away: nil, since: since)]))
    fixture.desks[0].answer(.failing(.away(reason: "broken")))
    _ = fixture.rows(QueueQuery(.all), 0, 1)
    #expect(
      fixture.told().last
        == .desks([
          DeskStatus(name: "rt", away: .unreachable(reason: "broken"), since: TestDesk.now), own,
        ]))
  }

  @Test("a listener may ask while it is told, and notices from many threads are told one after the other")
  func threads() {
    let desks = [TestDesk(), TestDesk()]
    let combined = CombinedDesk(
      zip(["rt", "own"], desks).map { DeskMember(name: $0, adapter: $1) }, me: TestDesk.console,
      now: { TestDesk.now })
    let last = Box<[DeskNotice]>([])
    let isInside = Box(false)
    let overlaps = Box(0)
    combined.observe { notice in
      let wasInside = isInside.value.withLock { inside in
        defer { inside = true }
        return inside
      }
      if wasInside { overlaps.value.withLock { $0 += 1 } }
      _ = CombinedDeskFixture.ask(combined, .queue(QueueQuery(.all), offset: 0, limit: 1))
      last.value.withLock { $0.append(notice) }
      isInside.value.withLock { $0 = false }
    }
    DispatchQueue.concurrentPerform(iterations: 200) { number in
      desks[number % 2].tell(.presence([Self.presence(ConversationID("\(number)"))]))
    }
    #expect(overlaps.value.withLock { $0 } == 0)
    let told = last.value.withLock { $0 }
    #expect(told.count == 201)
    // The last one says what each desk has told last.
    guard case .presence(let presence)? = told.last else {
      Issue.record("no presence")
      return
    }
    #expect(presence.count == 2)
  }

  @Test("what is told from elsewhere while the listener is told comes behind it")
  func order() {
    let fixture = CombinedDeskFixture(["rt": TestDesk(), "own": TestDesk()])
    let events = Box<[String]>([])
    let desks = fixture.desks
    fixture.combined.observe { notice in
      guard case .changed(let ids) = notice, let id = ids.first?.rawValue else { return }
      events.value.withLock { $0.append("begin " + id) }
      if id == "rt:1" { DispatchQueue.global().sync { desks[1].tell(.changed(["2"])) } }
      events.value.withLock { $0.append("end " + id) }
    }
    desks[0].tell(.changed(["1"]))
    #expect(
      events.value.withLock { $0 } == ["begin rt:1", "end rt:1", "begin own:2", "end own:2"])
  }

  @Test("an announcement is for the conversation's desk; the others are told once that nothing is open")
  func announce() {
    let fixture = listening()
    let (rt, own) = (fixture.desks[0], fixture.desks[1])
    #expect(fixture.ask(.announce("rt:1", .reading)) == .success(.done))
    #expect(rt.log == [.announce("1", .reading)] && own.log == [.announce(nil, .reading)])
    #expect(fixture.ask(.announce("rt:1", .writing)) == .success(.done))
    #expect(rt.log.count == 2 && own.log.count == 1)
    #expect(fixture.ask(.announce("own:7", .writing)) == .success(.done))
    #expect(rt.log.last == .announce(nil, .writing) && own.log.last == .announce("7", .writing))
    #expect(fixture.ask(.announce(nil, .reading)) == .success(.done))
    #expect(fixture.ask(.announce(nil, .reading)) == .success(.done))
    #expect(rt.log.count == 3 && own.log.count == 3 && own.log.last == .announce(nil, .reading))
    #expect(fixture.ask(.announce("none:1", .reading)) == .failure(.unknownConversation("none:1")))
    #expect(rt.log.count == 3 && own.log.count == 3)
  }

  @Test("agents of all desks, each with its desk's id; the person once")
  func agents() {
    let fixture = listening()
    let all = [
      Agent(id: "own:a-2", name: "Budi"), Agent(id: "rt:a-2", name: "Budi"), TestDesk.console,
    ]
    #expect(fixture.ask(.agents) == .success(.agents(all)))
    fixture.desks[1].answer(.failing(.away(reason: "gone")))
    #expect(fixture.ask(.agents) == .success(.agents([all[1], all[2]])))
    fixture.desks[0].answer(.failing(.away(reason: "gone")))
    #expect(fixture.ask(.agents) == .failure(.away(reason: "gone")))
  }
}
