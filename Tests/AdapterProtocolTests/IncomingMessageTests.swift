import AdapterProtocol
import JSONText
import Testing

@Suite("Reading a line")
struct IncomingMessageTests {
  /// Frames of messages, in which a test puts something wrong.
  private static func call(_ method: String, _ params: String) -> String {
    #"{"jsonrpc":"2.0","id":1,"method":"\#(method)","params":\#(params)}"#
  }

  static let refused: [(String, String)] = [
    ("", "not JSON at column 1: expected a value, found the end of the text"),
    ("{", "not JSON at column 2: expected a value or \"}\", found the end of the text"),
    ("hello", "not JSON at column 1: expected a value, found \"h\""),
    ("{}x", "not JSON at column 3: expected the end of the text, found \"x\""),
    (
      #"{"jsonrpc":"2.0"}{"jsonrpc":"2.0"}"#,
      "not JSON at column 18: expected the end of the text, found \"{\""
    ),
    ("[]", "expected one message, an object, found an array"),
    (#"[{"jsonrpc":"2.0","id":1,"method":"queues"}]"#, "expected one message, an object, found an array"),
    ("1", "expected one message, an object, found a number"),
    ("{}", "jsonrpc: expected a string, found nothing"),
    (#"{"jsonrpc":2.0,"id":1,"method":"queues"}"#, "jsonrpc: expected a string, found a number"),
    (#"{"jsonrpc":"1.0","id":1,"method":"queues"}"#, #"jsonrpc: expected "2.0", found another version"#),
    (#"{"jsonrpc":"2.0"}"#, "expected a method, a result or an error, found none of them"),
    (
      #"{"jsonrpc":"2.0","id":null,"method":"queues"}"#,
      "id: expected a whole number from 0 or a string, found null"
    ),
    (
      #"{"jsonrpc":"2.0","id":{},"method":"queues"}"#,
      "id: expected a whole number from 0 or a string, found an object"
    ),
    (
      #"{"jsonrpc":"2.0","id":1.5,"method":"queues"}"#,
      #"id: expected a whole number from 0 to 9007199254740991, found "1.5""#
    ),
    (
      #"{"jsonrpc":"2.0","id":-1,"method":"queues"}"#,
      #"id: expected a whole number from 0 to 9007199254740991, found "-1""#
    ),
    (#"{"jsonrpc":"2.0","id":1,"method":7}"#, "method: expected a string, found a number"),
    (
      #"{"jsonrpc":"2.0","id":1,"method":"queues","params":[]}"#, "params: expected an object, found an array"
    ),
    (#"{"jsonrpc":"2.0","id":1,"id":2,"method":"queues"}"#, "id: expected this key once, found it twice"),
    (#"{"jsonrpc":"2.0","id":1,"result":{},"error":{}}"#, "expected a result or an error, found both"),
    (#"{"jsonrpc":"2.0","result":{}}"#, "id: expected a whole number from 0 or a string, found nothing"),
    (
      #"{"jsonrpc":"2.0","error":{"code":1,"message":""}}"#,
      "id: expected a whole number from 0 or a string or null, found nothing"
    ),
    (
      #"{"jsonrpc":"2.0","id":1,"error":{"message":""}}"#,
      "error.code: expected a whole number, found nothing"
    ),
    (
      #"{"jsonrpc":"2.0","id":1,"error":{"code":1.5,"message":""}}"#,
      #"error.code: expected a whole number, found "1.5""#
    ),
    (
      #"{"jsonrpc":"2.0","id":1,"error":{"code":-32005,"message":""}}"#,
      "error.data: expected an object, found nothing"
    ),
    (
      #"{"jsonrpc":"2.0","id":1,"error":{"code":-32005,"message":"","data":{}}}"#,
      "error.data.retryAfterSeconds: expected a whole number from 0 to 9007199254740991, found nothing"
    ), (call("fly", "{}"), #"no method is called "fly""#),
    (call("cancel", "{}"), #"no method is called "cancel""#),
    (
      #"{"jsonrpc":"2.0","method":"cancel","params":{}}"#,
      "params.id: expected a whole number from 0 or a string, found nothing"
    ),
    (
      call("initialize", #"{"versions":[],"client":{"name":"","version":""}}"#),
      "params.versions: expected at least one version, found none"
    ),
    (
      call("initialize", #"{"versions":["1"],"client":{}}"#),
      "params.versions[0]: expected a whole number from 0 to 9007199254740991, found a string"
    ),
    (call("initialize", #"{"versions":[1]}"#), "params.client: expected an object, found nothing"),
    (
      call("initialize", #"{"versions":[1],"client":{"name":"","version":""},"settings":[]}"#),
      "params.settings: expected an object, found something else"
    ),
    (
      call("initialize", #"{"versions":[1],"client":{"name":"","version":""},"token":{"from":"argv"}}"#),
      #"params.token.from: expected inline or descriptor, found "argv""#
    ),
    (
      call(
        "initialize",
        #"{"versions":[1],"client":{"name":"","version":""},"token":{"from":"descriptor","number":2}}"#),
      "params.token.number: expected a descriptor from 3 to 1023, found 2"
    ),
    (
      call("conversations", "{}"),
      "params.limit: expected a whole number from 0 to 9007199254740991, found nothing"
    ),
    (call("conversations", #"{"limit":0}"#), "params.limit: expected 1 to 1000, found 0"),
    (call("conversations", #"{"limit":1001}"#), "params.limit: expected 1 to 1000, found 1001"),
    (
      call("conversations", #"{"limit":1,"cursor":""}"#),
      #"params.cursor: expected a string that is not empty, found """#
    ),
    (
      call("conversations", #"{"limit":1,"filter":[{"term":"due","comparison":"="}]}"#),
      #"params.filter[0].comparison: expected > or <, found "=""#
    ),
    (call("conversation", "{}"), "params.conversation: expected a string that is not empty, found nothing"),
    (
      call("thread", #"{"conversation":"c","order":"random","limit":1}"#),
      #"params.order: expected oldestFirst or newestFirst, found "random""#
    ),
    (
      call("contact", #"{"contact":1,"limit":1}"#),
      "params.contact: expected a string that is not empty, found a number"
    ),
    (
      call("templates", #"{"limit":"9"}"#),
      "params.limit: expected a whole number from 0 to 9007199254740991, found a string"
    ),
    (
      call("preview", #"{"template":"t"}"#),
      "params.conversation: expected a string that is not empty, found nothing"
    ),
    (
      call("attachment", #"{"conversation":"c","attachment":"a","offset":-1,"limit":1}"#),
      #"params.offset: expected a whole number from 0 to 9007199254740991, found "-1""#
    ),
    (
      call("attachment", #"{"conversation":"c","attachment":"a","offset":0,"limit":4194305}"#),
      "params.limit: expected 1 to 4194304, found 4194305"
    ),
    (
      call("upload", #"{"upload":"u","conversation":"c","name":"n","size":3,"offset":0,"data":"Zg"}"#),
      "params.data: expected base64 with padding (RFC 4648, section 4), found something else"
    ),
    (
      call("upload", #"{"upload":"u","conversation":"c","name":"n","size":3,"offset":1,"data":"Zm9v"}"#),
      "params.data: expected bytes within the file's 3, found 3 bytes from 1 on"
    ), (call("search", #"{"limit":1}"#), "params.text: expected a string, found nothing"),
    (
      call("apply", #"{"clientKey":"k","conversation":"c","by":{"id":"a","name":""},"steps":[]}"#),
      "params.steps: expected 1 to 16 steps, found 0"
    ),
    (
      apply(#"{"step":"say","text":"x"}"#),
      "params.steps[0].audience: expected customer, internal or world, found nothing"
    ),
    (
      apply(#"{"step":"say","text":"x","audience":null}"#),
      "params.steps[0].audience: expected customer, internal or world, found null"
    ),
    (
      apply(#"{"step":"say","text":"x","audience":true}"#),
      "params.steps[0].audience: expected customer, internal or world, found true or false"
    ),
    (
      apply(#"{"step":"say","text":"x","audience":"customer","kind":"note"}"#),
      #"params.steps[0].audience: expected internal for a note, found "customer""#
    ),
    (
      apply(#"{"step":"say","text":"x","audience":"world","kind":"event"}"#),
      #"params.steps[0].kind: expected message, note or comment, found "event""#
    ),
    (
      apply(#"{"step":"say","text":"x","audience":"world"},{"step":"say","text":"x","audience":"world"}"#),
      "params.steps: expected at most one step that says something, found several"
    ),
    (
      apply(#"{"step":"redact","entry":"e","start":3,"end":3}"#),
      "params.steps[0].end: expected a number above start (3), found 3"
    ),
    (
      apply(#"{"step":"redact","entry":"e","end":3}"#),
      "params.steps[0].start: expected a whole number from 0 to 9007199254740991, found nothing"
    ),
    (
      apply(#"{"step":"snooze","wake":"until","until":"tomorrow"}"#),
      #"params.steps[0].until: expected an RFC 3339 time such as 2026-03-01T09:12:00Z, found "tomorrow""#
    ),
    (
      call("reconcile", #"{"intent":{"clientKey":"k"}}"#),
      "params.intent.conversation: expected a string that is not empty, found nothing"
    ),
    (
      call("presence", #"{"activity":"asleep"}"#),
      #"params.activity: expected reading or writing, found "asleep""#
    ),
    (
      call("changes", #"{"limit":1,"waitSeconds":"long"}"#),
      "params.waitSeconds: expected a whole number from 0 to 9007199254740991, found a string"
    ),
    (call("shutdown", "null"), "params: expected an object, found null"),
  ]

  private static func apply(_ steps: String) -> String {
    call("apply", #"{"clientKey":"k","conversation":"c","by":{"id":"a","name":""},"steps":[\#(steps)]}"#)
  }

  @Test("What is no message is refused with where, what was expected and what was found", arguments: refused)
  func refusal(_ line: String, _ sentence: String) throws {
    let refused = #expect(throws: RefusedLine.self) { try IncomingMessage(line: Array(line.utf8)) }
    #expect(refused?.error.description == sentence)
  }

  @Test("The schema refuses them, too, but for what no schema can say")
  func schemaRefuses() throws {
    let validator = try ProtocolCatalogue.validator()
    let beyond = ["it twice", "several", "above start", "within the file's"]
    for (line, sentence) in Self.refused where !beyond.contains(where: { sentence.contains($0) }) {
      guard let value = try? JSONDocument(Array(line.utf8)).root else { continue }
      #expect(!validator.problems(in: value).isEmpty, "\(line)")
    }
  }

  static let answers: [(AdapterMethod, String, String)] = [
    (.initialize, "{}", "result.version: expected a whole number from 0 to 9007199254740991, found nothing"),
    (
      .queues, #"{"queues":[{"id":"q","name":"n","total":{"is":"exact"}}]}"#,
      "result.queues[0].total.count: expected a whole number from 0 to 9007199254740991, found nothing"
    ),
    (
      .agents, #"{"assignees":[{"kind":"ghost","id":"a","name":""}]}"#,
      #"result.assignees[0].kind: expected agent, team or bot, found "ghost""#
    ),
    (
      .conversations, #"{"items":[{"id":"c"}]}"#,
      "result.items[0].shape: expected dialog, ticket or publicThread, found nothing"
    ),
    (
      .conversations,
      #"{"items":[{"id":"c","shape":"dialog","channel":"","contact":"u","status":"","lastActivity":"2026-03-01T09:12:00Z","dueKind":"resolution"}]}"#,
      "result.items[0].dueKind: expected nothing where there is no due, found a string"
    ), (.conversation, #"{"id":"c"}"#, "result.contact: expected an object, found nothing"),
    (
      .conversation, #"{"id":"c","contact":{"id":"u"},"aliases":"x"}"#,
      "result.aliases: expected an array, found a string"
    ),
    (
      .conversation, #"{"id":"c","contact":{"id":"u","vip":1}}"#,
      "result.contact.vip: expected true or false, found a number"
    ),
    (
      .thread, #"{"entries":[{"id":"e"}]}"#,
      "result.entries[0].at: expected an RFC 3339 time such as 2026-03-01T09:12:00Z, found nothing"
    ),
    (
      .thread,
      #"{"entries":[{"id":"e","at":"2026-03-01T09:12:00Z","author":{"kind":"customer"},"audience":"customer","text":""}]}"#,
      "result.entries[0].author.id: expected a string that is not empty, found nothing"
    ),
    (
      .thread,
      #"{"entries":[{"id":"e","at":"2026-03-01T09:12:00Z","author":{"kind":"agent","id":"a"},"audience":"public","text":""}]}"#,
      #"result.entries[0].audience: expected customer, internal or world, found "public""#
    ),
    (.contact, #"{"contact":{},"conversations":[]}"#, "result.contact.id: expected a string, found nothing"),
    (
      .templates, #"{"templates":[{"id":"t","name":""}]}"#,
      "result.templates[0].execution: expected text, previewed, blind or forbidden, found nothing"
    ),
    (
      .preview, #"{"steps":[{"step":"fly"}]}"#,
      "result.steps[0].step: expected say, edit, delete, redact, hide, unhide, status, assign, tag, field, snooze, followUp, access, markRead, merge, link or runTemplate, found \"fly\""
    ),
    (
      .attachment, #"{"data":"","last":false}"#,
      "result.data: expected bytes, unless this is the last piece, found none"
    ),
    (.upload, "{}", "result.received: expected a whole number from 0 to 9007199254740991, found nothing"),
    (.search, #"{"hits":[],"progress":1001}"#, "result.progress: expected 0 to 1000, found 1001"),
    (
      .apply, "{}",
      "result.outcome: expected applied, accepted, conflict, partial, denied, invalid, moved, failed, busy or unknown, found nothing"
    ),
    (
      .apply, #"{"outcome":"applied","audience":false}"#,
      "result.audience: expected customer, internal or world, found true or false"
    ),
    (.reconcile, #"{"found":"known"}"#, "result.outcome: expected an object, found nothing"),
    (
      .presence, #"{"present":[{"agent":{"id":"","name":""}}]}"#,
      #"result.present[0].agent.id: expected a string that is not empty, found """#
    ),
    (.changes, #"{"changes":[]}"#, "result.next: expected a string that is not empty, found nothing"),
    (
      .changes, #"{"changes":[{"change":"entry"}],"next":"1"}"#,
      "result.changes[0].entry: expected an object, found nothing"
    ),
    (.shutdown, "null", "result: expected an object, found null"),
  ]

  @Test("An answer that is not what the call must give is refused", arguments: answers)
  func refusedAnswer(_ method: AdapterMethod, _ result: String, _ sentence: String) throws {
    let line = Array(#"{"jsonrpc":"2.0","id":1,"result":\#(result)}"#.utf8)
    guard case .answer(_, let unread) = try IncomingMessage(line: line) else {
      Issue.record("no answer")
      return
    }
    let error = #expect(throws: ProtocolError.self) { try unread.answer(to: method) }
    #expect(error?.description == sentence)
    // That the last piece alone may be empty, the schema cannot say.
    if method != .attachment {
      #expect(try !ProtocolCatalogue.validator().problems(inMessage: line, answering: method).isEmpty)
    }
  }
}
