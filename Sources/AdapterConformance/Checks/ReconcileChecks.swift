import AdapterProtocol
import DeskModel

/// What became of an intent.
enum ReconcileChecks {
  private static let place = SpecificationPlace(.methods, "reconcile")

  static let all = [
    ConformanceCheck(
      "reconcile.never", "Of a key that was never seen there is `nothing`.", place, writes: true,
      never),
    ConformanceCheck(
      "reconcile.changesNothing", "Asking does not do it.", place, writes: true,
      changesNothing),
    ConformanceCheck(
      "reconcile.done", "Of what was done the outcome is `known`.", place, writes: true, done),
    ConformanceCheck(
      "reconcile.afterRestart", "Of what was done the outcome is `known` after a restart, too.",
      SpecificationPlace(.adapterProtocol, "Lifecycle"), writes: true, afterRestart),
  ]

  /// An intent that nobody ever sends.
  ///
  /// Only where it may be written: an adapter that is wrong may do what it is only asked about.
  private static func unsent(_ probe: Probe) throws(Finding) -> (intent: BackendIntent, marker: String) {
    let conversation = try probe.target()
    try probe.need(.reconcile)
    let marker = probe.makeMarker()
    let saying = Saying(probe.testText(marker), audience: try probe.quietAudience())
    return (try probe.intent([.say(saying)], in: conversation), marker)
  }

  private static func never(_ probe: Probe) throws(Finding) {
    let (intent, _) = try unsent(probe)
    let (found, exchange) = try probe.reconcile(intent)
    switch found {
    case .nothing: return
    case .known(.unknown) where try probe.manifest().write.idempotency != .clientKey: return
    case .known: throw exchange.failure("nothing: this key was never sent")
    }
  }

  private static func changesNothing(_ probe: Probe) throws(Finding) {
    let (intent, marker) = try unsent(probe)
    let (_, exchange) = try probe.reconcile(intent)
    guard try probe.entries(with: marker, in: intent.conversation).isEmpty else {
      throw exchange.failure("that nothing is done; the text stands in the thread")
    }
  }

  /// Says something whose outcome can be asked for.
  private static func said(_ probe: Probe) throws(Finding) -> Said {
    _ = try probe.writable()
    try probe.need(.reconcile)
    guard try probe.manifest().write.idempotency != .none else {
      throw .notApplicable("the manifest says that what is unknown stays unknown")
    }
    return try probe.say(probe.testText(probe.makeMarker()), for: try probe.quietAudience())
  }

  private static func expectKnown(_ said: Said, _ probe: Probe) throws(Finding) {
    let (found, exchange) = try probe.reconcile(said.intent)
    guard case .known(.applied(let facts)) = found, facts.entry == said.facts.entry || facts.entry == nil
    else {
      throw exchange.failure(
        "the outcome applied, with the entry \(said.facts.entry?.rawValue ?? "(none)")")
    }
  }

  private static func done(_ probe: Probe) throws(Finding) {
    let said = try said(probe)
    try expectKnown(said, probe)
  }

  private static func afterRestart(_ probe: Probe) throws(Finding) {
    let said = try said(probe)
    _ = try probe.restart()
    try expectKnown(said, probe)
  }
}
