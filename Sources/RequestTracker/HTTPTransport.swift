package import AdapterServing

/// A request to RT.
package struct HTTPRequest: Sendable, Hashable {
  /// `GET`, `POST`, `PUT`.
  package var method: String
  /// Path and query below `REST/2.0`, percent-encoded, from `/` on.
  package var target: String
  /// The body, JSON unless `contentType` says otherwise; nil for none.
  package var body: [UInt8]?
  /// The body's MIME type.
  package var contentType = "application/json"
  /// The ETag that the record must have; nil for any.
  package var ifMatch: String?
  /// The value of the header `Authorization`.
  package var authorization = ""

  /// Makes a request.
  package init(_ method: String, _ target: String, body: [UInt8]? = nil) {
    self.method = method
    self.target = target
    self.body = body
  }
}

/// An answer of RT, whole.
package struct HTTPResponse: Sendable, Hashable {
  /// The status code.
  package var status: Int
  /// Headers by their names in lower case.
  package var headers: [String: String]
  /// The body.
  package var body: [UInt8]

  /// Makes an answer.
  package init(status: Int, headers: [String: String] = [:], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}

/// Why there is no answer, or none whole.
package enum TransportFailure: Error, Sendable, Hashable {
  /// The request has not left: there was no connection.
  case notSent(reason: String)
  /// The request may have left, and what became of it is not known.
  case broken(reason: String)
  /// We have given up ourselves.
  case cancelled
}

/// The way to RT.
package protocol HTTPTransport: Sendable {
  /// Sends a request and waits for the whole answer; redirects are answers.
  ///
  /// It is sent once, never again. When `call` is cancelled, waiting ends.
  func send(_ request: HTTPRequest, call: OpenCall?) throws(TransportFailure) -> HTTPResponse
}
