import AdapterProtocol
import DeskModel

/// What all processes of the run have written, whatever it was for.
enum OutputChecks {
  static let all = [
    ConformanceCheck(
      "output.onlyMessages", "Nothing but messages comes on standard output.",
      SpecificationPlace(.adapterProtocol, "Framing"), onlyMessages),
    ConformanceCheck(
      "output.noControls", "No line holds a control character as it is.",
      SpecificationPlace(.adapterProtocol, "Framing"), noControls),
    ConformanceCheck(
      "output.answeredOnce", "Each call is answered once, and nothing is answered that was not asked.",
      SpecificationPlace(.adapterProtocol, "Ids, order and cancelling"), answeredOnce),
    ConformanceCheck(
      "output.errors", "Standard error is a log, not a flood: less than 1 MiB in a run.",
      SpecificationPlace(.security, "Containment"), errors),
  ]

  private static let everything = "everything that was sent in this run"

  /// Has something said, where these checks are made alone.
  private static func listen(_ probe: Probe) throws(Finding) -> Transcript.Notes {
    if let adapter = try? probe.session() {
      for row in try probe.rows().prefix(5) {
        _ = try adapter.call(.conversation(ConversationParams(row.summary.id)))
        _ = try adapter.call(
          .thread(ThreadParams(row.summary.id, order: try probe.manifest().read.orders[0], limit: 50)))
      }
      _ = adapter.call("fly", "{}")
      // Whatever it still has to say comes before its end.
      probe.close()
    }
    let notes = probe.transcript.noted
    guard notes.lines + notes.errorBytes > 0 else { throw .skipped("it has said nothing: see start.answers") }
    return notes
  }

  private static func expect(
    _ found: String?, _ expected: String
  ) throws(Finding) {
    guard let found else { return }
    throw .failed(Evidence(sent: everything, came: found, expected: expected))
  }

  private static func onlyMessages(_ probe: Probe) throws(Finding) {
    let stray = try listen(probe).strays.first
    try expect(
      stray.map { "\($0.line) (\($0.reason))" },
      "nothing but messages on standard output, each on one line of UTF-8; what people are to read goes to standard error"
    )
  }

  private static func noControls(_ probe: Probe) throws(Finding) {
    try expect(
      try listen(probe).controls.first,
      "controls (C0, DEL, C1) as escapes, such as \\u001b, so that a line moves no cursor")
  }

  private static func answeredOnce(_ probe: Probe) throws(Finding) {
    try expect(
      try listen(probe).unasked.first, "one answer to each call; nobody was waiting for this line any more")
  }

  private static func errors(_ probe: Probe) throws(Finding) {
    let notes = try listen(probe)
    guard notes.errorBytes >= 1 << 20 else { return }
    try expect(
      "\(notes.errorBytes) bytes on standard error; the end: \(String(decoding: notes.lastErrors.suffix(200), as: UTF8.self))",
      "what is worth reading, once")
  }
}
