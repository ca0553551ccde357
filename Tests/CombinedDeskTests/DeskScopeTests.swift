import DeskLink
import DeskModel
import SeededRandom
import Testing

@testable import CombinedDesk

@Suite("Ids with their desk's name")
struct DeskScopeTests {
  private static let me = Agent(id: "me", name: "Me")
  /// On the desk the person has another id, and somebody else has theirs.
  private static let scope = DeskScope("rt", me: me, there: Agent(id: "u-77", name: "Me at RT"))
  private static let at = Timestamp(milliseconds: 0)

  @Test(
    "every id comes back as it was, whatever it holds",
    arguments: ["42", "", ":", "rt:42", "own:1", "a:b:c", "\u{301}x", "é", "e\u{301}", "/", "42 ", "🇺🇦"])
  func roundTrip(id: String) {
    let outside = Self.scope.leaving(ConversationID(id))
    #expect(DeskScope.desk(of: outside.rawValue) == "rt")
    #expect(Self.scope.arriving(outside)?.rawValue.utf8.elementsEqual(id.utf8) == true)
    #expect(DeskScope("own", me: Self.me).arriving(outside) == nil)
  }

  @Test(
    "ids of other desks, and of none, do not arrive",
    arguments: ["", "42", ":42", "rt", "r:42", "rt2:42", "own:rt:42", "RT:42", " rt:42"])
  func foreign(id: String) {
    #expect(Self.scope.arriving(ConversationID(id)) == nil)
    #expect(Self.scope.arriving(EntryID(id)) == nil)
  }

  @Test("the person has the console's id outside and the desk's inside; a namesake of the id has another")
  func me() {
    #expect(Self.scope.leaving(Agent(id: "u-77", name: "Me at RT")) == Agent(id: "me", name: "Me at RT"))
    #expect(Self.scope.leaving(Agent(id: "me", name: "Else")) == Agent(id: "rt:me", name: "Else"))
    #expect(Self.scope.arriving(Self.me) == Agent(id: "u-77", name: "Me at RT"))
    #expect(Self.scope.arriving(Agent(id: "rt:me", name: "Else")) == Agent(id: "me", name: "Else"))
    #expect(Self.scope.arriving(Agent(id: "own:me", name: "Else")) == nil)
    let said = Self.scope.leaving(Author(kind: .agent, id: "u-77"))
    #expect(said.id == "me" && said.displayName == "u-77")
    #expect(Self.scope.leaving(Author(kind: .customer, id: "u-77")).id == "rt:u-77")
  }

  // MARK: - Every value

  private static let entry = Entry(
    id: "e-2", at: at, author: Author(kind: .customer, id: "u-1"), audience: .customer, text: "t",
    parent: "e-1", attachments: [Attachment(id: "f-1", name: "n")])
  private static let agent = Agent(id: "a-1", name: "Olena")
  private static let access = AccessRequest(askedAt: at, askedBy: agent).answered(.access, at: at)
    .closed(at: at, by: agent)
  private static let conversation = {
    var result = Conversation(
      id: "c-1", assignee: agent, contact: Contact(id: "u-1"), entries: [entry, entry],
      links: [ConversationLink(id: "c-2", kind: "linked", title: "t")], readUpTo: "e-2")
    result.access = access
    return result
  }()
  private static let summary = ConversationSummary(conversation)
  private static let outcomes: [Outcome] = [
    .applied(entry: "e-3", audience: .customer, version: 1), .accepted, .queued,
    .conflict(newer: [entry], version: 1), .partial([StepOutcome(step: "s", isApplied: true)]),
    .denied(reason: "r"), .throttled(until: at), .invalid(field: "f", reason: "r"), .unknown,
  ]
  private static let actions: [IntentAction] = [
    .say(text: "t", kind: .message, audience: .customer, parent: "e-1"), .setStatus("open"), .assign(agent),
    .tag(add: ["t"], remove: []), .snooze(until: nil), .followUp(nil), .access(access),
    .markRead(upTo: "e-1"),
  ]
  private static let intents = actions.map {
    Intent(clientKey: "k-1", conversation: "c-1", by: agent, action: $0)
  }
  private static let hit = SearchHit(
    summary: summary, entry: "e-1", at: at, author: "Dewi", excerpt: "t", matches: [])
  private static let answers: [DeskAnswer] =
    [
      .queue(QueueQuery(.all), offset: 0, rows: [summary], counts: QueueCounts()),
      .place("c-1", QueueQuery(.all), 1), .counts([QueueQuery(.all): 1]),
      .search(SearchRequest("t"), SearchPage(hits: [hit])), .attachment("f-1", []), .done,
      .conversation(conversation), .end(conversation, summary), .earlier("u-1", [summary]), .agents([agent]),
    ] + outcomes.map { .outcome($0) }
  private static let notices: [DeskNotice] = [
    .changed(["c-1"]), .reset, .presence([Presence(agent: agent, conversation: "c-1", activity: .reading)]),
    .outbox(
      intents.map { PendingIntent($0, .failed(.conflict(newer: [entry])), addedAt: at) }),
    .desks([DeskStatus(name: "rt", away: nil, since: at)]),
    .queues([BackendQueue(id: "3", desk: "rt", name: "Support")]),
  ]
  private static let errors: [DeskError] = [
    .unknownConversation("c-1"), .away(reason: ""), .cannotWrite(reason: ""), .unsupported(""),
  ]
  private static let draft = StoredDraft(
    conversation: "c-1", text: "t", cursor: 0, kind: .message, audience: .customer, parent: "e-1",
    seenUpTo: "e-2",
    held: HeldReply(
      clientKey: "k-1", text: "t", kind: .message, audience: .customer, parent: "e-1", basedOn: 1, until: at,
      access: access),
    updatedAt: at, access: access)

  /// Every id in a value, wherever it stands.
  private static func ids(_ value: Any) -> [String] {
    switch value {
    case let id as ConversationID: [id.rawValue]
    case let id as ContactID: [id.rawValue]
    case let id as AgentID: [id.rawValue]
    case let id as EntryID: [id.rawValue]
    case let id as AttachmentID: [id.rawValue]
    case let id as BackendQueueID: [id.rawValue]
    case let author as Author: [author.id]
    default: Mirror(reflecting: value).children.flatMap { ids($0.value) }
    }
  }

  @Test("no id leaves without its desk's name")
  func everyID() {
    let request = DeskRequest.agents
    let pairs: [(Any, Any)] =
      Self.answers.map { ($0, Self.scope.leaving($0, to: request)) }
      + Self.notices.map { ($0, Self.scope.leaving($0)) } + Self.errors.map { ($0, Self.scope.leaving($0)) }
      + [(Self.draft, Self.scope.leaving(Self.draft))]
    var count = 0
    for (inside, outside) in pairs {
      let before = Self.ids(inside)
      #expect(Self.ids(outside) == before.map { "rt:" + $0 }, "\(inside)")
      count += before.count
    }
    #expect(count > 100)
    // The values above must be of every case: a new one stops the compiler here.
    #expect(Set(Self.answers.map(Self.number)).count == 11)
    #expect(Set(Self.notices.map(Self.number)).count == 6)
    #expect(Set(Self.outcomes.map(Self.number)).count == 9)
    #expect(Set(Self.actions.map(Self.number)).count == 8)
  }

  private static func number(_ answer: DeskAnswer) -> Int {
    switch answer {
    case .queue: 0
    case .place: 1
    case .counts: 2
    case .search: 3
    case .attachment: 4
    case .done: 5
    case .conversation: 6
    case .end: 7
    case .earlier: 8
    case .agents: 9
    case .outcome: 10
    }
  }

  private static func number(_ notice: DeskNotice) -> Int {
    switch notice {
    case .changed: 0
    case .reset: 1
    case .presence: 2
    case .outbox: 3
    case .desks: 4
    case .queues: 5
    }
  }

  private static func number(_ outcome: Outcome) -> Int {
    switch outcome {
    case .applied: 0
    case .accepted: 1
    case .queued: 2
    case .conflict: 3
    case .partial: 4
    case .denied: 5
    case .throttled: 6
    case .invalid: 7
    case .unknown: 8
    }
  }

  private static func number(_ action: IntentAction) -> Int {
    switch action {
    case .say: 0
    case .setStatus: 1
    case .assign: 2
    case .tag: 3
    case .snooze: 4
    case .followUp: 5
    case .markRead: 6
    case .access: 7
    }
  }

  @Test("intents and drafts that have left arrive as they were")
  func back() throws {
    for intent in Self.intents { #expect(try Self.scope.arriving(Self.scope.leaving(intent)) == intent) }
    #expect(Self.scope.arriving(Self.scope.leaving(Self.draft)) == Self.draft)
    #expect(DeskScope("own", me: Self.me).arriving(Self.scope.leaving(Self.draft)) == nil)
  }

  @Test("access that an agent of another desk has asked for cannot be noted here")
  func accessOfAnotherDesk() throws {
    let other = AccessRequest(askedAt: Self.at, askedBy: Agent(id: "own:a-2", name: "Budi"))
    let intent = Intent(
      clientKey: "k-1", conversation: "rt:c-1", by: Self.me, action: .access(other))
    #expect(throws: DeskScope.Refusal(field: "access", reason: "Budi works on another desk, not on rt")) {
      try Self.scope.arriving(intent)
    }
  }

  @Test("an id that was typed with the desk's name loses it on that desk alone")
  func filter() throws {
    let filter = try QueueFilter(parsing: "desk:rt from:rt:u-7 -who:rt:a-1 from:u-8 tag:rt:x")
    #expect(
      Self.scope.arriving(filter).terms
        == [.customer("u-7"), .not(.assignee("a-1")), .customer("u-8"), .tag("rt:x")])
    #expect(Self.scope.arriving(filter).desks.isEmpty)
    #expect(DeskScope("own", me: Self.me).arriving(filter).terms == filter.terms)
  }
}
