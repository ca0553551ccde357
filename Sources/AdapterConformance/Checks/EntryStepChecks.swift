import AdapterProtocol
import DeskModel

/// What can be done to an entry of ours afterwards.
enum EntryStepChecks {
  private static let place = SpecificationPlace(.manifest, "entries")

  static let all = [
    ConformanceCheck("entry.edit", "A text of ours that was changed is shown so.", place, writes: true, edit),
    ConformanceCheck(
      "entry.delete", "What is left of a deleted entry is what `entries.deletion` says.", place, writes: true,
      delete),
    ConformanceCheck(
      "entry.unknown", "Changing an entry that does not exist is refused.",
      SpecificationPlace(.outcomes, "Outcomes"), writes: true, unknown),
  ]

  /// Says something that may be changed afterwards.
  private static func said(_ act: EntryAct, _ probe: Probe) throws(Finding) -> (
    said: Said, entry: EntryID, marker: String
  ) {
    let marker = probe.makeMarker()
    let audience = try probe.quietAudience()
    let isNote = act.scope == .notes
    if isNote, audience != .internal { throw .notApplicable("only notes can be changed, and there are none") }
    let said = try probe.say(
      probe.testText(marker), for: audience, kind: isNote ? .note : .message)
    let record = try probe.onlyEntry(with: marker, of: said)
    return (said, record.entry.id, marker)
  }

  private static func edit(_ probe: Probe) throws(Finding) {
    _ = try probe.writable()
    try probe.need(.edit)
    let (said, entry, marker) = try said(try probe.manifest().entries.edit, probe)
    let text = probe.testText(marker) + " It was changed."
    let id = said.intent.conversation
    let (_, exchange) = try probe.perform(try probe.intent([.edit(entry, text: text)], in: id))
    let found = try probe.entries(with: marker, in: id)
    guard found.count == 1, found[0].entry.text == text else {
      throw exchange.failure("one entry with the new text in the thread")
    }
  }

  private static func delete(_ probe: Probe) throws(Finding) {
    _ = try probe.writable()
    try probe.need(.delete)
    let abilities = try probe.manifest().entries
    let (said, entry, _) = try said(abilities.delete, probe)
    let id = said.intent.conversation
    let (_, exchange) = try probe.perform(try probe.intent([.delete(entry)], in: id))
    let left = try probe.wholeThread(id).entries.first { $0.entry.id == entry }
    switch (abilities.deletion, left) {
    case (.nothing, nil): return
    case (.tombstone, let left?) where left.entry.state == .deleted && left.entry.text.isEmpty: return
    case (.nothing, _?): throw exchange.failure("nothing left of the entry \(entry.rawValue) in the thread")
    case (.tombstone, _):
      throw exchange.failure(
        "the entry \(entry.rawValue) in the thread, in the state deleted and without text")
    }
  }

  private static func unknown(_ probe: Probe) throws(Finding) {
    let id = try probe.target()
    let entry: EntryID = "sapa-no-such-entry"
    let steps = try probe.manifest().write.steps
    let all: [IntentStep] = [.edit(entry, text: "x"), .delete(entry)].filter { steps.contains($0.name) }
    if all.isEmpty { throw .notApplicable("entries cannot be changed") }
    for step in all {
      let exchange = try probe.ask(.apply(try probe.intent([step], in: id)))
      let expected = "an error -32006, or the outcome invalid or denied: there is no such entry"
      guard case .answer? = exchange.heard?.content else {
        try exchange.expectFault([-32_006, -32_602], expected)
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
