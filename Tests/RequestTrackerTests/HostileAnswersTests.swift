import AdapterProtocol
import AdapterServing
import DeskModel
import SeededRandom
import Testing

@testable import RequestTracker

@Suite("Answers that no RT would give")
struct HostileAnswersTests {
  private static let bodies = [
    "null", "[]", "{}", "0", "\"x\"", "true", #"{"items":{}}"#, #"{"items":[null,1,[],"x",{}]}"#,
    #"{"items":[{"id":-1},{"id":"99999999999999999999"},{"id":1e400},{"id":null},{"id":{"id":[]}}],"total":-5}"#,
    #"{"id":[],"Owner":[],"Queue":3,"Requestor":{"id":1},"CustomFields":{"a":1},"_hyperlinks":"x","Due":{},"Status":[]}"#,
    #"{"id":7,"Owner":null,"Requestor":[null,[],{"id":""}],"CustomFields":[null,{"values":{"a":1}},{"name":[],"values":[[],{}]}],"_hyperlinks":[null,1,{"type":"ticket","ref":"parent"}]}"#,
    #"{"items":[{"id":"3","Type":"Correspond","Created":"never","Creator":[]},{"id":"4","Type":"Set","Created":"2026-11-18T11:00:00Z","Creator":null,"OldValue":[]}]}"#,
    #"{"items":[{"id":"9223372036854775807","Type":"Comment","Created":"2026-11-18T11:00:00Z","ObjectId":"7"}],"total":9223372036854775807,"id":9223372036854775807}"#,
    #"{"items":[{"id":9007199254740991,"Type":"Comment","Created":"9999-12-31T23:59:59Z","ObjectId":"7"}],"total":1,"id":7}"#,
    #"{"Name":"","Privileged":"yes","Memberships":[],"Content":7}"#, String(repeating: "[", count: 300),
  ]

  private static let calls: [AdapterCall] = [
    .queues, .agents, .conversations(ConversationsParams()),
    .conversations(ConversationsParams(queue: "search:3")),
    .conversation(ConversationParams("7")), .thread(ThreadParams("7")),
    .thread(ThreadParams("7", order: .oldestFirst)),
    .contact(ContactParams("zoe")), .templates(PageParams()), .attachment(AttachmentParams("5", in: "7")),
    .search(SearchParams(SearchRequest("x"))), .changes(ChangesParams()),
    .changes(ChangesParams(after: "tx:1:")),
    .changes(ChangesParams(after: "tx:9007199254740990:1")),
    .thread(ThreadParams("7", cursor: "b9223372036854775807")),
  ]

  @Test("Every call is answered or refused, whatever comes", arguments: bodies)
  func anything(body: String) throws {
    let transport = PlayedTransport()
    for version in ["7", "x", "", "9223372036854775807", "9007199254740991"] {
      for method in ["GET", "POST", "PUT"] {
        transport.answer(
          method, "/", body, status: method == "POST" ? 201 : 200,
          headers: ["etag": "\"\(version)\"", "location": "/x/y", "date": "yesterday"])
      }
      let service = RequestTrackerService(transport: { _ in transport }, clock: { Played.now })
      let parts = try transport.parts(Played.settings())
      for call in Self.calls { _ = try? service.answer(call, parts) }
      for step in [
        IntentStep.say(Saying("x", audience: .customer)), .status("open"), .assign([]), .merge(into: "8"),
        .field(name: "Severity", values: ["a"]), .link(to: "8", kind: "DependsOn"),
      ] {
        let seen = SeenState(version: "1", entry: "1")
        let intent = BackendIntent(
          clientKey: ClientKey("\(step.name)"), conversation: "7", basedOn: seen,
          by: Agent(id: "a", name: "A"),
          steps: [step])
        switch try? parts.writer().apply(intent) {
        case .applied(let facts)?:
          // What cannot be read back counts as done in no case but that where nothing had to be done.
          #expect(facts.entry == nil, "\(step.name) counts as said")
        default: break
        }
        _ = try? service.answer(.reconcile(ReconcileParams(intent, attemptedAt: Played.now)), parts)
      }
      transport.clear()
    }
  }

  @Test("HTML of any bytes is read, in a line count that its bytes bound", arguments: 0..<50)
  func anyHTML(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "<", ">", "</", "p", "li", "ul", "ol", "blockquote", "pre", "table", "td", "tr", "a href=", "br", "\"",
      "'", "&", ";", "#", "x",
      "<!--", "-->", "script", "=", " ", "\n", "é", "😀", "\0", "hr", "img alt=", "&#x", "&nbsp",
    ]
    var html = ""
    for _ in 0..<400 { html += pieces[Int.random(in: 0..<pieces.count, using: &random)] }
    let text = HTMLText.text(html)
    #expect(text.utf8.count <= html.utf8.count * 60)
    #expect(!text.hasSuffix("\n") && !text.hasPrefix("\n"))
  }
}
