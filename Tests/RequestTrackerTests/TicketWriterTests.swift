import AdapterProtocol
import DeskModel
import Testing

@testable import RequestTracker

@Suite("Doing intents")
struct TicketWriterTests {
  private let transport = PlayedTransport()

  private func apply(
    _ steps: [IntentStep], basedOn: SeenState? = nil, uploads: UploadStore = UploadStore(fileLimit: 100)
  ) throws -> ApplyOutcome {
    try transport.parts(Played.settings(), uploads: uploads).writer().apply(
      BackendIntent(
        clientKey: "k", conversation: "7", basedOn: basedOn, by: Agent(id: "alice", name: "A"), steps: steps))
  }

  private static let reply = IntentStep.say(Saying("hello", audience: .customer))
  private static let created = ["location": "/REST/2.0/transaction/21"]

  @Test("A reply is sent once to the way of its audience, and the audience is read back")
  func reply() throws {
    transport.answer("GET", "/ticket/7?", Played.ticket(), headers: Played.etag(20), once: true)
    transport.answer(
      "POST", "/ticket/7/correspond", #"["Correspondence added"]"#, status: 201, headers: Self.created)
    transport.answer("GET", "/transaction/21", #"{"id":21,"Type":"Correspond"}"#)
    transport.answer("GET", "/ticket/7?", Played.ticket(), headers: Played.etag(23))
    #expect(
      try apply([Self.reply]) == .applied(AppliedFacts(entry: "21", audience: .customer, version: "23")))
    #expect(transport.targets("POST") == ["/ticket/7/correspond"])
    #expect(transport.requests.first { $0.method == "POST" }?.ifMatch == nil)
  }

  @Test("An audience that RT stored otherwise is told as it is")
  func wrongAudience() throws {
    transport.answer("GET", "/ticket/7?", Played.ticket(), headers: Played.etag(20))
    transport.answer("POST", "/ticket/7/comment", "[]", status: 201, headers: Self.created)
    transport.answer("GET", "/transaction/21", #"{"id":21,"Type":"Correspond"}"#)
    guard case .applied(let facts) = try apply([.say(Saying("n", kind: .note, audience: .internal))]) else {
      Issue.record("it was not applied")
      return
    }
    #expect(facts.audience == .customer)
  }

  @Test(
    "When it is not certain that nothing was sent, the outcome is unknown",
    arguments: [
      .failure(.broken(reason: "it did not answer in time")), .success(HTTPResponse(status: 500)),
      .success(HTTPResponse(status: 502)), .success(HTTPResponse(status: 504)),
      .success(HTTPResponse(status: 201, headers: ["content-type": "application/json"], body: [0x5B])),
    ] as [Result<HTTPResponse, TransportFailure>])
  func unknown(answer: Result<HTTPResponse, TransportFailure>) throws {
    transport.answer("GET", "/ticket/7?", Played.ticket(), headers: Played.etag(20))
    transport.answer("POST", "/ticket/7/correspond", answer)
    guard case .unknown = try apply([Self.reply, .status("resolved")]) else {
      Issue.record("it is told as if somebody knew")
      return
    }
    #expect(transport.targets("POST").count == 1, "it was sent twice")
    #expect(transport.targets("PUT").isEmpty, "the next step was begun")
  }

  @Test("What others wrote since is a conflict; what we or RT did is not")
  func conflict() throws {
    transport.answerPeople()
    transport.answer("GET", "/ticket/7?", Played.ticket(), headers: Played.etag(24))
    transport.answer(
      "GET", "/ticket/7/history",
      Played.list([
        Played.row(21, "Correspond", by: "alice"), Played.row(22, "EmailRecord", by: "RT_System"),
        Played.row(23, "Comment", by: "bob"),
        Played.row(24, "Status", by: "bob", field: "Status", new: "open"),
      ]))
    transport.answer("POST", "/attachments", Played.list([]))
    let seen = SeenState(version: "20", entry: "20")
    guard case .conflict(let newer, let version) = try apply([Self.reply], basedOn: seen) else {
      Issue.record("no conflict")
      return
    }
    #expect(newer.map(\.entry.id) == ["23"] && version == "24")
    // For acts other than saying, what others have done counts, too.
    guard case .conflict(let done, _) = try apply([.status("resolved")], basedOn: seen) else {
      Issue.record("no conflict")
      return
    }
    #expect(done.map(\.entry.id) == ["23", "24"])
    #expect(
      transport.targets("POST").allSatisfy { $0.hasPrefix("/attachments") }
        && transport.targets("PUT").isEmpty)
  }

  @Test("A ticket that changes in the same moment is looked at anew, and then changed on")
  func outdated() throws {
    transport.answerPeople()
    transport.answer("GET", "/ticket/7?", Played.ticket(), headers: Played.etag(20), once: true)
    transport.answer("PUT", "/ticket/7", "{}", status: 412, once: true)
    transport.answer("GET", "/ticket/7?", Played.ticket(), headers: Played.etag(21), once: true)
    transport.answer(
      "GET", "/ticket/7/history", Played.list([Played.row(21, "Status", by: "RT_System", field: "Status")]))
    transport.answer("PUT", "/ticket/7", "[]")
    transport.answer("GET", "/ticket/7?", Played.ticket(status: "stalled"), headers: Played.etag(22))
    let seen = SeenState(version: "20", entry: "20")
    #expect(try apply([.status("stalled")], basedOn: seen) == .applied(AppliedFacts(version: "22")))
    #expect(transport.requests.filter { $0.method == "PUT" }.map(\.ifMatch) == ["\"20\"", "\"21\""])
  }

  @Test("A ticket that changes all the time is given up, with nothing done")
  func restless() throws {
    transport.answer("GET", "/ticket/7?", Played.ticket(), headers: Played.etag(20))
    transport.answer("PUT", "/ticket/7", "{}", status: 412)
    guard case .failed = try apply([.status("open")], basedOn: SeenState(version: "20")) else {
      Issue.record("it goes on")
      return
    }
    #expect(transport.targets("PUT").count == TicketWriter.attempts)
  }

  @Test("A ticket that is a part of another one is told as moved, with nothing done")
  func moved() throws {
    transport.answer("GET", "/ticket/7?", Played.ticket(11), headers: Played.etag(20))
    #expect(try apply([Self.reply]) == .moved(to: "11"))
  }

  @Test(
    "200 is no success: what the ticket holds then counts",
    arguments: [
      (
        "bogus", #"["Ticket 7: Status 'bogus' isn't a valid status for this ticket."]"#,
        ApplyOutcome.invalid(
          field: "steps[0].status", reason: "RT says: Status 'bogus' isn't a valid status for this ticket.")
      ),
      ("stalled", #"["Ticket 7: Permission Denied"]"#, .denied(reason: "RT says: Permission Denied")),
      (
        "stalled", "[]",
        .invalid(field: "steps[0].status", reason: "RT says: RT has changed nothing and does not say why")
      ),
    ])
  func notDone(status: String, messages: String, outcome: ApplyOutcome) throws {
    transport.answer("GET", "/ticket/7?", Played.ticket(), headers: Played.etag(20))
    transport.answer("PUT", "/ticket/7", messages)
    #expect(try apply([.status(status)]) == outcome)
  }

  @Test("After a connection that broke, a change that is there is done, and one that is not is unknown")
  func brokenChange() throws {
    transport.answer("GET", "/ticket/7?", Played.ticket(status: "new"), headers: Played.etag(20), once: true)
    transport.answer("PUT", "/ticket/7", .failure(.broken(reason: "x")))
    transport.answer("GET", "/ticket/7?", Played.ticket(status: "open"), headers: Played.etag(21))
    #expect(try apply([.status("open")]) == .applied(AppliedFacts(version: "21")))
    guard case .unknown = try apply([.status("resolved")]) else {
      Issue.record("it is told as if somebody knew")
      return
    }
  }

  @Test("Of several steps each is told, and none is begun behind one that failed")
  func partial() throws {
    transport.answer("GET", "/ticket/7?", Played.ticket(), headers: Played.etag(20))
    transport.answer("POST", "/ticket/7/correspond", "[]", status: 201, headers: Self.created)
    transport.answer("GET", "/transaction/21", #"{"Type":"Correspond"}"#)
    transport.answer("PUT", "/ticket/7", #"["Ticket 7: Permission Denied"]"#)
    let outcome = try apply([Self.reply, .status("resolved"), .field(name: "Subject", values: ["x"])])
    #expect(
      outcome
        == .partial(
          [
            StepReport(step: 0, .applied), StepReport(step: 1, .failed, reason: "RT says: Permission Denied"),
            StepReport(step: 2, .skipped),
          ], AppliedFacts(entry: "21", audience: .customer)))
  }

  @Test("A token that expires after the first step is a part of the outcome, not an error")
  func expiredBetween() throws {
    transport.answer("GET", "/ticket/7?", Played.ticket(), headers: Played.etag(20), once: true)
    transport.answer("POST", "/ticket/7/correspond", "[]", status: 201, headers: Self.created)
    transport.answer("GET", "/transaction/21", "{}", status: 401)
    transport.answer("GET", "/ticket/7?", "{}", status: 401)
    guard case .partial(let reports, let facts) = try apply([Self.reply, .status("resolved")]) else {
      Issue.record("what was said is not told")
      return
    }
    #expect(reports.map(\.verdict) == [.applied, .failed] && facts.entry == "21")
    // Before the first step nothing was done, and that is what an error says.
    #expect { _ = try apply([Self.reply]) } throws: { ($0 as? AdapterFault)?.code == -32_003 }
  }

  @Test(
    "A ticket is taken, stolen, let go or given by the way that needs the least rights",
    arguments: [
      ("Nobody", "alice", ["/ticket/7/take"]), ("bob", "alice", ["/ticket/7/steal"]),
      ("alice", nil, ["/ticket/7/untake"]),
      ("bob", nil, ["/ticket/7"]), ("Nobody", "bob", ["/ticket/7"]), ("alice", "alice", []),
    ] as [(String, String?, [String])])
  func owners(before: String, after: String?, targets: [String]) throws {
    transport.answer("GET", "/ticket/7?", Played.ticket(owner: before), headers: Played.etag(20), once: true)
    transport.answer("PUT", "/ticket/7", "[]")
    transport.answer("GET", "/ticket/7?", Played.ticket(owner: after ?? "Nobody"), headers: Played.etag(21))
    let assignees = after.map { [Assignee(.agent, id: AssigneeID($0), name: $0)] } ?? []
    #expect(try apply([.assign(assignees)]) == .applied(AppliedFacts(version: "21")))
    #expect(transport.targets("PUT") == targets)
  }

  @Test("Where taking is refused, giving is tried")
  func fallback() throws {
    transport.answer("GET", "/ticket/7?", Played.ticket(), headers: Played.etag(20))
    transport.answer("PUT", "/ticket/7/take", #"["That user may not own tickets in that queue"]"#)
    transport.answer("PUT", "/ticket/7", #"["Ticket 7: Permission Denied"]"#)
    #expect(
      try apply([.assign([Assignee(.agent, id: "alice", name: "A")])])
        == .denied(reason: "RT says: Permission Denied"))
    #expect(transport.targets("PUT") == ["/ticket/7/take", "/ticket/7"])
  }

  @Test("Merges and links count when they are there")
  func ties() throws {
    transport.answer("GET", "/ticket/7?", Played.ticket(), headers: Played.etag(20), once: true)
    transport.answer("PUT", "/ticket/7", "[]")
    transport.answer("GET", "/ticket/7?", Played.ticket(11), headers: Played.etag(30))
    #expect(try apply([.merge(into: "11")]) == .applied(AppliedFacts(version: "30")))
    transport.clear()
    transport.answer("GET", "/ticket/7?", Played.ticket(), headers: Played.etag(20), once: true)
    transport.answer("PUT", "/ticket/7", "[]")
    transport.answer(
      "GET", "/ticket/7?", Played.ticket(links: #",{"ref":"parent","type":"ticket","id":"5"}"#),
      headers: Played.etag(30))
    #expect(try apply([.link(to: "5", kind: "MemberOf")]) == .applied(AppliedFacts(version: "30")))
    let sent = transport.requests.first { $0.method == "PUT" }?.body ?? []
    #expect(String(decoding: sent, as: UTF8.self) == #"{"AddMemberOf":["5"]}"#)
  }

  @Test("Files go with what is said, and are let go then")
  func uploads() throws {
    let store = UploadStore(fileLimit: 100)
    _ = try store.put(UploadParams("u", in: "7", name: "a", size: 1, data: DataPiece([65])), now: Played.now)
    transport.answer("GET", "/ticket/7?", Played.ticket(), headers: Played.etag(20))
    transport.answer("POST", "/ticket/7/correspond", .failure(.broken(reason: "x")), once: true)
    transport.answer("POST", "/ticket/7/correspond", "[]", status: 201, headers: Self.created)
    transport.answer("GET", "/transaction/21", #"{"Type":"Correspond"}"#)
    let step = IntentStep.say(Saying("see", audience: .customer, uploads: ["u"]))
    _ = try apply([step], uploads: store)
    #expect(store.file("u", for: "7") != nil, "it may have to be sent again")
    guard case .applied = try apply([step], uploads: store) else {
      Issue.record("it was not sent")
      return
    }
    #expect(store.file("u", for: "7") == nil)
  }
}
