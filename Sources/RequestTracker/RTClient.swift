package import AdapterProtocol
import AdapterServing
import DeskModel
import JSONText

/// What became of a request that changes something.
enum WriteResult: Sendable, Hashable {
  /// RT has answered that it took it; what it did must be read back.
  case taken(HTTPResponse)
  /// Nothing was done: this is the outcome.
  case refused(ApplyOutcome)
  /// The record has changed since it was read; nothing was done.
  case outdated
  /// Nobody knows what was done.
  case unknown(reason: String)
}

/// An answer of RT as JSON.
struct RTAnswer: Sendable, Hashable {
  /// The value.
  var json: JSONValue
  /// The record's version, without quotes; nil for lists.
  var version: VersionTag?
  /// The server's time; nil when it does not say.
  var date: String?
}

/// Speaks REST 2.0: signs requests, reads JSON, and makes clear sentences of what went wrong.
///
/// A value for one call: bound to it by `for(_:)`, it stops asking when the call is cancelled.
package struct RTClient: Sendable {
  private let transport: any HTTPTransport
  private let authorization: Secret
  private let host: String
  private var call: OpenCall?

  /// Makes a client; `host` is what people call the server.
  package init(_ transport: any HTTPTransport, token: Secret, host: String) {
    self.transport = transport
    authorization = Secret("token \(token.value)")
    self.host = host
  }

  /// The same client, asking on behalf of a call, or of nobody.
  func `for`(_ call: OpenCall?) -> RTClient {
    var result = self
    result.call = call
    return result
  }

  /// Reads; POST is for searches in JSON, which change nothing.
  func read(_ target: String, search: JSONValue? = nil) throws(AdapterFault) -> RTAnswer {
    if call?.isCancelled == true { throw .cancelled }
    let request = HTTPRequest(search == nil ? "GET" : "POST", target, body: search?.bytes)
    let response: HTTPResponse
    do { response = try send(request, call: call) } catch {
      switch error {
      case .cancelled: throw .cancelled
      case .notSent(let reason), .broken(let reason):
        throw .away(reason: "\(host) cannot be reached: \(reason)", retryAfterSeconds: nil)
      }
    }
    if let fault = fault(response) { throw fault }
    return try answer(response)
  }

  /// Reads, and gives nil where there is no such thing or we may not see it.
  func readIfThere(_ target: String) throws(AdapterFault) -> RTAnswer? {
    do { return try read(target) } catch {
      switch error {
      case .denied, .notFound: return nil
      default: throw error
      }
    }
  }

  /// Changes something; sent once, and never broken off by us.
  ///
  /// - Throws: `unauthorized`: the token is not taken any more, so nothing was done.
  func write(_ request: HTTPRequest) throws(AdapterFault) -> WriteResult {
    let response: HTTPResponse
    do { response = try send(request, call: nil) } catch {
      switch error {
      case .notSent(let reason):
        return .refused(.failed(reason: "\(host) cannot be reached: \(reason)"))
      case .broken(let reason): return .unknown(reason: "\(host): \(reason)")
      case .cancelled: return .unknown(reason: "\(host): the request was broken off")
      }
    }
    switch response.status {
    case 200...299 where !Self.isPage(response): return .taken(response)
    case 400: return .refused(Self.refusal(message(response)))
    case 403: return .refused(.denied(reason: "RT says that we may not do this"))
    case 404: return .refused(.failed(reason: "RT does not know what was to be changed"))
    case 405, 413, 414, 415: return .refused(.invalid(field: "steps", reason: message(response)))
    case 412: return .outdated
    case 429: return .refused(.busy(retryAfterSeconds: retryAfter(response) ?? 30))
    default:
      if case .unauthorized(let reason) = fault(response) { throw .unauthorized(reason: reason) }
      return .unknown(reason: "\(host) answered \(response.status), so nobody knows whether it was done")
    }
  }

  /// The messages of an answer that is a list of sentences.
  static func messages(_ response: HTTPResponse) -> [String] {
    guard let json = try? JSONDocument(response.body).root else { return [] }
    return (json.array ?? []).compactMap { $0.text }
  }

  // MARK: - Parts

  private func send(_ request: HTTPRequest, call: OpenCall?) throws(TransportFailure) -> HTTPResponse {
    var request = request
    request.authorization = authorization.value
    return try transport.send(request, call: call)
  }

  private func answer(_ response: HTTPResponse) throws(AdapterFault) -> RTAnswer {
    let json: JSONValue
    do { json = try JSONDocument(response.body).root } catch {
      throw .away(
        reason:
          "\(host) answered something else than JSON (an address of RT's start page is needed, with /REST/2.0 below it)",
        retryAfterSeconds: nil)
    }
    return RTAnswer(
      json: json, version: response.headers["etag"].flatMap { Self.unquoted($0) },
      date: response.headers["date"])
  }

  /// What an answer other than a success means for reading; nil for a success.
  private func fault(_ response: HTTPResponse) -> AdapterFault? {
    switch response.status {
    case 200...299:
      // A page for people in the place of JSON is the one for signing in.
      return Self.isPage(response)
        ? .unauthorized(reason: "\(host) shows a page for signing in: the token is not taken any more") : nil
    case 300...399:
      let target = response.headers["location"] ?? ""
      let isOurs = target.contains("/REST/2.0")
      return isOurs
        ? .away(
          reason: "\(host) has moved to \(target): change \"url\" in the config", retryAfterSeconds: nil)
        : .unauthorized(reason: "\(host) sends us to a page for signing in: the token is not taken any more")
    case 401: return .unauthorized(reason: "\(host) does not take the token, or no more")
    case 403: return .denied(reason: "RT says that we may not see this")
    case 404, 410: return .notFound(.conversation, id: "")
    case 429: return .busy(retryAfterSeconds: retryAfter(response) ?? 30)
    case 400, 405, 415: return .unsupported(what: message(response))
    default:
      return .away(
        reason: "\(host) answered \(response.status)", retryAfterSeconds: retryAfter(response))
    }
  }

  private static func isPage(_ response: HTTPResponse) -> Bool {
    response.headers["content-type"]?.lowercased().hasPrefix("text/html") == true
  }

  private static func refusal(_ message: String) -> ApplyOutcome {
    message.contains("Permission Denied")
      ? .denied(reason: "RT says: \(message)") : .invalid(field: "steps", reason: message)
  }

  private func retryAfter(_ response: HTTPResponse) -> Int? {
    response.headers["retry-after"].flatMap { Int($0) }.flatMap { (0...86_400).contains($0) ? $0 : nil }
  }

  /// RT's own sentence, without the place in its code.
  private func message(_ response: HTTPResponse) -> String {
    let json = try? JSONDocument(response.body).root
    guard var text = json?["message"]?.text, !text.isEmpty else { return "RT answered \(response.status)" }
    if let parts = text.parts(aroundLast: " at /") { text = parts.before }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  private static func unquoted(_ etag: String) -> VersionTag? {
    let text = etag.trimmingPrefix("W/").filter { $0 != "\"" }
    return text.isEmpty ? nil : VersionTag(text)
  }
}
