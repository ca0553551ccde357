import CHTTPShim

/// Why there is no answer, or none whole.
package enum HTTPFailure: Error, Sendable, Hashable {
  /// Not one byte of the request has left.
  case notSent(reason: String)
  /// The request has left, at least in part, and what became of it is not known.
  case broken(reason: String)
  /// We have given up ourselves, after it has left.
  case cancelled
}

/// An answer, whole.
package struct HTTPAnswer: Sendable, Hashable {
  /// The status code.
  package var status: Int
  /// Headers by their names in lower case; the last of several.
  package var headers: [String: String]
  /// The body.
  package var body: [UInt8]
}

/// One request over HTTP or HTTPS, and its answer: sent once, never again, redirects not followed.
///
/// `unsafe` stands here for libcurl alone, which is spoken to through `CHTTPShim`.
package final class HTTPExchange: Sendable {
  /// `@unchecked`: all that other threads do with it while it is being performed is to set an atomic flag.
  @safe private struct Handle: @unchecked Sendable {
    let pointer: OpaquePointer
  }

  private let handle: Handle?
  private let seconds: Int
  private let limit: Int

  /// Makes a request.
  ///
  /// `seconds` is how long nothing may come before it is given up, in all ten times as long; `limit` is for the bytes of the
  /// answer.
  package init(
    _ method: String, _ url: String, headers: [(name: String, value: String)], body: [UInt8]?, seconds: Int,
    limit: Int
  ) {
    self.seconds = max(1, seconds)
    self.limit = limit
    handle = unsafe sapa_http_new(method, url).map { unsafe Handle(pointer: $0) }
    guard let handle else { return }
    for header in headers where !header.value.utf8.contains(where: { $0 < 0x20 && $0 != 0x09 }) {
      unsafe sapa_http_add_header(handle.pointer, "\(header.name): \(header.value)")
    }
    // Servers of old answer a question whether they want the body only after a while.
    unsafe sapa_http_add_header(handle.pointer, "Expect:")
    if let body {
      unsafe body.withUnsafeBufferPointer { buffer in
        unsafe sapa_http_set_body(handle.pointer, buffer.baseAddress, buffer.count)
      }
    }
  }

  deinit {
    if let handle { unsafe sapa_http_free(handle.pointer) }
  }

  /// Sends it and waits; to be called once.
  package func perform() throws(HTTPFailure) -> HTTPAnswer {
    guard let handle else { throw .notSent(reason: "there is no memory for it") }
    let code = unsafe sapa_http_perform(handle.pointer, seconds, seconds * 10, limit)
    let status = unsafe sapa_http_status(handle.pointer)
    guard code == 0, status > 0 else { throw failure(code, handle) }
    var count = 0
    let head = unsafe Self.bytes(sapa_http_head(handle.pointer, &count), count)
    let body = unsafe Self.bytes(sapa_http_body(handle.pointer, &count), count)
    return HTTPAnswer(status: status, headers: Self.headers(head), body: body)
  }

  /// Ends waiting, from any thread, within about a second.
  package func cancel() {
    if let handle { unsafe sapa_http_cancel(handle.pointer) }
  }

  private func failure(_ code: Int32, _ handle: Handle) -> HTTPFailure {
    let reason = Self.reason(code)
    // What counts is not what went wrong, but whether anything had left by then.
    if unsafe sapa_http_sent(handle.pointer) == 0 { return .notSent(reason: reason) }
    return code == 42 ? .cancelled : .broken(reason: reason)
  }

  private static func reason(_ code: Int32) -> String {
    switch code {
    case 0, 1, 8, 52: return "it did not answer in HTTP"
    case 5, 6: return "its host is not known"
    case 7: return "it takes no connections"
    case 18: return "its answer ended early"
    case 23: return "its answer is too long"
    case 28: return "it did not answer in time"
    case 42: return "the request was broken off"
    case 35, 51, 53, 58, 59, 60, 77, 83, 90, 91: return "no secure connection could be made: \(words(code))"
    default: return "the connection broke: \(words(code))"
    }
  }

  private static func words(_ code: Int32) -> String {
    guard let text = unsafe sapa_http_words(code) else { return "code \(code)" }
    return unsafe String(cString: text)
  }

  private static func bytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
    guard let start = unsafe start else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }

  private static func headers(_ head: [UInt8]) -> [String: String] {
    var result: [String: String] = [:]
    for line in head.split(separator: 0x0A) {
      guard let colon = line.firstIndex(of: 0x3A) else { continue }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      var value = line[line.index(after: colon)...]
      while let last = value.last, [0x20, 0x09, 0x0D].contains(last) { value.removeLast() }
      result[name] = String(decoding: value.drop { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
    }
    return result
  }
}
