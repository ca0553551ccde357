package import AdapterServing
import HTTPClient

/// The way to RT over a network: a connection for each request, as RT closes them anyway.
package struct NetworkTransport: HTTPTransport {
  private let base: String
  private let seconds: Int
  /// The most bytes of an answer.
  static let bodyLimit = 256 << 20

  /// Makes a way to the address of `REST/2.0`; `seconds` is how long nothing may come before we give up.
  package init(base: String, seconds: Int) {
    self.base = base
    self.seconds = seconds
  }

  package func send(_ request: HTTPRequest, call: OpenCall?) throws(TransportFailure) -> HTTPResponse {
    var headers = [
      (name: "Authorization", value: request.authorization), (name: "Accept", value: "application/json"),
    ]
    if request.body != nil { headers.append((name: "Content-Type", value: request.contentType)) }
    if let version = request.ifMatch { headers.append((name: "If-Match", value: version)) }
    let exchange = HTTPExchange(
      request.method, base + request.target, headers: headers, body: request.body, seconds: seconds,
      limit: Self.bodyLimit)
    call?.onCancel { exchange.cancel() }
    do {
      let answer = try exchange.perform()
      return HTTPResponse(status: answer.status, headers: answer.headers, body: answer.body)
    } catch {
      switch error {
      case .notSent(let reason): throw call?.isCancelled == true ? .cancelled : .notSent(reason: reason)
      case .broken(let reason): throw .broken(reason: reason)
      case .cancelled: throw .cancelled
      }
    }
  }
}
