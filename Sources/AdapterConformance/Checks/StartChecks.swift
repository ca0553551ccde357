import AdapterProtocol

/// How it begins.
enum StartChecks {
  static let all = [
    ConformanceCheck(
      "start.answers", "`initialize` is answered with a result, within the time.",
      SpecificationPlace(.adapterProtocol, "Lifecycle"), answers),
    ConformanceCheck(
      "start.unknownVersion", "An offer of unknown versions alone is answered with -32001 and `known`.",
      SpecificationPlace(.adapterProtocol, "Versions"), unknownVersion),
    ConformanceCheck(
      "start.secondTry", "After an error `initialize` may come again.",
      SpecificationPlace(.adapterProtocol, "Lifecycle"), secondTry),
    ConformanceCheck(
      "start.chosenVersion",
      "Of several versions the first that is known is chosen, and told in the manifest.",
      SpecificationPlace(.adapterProtocol, "Versions"), chosenVersion),
    ConformanceCheck(
      "start.tooEarly", "A call before `initialize` is answered with -32002.",
      SpecificationPlace(.adapterProtocol, "Lifecycle"), tooEarly),
  ]

  private static let future = 9_999

  private static func answers(_ probe: Probe) throws(Finding) {
    guard let first = probe.first else { throw .skipped("nothing was begun") }
    if case .answer? = first.heard?.content { return }
    _ = try first.answer(to: .initialize)
  }

  private static func unknownVersion(_ probe: Probe) throws(Finding) {
    let adapter = try probe.start()
    defer { adapter.finish() }
    let exchange = try adapter.call(.initialize(probe.initializeParams(versions: [future])))
    let expected = "an error -32001 whose data hold known, the versions that it knows"
    try exchange.expectFault([-32_001], expected)
    guard case .fault(_, .unsupportedVersion(let known))? = exchange.heard?.content, !known.isEmpty,
      !known.contains(future)
    else { throw exchange.failure(expected) }
  }

  private static func secondTry(_ probe: Probe) throws(Finding) {
    _ = try probe.manifest()
    let adapter = try probe.start()
    defer { adapter.finish() }
    _ = try adapter.call(.initialize(probe.initializeParams(versions: [future])))
    let exchange = probe.initialize(adapter)
    // Skipped where a token that was read from a descriptor cannot be read again.
    _ = try exchange.answer(to: .initialize)
  }

  private static func chosenVersion(_ probe: Probe) throws(Finding) {
    _ = try probe.manifest()
    let adapter = try probe.start()
    defer { adapter.finish() }
    let exchange = try adapter.call(
      .initialize(probe.initializeParams(versions: [future, ProtocolLimits.version])))
    let manifest: Manifest = try exchange.value(.initialize) {
      guard case .initialize(let manifest) = $0 else { return nil }
      return manifest
    }
    guard manifest.version == ProtocolLimits.version else {
      throw exchange.failure("version \(ProtocolLimits.version), the first of those offered that exists")
    }
  }

  private static func tooEarly(_ probe: Probe) throws(Finding) {
    let adapter = try probe.start()
    defer { adapter.finish() }
    let id = adapter.nextID()
    let exchange = try adapter.call(.conversations(ConversationsParams(limit: 1)), id: id)
    try exchange.expectFault([-32_002], id: id, "an error -32002 with the id of the call")
  }
}
