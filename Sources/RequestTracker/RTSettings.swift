package import AdapterProtocol
import JSONText

/// A search of the person's own, shown like a queue.
package struct NamedSearch: Sendable, Hashable {
  /// Its name.
  package var name: String
  /// The search, in TicketSQL.
  package var query: String
}

/// What stands in the console's config for a desk on RT.
package struct RTSettings: Sendable, Hashable {
  /// The address of RT's start page, without a slash at its end.
  package var address: String
  /// The name of its host, which is what people call it.
  package var host: String
  /// Names of the queues to show; empty for all that we may see.
  package var queues: [String] = []
  /// Searches to show beside them, in the config's order.
  package var searches: [NamedSearch] = []
  /// What the statuses of a lifecycle mean: lifecycle, status, category (`new`, `open`, `pending`, `resolved`).
  package var statuses: [String: [String: String]] = [:]
  /// Names of the agents to whom tickets can be given; empty: whoever is found to be one.
  package var agents: [String] = []
  /// Rows of a page, 1...100: RT gives no more.
  package var pageItems = 50
  /// Seconds without a byte after which RT counts as away, 1...600.
  package var timeoutSeconds = 30
  /// Seconds between two looks for changes, 1...3,600.
  package var pollSeconds = 15
  /// Seconds after an attempt from which on nothing of it can be on its way any more, `timeoutSeconds`...3,600.
  ///
  /// What is not in RT by then is sent again. Unless said, twice `timeoutSeconds`, and at least 60.
  package var settleSeconds = 60
  /// The most bytes of a file that RT keeps; it drops larger ones (its setting `MaxAttachmentSize`).
  package var attachmentBytes = 10_000_000
  /// Whether a token may travel unencrypted to another machine.
  package var allowsPlainHTTP = false

  /// Where REST 2.0 lives.
  package var base: String { address + "/REST/2.0" }

  /// Reads the settings.
  ///
  /// - Throws: `invalidParams` with the path of the field that is missing, unknown or wrong.
  package init(_ raw: RawJSON) throws(AdapterFault) {
    let root: JSONValue
    do { root = try JSONDocument(raw.bytes).root } catch {
      throw Self.problem("", "an object", "something else")
    }
    (address, host) = try Self.address(root["url"])
    var settle: JSONValue?
    for member in root.members ?? [] {
      let value = member.value
      switch member.key {
      case "url": break
      case "settleSeconds": settle = value
      case "queues": queues = try Self.strings(value, "queues")
      case "agents": agents = try Self.strings(value, "agents")
      case "searches": searches = try Self.searches(value)
      case "statuses": statuses = try Self.statuses(value)
      case "pageItems": pageItems = try Self.number(value, "pageItems", 1...100)
      case "timeoutSeconds": timeoutSeconds = try Self.number(value, "timeoutSeconds", 1...600)
      case "pollSeconds": pollSeconds = try Self.number(value, "pollSeconds", 1...3_600)
      case "attachmentBytes": attachmentBytes = try Self.number(value, "attachmentBytes", 1...100_000_000)
      case "allowsPlainHTTP":
        guard let flag = value.bool else { throw Self.problem("allowsPlainHTTP", "true or false", value) }
        allowsPlainHTTP = flag
      default:
        throw Self.problem(member.key, "a setting of sapa-adapter-rt", "an unknown one")
      }
    }
    settleSeconds = max(60, timeoutSeconds * 2)
    if let settle { settleSeconds = try Self.number(settle, "settleSeconds", timeoutSeconds...3_600) }
    if address.hasPrefix("http:"), !allowsPlainHTTP, !["127.0.0.1", "localhost", "[::1]"].contains(host) {
      throw Self.problem(
        "url", "https, because the token would travel unencrypted (or \"allowsPlainHTTP\": true)", "http")
    }
  }

  /// The address without a slash at its end, and its host.
  private static func address(_ value: JSONValue?) throws(AdapterFault) -> (String, String) {
    let expected = "the address of RT, such as https://rt.example.org"
    guard let value, value != .null else { throw problem("url", expected, "nothing") }
    guard var text = value.string else { throw problem("url", expected, value) }
    while text.hasSuffix("/") { text.removeLast() }
    let isPlain = text.utf8.allSatisfy { (0x21..<0x7F).contains($0) && !"?#@\\\"<>".utf8.contains($0) }
    guard isPlain, let scheme = ["https://", "http://"].first(where: { text.hasPrefix($0) }) else {
      throw problem("url", expected, "another text")
    }
    let authority = text.dropFirst(scheme.count).prefix { $0 != "/" }
    let host =
      authority.hasPrefix("[") ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
    let port = authority.dropFirst(host.count)
    let isPort = port.isEmpty || port.hasPrefix(":") && (UInt16(port.dropFirst()) ?? 0) > 0
    guard !host.isEmpty, isPort else { throw problem("url", expected, "another text") }
    return (text, String(host))
  }

  private static func strings(_ value: JSONValue, _ path: String) throws(AdapterFault) -> [String] {
    guard let list = value.array else { throw problem(path, "a list of names", value) }
    var result: [String] = []
    for (index, item) in list.enumerated() {
      guard let name = item.string, !name.isEmpty else { throw problem("\(path)[\(index)]", "a name", item) }
      result.append(name)
    }
    return result
  }

  private static func searches(_ value: JSONValue) throws(AdapterFault) -> [NamedSearch] {
    guard let members = value.members else {
      throw problem("searches", "an object of names and TicketSQL", value)
    }
    var result: [NamedSearch] = []
    for member in members {
      guard let query = member.value.string, !query.isEmpty, !member.key.isEmpty else {
        throw problem("searches.\(member.key)", "a search in TicketSQL", member.value)
      }
      result.append(NamedSearch(name: member.key, query: query))
    }
    return result
  }

  private static func statuses(_ value: JSONValue) throws(AdapterFault) -> [String: [String: String]] {
    guard let lifecycles = value.members else { throw problem("statuses", "an object of lifecycles", value) }
    var result: [String: [String: String]] = [:]
    for lifecycle in lifecycles {
      let path = "statuses.\(lifecycle.key)"
      guard let members = lifecycle.value.members else {
        throw problem(path, "an object of statuses", lifecycle.value)
      }
      for member in members {
        guard let word = member.value.string, ["new", "open", "pending", "resolved"].contains(word) else {
          throw problem("\(path).\(member.key)", "new, open, pending or resolved", member.value)
        }
        result[lifecycle.key, default: [:]][member.key] = word
      }
    }
    return result
  }

  private static func number(
    _ value: JSONValue, _ path: String, _ range: ClosedRange<Int>
  ) throws(AdapterFault) -> Int {
    let expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    guard let number = value.int else { throw problem(path, expected, value) }
    guard range.contains(number) else { throw problem(path, expected, String(number)) }
    return number
  }

  private static func problem(_ path: String, _ expected: String, _ found: JSONValue) -> AdapterFault {
    problem(path, expected, found.string == nil ? found.kind.phrase : "another text")
  }

  private static func problem(_ path: String, _ expected: String, _ found: String) -> AdapterFault {
    .invalidParams(path: path.isEmpty ? "settings" : "settings.\(path)", expected: expected, found: found)
  }
}
