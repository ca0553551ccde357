/// A moment by which something is due, and what.
package struct Deadline: Sendable, Hashable {
  /// When.
  package var at: Timestamp
  /// What for.
  package var kind: DeadlineKind

  /// Makes a deadline.
  package init(at: Timestamp, kind: DeadlineKind) {
    self.at = at
    self.kind = kind
  }
}

/// How soon something is promised, in seconds of open time; nil where nothing is.
package struct ServiceTargets: Sendable, Hashable {
  /// From the first message to the first answer.
  package var firstReply: Int64?
  /// From a later message to its answer.
  package var nextReply: Int64?
  /// From the first message to the end of the matter.
  package var resolution: Int64?

  /// Makes targets.
  package init(firstReply: Int64? = nil, nextReply: Int64? = nil, resolution: Int64? = nil) {
    self.firstReply = firstReply
    self.nextReply = nextReply
    self.resolution = resolution
  }
}

/// What a desk promises its customers, where the backend does not say.
package struct ServicePolicy: Sendable, Hashable {
  /// For everybody else.
  package var targets: ServiceTargets
  /// For customers with priority.
  package var vipTargets: ServiceTargets
  /// When time counts; nil for always.
  package var hours: BusinessHours?
  /// Seconds by which a customer with priority stands as if worse off in the queue.
  package var vipAhead: Int64

  /// The usual `vipAhead`: 30 minutes.
  package static let usualVIPAhead: Int64 = 1_800
  /// Milliseconds of the years 0 to 9999.
  private static let years: ClosedRange<Int64> = -62_167_219_200_000...253_402_300_799_999
  /// A desk that promises nothing.
  package static let none = ServicePolicy()

  /// Makes a policy.
  package init(
    targets: ServiceTargets = ServiceTargets(), vipTargets: ServiceTargets? = nil,
    hours: BusinessHours? = nil, vipAhead: Int64 = Self.usualVIPAhead
  ) {
    self.targets = targets
    self.vipTargets = vipTargets ?? targets
    self.hours = hours
    self.vipAhead = vipAhead
  }

  /// The first deadline of a conversation: the backend's own, and those promised here that it does not set itself.
  ///
  /// `offset` gives the seconds that the desk's zone is east of UTC at a moment.
  /// - Complexity: O(days between a message and its deadline).
  package func deadline(of facts: DueFacts, offset: (Timestamp) -> Int) -> Deadline? {
    guard !facts.isResolved else { return facts.given }
    let own = facts.isVIP ? vipTargets : targets
    var first = facts.given
    func consider(_ kind: DeadlineKind, _ since: Timestamp?, _ seconds: Int64?) {
      // What no calendar has comes from a damaged index.
      guard let since, let seconds, Self.years.contains(since.milliseconds) else { return }
      let at =
        hours.map { $0.adding(seconds: seconds, to: since, offset: offset) } ?? since.adding(seconds: seconds)
      if first.map({ at < $0.at }) ?? true { first = Deadline(at: at, kind: kind) }
    }
    if !facts.hasReplyDeadline {
      let isFirst = !facts.hasAnswer
      consider(
        isFirst ? .firstReply : .nextReply, facts.waitingSince, isFirst ? own.firstReply : own.nextReply)
    }
    if !facts.hasResolutionDeadline { consider(.resolution, facts.startedAt, own.resolution) }
    return first
  }
}

/// What must be known of a conversation to say when it is due.
package struct DueFacts: Sendable, Hashable {
  /// The first of the deadlines that the backend, the follow-up and open access set and that still count.
  package var given: Deadline?
  /// Since when somebody waits for us.
  package var waitingSince: Timestamp?
  /// When the customer wrote first; nil when they never did.
  package var startedAt: Timestamp?
  /// Whether it is done.
  package var isResolved: Bool
  /// Whether the customer has priority.
  package var isVIP: Bool
  /// Whether we have ever answered.
  package var hasAnswer: Bool
  /// Whether the backend sets the deadline of an answer itself.
  package var hasReplyDeadline: Bool
  /// Whether the backend sets the deadline of the end itself.
  package var hasResolutionDeadline: Bool

  /// Makes facts.
  package init(
    given: Deadline?, waitingSince: Timestamp?, startedAt: Timestamp?, isResolved: Bool, isVIP: Bool,
    hasAnswer: Bool, hasReplyDeadline: Bool, hasResolutionDeadline: Bool
  ) {
    self.given = given
    self.waitingSince = waitingSince
    self.startedAt = startedAt
    self.isResolved = isResolved
    self.isVIP = isVIP
    self.hasAnswer = hasAnswer
    self.hasReplyDeadline = hasReplyDeadline
    self.hasResolutionDeadline = hasResolutionDeadline
  }

  /// The facts of a conversation.
  ///
  /// A deadline for an answer counts only while somebody waits, one for the end and a follow-up until it is resolved; access
  /// that stands open counts beyond that.
  /// - Complexity: O(entries).
  package init(_ conversation: Conversation) {
    let waiting = conversation.waitingSince
    let isResolved = conversation.statusCategory == .resolved
    let deadlines = conversation.deadlines
    let times: [(Timestamp?, DeadlineKind)] = [
      (waiting == nil ? nil : deadlines.firstReply, .firstReply),
      (waiting == nil ? nil : deadlines.nextReply, .nextReply),
      (isResolved ? nil : deadlines.resolution, .resolution),
      (isResolved ? nil : conversation.followUp?.at, .followUp), (conversation.accessDue, .access),
    ]
    var given = times.compactMap { time, kind in time.map { Deadline(at: $0, kind: kind) } }
    if let due = conversation.outline?.due, !isResolved || due.kind == .access { given.append(due) }
    self.init(
      given: given.min { $0.at < $1.at },
      waitingSince: waiting, startedAt: conversation.startedAt, isResolved: isResolved,
      isVIP: conversation.contact.isVIP, hasAnswer: conversation.hasOurAnswer,
      hasReplyDeadline: deadlines.firstReply != nil || deadlines.nextReply != nil
        || conversation.outline?.due != nil,
      hasResolutionDeadline: deadlines.resolution != nil)
  }
}
