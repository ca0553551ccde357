import AdapterProtocol
import DeskModel
import JSONText

/// Lines: those that cannot be read, and those that only look strange.
enum FramingChecks {
  private static let framing = SpecificationPlace(.adapterProtocol, "Framing")
  private static let containment = SpecificationPlace(.security, "Containment")

  static let all = [
    ConformanceCheck(
      "framing.notJSON",
      "A line that is not JSON is answered with -32700 and the id null; the next call is answered.",
      SpecificationPlace(.outcomes, "Errors"), notJSON),
    ConformanceCheck(
      "framing.notUTF8", "A line that is not UTF-8 is refused as a whole, with -32700 and the id null.",
      framing, notUTF8),
    ConformanceCheck(
      "framing.notAMessage", "JSON that is no message is answered with -32600; the next call is answered.",
      SpecificationPlace(.outcomes, "Errors"), notAMessage),
    ConformanceCheck("framing.batch", "An array of messages is refused with -32600.", framing, batch),
    ConformanceCheck(
      "framing.oversizedLine",
      "A line of more than 8 MiB is answered with -32012 without an id; the next call is answered.", framing,
      oversizedLine),
    ConformanceCheck("framing.longestLine", "A line of exactly 8 MiB is read.", framing, longestLine),
    ConformanceCheck(
      "framing.deepNesting", "A line nested 100,000 levels deep is refused; the next call is answered.",
      containment, deepNesting),
    ConformanceCheck(
      "framing.whiteSpace", "White space between values, CR before LF too, means nothing.", framing,
      whiteSpace),
    ConformanceCheck(
      "framing.unknownFields", "Unknown fields are read over, in the message and in its parameters.",
      SpecificationPlace(.adapterProtocol, "Versions"), unknownFields),
    ConformanceCheck(
      "framing.nullIsAbsent", "A field that is null means the same as one that is absent.", framing,
      nullIsAbsent),
    ConformanceCheck(
      "framing.halfSurrogate",
      "Half of a surrogate pair in an escape does no harm; the next call is answered.",
      SpecificationPlace(.security, "Text from outside"), halfSurrogate),
  ]

  /// Expects that the next call is answered as if nothing had been.
  static func expectGoingOn(_ adapter: ProbedAdapter, after exchange: Exchange) throws(Finding) {
    let id = adapter.nextID()
    let next = try adapter.call(.conversations(ConversationsParams(limit: 1)), id: id)
    guard next.heard?.id == id else {
      throw exchange.failure(
        "that the call after it is answered as if nothing had been", came: "to that call: \(next.came)")
    }
  }

  private static func notJSON(_ probe: Probe) throws(Finding) {
    let adapter = try probe.session()
    for line in [#"{"jsonrpc":"2.0","id":1,"method":"#, "hello", #"{"jsonrpc":'2.0'}"#] {
      let exchange = adapter.send(Array(line.utf8), id: nil)
      try exchange.expectFault([-32_700], id: .some(nil), "an error -32700 with the id null")
      try expectGoingOn(adapter, after: exchange)
    }
  }

  private static func notUTF8(_ probe: Probe) throws(Finding) {
    let adapter = try probe.session()
    let id = adapter.nextID()
    var line = RawCall.line(id, "conversations", #"{"limit":1,"x-note":"?"}"#)
    if let place = line.lastIndex(of: UInt8(ascii: "?")) { line[place] = 0xFF }
    let exchange = adapter.send(line, id: id)
    try exchange.expectFault([-32_700], id: .some(nil), "an error -32700 with the id null")
    try expectGoingOn(adapter, after: exchange)
  }

  private static func notAMessage(_ probe: Probe) throws(Finding) {
    let adapter = try probe.session()
    for line in [
      "7", #""initialize""#, #"{"jsonrpc":"2.0","id":NEXT}"#,
      #"{"jsonrpc":"1.0","id":NEXT,"method":"queues"}"#,
    ] {
      let id = adapter.nextID()
      guard case .number(let number) = id else { return }
      let filled = ByteSearch.replacing("NEXT", by: String(number), in: line)
      let exchange = adapter.send(Array(filled.utf8), id: id)
      try exchange.expectFault([-32_600], "an error -32600, because it is no message")
      try expectGoingOn(adapter, after: exchange)
    }
  }

  private static func batch(_ probe: Probe) throws(Finding) {
    let adapter = try probe.session()
    let calls = [adapter.nextID(), adapter.nextID()].map {
      RawCall.line($0, "conversations", #"{"limit":1}"#)
    }
    let exchange = adapter.send(
      Array("[".utf8) + calls[0] + Array(",".utf8) + calls[1] + Array("]".utf8), id: nil)
    try exchange.expectFault([-32_600], id: .some(nil), "an error -32600 with the id null")
    try expectGoingOn(adapter, after: exchange)
  }

  /// A call that is so many bytes long.
  private static func call(_ id: RequestID, bytes: Int) -> [UInt8] {
    let line = RawCall.line(id, "conversations", #"{"limit":1,"x-filling":"?"}"#)
    guard let place = line.lastIndex(of: UInt8(ascii: "?")) else { return line }
    let filling = [UInt8](repeating: UInt8(ascii: "a"), count: bytes - line.count + 1)
    return line[..<place] + filling + line[(place + 1)...]
  }

  private static func oversizedLine(_ probe: Probe) throws(Finding) {
    let adapter = try probe.session()
    let id = adapter.nextID()
    let exchange = adapter.send(call(id, bytes: ProtocolLimits.lineBytes + 1), id: id)
    try exchange.expectFault(
      [-32_012], id: .some(nil), "an error -32012 with the id null and the limit in its data")
    try expectGoingOn(adapter, after: exchange)
  }

  private static func longestLine(_ probe: Probe) throws(Finding) {
    let adapter = try probe.session()
    let id = adapter.nextID()
    let exchange = adapter.send(call(id, bytes: ProtocolLimits.lineBytes), id: id)
    _ = try exchange.answer(to: .conversations)
  }

  private static func deepNesting(_ probe: Probe) throws(Finding) {
    let adapter = try probe.session()
    let exchange = adapter.send([UInt8](repeating: UInt8(ascii: "["), count: 100_000), id: nil)
    try exchange.expectFault(
      [-32_700, -32_600], id: .some(nil), "an error -32700 or -32600 with the id null")
    try expectGoingOn(adapter, after: exchange)
  }

  private static func whiteSpace(_ probe: Probe) throws(Finding) {
    let adapter = try probe.session()
    let id = adapter.nextID()
    guard case .number(let number) = id else { return }
    let line =
      " { \"jsonrpc\" : \"2.0\" ,\t\"id\" : \(number) , \"params\" : { \"limit\" : 1 } , \"method\" : \"conversations\" } \r"
    _ = try adapter.send(Array(line.utf8), id: id).answer(to: .conversations)
  }

  private static func unknownFields(_ probe: Probe) throws(Finding) {
    let adapter = try probe.session()
    let id = adapter.nextID()
    guard case .number(let number) = id else { return }
    let line =
      #"{"x-first":[1,{"id":7}],"jsonrpc":"2.0","id":\#(number),"method":"conversations","params":{"limit":1,"x-later":{"a":[]},"colour":"red"},"colour":null}"#
    _ = try adapter.send(Array(line.utf8), id: id).answer(to: .conversations)
  }

  private static func nullIsAbsent(_ probe: Probe) throws(Finding) {
    let exchange = try probe.session().call(
      "conversations", #"{"limit":1,"queue":null,"filter":null,"sort":null,"cursor":null}"#)
    _ = try exchange.answer(to: .conversations)
  }

  private static func halfSurrogate(_ probe: Probe) throws(Finding) {
    let adapter = try probe.session()
    let id = adapter.nextID()
    let exchange = adapter.send(
      RawCall.line(id, "conversation", #"{"conversation":"\ud83d"}"#), id: id)
    switch exchange.heard?.content {
    case .fault?: break
    default: throw exchange.failure("an error, as no conversation has such an id")
    }
    try expectGoingOn(adapter, after: exchange)
  }
}
