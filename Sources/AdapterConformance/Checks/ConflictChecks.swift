import AdapterProtocol
import DeskModel

/// Two who act on the same state.
enum ConflictChecks {
  private static let outcomes = SpecificationPlace(.outcomes, "Outcomes")

  static let all = [
    ConformanceCheck(
      "conflict.second", "Of two answers to the same state the second is a `conflict`, and is not said.",
      SpecificationPlace(.manifest, "write"), writes: true, second),
    ConformanceCheck(
      "conflict.newer", "A conflict shows what the first one wrote.", outcomes, writes: true, newer),
    ConformanceCheck(
      "conflict.resolved", "The same wish on the state that is there now, with a new key, is done.", outcomes,
      writes: true, resolved),
    ConformanceCheck(
      "conflict.without", "Without `basedOn` it is done whatever happened since.",
      SpecificationPlace(.methods, "apply"), writes: true, without),
  ]

  private struct Race {
    let first: Said
    let second: BackendIntent
    let marker: String
    let outcome: ApplyOutcome
    let exchange: Exchange
  }

  /// Says something, then something else that has not seen it.
  private static func race(_ probe: Probe) throws(Finding) -> Race {
    let id = try probe.target()
    try probe.need(.say)
    guard try probe.manifest().write.concurrency != .none else {
      throw .notApplicable("the manifest says that the console reads before it sends")
    }
    let seen = try probe.seen(id)
    guard seen.entry != nil || seen.version != nil else {
      throw .skipped("the thread is empty and has no version")
    }
    let audience = try probe.quietAudience()
    let first = try probe.say(probe.testText(probe.makeMarker()), for: audience, in: id)
    let marker = probe.makeMarker()
    let saying = Saying(probe.testText(marker), audience: audience)
    let second = try probe.intent([.say(saying)], in: id, basedOn: seen)
    let (outcome, exchange) = try probe.apply(second)
    return Race(first: first, second: second, marker: marker, outcome: outcome, exchange: exchange)
  }

  private static func second(_ probe: Probe) throws(Finding) {
    let race = try race(probe)
    if case .applied = race.outcome, try probe.manifest().write.concurrency == .checked {
      throw .notApplicable("it looks for what others have said, and here nobody else can write")
    }
    guard case .conflict = race.outcome else {
      throw race.exchange.failure(
        "the outcome conflict: something was said since the state that it is based on")
    }
    guard try probe.entries(with: race.marker, in: race.second.conversation).isEmpty else {
      throw race.exchange.failure("that nothing is said; it stands in the thread all the same")
    }
  }

  private static func newer(_ probe: Probe) throws(Finding) {
    let race = try race(probe)
    guard case .conflict(let newer, _) = race.outcome else {
      throw .notApplicable("there is no conflict: see conflict.second")
    }
    let text = race.first.saying.text
    guard newer.contains(where: { $0.entry.text == text }) else {
      throw race.exchange.failure("in newer the entry that was said first")
    }
    for (record, next) in zip(newer, newer.dropFirst()) where record.entry.at > next.entry.at {
      throw race.exchange.failure("the oldest entry of newer first")
    }
  }

  private static func resolved(_ probe: Probe) throws(Finding) {
    let race = try race(probe)
    guard case .conflict = race.outcome else {
      throw .notApplicable("there is no conflict: see conflict.second")
    }
    let id = race.second.conversation
    let again = try probe.intent(race.second.steps, in: id, basedOn: try probe.seen(id))
    let (_, exchange) = try probe.perform(again)
    guard try probe.entries(with: race.marker, in: id).count == 1 else {
      throw exchange.failure("one entry with the text in the thread")
    }
  }

  private static func without(_ probe: Probe) throws(Finding) {
    let id = try probe.target()
    let audience = try probe.quietAudience()
    _ = try probe.say(probe.testText(probe.makeMarker()), for: audience, in: id)
    let said = try probe.say(probe.testText(probe.makeMarker()), for: audience, in: id)
    _ = said
  }
}
