import DeskModel
import Testing

@Suite("ServicePolicy")
struct ServicePolicyTests {
  private static func at(_ seconds: Int64) -> Timestamp { Timestamp(milliseconds: seconds * 1_000) }
  private static let policy = ServicePolicy(
    targets: ServiceTargets(firstReply: 100, nextReply: 40, resolution: 1_000),
    vipTargets: ServiceTargets(firstReply: 10, nextReply: 40))

  private static func entry(_ second: Int64, _ kind: AuthorKind) -> Entry {
    Entry(
      id: EntryID("e-\(second)"), at: at(second), author: Author(kind: kind, id: "i"), audience: .customer,
      text: "x")
  }

  private static func deadline(
    _ entries: [Entry], _ deadlines: Deadlines = Deadlines(), status: String = "open", isVIP: Bool = false,
    followUp: Int64? = nil
  ) -> Deadline? {
    let conversation = Conversation(
      id: "c", status: status, contact: Contact(id: "u", isVIP: isVIP), entries: entries,
      deadlines: deadlines,
      followUp: followUp.map { FollowUp(at: at($0)) })
    return policy.deadline(of: DueFacts(conversation)) { _ in 0 }
  }

  @Test("the first answer, a later one and the end have their own targets")
  func kinds() {
    #expect(Self.deadline([Self.entry(5, .customer)]) == Deadline(at: Self.at(105), kind: .firstReply))
    #expect(
      Self.deadline([
        Self.entry(5, .customer), Self.entry(6, .agent), Self.entry(7, .customer), Self.entry(8, .customer),
      ])
        == Deadline(at: Self.at(47), kind: .nextReply))
    #expect(
      Self.deadline([Self.entry(5, .customer), Self.entry(6, .agent)])
        == Deadline(at: Self.at(1_005), kind: .resolution))
    #expect(Self.deadline([Self.entry(5, .customer)], status: "closed") == nil)
    #expect(Self.deadline([]) == nil)
  }

  @Test("a VIP may be promised something else, or nothing")
  func vip() {
    #expect(
      Self.deadline([Self.entry(5, .customer)], isVIP: true) == Deadline(at: Self.at(15), kind: .firstReply))
    #expect(Self.deadline([Self.entry(5, .customer), Self.entry(6, .agent)], isVIP: true) == nil)
  }

  @Test("what the backend sets counts instead; what it leaves open is promised here")
  func backend() {
    let late = Deadlines(nextReply: Self.at(900))
    #expect(Self.deadline([Self.entry(5, .customer)], late) == Deadline(at: Self.at(900), kind: .nextReply))
    #expect(
      Self.deadline([Self.entry(5, .customer)], Deadlines(nextReply: Self.at(2_000)))
        == Deadline(at: Self.at(1_005), kind: .resolution))
    #expect(
      Self.deadline([Self.entry(5, .customer)], Deadlines(resolution: Self.at(50)))
        == Deadline(at: Self.at(50), kind: .resolution))
    #expect(
      Self.deadline([Self.entry(5, .customer)], followUp: 20) == Deadline(at: Self.at(20), kind: .followUp))
  }

  @Test("targets count open time")
  func hours() {
    var policy = Self.policy
    // Open for the first minute of each day.
    let hours = BusinessHours(days: Array(repeating: [0..<1], count: 7))
    policy.hours = hours
    #expect(hours != nil)
    let facts = DueFacts(
      Conversation(id: "c", contact: Contact(id: "u"), entries: [Self.entry(5, .customer)]))
    #expect(policy.deadline(of: facts) { _ in 0 }?.at == Self.at(86_400 + 45))
  }

  @Test("a moment that no calendar has is not reckoned with")
  func extremes() {
    for moment in [Int64.min, .max, .min + 1] {
      let facts = DueFacts(
        given: nil, waitingSince: Timestamp(milliseconds: moment), startedAt: Timestamp(milliseconds: moment),
        isResolved: false, isVIP: false, hasAnswer: false, hasReplyDeadline: false,
        hasResolutionDeadline: false)
      #expect(Self.policy.deadline(of: facts) { _ in 0 } == nil)
    }
  }
}
