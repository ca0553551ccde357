import AdapterProtocol
import DeskModel
import Testing

@testable import RequestTracker

@Suite("Finding out what became of an intent")
struct ReconcilerTests {
  private let transport = PlayedTransport()
  /// By RT's clock it is 11:06:40.
  private static let attempt = Played.now.adding(seconds: -300)

  private func reconcile(
    _ steps: [IntentStep], basedOn: SeenState? = SeenState(entry: "10"), attemptedAt: Timestamp = attempt,
    others: Set<EntryID> = []
  ) throws -> Reconciliation {
    let parts = try transport.parts(Played.settings())
    return try parts.reconciler(others: others, now: Played.now).reconcile(
      BackendIntent(
        clientKey: "k", conversation: "7", basedOn: basedOn, by: Agent(id: "alice", name: "A"), steps: steps),
      attemptedAt: attemptedAt)
  }

  private func play(_ rows: [String], _ text: String = "hello", status: String = "open") {
    transport.answerPeople()
    transport.answer("GET", "/ticket/7?", Played.ticket(status: status), headers: Played.etag(30))
    transport.answer(
      "GET", "/ticket/7/history",
      Played.list([Played.row(30, "EmailRecord", by: "RT_System")] + rows.reversed()))
    transport.answer(
      "POST", "/attachments?orderby=id&per_page=100&fields=ContentType",
      Played.list(
        (11...25).map {
          #"{"id":"\#($0)","TransactionId":"\#($0)","ContentType":"text/plain","ContentLength":"5","Filename":""}"#
        }))
    transport.answer(
      "POST", "/attachments?orderby=id&per_page=100&fields=Content",
      Played.list((11...25).map { #"{"id":"\#($0)","Content":"\#(text)"}"# }))
  }

  private static let reply = IntentStep.say(Saying("hello\r\n", audience: .customer))

  @Test("The same text by us for the same audience after the attempt is what was sent")
  func found() throws {
    play([Played.row(20, "Correspond", by: "alice", at: "2026-11-18T11:02:00Z")], "hello ")
    #expect(
      try reconcile([Self.reply])
        == .known(.applied(AppliedFacts(entry: "20", audience: .customer, version: "30"))))
  }

  @Test(
    "What is not that is not it",
    arguments: [
      (Played.row(20, "Comment", by: "alice", at: "2026-11-18T11:02:00Z"), "hello"),
      (Played.row(20, "Correspond", by: "bob", at: "2026-11-18T11:02:00Z"), "hello"),
      (Played.row(20, "Correspond", by: "alice", at: "2026-11-18T11:02:00Z"), "hello you"),
      (Played.row(20, "Correspond", by: "alice", at: "2026-11-18T11:01:00Z"), "hello"),
      (Played.row(20, "Create", by: "alice", at: "2026-11-18T11:02:00Z"), "hello"),
    ])
  func notFound(row: String, text: String) throws {
    play([row], text)
    #expect(try reconcile([Self.reply]) == .nothing)
  }

  @Test("What belongs to another intent is not it, and of several the first is")
  func others() throws {
    play([
      Played.row(20, "Correspond", by: "alice", at: "2026-11-18T11:02:00Z"),
      Played.row(21, "Correspond", by: "alice", at: "2026-11-18T11:03:00Z"),
    ])
    guard case .known(.applied(let first)) = try reconcile([Self.reply]),
      case .known(.applied(let second)) = try reconcile([Self.reply], others: ["20"])
    else {
      Issue.record("nothing found")
      return
    }
    #expect(first.entry == "20" && second.entry == "21")
    #expect(try reconcile([Self.reply], others: ["20", "21"]) == .nothing)
  }

  @Test("In a long ticket it is found from its end, without a place to begin at")
  func longTicket() throws {
    transport.answerPeople()
    transport.answer("GET", "/ticket/7?", Played.ticket(), headers: Played.etag(5_000))
    func page(_ ids: [Int], at time: String) -> String {
      Played.list(ids.map { Played.row($0, "Correspond", by: $0 == 4_850 ? "alice" : "bob", at: time) })
    }
    transport.answer(
      "GET", "/ticket/7/history", page(Array((4_901...5_000).reversed()), at: "2026-11-18T11:05:00Z"),
      once: true)
    transport.answer(
      "GET", "/ticket/7/history", page(Array((4_801...4_900).reversed()), at: "2026-11-18T11:03:00Z"),
      once: true)
    transport.answer("GET", "/ticket/7/history", page([4_800], at: "2026-11-18T10:00:00Z"))
    transport.answer(
      "POST", "/attachments?orderby=id&per_page=100&fields=ContentType",
      Played.list([
        #"{"id":"1","TransactionId":"4850","ContentType":"text/plain","ContentLength":"5","Filename":""}"#
      ]))
    transport.answer(
      "POST", "/attachments?orderby=id&per_page=100&fields=Content",
      Played.list([#"{"id":"1","Content":"hello"}"#]))
    guard case .known(.applied(let facts)) = try reconcile([Self.reply], basedOn: nil) else {
      Issue.record("it was not found")
      return
    }
    #expect(facts.entry == "4850")
    #expect(transport.targets("GET").filter { $0.contains("history") }.count == 3)
  }

  @Test("Shortly after the attempt nobody says that nothing is on its way")
  func unsettled() throws {
    play([])
    guard case .known(.unknown) = try reconcile([Self.reply], attemptedAt: Played.now.adding(seconds: -30))
    else {
      Issue.record("it may still come")
      return
    }
  }

  @Test("Steps besides what was said are looked at one by one")
  func steps() throws {
    play([Played.row(20, "Correspond", by: "alice", at: "2026-11-18T11:02:00Z")], status: "stalled")
    #expect(
      try reconcile([Self.reply, .status("stalled")])
        == .known(.applied(AppliedFacts(entry: "20", audience: .customer, version: "30"))))
    guard case .known(.partial(let reports, let facts)) = try reconcile([Self.reply, .status("resolved")])
    else {
      Issue.record("a part is not told")
      return
    }
    #expect(reports.map(\.verdict) == [.applied, .failed] && facts.entry == "20")
  }

  @Test("A change is there or not; of several, a part that is there proves nothing")
  func changes() throws {
    play([], status: "stalled")
    #expect(try reconcile([.status("stalled")]) == .known(.applied(AppliedFacts(version: "30"))))
    #expect(try reconcile([.status("resolved")]) == .nothing)
    guard
      case .known(.unknown) = try reconcile([
        .status("stalled"), .assign([Assignee(.agent, id: "bob", name: "B")]),
      ])
    else {
      Issue.record("a part is told as if somebody knew")
      return
    }
  }

  @Test("The clock of RT counts, as far as it tells it")
  func clocks() throws {
    #expect(HTTPDate.timestamp("Sun, 06 Nov 1994 08:49:37 GMT")?.rfc3339 == "1994-11-06T08:49:37Z")
    for text in [
      "", "Sun, 06 Nov 1994 08:49:37 CET", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
    ] {
      #expect(HTTPDate.timestamp(text) == nil)
    }
  }
}
