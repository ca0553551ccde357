import AdapterProtocol
import DeskModel

/// Calls and their answers, whatever the call is.
enum CallChecks {
  private static let order = SpecificationPlace(.adapterProtocol, "Ids, order and cancelling")
  private static let errors = SpecificationPlace(.outcomes, "Errors")

  static let all = [
    ConformanceCheck(
      "calls.unknownMethod", "A call that does not exist is answered with -32601 and its name.", errors,
      unknownMethod),
    ConformanceCheck(
      "calls.unnamedMethod", "A call that the manifest does not name is answered with -32601.", errors,
      unnamedMethod),
    ConformanceCheck(
      "calls.badParams",
      "Parameters that are missing or of a wrong type are answered with -32602, path, expected and found.",
      errors, badParams),
    ConformanceCheck("calls.stringID", "An id that is a string comes back as it went.", order, stringID),
    ConformanceCheck("calls.largeID", "The largest id, 2⁵³ − 1, comes back as it went.", order, largeID),
    ConformanceCheck(
      "calls.unknownNotification", "A notification that is not known is read over.", order,
      unknownNotification),
    ConformanceCheck(
      "calls.cancelled", "A call that was cancelled is answered all the same, with its result or -32011.",
      order, cancelled),
    ConformanceCheck(
      "calls.cancelUnknown", "Cancelling what is not open does nothing.", order, cancelUnknown),
    ConformanceCheck(
      "calls.concurrent", "As many calls at once as `bounds.concurrentCalls` says are all answered.", order,
      concurrent),
  ]

  private static func unknownMethod(_ probe: Probe) throws(Finding) {
    let adapter = try probe.session()
    let id = adapter.nextID()
    let exchange = adapter.call("fly", "{}", id: id)
    let expected = "an error -32601 with the id of the call, and fly as method in its data"
    try exchange.expectFault([-32_601], id: id, expected)
    guard case .fault(_, .unknownMethod("fly"))? = exchange.heard?.content else {
      throw exchange.failure(expected)
    }
  }

  /// Parameters of calls that do no harm where they are answered all the same.
  private static let harmless: [(AdapterMethod, String)] = [
    (.queues, "{}"), (.agents, "{}"), (.contact, #"{"contact":"sapa-nobody","limit":1}"#),
    (.templates, #"{"limit":1}"#), (.search, #"{"text":"sapa","limit":1}"#),
    (.attachment, #"{"conversation":"sapa-none","attachment":"sapa-none","offset":0,"limit":1}"#),
    (.changes, #"{"limit":1}"#), (.presence, "{}"),
    (.preview, #"{"template":"sapa-none","conversation":"sapa-none"}"#),
  ]

  private static func unnamedMethod(_ probe: Probe) throws(Finding) {
    let methods = try probe.manifest().methods
    let unnamed = harmless.filter { !methods.contains($0.0) }
    if unnamed.isEmpty { throw .notApplicable("the manifest names all calls that can be tried") }
    for (method, params) in unnamed {
      try probe.session().call(method.rawValue, params).expectFault(
        [-32_601], "an error -32601, because the manifest does not name \(method.rawValue)")
    }
  }

  private static func badParams(_ probe: Probe) throws(Finding) {
    let adapter = try probe.session()
    let wrong = [
      ("conversation", "{}", "conversation"), ("conversation", #"{"conversation":{}}"#, "conversation"),
      ("conversations", "{}", "limit"),
      ("conversations", #"{"limit":"many"}"#, "limit"),
      ("thread", #"{"conversation":"sapa-none","order":"oldestFirst","limit":{}}"#, "limit"),
      ("apply", #"{"clientKey":"sapa-none","by":{"id":"a","name":"A"},"steps":[]}"#, "conversation"),
    ]
    for (method, params, path) in wrong {
      let exchange = adapter.call(method, params)
      // A conversation that does not exist may be noticed first.
      if method == "thread", case .fault(_, .notFound)? = exchange.heard?.content { continue }
      let expected = "an error -32602 with path (\(path)), expected and found in its data"
      try exchange.expectFault([-32_602], expected)
      guard case .fault(_, .invalidParams(let told, _, _))? = exchange.heard?.content,
        told == path || told.isEmpty || method == "apply"
      else { throw exchange.failure(expected) }
    }
  }

  private static func stringID(_ probe: Probe) throws(Finding) {
    try expectEcho(.text("call \"7\" / ü😀"), probe)
    try expectEcho(.text("7"), probe)
  }

  private static func largeID(_ probe: Probe) throws(Finding) {
    try expectEcho(.number(ProtocolLimits.wholeNumber), probe)
  }

  private static func expectEcho(_ id: RequestID, _ probe: Probe) throws(Finding) {
    let adapter = try probe.session()
    let line = RawCall.line(id, "conversations", #"{"limit":1}"#)
    adapter.write(line + [0x0A], asking: [id])
    // Whatever comes first: an answer with another id is the fault that is looked for.
    let exchange = adapter.awaitLine(sent: line)
    guard exchange.heard?.id == id else {
      throw exchange.failure("an answer with exactly the id of the call")
    }
    _ = try exchange.answer(to: .conversations)
  }

  private static func unknownNotification(_ probe: Probe) throws(Finding) {
    try expectReadOver(#"{"jsonrpc":"2.0","method":"x-news","params":{"text":"rain"}}"#, probe)
  }

  private static func cancelUnknown(_ probe: Probe) throws(Finding) {
    try expectReadOver(#"{"jsonrpc":"2.0","method":"cancel","params":{"id":4711000}}"#, probe)
    try expectReadOver(#"{"jsonrpc":"2.0","method":"cancel","params":{"id":"nobody"}}"#, probe)
  }

  /// Nothing may answer a notification; the call after it shows that nothing has.
  private static func expectReadOver(_ notification: String, _ probe: Probe) throws(Finding) {
    let adapter = try probe.session()
    let id = adapter.nextID()
    let call = RawCall.line(id, "conversations", #"{"limit":1}"#)
    let both = Array(notification.utf8) + [0x0A] + call
    let exchange = adapter.send(both, id: id)
    guard exchange.heard?.id == id else {
      throw exchange.failure("no answer to the notification, and one to the call behind it")
    }
  }

  private static func cancelled(_ probe: Probe) throws(Finding) {
    let adapter = try probe.session()
    let id = adapter.nextID()
    guard let cancel = try? AdapterMessage.cancel(id).line() else { return }
    let call = RawCall.line(id, "conversations", #"{"limit":1}"#)
    let exchange = adapter.send(call + [0x0A] + cancel, id: id)
    switch exchange.heard?.content {
    case .answer(id, _)?, .fault(id, .cancelled)?: break
    default: throw exchange.failure("the result, or an error -32011, with the id of the call")
    }
  }

  private static func concurrent(_ probe: Probe) throws(Finding) {
    let count = min(try probe.manifest().bounds.concurrentCalls, 16)
    guard count > 1 else { throw .notApplicable("the adapter takes one call at a time") }
    let rows = try probe.rows()
    let adapter = try probe.session()
    let ids = (0..<count).map { _ in adapter.nextID() }
    var lines: [UInt8] = []
    for (place, id) in ids.enumerated() {
      let row = RawCall.quoted(rows[place % rows.count].summary.id.rawValue)
      lines += RawCall.line(id, "conversation", #"{"conversation":\#(row)}"#) + [0x0A]
    }
    adapter.write(lines, asking: ids)
    for id in ids {
      let exchange = adapter.awaitAnswer(to: id, sent: lines)
      guard exchange.heard?.id == id else {
        throw exchange.failure("an answer to each of the \(count) calls")
      }
    }
  }
}
