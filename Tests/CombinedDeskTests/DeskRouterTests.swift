import DeskLink
import DeskModel
import SeededRandom
import Testing

@testable import CombinedDesk

@Suite("Where a request goes")
struct DeskRouterTests {
  private typealias Pair = (name: String, id: String)

  private static func pick<T>(_ all: [T], _ generator: inout SeededGenerator) -> T {
    all[Int.random(in: 0..<all.count, using: &generator)]
  }

  private static func id(_ generator: inout SeededGenerator) -> String {
    pick(["1", "42", "rt:1", "own:42", ":", "", "c 7", "\u{301}"], &generator)
  }

  /// A random action on the desk `name`, and what the desk must see of it; nil where it must see nothing.
  private static func action(
    _ name: String, _ others: [String], _ generator: inout SeededGenerator
  ) -> (outside: IntentAction, inside: IntentAction?) {
    let id = id(&generator)
    // Sometimes an id of another desk, or of none.
    let from = Int.random(in: 0..<4, using: &generator) == 0 ? pick(others + ["none"], &generator) : name
    let isOwn = from == name
    func say(_ parent: String?) -> IntentAction {
      .say(
        text: "t", kind: .message, audience: .customer, parent: parent.map { EntryID($0) },
        attachments: [AttachmentUpload(path: "/f", name: "f")])
    }
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: return (say("\(from):\(id)"), isOwn ? say(id) : nil)
    case 1: return (say(nil), say(nil))
    case 2:
      return (
        .assign(Agent(id: AgentID("\(from):\(id)"), name: "N")),
        isOwn ? .assign(Agent(id: AgentID(id), name: "N")) : nil
      )
    case 3: return (.assign(TestDesk.console), .assign(Agent(id: AgentID("me-at-\(name)"), name: "Me there")))
    case 4: return (.assign(nil), .assign(nil))
    case 5: return (.markRead(upTo: EntryID("\(from):\(id)")), isOwn ? .markRead(upTo: EntryID(id)) : nil)
    case 6: return (.setStatus("rt:open"), .setStatus("rt:open"))
    default: return (.tag(add: ["own:x"], remove: []), .tag(add: ["own:x"], remove: []))
    }
  }

  @Test("each intent arrives where its conversation lives, with that desk's own ids, or nowhere")
  func property() throws {
    var generator = SeededGenerator(seed: 31)
    let all = ["rt", "own", "r", "rt-2", "0", "-"]
    var arrived = 0
    for round in 0..<1_500 {
      let names = Array(all.shuffled(using: &generator).prefix(Int.random(in: 1...5, using: &generator)))
      let desks = names.map { name in TestDesk(me: Agent(id: AgentID("me-at-\(name)"), name: "Me there")) }
      let combined = CombinedDesk(
        zip(names, desks).map { DeskMember(name: $0, adapter: $1, me: $1.me) }, me: TestDesk.console,
        now: { TestDesk.now })
      let home = Self.pick(all + ["none"], &generator)
      let conversation = Self.id(&generator)
      let others = all.filter { $0 != home }
      let (outside, inside) = Self.action(home, others, &generator)
      let intent = Intent(
        clientKey: ClientKey("k-\(round)"), conversation: ConversationID("\(home):\(conversation)"),
        basedOn: 3, by: TestDesk.console, action: outside)
      let answer = try #require(CombinedDeskFixture.ask(combined, .apply(intent)))
      let place = names.firstIndex(of: home)
      for (number, desk) in desks.enumerated() where number != place { #expect(desk.log.isEmpty) }
      guard let place else {
        #expect(answer == .failure(.unknownConversation(intent.conversation)))
        continue
      }
      guard let inside else {
        #expect(desks[place].log.isEmpty)
        guard case .success(.outcome(.invalid(let field, let reason))) = answer else {
          Issue.record("\(answer)")
          continue
        }
        #expect(["parent", "assignee", "upTo"].contains(field) && reason.contains(home))
        continue
      }
      let expected = Intent(
        clientKey: intent.clientKey, conversation: ConversationID(conversation), basedOn: 3,
        by: desks[place].me, action: inside)
      #expect(desks[place].log == [.apply(expected)])
      #expect(
        answer
          == .success(
            .outcome(.applied(entry: EntryID(home + ":e-new"), audience: .customer, version: 2))))
      arrived += 1
    }
    #expect(arrived > 500)
  }

  private static let contact: ContactID = "rt:u-1"

  @Test(
    "a request is for the desk of its ids; one of ids of two desks is for none",
    arguments: [
      (.conversation("rt:1"), .one(0, .conversation("1"))), (.end(of: "own:rt:1"), .one(1, .end(of: "rt:1"))),
      (.attachment("rt:1", "rt:f"), .one(0, .attachment("1", "f"))),
      (
        .earlier(with: "own:u", except: "own:1", limit: 3),
        .one(1, .earlier(with: "u", except: "1", limit: 3))
      ),
      (.attachment("rt:1", "own:f"), .answered(.failure(.unknownConversation("rt:1")))),
      (.earlier(with: "own:u", except: "rt:1", limit: 3), .answered(.failure(.unknownConversation("rt:1")))),
      (.conversation("none:1"), .answered(.failure(.unknownConversation("none:1")))),
      (.conversation("1"), .answered(.failure(.unknownConversation("1")))),
      (.end(of: ":1"), .answered(.failure(.unknownConversation(":1")))),
      (.retry("k", basedOn: 2), .holder(of: "k")), (.discard("k"), .holder(of: "k")),
      (.reconcile("k"), .holder(of: "k")), (.agents, .all), (.announce("rt:1", .reading), .all),
    ] as [(DeskRequest, DeskRouter.Route)])
  func table(request: DeskRequest, route: DeskRouter.Route) {
    let router = DeskRouter(["rt", "own"].map { DeskScope($0, me: TestDesk.console) })
    #expect(router.route(request) == route)
  }

  @Test("an agent of another desk is refused in words that say where they work")
  func assignee() throws {
    let fixture = CombinedDeskFixture(["rt": TestDesk(), "own": TestDesk()])
    let intent = Intent(
      clientKey: "k", conversation: "own:1", by: TestDesk.console,
      action: .assign(Agent(id: "rt:a-2", name: "Budi")))
    #expect(
      fixture.ask(.apply(intent))
        == .success(
          .outcome(.invalid(field: "assignee", reason: "Budi works on the desk rt, not on own"))))
  }

  @Test("an answer has the ids of its desk, and the request as it was put")
  func answers() {
    let fixture = CombinedDeskFixture(["rt": TestDesk(), "own": TestDesk()])
    fixture.desks[1].answer(
      .earlier(with: "u", except: "1", limit: 3), with: .earlier("u", []))
    #expect(
      fixture.ask(.earlier(with: "own:u", except: "own:1", limit: 3)) == .success(.earlier("own:u", [])))
    #expect(fixture.ask(.attachment("rt:1", "rt:f")) == .success(.attachment("rt:f", [1])))
    fixture.desks[0].answer(.failing(.unknownConversation("9")))
    #expect(fixture.ask(.conversation("rt:9")) == .failure(.unknownConversation("rt:9")))
  }
}
