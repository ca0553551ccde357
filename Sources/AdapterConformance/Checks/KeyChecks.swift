import AdapterProtocol
import DeskModel

/// The same key is never done twice.
enum KeyChecks {
  private static let outcomes = SpecificationPlace(.outcomes, "Outcomes")

  static let all = [
    ConformanceCheck(
      "key.again", "The same intent again gets the same outcome, and is there once.", outcomes, writes: true,
      again),
    ConformanceCheck(
      "key.otherSteps", "The same key with other steps is `invalid`, with the field `clientKey`.", outcomes,
      writes: true, otherSteps),
    ConformanceCheck(
      "key.againAfterRestart",
      "The same intent again after a restart gets the same outcome, and is there once.",
      SpecificationPlace(.adapterProtocol, "Lifecycle"), writes: true, againAfterRestart),
  ]

  /// Says something where keys are of use.
  private static func said(_ probe: Probe) throws(Finding) -> (said: Said, marker: String) {
    _ = try probe.writable()
    guard try probe.manifest().write.idempotency != .none else {
      throw .notApplicable("the manifest says that keys are of no use")
    }
    let marker = probe.makeMarker()
    return (try probe.say(probe.testText(marker), for: try probe.quietAudience()), marker)
  }

  private static func expectOnce(
    _ said: Said, _ marker: String, _ probe: Probe
  ) throws(Finding) {
    let (outcome, exchange) = try probe.apply(said.intent)
    guard case .applied(let facts) = outcome, facts.entry == said.facts.entry else {
      throw exchange.failure(
        "the same outcome as before, applied with the entry \(said.facts.entry?.rawValue ?? "(none)")")
    }
    let count = try probe.entries(with: marker, in: said.intent.conversation).count
    guard count == 1 else {
      throw exchange.failure("that it stands in the thread once; it stands there \(count) times")
    }
  }

  private static func again(_ probe: Probe) throws(Finding) {
    let (said, marker) = try said(probe)
    try expectOnce(said, marker, probe)
  }

  private static func againAfterRestart(_ probe: Probe) throws(Finding) {
    if let seconds = try probe.manifest().write.keySeconds, seconds < 60 {
      throw .notApplicable("the manifest says that keys are kept for \(seconds) s")
    }
    if try probe.manifest().write.idempotency == .readBack {
      throw .notApplicable("it does not store keys; the console asks reconcile first")
    }
    let (said, marker) = try said(probe)
    _ = try probe.restart()
    try expectOnce(said, marker, probe)
  }

  private static func otherSteps(_ probe: Probe) throws(Finding) {
    _ = try probe.writable()
    guard try probe.manifest().write.idempotency == .clientKey else {
      throw .notApplicable("the manifest does not say that keys are stored")
    }
    let (said, _) = try said(probe)
    let marker = probe.makeMarker()
    var other = said.intent
    other.steps = [.say(Saying(probe.testText(marker), audience: said.saying.audience))]
    let (outcome, exchange) = try probe.apply(other)
    guard case .invalid("clientKey", _) = outcome else {
      throw exchange.failure("the outcome invalid with the field clientKey")
    }
    guard try probe.entries(with: marker, in: other.conversation).isEmpty else {
      throw exchange.failure("that nothing is said; it stands in the thread all the same")
    }
  }
}
