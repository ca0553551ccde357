import Foundation
import OddServer
import Testing

@testable import HTTPClient

@Suite("A request over a network")
struct HTTPExchangeTests {
  private func exchange(
    _ method: String, _ url: String, headers: [(name: String, value: String)] = [], body: String? = nil,
    seconds: Int = 30, limit: Int = 1 << 20
  ) -> HTTPExchange {
    HTTPExchange(
      method, url, headers: headers, body: body.map { Array($0.utf8) }, seconds: seconds, limit: limit)
  }

  @Test("It arrives as it was made, and its answer comes whole")
  func whole() throws {
    let server = try OddServer()
    let headers = [
      (name: "Authorization", value: "token abc"), (name: "Content-Type", value: "application/json"),
      (name: "If-Match", value: "\"218\""), (name: "X-Bad", value: "a\r\nCookie: b"),
    ]
    let answer = try exchange(
      "PUT", server.url + "/ticket/7?query=a%27%20b&x%5By%5D=%C3%A9", headers: headers, body: "{\"ü\":1}"
    ).perform()
    #expect(answer.status == 200 && String(decoding: answer.body, as: UTF8.self) == #"{"fine":true}"#)
    #expect(answer.headers["etag"] == "\"218\"")
    // No cookie of the first answer comes back with the second request.
    _ = try exchange("GET", server.url + "/again").perform()
    let log = try server.log()
    #expect(
      log[0] == #"PUT /ticket/7?query=a%27%20b&x%5By%5D=%C3%A9 token abc application/json "218" None {"ü":1}"#
    )
    #expect(log[1] == "GET /again None None None None ")
  }

  @Test("An empty body is a body, and bytes of every kind arrive")
  func bodies() throws {
    let server = try OddServer()
    for body in ["", "\0\u{1}\n", String(repeating: "é", count: 1_000_000)] {
      #expect(try exchange("POST", server.url + "/x", body: body).perform().status == 200)
    }
    let log = try server.log()
    #expect(log.first?.hasSuffix(" None ") == true)
    #expect(log.last?.hasSuffix(String(repeating: "é", count: 1_000_000)) == true)
  }

  @Test(
    "A redirect is an answer: it is not followed, neither when reading nor when writing",
    arguments: ["GET", "POST"])
  func redirect(method: String) throws {
    let server = try OddServer()
    let answer = try exchange(method, server.url + "/redirect", body: method == "POST" ? "{}" : nil).perform()
    #expect(answer.status == 302 && answer.headers["location"] == "/there")
    #expect(try server.log().count == 1)
  }

  @Test(
    "An answer that ends early, is none, or does not come may have been preceded by the deed",
    arguments: ["cut", "close", "garbage", "hang"])
  func broken(way: String) throws {
    let server = try OddServer()
    #expect {
      _ = try exchange("POST", "\(server.url)/\(way)", body: "{}", seconds: way == "hang" ? 1 : 30).perform()
    } throws: { error in
      guard case .broken(let reason)? = error as? HTTPFailure else { return false }
      return !reason.isEmpty
    }
    // Nothing is sent a second time by itself.
    #expect(try server.log().count == 1)
  }

  @Test("An answer that is longer than can be taken is broken off")
  func limit() throws {
    let server = try OddServer()
    #expect(throws: HTTPFailure.broken(reason: "its answer is too long")) {
      try exchange("GET", server.url + "/fine", limit: 5).perform()
    }
  }

  @Test(
    "Where nobody listens, and where there is no way, nothing was sent",
    arguments: [
      "http://127.0.0.1:1/x", "http://nowhere.invalid/x", "https://127.0.0.1:1/x", "ftp://127.0.0.1/x", "x y",
      "",
    ])
  func notSent(url: String) {
    #expect {
      _ = try exchange("POST", url, body: "{}", seconds: 20).perform()
    } throws: { error in
      guard case .notSent? = error as? HTTPFailure else { return false }
      return true
    }
  }

  @Test("A server without the certificate of its name is not spoken to")
  func encryption() throws {
    // It speaks no TLS at all, so there is nothing to trust.
    let server = try OddServer()
    let url = server.url.replacingOccurrences(of: "http:", with: "https:")
    #expect {
      _ = try exchange("POST", url + "/x", headers: [(name: "Authorization", value: "secret")], body: "{}")
        .perform()
    } throws: { error in
      guard case .notSent? = error as? HTTPFailure else { return false }
      return true
    }
    #expect(try server.log().allSatisfy { !$0.contains("secret") })
  }

  @Test("Waiting ends when it is taken back, and what had left then is told")
  func cancelled() throws {
    let server = try OddServer()
    let early = exchange("GET", server.url + "/hang")
    early.cancel()
    #expect(throws: HTTPFailure.self) { try early.perform() }
    let late = exchange("GET", server.url + "/hang")
    let arrival = exchange("GET", server.url + "/await-hang")
    Thread.detachNewThread {
      // Answered when the other request is there.
      _ = try? arrival.perform()
      late.cancel()
    }
    #expect(throws: HTTPFailure.cancelled) { try late.perform() }
  }
}
