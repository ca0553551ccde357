import AdapterProtocol
import SystemCalls

/// What becomes of a token.
enum TokenChecks {
  private static let place = SpecificationPlace(.security, "Tokens")

  static let all = [
    ConformanceCheck(
      "token.descriptor", "With a token on descriptor 3 `initialize` is answered.", place, descriptor),
    ConformanceCheck("token.inline", "With a token in the message `initialize` is answered.", place, inline),
    ConformanceCheck(
      "token.processes", "The token stands in no arguments and no environment of the adapter's processes.",
      place, processes),
    ConformanceCheck(
      "token.silent", "The token comes back neither on standard output nor on standard error.", place, silent),
  ]

  private static func params(_ probe: Probe, _ token: TokenSource) -> InitializeParams {
    var params = probe.initializeParams()
    params.token = token
    return params
  }

  /// A process that was given a token; it may refuse it.
  private static func begun(
    _ probe: Probe, _ token: TokenSource
  ) throws(Finding) -> (adapter: ProbedAdapter, exchange: Exchange) {
    let adapter = try probe.start(secret: probe.canary)
    return (adapter, try adapter.call(.initialize(params(probe, token))))
  }

  private static func expectAnswer(_ exchange: Exchange) throws(Finding) {
    // Where the token is ours and nobody's, an error is as good as a manifest.
    switch exchange.heard?.content {
    case .answer?, .fault?: return
    default: throw exchange.failure("a manifest, or an error such as -32003")
    }
  }

  private static func descriptor(_ probe: Probe) throws(Finding) {
    let (adapter, exchange) = try begun(probe, .descriptor(3))
    defer { adapter.finish() }
    try expectAnswer(exchange)
  }

  private static func inline(_ probe: Probe) throws(Finding) {
    let (adapter, exchange) = try begun(probe, .inline(Secret(probe.canary)))
    defer { adapter.finish() }
    try expectAnswer(exchange)
  }

  private static func processes(_ probe: Probe) throws(Finding) {
    let (adapter, exchange) = try begun(probe, .descriptor(3))
    defer { adapter.finish() }
    guard exchange.heard != nil else { throw .skipped("it was not begun: see token.descriptor") }
    _ = try adapter.call(.conversations(ConversationsParams(limit: 1)))
    if let place = ProcessTraces.place(
      of: Array(probe.canary.utf8), session: adapter.identifier)
    {
      throw exchange.failure("the token nowhere but in memory", came: "the token stands in \(place)")
    }
  }

  private static func silent(_ probe: Probe) throws(Finding) {
    for source in [TokenSource.descriptor(3), .inline(Secret(probe.canary))] {
      let (adapter, _) = try begun(probe, source)
      _ = try adapter.call(.conversations(ConversationsParams(limit: 1)))
      _ = adapter.call("fly", "{}")
      _ = adapter.send(Array("hello".utf8), id: nil)
      adapter.finish()
    }
    guard probe.transcript.noted.lines > 0 else { throw .skipped("it has said nothing: see start.answers") }
    if let place = probe.transcript.noted.sightings.first {
      throw .failed(
        Evidence(
          sent: "a token, by descriptor 3 and in the message of initialize", came: "the token on \(place)",
          expected: "the token nowhere: not in answers, errors, raw, or the log"))
    }
  }
}

/// What others on the machine can read of processes.
enum ProcessTraces {
  /// Where bytes stand in what is known of a session's processes, such as `/proc/7/cmdline`; nil for nowhere.
  ///
  /// - Complexity: O(processes of the machine).
  static func place(of needle: [UInt8], session: Int32) -> String? {
    let names = (try? FileSystem.list("/proc")) ?? []
    for name in names where Int32(name) != nil && Self.session(of: name) == session {
      for file in ["cmdline", "environ"] {
        let path = "/proc/\(name)/\(file)"
        if let bytes = try? FileSystem.contents(of: path, limit: 1 << 20),
          ByteSearch.contains(needle, in: bytes)
        {
          return path
        }
      }
    }
    return nil
  }

  /// The fourth field behind the name, which stands in brackets and may hold anything (proc(5)).
  private static func session(of process: String) -> Int32? {
    guard let bytes = try? FileSystem.contents(of: "/proc/\(process)/stat", limit: 1 << 16),
      let end = bytes.lastIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let fields = bytes[(end + 1)...].split(separator: UInt8(ascii: " "))
    return fields.count > 3 ? Int32(String(decoding: fields[3], as: UTF8.self)) : nil
  }
}
