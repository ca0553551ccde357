import AdapterProtocol
import AdapterServing
import DeskModel
import JSONText
import Synchronization
import Testing

@testable import RequestTracker

/// Plays answers of RT, in the place of a server.
///
/// An answer belongs to a method and the beginning of a target; the first that fits is given, and used up when it is told
/// to be. What has no answer fails the test.
final class PlayedTransport: HTTPTransport {
  struct Answer: Sendable {
    var method: String
    var beginning: String
    var result: Result<HTTPResponse, TransportFailure>
    var isOnce: Bool
  }

  private struct State {
    var answers: [Answer] = []
    var requests: [HTTPRequest] = []
  }

  private let state = Mutex(State())

  /// The requests that came, in order.
  var requests: [HTTPRequest] { state.withLock { $0.requests } }

  /// The targets of requests with a method.
  func targets(_ method: String) -> [String] { requests.filter { $0.method == method }.map(\.target) }

  /// What is to be answered with JSON.
  func answer(
    _ method: String = "GET", _ beginning: String, _ json: String, status: Int = 200,
    headers: [String: String] = [:], once: Bool = false
  ) {
    var headers = headers
    if headers["content-type"] == nil { headers["content-type"] = "application/json; charset=utf-8" }
    answer(
      method, beginning, .success(HTTPResponse(status: status, headers: headers, body: Array(json.utf8))),
      once: once)
  }

  /// What is to happen.
  func answer(
    _ method: String, _ beginning: String, _ result: Result<HTTPResponse, TransportFailure>,
    once: Bool = false
  ) {
    let played = Answer(method: method, beginning: beginning, result: result, isOnce: once)
    state.withLock { $0.answers.append(played) }
  }

  /// Forgets all answers, and what was asked.
  func clear() { state.withLock { $0 = State() } }

  func send(_ request: HTTPRequest, call: OpenCall?) throws(TransportFailure) -> HTTPResponse {
    let result = state.withLock { state -> Result<HTTPResponse, TransportFailure>? in
      state.requests.append(request)
      guard
        let place = state.answers.firstIndex(where: {
          $0.method == request.method && request.target.hasPrefix($0.beginning)
        })
      else { return nil }
      let played = state.answers[place]
      if played.isOnce { state.answers.remove(at: place) }
      return played.result
    }
    guard let result else {
      Issue.record("nothing is played for \(request.method) \(request.target)")
      throw .notSent(reason: "nothing is played")
    }
    return try result.get()
  }

  /// A client of it.
  var client: RTClient { RTClient(self, token: Secret("1-32-abc"), host: "rt.test") }
}

/// Pieces of RT's answers.
enum Played {
  static let me = Person(id: "alice", name: "Alice Agent", kind: .agent)
  static let now = Timestamp(milliseconds: 1_795_000_000_000)
  static let date = ["date": "Thu, 18 Nov 2026 11:06:40 GMT"]

  /// A user as `GET /user/NAME` tells them.
  static func user(_ name: String, _ real: String = "", privileged: Bool = false) -> String {
    #"{"Name":"\#(name)","RealName":"\#(real)","EmailAddress":"\#(name)@x.test","Privileged":\#(privileged ? 1 : 0)}"#
  }

  /// A list as collections without totals are.
  static func list(_ items: [String], total: String = "null") -> String {
    #"{"items":[\#(items.joined(separator: ","))],"count":\#(items.count),"total":\#(total),"page":1,"per_page":100,"pages":null}"#
  }

  /// A row of the history.
  static func row(
    _ id: Int, _ type: String, by creator: String = "zoe", field: String = "", old: String = "",
    new: String = "",
    ticket: String = "7", at: String = "2026-11-18T11:00:00Z", data: String = ""
  ) -> String {
    #"{"id":"\#(id)","Type":"\#(type)","Creator":{"id":"\#(creator)"},"Field":"\#(field)","OldValue":"\#(old)","NewValue":"\#(new)","ObjectId":"\#(ticket)","Created":"\#(at)","Data":"\#(data)"}"#
  }

  /// A ticket.
  static func ticket(
    _ id: Int = 7, status: String = "open", owner: String = "Nobody", links: String = "", fields: String = "",
    more: String = ""
  ) -> String {
    #"{"id":\#(id),"Subject":"late","Status":"\#(status)","Owner":{"id":"\#(owner)"},"Queue":{"id":"3","Name":"Support"},"Requestor":[{"id":"zoe"}],"Creator":{"id":"zoe"},"Cc":[],"AdminCc":[],"Due":"1970-01-01T00:00:00Z","LastUpdated":"2026-11-18T11:00:00Z","Priority":"0"\#(more),"CustomFields":[\#(fields)],"_hyperlinks":[{"ref":"correspond"},{"ref":"comment"}\#(links)]}"#
  }

  /// The header that tells a version.
  static func etag(_ version: Int) -> [String: String] {
    ["etag": "\"\(version)\""].merging(date) { a, _ in a }
  }

  /// A record as a client gives it.
  static func record(_ json: String, version: Int = 20) throws -> TicketRecord {
    TicketRecord(
      RTAnswer(
        json: try JSONDocument(Array(json.utf8)).root, version: VersionTag(String(version)),
        date: date["date"]))
  }

  /// A service's settings.
  static func settings(_ more: String = "") throws -> RTSettings {
    try RTSettings(try RawJSON(Array(#"{"url":"https://rt.test"\#(more)}"#.utf8)))
  }
}

extension PlayedTransport {
  /// The parts of the adapter, on this transport.
  func parts(_ settings: RTSettings, uploads: UploadStore = UploadStore(fileLimit: 1_000_000)) -> RTParts {
    var statuses = StatusCatalogue()
    statuses.add(StatusCatalogue.usual, queues: ["3"])
    let session = RTSession(
      settings: settings, client: client, me: Played.me, statuses: statuses, people: PeopleDirectory())
    return RTParts(session: session, client: client, uploads: uploads)
  }

  /// Everybody who plays a part.
  func answerPeople() {
    answer("GET", "/user/alice", Played.user("alice", "Alice Agent", privileged: true))
    answer("GET", "/user/bob", Played.user("bob", "Bob Agent", privileged: true))
    answer("GET", "/user/zoe", Played.user("zoe", "Zoë Fürst"))
    answer("GET", "/user/liam", Played.user("liam"))
  }
}
