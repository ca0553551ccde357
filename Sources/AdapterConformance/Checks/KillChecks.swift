import AdapterProtocol
import DeskModel
import SystemCalls

/// The adapter is killed while it says something, several times at several moments.
enum KillChecks {
  static let all = [
    ConformanceCheck(
      "kill.once",
      "What was begun when the adapter was killed is there at most once, even when it is sent again.",
      SpecificationPlace(.methods, "apply"), writes: true, once),
    ConformanceCheck(
      "kill.truth", "What `reconcile` says afterwards is true.", SpecificationPlace(.methods, "reconcile"),
      writes: true, truth),
    ConformanceCheck(
      "kill.durable", "What was `applied` when the adapter was killed is there afterwards.",
      SpecificationPlace(.outcomes, "Outcomes"), writes: true, durable),
  ]

  /// When it is killed.
  private enum Moment: CaseIterable {
    /// As soon as the call is written.
    case atOnce
    /// A moment later.
    case soon
    /// When it has answered, or has not within the time.
    case late
  }

  private struct Death {
    let intent: BackendIntent
    let marker: String
    /// What came before its death.
    let outcome: ApplyOutcome?
    let exchange: Exchange
    /// How often it was there when the next process had begun.
    let count: Int
  }

  private static func die(_ moment: Moment, _ probe: Probe) throws(Finding) -> Death {
    let id = try probe.target()
    try probe.need(.say)
    let marker = probe.makeMarker()
    let saying = Saying(probe.testText(marker), audience: try probe.quietAudience())
    let intent = try probe.intent([.say(saying)], in: id)
    probe.discardSession()
    let adapter = try probe.session()
    let call = adapter.nextID()
    guard let line = try? AdapterMessage.call(call, .apply(intent)).line() else {
      throw .skipped("the call would be longer than a line")
    }
    adapter.write(line + [0x0A], asking: [call])
    guard adapter.flush() else { throw .skipped("the adapter does not read its input") }
    // The moments are different on purpose: any of them may be the wrong one.
    let wait =
      switch moment {
      case .atOnce: 0
      case .soon: 15
      case .late: adapter.patience
      }
    let exchange = adapter.awaitAnswer(to: call, sent: line, within: wait)
    probe.discardSession()
    let outcome: ApplyOutcome? = try? exchange.value(.apply) {
      guard case .apply(let outcome) = $0 else { return nil }
      return outcome
    }
    let count = try probe.entries(with: marker, in: id).count
    return Death(intent: intent, marker: marker, outcome: outcome, exchange: exchange, count: count)
  }

  private static func once(_ probe: Probe) throws(Finding) {
    for moment in Moment.allCases {
      let death = try die(moment, probe)
      let evidence = { (count: Int) in
        death.exchange.failure("at most one entry after it was killed; there are \(count)", came: "kill -9")
      }
      guard death.count <= 1 else { throw evidence(death.count) }
      guard try probe.manifest().methods.contains(.reconcile),
        case .nothing = try probe.reconcile(death.intent).found
      else { continue }
      // An assurance: so the console sends it again.
      _ = try probe.apply(death.intent)
      let count = try probe.entries(with: death.marker, in: death.intent.conversation).count
      guard count <= 1 else { throw evidence(count) }
    }
  }

  private static func truth(_ probe: Probe) throws(Finding) {
    _ = try probe.writable()
    try probe.need(.reconcile)
    for moment in Moment.allCases {
      let death = try die(moment, probe)
      let (found, exchange) = try probe.reconcile(death.intent)
      let count = try probe.entries(with: death.marker, in: death.intent.conversation).count
      switch found {
      case .nothing where count > 0:
        throw exchange.failure("anything but nothing: after kill -9 and a restart it stands in the thread")
      case .known(.applied) where count == 0:
        throw exchange.failure("anything but applied: after kill -9 and a restart it is not in the thread")
      default: continue
      }
    }
  }

  private static func durable(_ probe: Probe) throws(Finding) {
    let death = try die(.late, probe)
    guard case .applied? = death.outcome else { throw .skipped("it was not applied within the time") }
    guard death.count > 0 else {
      throw death.exchange.failure("that it is in the thread after kill -9 and a restart; it is not there")
    }
  }
}
