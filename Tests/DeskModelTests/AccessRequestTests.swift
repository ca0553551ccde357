import DeskModel
import Testing

@Suite("Access that was asked for")
struct AccessRequestTests {
  private static func at(_ seconds: Int64) -> Timestamp { Timestamp(milliseconds: seconds * 1_000) }
  private static let nastya = Agent(id: "a-1", name: "Nastya")
  private static let asked = AccessRequest(askedAt: at(10), askedBy: nastya)
  private static let given = asked.answered(.access, at: at(20))

  private static func until(_ seconds: Int64?, _ access: AccessRequest = given) -> AccessRequest {
    var result = access
    result.until = seconds.map { at($0) }
    return result
  }

  private static func conversation(
    _ access: AccessRequest?, status: String = "open", followUp: Int64? = nil, snoozedUntil: Int64? = nil
  ) -> Conversation {
    var result = Conversation(
      id: "c", status: status, contact: Contact(id: "u"), snoozedUntil: snoozedUntil.map { at($0) },
      followUp: followUp.map { FollowUp(at: at($0)) })
    result.access = access
    return result
  }

  @Test("stands open from the customer's yes to the end, and at no other time")
  func standings() {
    #expect(Self.asked.standing == .asked && !Self.asked.isOpen)
    #expect(Self.given.standing == .access && Self.given.isOpen && Self.given.givenAt == Self.at(20))
    for (answer, standing) in [
      (AccessRequest.Answer.guide, AccessRequest.Standing.guide), (.call, .call), (.declined, .declined),
    ] {
      let other = Self.given.answered(answer, at: Self.at(30))
      #expect(other.standing == standing && !other.isOpen && other.givenAt == nil)
    }
    let closed = Self.given.closed(at: Self.at(40), by: Self.nastya)
    #expect(closed.standing == .closed && !closed.isOpen && closed.givenAt == Self.at(20))
    #expect(closed.closedAt == Self.at(40) && closed.closedBy == Self.nastya)
    let again = closed.answered(.access, at: Self.at(50))
    #expect(again.isOpen && again.closedAt == nil && again.closedBy == nil)
    #expect(again.givenAt == Self.at(20), "it was given then, and is open still")
  }

  @Test(
    "is due at its end while open, and in a resolved conversation as soon as the follow-up says, else at once",
    arguments: [
      (nil, "open", nil, nil), (asked, "open", nil, nil), (until(90, asked), "open", nil, nil),
      (given, "open", nil, nil), (until(90), "open", nil, 90), (until(90), "open", 50, 50),
      (given, "resolved", nil, 20), (given, "solved", 60, 60), (until(90), "resolved", nil, 20),
      (until(90), "resolved", 60, 60), (until(40), "resolved", 60, 40),
      (asked, "resolved", 60, nil),
      (until(90).closed(at: at(30), by: nastya), "open", nil, nil),
      (given.closed(at: at(30), by: nastya), "resolved", 60, nil),
    ] as [(AccessRequest?, String, Int64?, Int64?)])
  func due(access: AccessRequest?, status: String, followUp: Int64?, due: Int64?) {
    let conversation = Self.conversation(access, status: status, followUp: followUp)
    let facts = DueFacts(conversation)
    #expect(facts.given?.at == due.map { Self.at($0) })
    if facts.given?.at != nil, followUp == nil || status != "open" { #expect(facts.given?.kind == .access) }
    let policy = ServicePolicy(targets: ServiceTargets(firstReply: 1, resolution: 1))
    #expect(policy.deadline(of: facts) { _ in 0 } == facts.given)
  }

  @Test(
    "keeps a resolved conversation among those with work to do, in its place by the deadline, until it has ended"
  )
  func views() {
    func summary(_ access: AccessRequest?) -> ConversationSummary {
      var conversation = Self.conversation(access, status: "resolved")
      conversation.assignee = Self.nastya
      return ConversationSummary(conversation)
    }
    func views(_ summary: ConversationSummary) -> [QueueView] {
      QueueView.allCases.filter { $0.contains(summary, me: "a-1", now: Self.at(100)) }
    }
    #expect(views(summary(nil)) == [.resolved] && views(summary(Self.asked)) == [.resolved])
    let open = summary(Self.given)
    #expect(views(open) == [.mine, .all] && !open.isDone && open.waitingSince == nil)
    #expect(QueueOrder(open).rank == 0)
    let closed = summary(Self.given.closed(at: Self.at(30), by: Self.nastya))
    #expect(views(closed) == [.resolved] && closed.isDone && QueueOrder(closed).rank == 2)
  }

  @Test("wakes what sleeps at its end, once")
  func wakes() {
    var asleep = Self.conversation(Self.until(90), snoozedUntil: 200)
    #expect(asleep.sleepsUntil == Self.at(90))
    asleep.sleepsThroughAccess = true
    #expect(asleep.sleepsUntil == Self.at(200))
    #expect(Self.conversation(Self.until(90, Self.asked), snoozedUntil: 200).sleepsUntil == Self.at(200))
    #expect(Self.conversation(Self.until(90), followUp: 80, snoozedUntil: 200).sleepsUntil == Self.at(80))
    #expect(Self.conversation(Self.until(90)).sleepsUntil == nil)
  }

  @Test("that a list tells of counts in a resolved conversation before that has been read")
  func outline() {
    var conversation = Self.conversation(nil, status: "resolved")
    conversation.outline = ConversationOutline(
      lastActivity: Self.at(1), due: Deadline(at: Self.at(9), kind: .access))
    #expect(DueFacts(conversation).given == Deadline(at: Self.at(9), kind: .access))
    conversation.outline?.due?.kind = .followUp
    #expect(DueFacts(conversation).given == nil)
  }
}
