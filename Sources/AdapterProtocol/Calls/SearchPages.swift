package import DeskModel
import JSONText

/// Looks for words on the backend.
package struct SearchParams: Sendable, Hashable {
  /// What is looked for, and where to go on.
  package var request: SearchRequest

  /// Makes the parameters; `request.limit` is 1...1,000.
  package init(_ request: SearchRequest) { self.request = request }
}

/// A part of what the backend finds.
package struct SearchResult: Sendable, Hashable {
  /// The hits, and where to go on.
  package var page: SearchPage

  /// Makes a result.
  package init(_ page: SearchPage) { self.page = page }
}

extension SearchParams: WireRecord {
  static var blank: SearchParams { SearchParams(SearchRequest("")) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("text", &request.text)
    try coder.usual("filter", &request.filter.terms, [])
    try coder.required("limit", &request.limit)
    try coder.optional("cursor", &request.after)
  }

  func check() throws(ProtocolError) { try PageParams.check(limit: request.limit) }
}

extension SearchResult: WireRecord {
  static var blank: SearchResult { SearchResult(SearchPage(hits: [])) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("hits", &page.hits)
    try coder.optional("next", &page.next)
    try coder.usual("progress", &page.progress, 1_000)
  }

  func check() throws(ProtocolError) {
    if page.progress > 1_000 {
      throw .field(path: "progress", expected: "0 to 1000", found: String(page.progress))
    }
  }
}

/// Places in an excerpt, in UTF-8 bytes.
private struct MatchRange: WireRecord {
  var start = 0
  var end = 0

  static var blank: MatchRange { MatchRange() }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("start", &start)
    try coder.required("end", &end)
  }

  func check() throws(ProtocolError) {
    guard start < end else {
      throw .field(path: "end", expected: "a number above start (\(start))", found: String(end))
    }
  }
}

extension SearchHit: WireValue {
  init(reading slot: WireSlot) throws(ProtocolError) {
    let object = try WireObject(slot)
    let row: ConversationRow = try object.required("row")
    let ranges: [MatchRange] = try object.optional("matches", as: [MatchRange].self) ?? []
    self.init(
      summary: row.summary, entry: try object.optional("entry", as: EntryID.self),
      at: try object.required("at"), author: try object.optional("author", as: String.self) ?? "",
      excerpt: try object.required("excerpt"), matches: ranges.map { $0.start..<$0.end })
    var last = 0
    for (index, range) in matches.enumerated() {
      guard range.lowerBound >= last, range.upperBound <= excerpt.utf8.count else {
        throw .field(
          path: "matches[\(index)]", expected: "bytes of the excerpt, in order",
          found: "\(range.lowerBound)..<\(range.upperBound)")
      }
      last = range.upperBound
    }
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("row", value: ConversationRow(summary))
    writer.member("entry", ifPresent: entry?.rawValue)
    writer.member("at", value: at)
    if !author.isEmpty { writer.member("author", author) }
    writer.member("excerpt", excerpt)
    if !matches.isEmpty {
      writer.member("matches", value: matches.map { MatchRange(start: $0.lowerBound, end: $0.upperBound) })
    }
    writer.endObject()
  }
}
