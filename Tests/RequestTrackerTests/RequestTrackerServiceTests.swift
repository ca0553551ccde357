import AdapterProtocol
import AdapterServing
import DeskModel
import Foundation
import Synchronization
import Testing

@testable import RequestTracker

@Suite("The service")
struct RequestTrackerServiceTests {
  private let transport = PlayedTransport()
  private let service: RequestTrackerService

  init() {
    let transport = transport
    service = RequestTrackerService(transport: { _ in transport }, clock: { Played.now })
  }

  /// Asks and waits for the answer.
  private func ask(_ method: AdapterMethod, _ body: (OpenCall) -> Void) throws -> AdapterAnswer {
    let result = Mutex<Result<AdapterAnswer, AdapterFault>?>(nil)
    let end = DispatchSemaphore(value: 0)
    body(
      OpenCall(method) { answer, _ in
        result.withLock { $0 = answer }
        end.signal()
      })
    try #require(end.wait(timeout: .now() + 30) == .success)
    return try #require(result.withLock { $0 }).get()
  }

  private func begin(_ settings: String = #"{"url":"https://rt.test"}"#, token: String? = "1-32-abc") throws
    -> AdapterAnswer
  {
    let params = InitializeParams(
      client: ProgramName(name: "t", version: "1"), settings: try RawJSON(Array(settings.utf8)))
    return try ask(.initialize) {
      service.initialize(params, version: 1, token: token.map { Secret($0) }, reply: $0)
    }
  }

  private func playBeginning() {
    transport.answer("GET", "/rt", #"{"Version":"5.0.3"}"#)
    transport.answer(
      "GET", "/user/32", #"{"Name":"alice","RealName":"Alice Agent","Privileged":1,"Memberships":[]}"#)
    transport.answer(
      "GET", "/queues", Played.list([#"{"id":"3","Name":"Support","Lifecycle":"default","Disabled":"0"}"#]))
    transport.answerPeople()
  }

  @Test("It begins with whose token it is and with the statuses of the queues")
  func manifest() throws {
    playBeginning()
    guard case .initialize(let manifest) = try begin() else { return }
    #expect(manifest.me == Agent(id: "alice", name: "Alice Agent") && manifest.desk == "rt.test")
    #expect(
      manifest.statuses.statuses.map(\.id) == ["new", "open", "stalled", "resolved", "rejected", "deleted"])
    #expect(manifest.audiences.known == [.customer, .internal] && manifest.write.idempotency == .readBack)
    #expect(transport.requests.allSatisfy { $0.authorization == "token 1-32-abc" })
  }

  @Test(
    "A token that is none, somebody else's or a customer's is refused",
    arguments: [
      (nil, ""), ("", ""), ("a b", ""), ("1-32-abc\r\nX: y", ""), ("secret", ""),
      ("1-32-abc", #"{"Name":"alice","Privileged":1}"#),
      ("1-32-abc", #"{"Name":"zoe","Privileged":0,"Memberships":[]}"#),
    ] as [(String?, String)])
  func badTokens(token: String?, user: String) throws {
    transport.answer("GET", "/rt", #"{"Version":"5.0.3"}"#)
    transport.answer("GET", "/user/", user.isEmpty ? "{}" : user, status: user.isEmpty ? 404 : 200)
    #expect {
      _ = try begin(token: token)
    } throws: { error in
      guard case .unauthorized(let reason)? = error as? AdapterFault else { return false }
      return token.map { $0.isEmpty || !reason.contains($0) } ?? true
    }
  }

  @Test("What is no RT is told as that, and a wrong setting with its path")
  func noRT() throws {
    transport.answer("GET", "/rt", #"{"hello":1}"#)
    #expect { _ = try begin() } throws: { ($0 as? AdapterFault)?.code == -32_004 }
    #expect { _ = try begin("{}") } throws: { ($0 as? AdapterFault)?.code == -32_602 }
  }

  @Test("A key is done once, and one of which nobody knows is looked for before it is done again")
  func keys() throws {
    playBeginning()
    _ = try begin()
    let intent = BackendIntent(
      clientKey: "k", conversation: "7", basedOn: SeenState(entry: "20"), by: Agent(id: "alice", name: "A"),
      steps: [.say(Saying("hello", audience: .customer))])
    func apply() throws -> ApplyOutcome? {
      guard case .apply(let outcome) = try ask(.apply, { service.serve(.apply(intent), reply: $0) }) else {
        return nil
      }
      return outcome
    }
    transport.answer("GET", "/ticket/7?", Played.ticket(), headers: Played.etag(20), once: true)
    transport.answer("GET", "/ticket/7/history", Played.list([]), once: true)
    transport.answer("POST", "/ticket/7/correspond", .failure(.broken(reason: "cut")))
    guard case .unknown? = try apply() else {
      Issue.record("nobody can know")
      return
    }
    // The reply is there.
    transport.answer("GET", "/ticket/7?", Played.ticket(), headers: Played.etag(21))
    transport.answer(
      "GET", "/ticket/7/history",
      Played.list([Played.row(21, "Correspond", by: "alice", at: "2026-11-18T11:06:39Z")]))
    transport.answer(
      "POST", "/attachments?orderby=id&per_page=100&fields=ContentType",
      Played.list([
        #"{"id":"1","TransactionId":"21","ContentType":"text/plain","ContentLength":"5","Filename":""}"#
      ]))
    transport.answer(
      "POST", "/attachments?orderby=id&per_page=100&fields=Content",
      Played.list([#"{"id":"1","Content":"hello"}"#]))
    let facts = AppliedFacts(entry: "21", audience: .customer, version: "21")
    #expect(try apply() == .applied(facts))
    #expect(try apply() == .applied(facts))
    #expect(transport.targets("POST").filter { $0.hasSuffix("correspond") }.count == 1)
    let found = try ask(.reconcile) {
      service.serve(.reconcile(ReconcileParams(intent, attemptedAt: Played.now)), reply: $0)
    }
    #expect(found == .reconcile(.known(.applied(facts))))
  }

  @Test("What is asked before the beginning is refused, and what is missing is told with its id")
  func ids() throws {
    #expect(throws: AdapterFault.notInitialized) { try ask(.queues) { service.serve(.queues, reply: $0) } }
    playBeginning()
    _ = try begin()
    transport.answer("GET", "/tickets", "{}", status: 404)
    #expect(throws: AdapterFault.notFound(.queue, id: "3")) {
      try ask(.conversations) { service.serve(.conversations(ConversationsParams(queue: "3")), reply: $0) }
    }
  }
}
