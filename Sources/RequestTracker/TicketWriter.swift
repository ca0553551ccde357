import AdapterProtocol
import DeskModel

/// Does intents: looks at all steps, looks whether somebody was faster, then does one step after the other.
struct TicketWriter: Sendable {
  let reader: TicketReader
  let steps: StepWriter
  let conflicts: ConflictCheck
  let planner: StepPlanner

  /// How often it is begun anew when the ticket changes in the same moment.
  static let attempts = 3

  /// Does an intent.
  ///
  /// - Throws: only while nothing was done.
  func apply(_ intent: BackendIntent) throws(AdapterFault) -> ApplyOutcome {
    let plan: [PlannedStep]
    do { plan = try planner.plan(intent) } catch { return error.outcome }
    for _ in 1...Self.attempts {
      let ticket = try reader.ticket(intent.conversation)
      guard ticket.id == intent.conversation.rawValue else { return .moved(to: ConversationID(ticket.id)) }
      let newer = try conflicts.newer(intent, ticket: ticket)
      guard newer.isEmpty else { return .conflict(newer: newer, version: ticket.version) }
      if let outcome = try perform(plan, intent, ticket) {
        return outcome
      }
    }
    return .failed(reason: "the ticket changes all the time")
  }

  /// Does the steps; nil when the ticket has changed before the first.
  private func perform(
    _ plan: [PlannedStep], _ intent: BackendIntent, _ ticket: TicketRecord
  ) throws(AdapterFault) -> ApplyOutcome? {
    var progress = IntentProgress(count: plan.count)
    var ticket = ticket
    for (place, step) in plan.enumerated() {
      let result: StepResult
      if place == 0 {
        result = try steps.perform(step, on: ticket, guarded: intent.basedOn != nil)
        if result == .outdated { return nil }
      } else {
        // Something is done already, so nothing may be thrown from here on.
        do {
          ticket = try reader.ticket(ConversationID(ticket.id))
          result = try steps.perform(step, on: ticket, guarded: false)
        } catch { result = .refused(.failed(reason: error.message)) }
      }
      progress.note(result)
      if progress.isBroken { break }
    }
    if !progress.isBroken, let now = try? reader.ticket(intent.conversation) {
      progress.version = now.version
    }
    if case .say(_, _, let files) = plan.first(where: { if case .say = $0 { true } else { false } }),
      !files.isEmpty,
      progress.saidSomething
    {
      planner.uploads.remove(intent.saying?.uploads ?? [])
    }
    return progress.outcome
  }
}

/// How far the steps of an intent have come.
struct IntentProgress: Sendable, Hashable {
  /// How many steps there are.
  let count: Int
  /// The version of the ticket at the end.
  var version: VersionTag?
  private var results: [StepResult] = []
  private var facts = AppliedFacts()

  /// Begins with no step done.
  init(count: Int) { self.count = count }

  /// Notes what became of the next step.
  mutating func note(_ result: StepResult) {
    results.append(result)
    guard case .applied(let entry?, let audience) = result else { return }
    facts.entry = entry
    facts.audience = audience
  }

  /// Whether a step was not done, so that those behind it are not begun.
  var isBroken: Bool {
    switch results.last {
    case nil, .applied: false
    case .refused, .outdated, .unknown: true
    }
  }

  /// Whether something was said.
  var saidSomething: Bool { facts.entry != nil }

  /// What became of the whole.
  var outcome: ApplyOutcome {
    var facts = facts
    facts.version = version
    guard isBroken else { return .applied(facts) }
    if results.count == 1 {
      switch results[0] {
      case .refused(.invalid(let field, let reason)):
        return .invalid(field: "steps[0].\(field)", reason: reason)
      case .refused(let outcome): return outcome
      case .unknown(let reason): return .unknown(reason: reason)
      case .outdated, .applied: return .failed(reason: "the ticket has changed")
      }
    }
    var reports: [StepReport] = []
    for place in 0..<count {
      guard place < results.count else {
        reports.append(StepReport(step: place, .skipped))
        continue
      }
      switch results[place] {
      case .applied: reports.append(StepReport(step: place, .applied))
      case .refused(let outcome):
        reports.append(StepReport(step: place, .failed, reason: Self.reason(outcome)))
      case .outdated: reports.append(StepReport(step: place, .failed, reason: "the ticket has changed"))
      case .unknown(let reason): reports.append(StepReport(step: place, .unknown, reason: reason))
      }
    }
    return .partial(reports, facts)
  }

  private static func reason(_ outcome: ApplyOutcome) -> String {
    switch outcome {
    case .denied(let reason), .failed(let reason), .invalid(_, let reason), .unknown(let reason): reason
    case .busy: "RT has too many requests"
    case .applied, .accepted, .conflict, .partial, .moved: "it was not done"
    }
  }
}
