import AdapterProtocol
import AdapterServing
import OddServer
import Testing

@testable import RequestTracker

@Suite("The way to RT")
struct NetworkTransportTests {
  private func send(_ request: HTTPRequest, _ server: OddServer, call: OpenCall? = nil) throws -> HTTPResponse
  {
    try NetworkTransport(base: server.url + "/REST/2.0", seconds: 30).send(request, call: call)
  }

  @Test("A request goes below REST/2.0, signed, with its type and the version that it names")
  func requests() throws {
    let server = try OddServer()
    var request = HTTPRequest("PUT", "/ticket/7", body: Array("{}".utf8))
    request.authorization = "token abc"
    request.ifMatch = "\"218\""
    #expect(try send(request, server).headers["etag"] == "\"218\"")
    #expect(try server.log() == [#"PUT /REST/2.0/ticket/7 token abc application/json "218" None {}"#])
  }

  @Test("What the network says is told as it is")
  func failures() throws {
    let server = try OddServer()
    #expect(throws: TransportFailure.broken(reason: "its answer ended early")) {
      try send(HTTPRequest("GET", "/cut"), server)
    }
    #expect(throws: TransportFailure.notSent(reason: "it takes no connections")) {
      try NetworkTransport(base: "http://127.0.0.1:1", seconds: 30).send(HTTPRequest("GET", "/x"), call: nil)
    }
  }

  @Test("A call that is taken back stops waiting")
  func cancelled() throws {
    let server = try OddServer()
    let call = OpenCall(.queues) { _, _ in }
    call.cancel()
    #expect(throws: TransportFailure.cancelled) { try send(HTTPRequest("GET", "/hang"), server, call: call) }
    call.fail(.cancelled)
  }
}
