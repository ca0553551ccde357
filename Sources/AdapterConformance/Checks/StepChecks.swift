import AdapterProtocol
import DeskModel

/// Steps that change a conversation, and several steps in one intent.
enum StepChecks {
  private static let steps = SpecificationPlace(.objects, "Steps")
  private static let outcomes = SpecificationPlace(.outcomes, "Outcomes")

  static let all = [
    ConformanceCheck(
      "steps.status", "A status that was set is shown, there and back.", steps, writes: true, status),
    ConformanceCheck(
      "steps.unknownStatus", "A status that does not exist is `invalid` or `denied`, and changes nothing.",
      outcomes, writes: true, unknownStatus),
    ConformanceCheck(
      "steps.tag", "A tag comes and goes, and the others stay.", steps, writes: true, tag),
    ConformanceCheck(
      "steps.assign", "A conversation is given to us, to nobody, and back.", steps, writes: true, assign),
    ConformanceCheck(
      "steps.snooze", "A conversation sleeps until a time, and is woken.", steps, writes: true, snooze),
    ConformanceCheck(
      "steps.two", "Two steps of one intent are both done.", SpecificationPlace(.methods, "apply"),
      writes: true, two),
    ConformanceCheck(
      "steps.failing", "Of steps of which one cannot be done, none is done or each is reported truly.",
      SpecificationPlace(.manifest, "write"), writes: true, failing),
    ConformanceCheck(
      "steps.unnamed", "A step that the manifest does not name is refused.",
      SpecificationPlace(.manifest, "write"), writes: true, unnamed),
  ]

  /// The conversation that is written into, read.
  private static func target(_ probe: Probe) throws(Finding) -> Conversation {
    try probe.conversation(try probe.target()).record.conversation
  }

  /// Does one step and gives what can be read then.
  private static func after(
    _ step: IntentStep, _ probe: Probe
  ) throws(Finding) -> (record: ConversationRecord, exchange: Exchange) {
    let id = try probe.target()
    let (_, exchange) = try probe.perform(try probe.intent([step], in: id))
    return (try probe.conversation(id).record, exchange)
  }

  private static func status(_ probe: Probe) throws(Finding) {
    let before = try target(probe).status
    try probe.need(.status)
    let known = try probe.manifest().statuses.statuses.map(\.id)
    guard known.contains(before), let other = known.first(where: { $0 != before }) else {
      throw .skipped("there is no way there and back from the status “\(before)”")
    }
    for wanted in [other, before] {
      let (record, exchange) = try after(.status(wanted), probe)
      guard record.conversation.status == wanted else {
        throw exchange.failure(
          "the status \(wanted) when the conversation is read; it is \(record.conversation.status)")
      }
    }
  }

  private static func unknownStatus(_ probe: Probe) throws(Finding) {
    let before = try target(probe).status
    try probe.need(.status)
    let (outcome, exchange) = try probe.apply(
      try probe.intent([.status("sapa-no-such-status")], in: try probe.target()))
    switch outcome {
    case .invalid, .denied: break
    default: throw exchange.failure("the outcome invalid or denied: there is no such status")
    }
    let found = try target(probe).status
    guard found == before else {
      throw exchange.failure("that the status stays \(before); it is \(found)")
    }
  }

  private static func tag(_ probe: Probe) throws(Finding) {
    let before = try target(probe).tags
    try probe.need(.tag)
    let tag = "sapa-test"
    guard !before.contains(tag) else { throw .skipped("the conversation has the tag \(tag) already") }
    for (step, wanted) in [
      (IntentStep.tag(add: [tag], remove: []), before + [tag]), (.tag(add: [], remove: [tag]), before),
    ] {
      let (record, exchange) = try after(step, probe)
      guard Set(record.conversation.tags) == Set(wanted) else {
        throw exchange.failure(
          "the tags \(wanted.joined(separator: ", ")); there are \(record.conversation.tags.joined(separator: ", "))"
        )
      }
    }
  }

  private static func assign(_ probe: Probe) throws(Finding) {
    let before = try probe.conversation(try probe.target()).record
    try probe.need(.assign)
    let manifest = try probe.manifest()
    guard manifest.statuses.assignees.contains(.agent) else {
      throw .notApplicable("no agent can have a conversation")
    }
    let me = Assignee(.agent, id: AssigneeID(manifest.me.id.rawValue), name: manifest.me.name)
    var back = before.assignees
    if back.isEmpty, let agent = before.conversation.assignee {
      back = [Assignee(.agent, id: AssigneeID(agent.id.rawValue), name: agent.name)]
    }
    for wanted in [[me], [], back] {
      let (record, exchange) = try after(.assign(wanted), probe)
      let agent = wanted.first { $0.kind == .agent }
      guard record.conversation.assignee?.id.rawValue == agent?.id.rawValue else {
        throw exchange.failure(
          "that \(agent?.id.rawValue ?? "nobody") has it; it is \(record.conversation.assignee?.id.rawValue ?? "nobody")"
        )
      }
    }
  }

  private static func snooze(_ probe: Probe) throws(Finding) {
    let id = try probe.target()
    try probe.need(.snooze)
    guard try probe.manifest().statuses.snooze.contains(.until) else {
      throw .notApplicable("nothing sleeps until a time")
    }
    // Whole minutes, because that is what some backends keep.
    let moment = Timestamp(milliseconds: probe.surroundings.now().milliseconds / 60_000 * 60_000 + 86_400_000)
    let (asleep, exchange) = try after(.snooze(.until(moment)), probe)
    guard asleep.conversation.snoozedUntil == moment else {
      throw exchange.failure("snoozedUntil \(moment.rfc3339) when \(id.rawValue) is read")
    }
    let (awake, waking) = try after(.snooze(.now), probe)
    guard awake.conversation.snoozedUntil.map({ $0 <= probe.surroundings.now() }) ?? true else {
      throw waking.failure("no snoozedUntil when \(id.rawValue) is read")
    }
  }

  /// Two statuses that can follow one another.
  private static func otherStatus(_ probe: Probe) throws(Finding) -> (before: String, other: String) {
    let before = try target(probe).status
    try probe.need(.say)
    try probe.need(.status)
    let known = try probe.manifest().statuses.statuses.map(\.id)
    guard known.contains(before), let other = known.first(where: { $0 != before }) else {
      throw .skipped("there is no other status")
    }
    return (before, other)
  }

  private static func two(_ probe: Probe) throws(Finding) {
    let (before, other) = try otherStatus(probe)
    let (id, marker) = (try probe.target(), probe.makeMarker())
    let saying = Saying(probe.testText(marker), audience: try probe.quietAudience())
    let (_, exchange) = try probe.perform(
      try probe.intent([.say(saying), .status(other)], in: id))
    let (count, found) = (try probe.entries(with: marker, in: id).count, try target(probe).status)
    _ = try probe.apply(try probe.intent([.status(before)], in: id))
    guard count == 1, found == other else {
      throw exchange.failure(
        "one new entry and the status \(other); there are \(count) new entries, and the status is \(found)")
    }
  }

  private static func failing(_ probe: Probe) throws(Finding) {
    _ = try otherStatus(probe)
    let (id, marker) = (try probe.target(), probe.makeMarker())
    let saying = Saying(probe.testText(marker), audience: try probe.quietAudience())
    let (outcome, exchange) = try probe.apply(
      try probe.intent([.say(saying), .status("sapa-no-such-status")], in: id))
    let isSaid = try !probe.entries(with: marker, in: id).isEmpty
    let found = isSaid ? "it stands in the thread" : "it does not stand in the thread"
    switch outcome {
    case .invalid, .denied, .failed:
      guard !isSaid else {
        throw exchange.failure("that nothing was done, as the outcome says; but \(found)")
      }
    case .partial(let reports, _):
      guard try probe.manifest().write.atomicity == .steps else {
        throw exchange.failure("all steps or none, as the manifest says")
      }
      guard Set(reports.map(\.step)) == [0, 1] else {
        throw exchange.failure("a report for each of the 2 steps")
      }
      for report in reports where report.step == 0 && report.verdict != .unknown {
        guard (report.verdict == .applied) == isSaid else {
          throw exchange.failure("what was done with step 0; \(found)")
        }
      }
      if reports.contains(where: { $0.step == 1 && $0.verdict == .applied }) {
        throw exchange.failure("that step 1 was not done: there is no such status")
      }
    default: throw exchange.failure("the outcome partial, invalid or denied: there is no such status")
    }
  }

  private static func unnamed(_ probe: Probe) throws(Finding) {
    let id = try probe.target()
    let named = try probe.manifest().write.steps
    // None of them would do harm in a conversation that is there for tests.
    let others: [IntentStep] = [
      .tag(add: ["sapa-test"], remove: []), .markRead(upTo: "sapa-none"), .followUp(nil), .access(nil),
      .link(to: "sapa-none", kind: "DependsOn"), .runTemplate("sapa-none"), .edit("sapa-none", text: "x"),
    ].filter { !named.contains($0.name) }
    if others.isEmpty { throw .notApplicable("the manifest names all steps that can be tried") }
    for step in others {
      let exchange = try probe.ask(.apply(try probe.intent([step], in: id)))
      let expected =
        "the outcome invalid or denied, or an error: the manifest does not name \(step.name.rawValue)"
      guard case .answer? = exchange.heard?.content else {
        try exchange.expectFault([-32_602, -32_009, -32_008], expected)
        continue
      }
      let outcome: ApplyOutcome = try exchange.value(.apply) {
        guard case .apply(let outcome) = $0 else { return nil }
        return outcome
      }
      switch outcome {
      case .invalid, .denied: continue
      default: throw exchange.failure(expected)
      }
    }
  }
}
