import AdapterProtocol
import DeskModel
import JSONText

/// Finds out what became of an intent, by reading what RT has.
struct Reconciler: Sendable {
  let reader: TicketReader
  let history: HistoryReader
  let steps: StepWriter
  let planner: StepPlanner
  let me: Person
  /// Entries that belong to other intents.
  let others: Set<EntryID>
  /// When it is now.
  let now: Timestamp
  /// Seconds after which nothing of an attempt can be on its way any more.
  let settleSeconds: Int64

  /// Seconds by which the clock of RT may differ from ours, where RT does not tell its time.
  static let clockSlack: Int64 = 300

  /// What is there of an intent that was first attempted at a moment.
  func reconcile(_ intent: BackendIntent, attemptedAt: Timestamp) throws(AdapterFault) -> Reconciliation {
    let ticket = try reader.ticket(intent.conversation)
    let said = try entry(of: intent, ticket, attemptedAt: attemptedAt)
    let plan = planned(intent)
    let verdicts = plan.map { step in
      guard let step else { return false }
      if case .say = step { return said != nil }
      return steps.holds(step, ticket, asked: intent.conversation.rawValue)
    }
    let facts = AppliedFacts(entry: said?.id, audience: said?.audience, version: ticket.version)
    if verdicts.allSatisfy({ $0 }) { return .known(.applied(facts)) }
    let isSettled = now.seconds(since: attemptedAt) >= settleSeconds
    // A step that only sets something may hold because it held before: alone it proves nothing of the others.
    if said != nil {
      guard isSettled else { return .known(.unknown(reason: "a part of it may still be on its way")) }
      let reports = verdicts.enumerated().map { place, isDone in
        StepReport(step: place, isDone ? .applied : .failed, reason: isDone ? "" : "it was not done")
      }
      return .known(.partial(reports, facts))
    }
    guard isSettled else { return .known(.unknown(reason: "it may still be on its way")) }
    let isUntouched = intent.saying != nil || !verdicts.contains(true)
    return isUntouched ? .nothing : .known(.unknown(reason: "a part of what it was to set is there"))
  }

  /// The steps as far as they can be planned: files that were sent up are gone after a restart.
  private func planned(_ intent: BackendIntent) -> [PlannedStep?] {
    intent.steps.map { step in
      if case .say(let saying) = step {
        return MessageRoute(saying.audience).map { .say(saying.text, route: $0, files: []) }
      }
      var alone = intent
      alone.steps = [step]
      return (try? planner.plan(alone))?.first
    }
  }

  /// What was said: the same text, by us, for the same audience, not before it was attempted.
  private func entry(
    of intent: BackendIntent, _ ticket: TicketRecord, attemptedAt: Timestamp
  ) throws(AdapterFault) -> Entry? {
    guard let saying = intent.saying, let route = MessageRoute(saying.audience) else { return nil }
    let seen = intent.basedOn.flatMap { ConflictCheck.place($0) } ?? 0
    let earliest = earliest(attemptedAt, ticket)
    let rows = try history.rows(since: earliest, after: seen, ticket: ticket).filter { row in
      row.route == route && row.type != "Create" && row.creator?.text("id") == me.id
    }
    let wanted = MessageForm.normalised(saying.text)
    // Of several that are the same, the first one after the attempt is ours.
    for entry in try history.entries(rows, ticket: ticket) {
      guard !others.contains(entry.entry.id), MessageForm.normalised(entry.entry.text) == wanted,
        entry.entry.attachments.count >= saying.uploads.count
      else { continue }
      return entry.entry
    }
    return nil
  }

  /// The moment of the attempt by RT's clock, a little earlier.
  private func earliest(_ attemptedAt: Timestamp, _ ticket: TicketRecord) -> Timestamp {
    guard let theirs = ticket.date.flatMap({ HTTPDate.timestamp($0) }) else {
      return attemptedAt.adding(seconds: -Self.clockSlack)
    }
    return attemptedAt.adding(seconds: theirs.seconds(since: now) - 10)
  }
}
