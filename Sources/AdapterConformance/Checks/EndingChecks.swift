import AdapterProtocol
import SystemCalls

/// How it ends.
enum EndingChecks {
  private static let place = SpecificationPlace(.adapterProtocol, "Lifecycle")

  static let all = [
    ConformanceCheck(
      "ending.shutdown", "`shutdown` is answered; at the end of input the adapter ends with code 0.",
      SpecificationPlace(.methods, "shutdown"), shutdown),
    ConformanceCheck(
      "ending.endOfInput", "At the end of its input the adapter ends with code 0, without `shutdown`, too.",
      place, endOfInput),
    ConformanceCheck(
      "ending.beforeInitialize", "It does so as well when nothing was ever said to it.", place,
      beforeInitialize),
    ConformanceCheck(
      "ending.finishes", "What was begun is answered before the adapter ends.", place, finishes),
    ConformanceCheck(
      "ending.halfLine", "A line that the end of input cuts off does not keep the adapter alive.", place,
      halfLine),
  ]

  private static func expectEnd(
    _ adapter: ProbedAdapter, sent: String
  ) throws(Finding) {
    adapter.closeInput()
    let ending = adapter.ending()
    guard ending != .code(0) else { return }
    let came =
      ending.map { "it ended \(ProbedAdapter.words($0))" }
      ?? "it still runs after \(ProbedAdapter.seconds(adapter.patience))"
    adapter.kill()
    throw .failed(Evidence(sent: sent, came: came, expected: "that it ends with exit code 0"))
  }

  private static func shutdown(_ probe: Probe) throws(Finding) {
    let adapter = try probe.startInitialized()
    let exchange = try adapter.call(.shutdown)
    _ = try exchange.answer(to: .shutdown)
    try expectEnd(adapter, sent: exchange.sent + ", then the end of input")
  }

  private static func endOfInput(_ probe: Probe) throws(Finding) {
    let adapter = try probe.startInitialized()
    _ = try adapter.call(.conversations(ConversationsParams(limit: 1)))
    try expectEnd(adapter, sent: "initialize, conversations, then the end of input")
  }

  private static func beforeInitialize(_ probe: Probe) throws(Finding) {
    try expectEnd(try probe.start(), sent: "the end of input, and nothing before it")
  }

  private static func finishes(_ probe: Probe) throws(Finding) {
    let adapter = try probe.startInitialized()
    let id = adapter.nextID()
    let line = RawCall.line(id, "conversations", #"{"limit":1}"#)
    adapter.write(line + [0x0A], asking: [id])
    adapter.closeInput()
    let exchange = adapter.awaitAnswer(to: id, sent: line)
    guard exchange.heard != nil else {
      throw exchange.failure("an answer to the call that came right before the end of input")
    }
  }

  private static func halfLine(_ probe: Probe) throws(Finding) {
    let adapter = try probe.startInitialized()
    adapter.write(Array(#"{"jsonrpc":"2.0","id":77,"meth"#.utf8))
    try expectEnd(adapter, sent: "initialize, then half a line and the end of input")
  }
}
