import AdapterProtocol
import AdapterServing
import DeskModel
import Testing

@testable import RequestTracker

@Suite("Speaking REST 2.0")
struct RTClientTests {
  private let transport = PlayedTransport()

  private static let page = ["content-type": "text/html; charset=utf-8"]

  @Test("A request is signed, and the token stands nowhere else")
  func signing() throws {
    transport.answer("GET", "/rt", #"{"Version":"5.0.3"}"#, headers: ["etag": "\"218\""])
    let answer = try transport.client.read("/rt")
    #expect(answer.json.text("Version") == "5.0.3")
    #expect(answer.version == "218")
    #expect(transport.requests[0].authorization == "token 1-32-abc")
    #expect(!"\(transport.client)".contains("1-32-abc"))
  }

  @Test(
    "Each way in which RT or somebody before it refuses to be read has its fault",
    arguments: [
      (401, [:], #"{"message":"Unauthorized"}"#, -32_003),
      (302, ["location": "/NoAuth/Login.html"], "", -32_003),
      (302, ["location": "https://sso.test/login?back=x"], "", -32_003),
      (200, page, "<html>Login</html>", -32_003),
      (301, ["location": "https://new.test/REST/2.0/rt"], "", -32_004), (403, [:], "{}", -32_008),
      (404, [:], "{}", -32_006),
      (429, ["retry-after": "7"], "", -32_005), (500, [:], "", -32_004), (502, page, "<html>", -32_004),
      (503, ["retry-after": "9"], "", -32_004), (200, [:], "no json", -32_004), (200, [:], "", -32_004),
      (400, [:], #"{"message":"Unknown field: X at /usr/share/rt/Tickets.pm line 3187.\n"}"#, -32_009),
    ] as [(Int, [String: String], String, Int)])
  func reading(status: Int, headers: [String: String], body: String, code: Int) {
    transport.answer("GET", "/rt", body, status: status, headers: headers)
    #expect { _ = try transport.client.read("/rt") } throws: { ($0 as? AdapterFault)?.code == code }
  }

  @Test("RT's sentence is told without the place in its code")
  func sentence() {
    transport.answer(
      "GET", "/rt", #"{"message":"Unknown field: X at /usr/share/rt/Tickets.pm line 3187.\n"}"#, status: 400)
    #expect(throws: AdapterFault.unsupported(what: "Unknown field: X")) { try transport.client.read("/rt") }
  }

  @Test("Without an answer the server is away; what was cancelled is not asked")
  func away() {
    transport.answer("GET", "/a", .failure(.notSent(reason: "it takes no connections")))
    transport.answer("GET", "/b", .failure(.broken(reason: "the connection broke")))
    for target in ["/a", "/b"] {
      #expect { _ = try transport.client.read(target) } throws: { ($0 as? AdapterFault)?.code == -32_004 }
    }
    let call = OpenCall(.queues) { _, _ in }
    call.cancel()
    #expect(throws: AdapterFault.cancelled) { try transport.client.for(call).read("/c") }
    #expect(transport.requests.count == 2)
    call.fail(.cancelled)
  }

  @Test(
    "What is written is refused only where it is certain that nothing was done",
    arguments: [
      (
        .success(HTTPResponse(status: 400, body: Array(#"{"message":"Permission Denied"}"#.utf8))),
        .refused(.denied(reason: "RT says: Permission Denied"))
      ),
      (
        .success(HTTPResponse(status: 400, body: Array(#"{"message":"x"}"#.utf8))),
        .refused(.invalid(field: "steps", reason: "x"))
      ),
      (.success(HTTPResponse(status: 403)), .refused(.denied(reason: "RT says that we may not do this"))),
      (.success(HTTPResponse(status: 412)), .outdated),
      (.success(HTTPResponse(status: 429)), .refused(.busy(retryAfterSeconds: 30))),
      (
        .success(HTTPResponse(status: 500)),
        .unknown(reason: "rt.test answered 500, so nobody knows whether it was done")
      ),
      (
        .success(HTTPResponse(status: 502, headers: page)),
        .unknown(reason: "rt.test answered 502, so nobody knows whether it was done")
      ),
      (
        .success(HTTPResponse(status: 301, headers: ["location": "https://x/REST/2.0/y"])),
        .unknown(reason: "rt.test answered 301, so nobody knows whether it was done")
      ),
      (
        .failure(.broken(reason: "it did not answer in time")),
        .unknown(reason: "rt.test: it did not answer in time")
      ),
      (.failure(.cancelled), .unknown(reason: "rt.test: the request was broken off")),
      (
        .failure(.notSent(reason: "its host is not known")),
        .refused(.failed(reason: "rt.test cannot be reached: its host is not known"))
      ),
    ] as [(Result<HTTPResponse, TransportFailure>, WriteResult)])
  func writing(answer: Result<HTTPResponse, TransportFailure>, result: WriteResult) throws {
    transport.answer("PUT", "/ticket/7", answer)
    #expect(try transport.client.write(HTTPRequest("PUT", "/ticket/7")) == result)
  }

  @Test("A token that has expired while one writes is an error, because nothing was done")
  func expired() {
    for (status, headers) in [(401, [:]), (302, ["location": "/NoAuth/Login.html"]), (200, Self.page)]
      as [(Int, [String: String])]
    {
      transport.clear()
      transport.answer("POST", "/x", "", status: status, headers: headers)
      #expect { _ = try transport.client.write(HTTPRequest("POST", "/x")) } throws: {
        ($0 as? AdapterFault)?.code == -32_003
      }
    }
  }

  @Test("Every part of a target is escaped")
  func targets() {
    #expect(RTTarget.of(["user", "a/b?c#d é"]) == "/user/a%2Fb%3Fc%23d%20%C3%A9")
    #expect(
      RTTarget.of(["tickets"], ["query": "a='b'&c", "fields[Owner]": "x"])
        == "/tickets?query=a%3D%27b%27%26c&fields%5BOwner%5D=x")
    #expect(["7", "0012"].allSatisfy(RTTarget.isNumber))
    #expect(!["", "7/../8", "-1", "٣", "7 ", "99999999999999999999"].contains(where: RTTarget.isNumber))
  }
}
