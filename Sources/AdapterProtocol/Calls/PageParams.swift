/// Asks for a page of a list that has nothing to choose from.
package struct PageParams: Sendable, Hashable {
  /// Where to go on; nil begins.
  package var cursor: PageCursor?
  /// At most so many items, 1...1,000; the adapter may give fewer.
  package var limit: Int

  /// Makes the parameters.
  package init(cursor: PageCursor? = nil, limit: Int = 100) {
    self.cursor = cursor
    self.limit = limit
  }

  static func check(limit: Int) throws(ProtocolError) {
    guard (1...ProtocolLimits.pageItems).contains(limit) else {
      throw .field(path: "limit", expected: "1 to \(ProtocolLimits.pageItems)", found: String(limit))
    }
  }
}

extension PageParams: WireRecord {
  static var blank: PageParams { PageParams() }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.optional("cursor", &cursor)
    try coder.required("limit", &limit)
  }

  func check() throws(ProtocolError) { try Self.check(limit: limit) }
}
