import DeskLink
import DeskModel
import Testing

@Suite("Interchange reader")
struct InterchangeReaderTests {
  private func read(_ text: String) throws(InterchangeError) -> Conversation {
    try InterchangeReader.conversation(Array(text.utf8))
  }

  @Test("Everything that the format knows is read; unknown keys are read over")
  func readsAll() throws {
    let conversation = try read(
      #"""
      {"id":"c-1","shape":"publicThread","channel":"facebook","subject":"s","status":"pending","locale":"id",
      "tags":["a","b","a"],"assignee":{"id":"a-1","name":"Nastya","x":1},"future":{"deep":[1,{"x":null}]},
      "contact":{"id":"u-7","full":"Dewi Lestari","given":"Dewi","family":"Lestari","patronymic":"P","title":"Dr.","gender":"f","age":41,"role":"doctor",
      "locale":"id-ID","timeZone":"Asia/Jakarta","company":"Toko","vip":true,"notes":["n1","n2"],
      "fields":{"plan":"pro","age":41,"ok":false,"orders":["1 · paid",2,true],"none":null,"empty":[]}},
      "snoozedUntil":"2026-03-05T00:00:00Z",
      "deadlines":{"firstReply":"2026-03-01T10:00:00Z","nextReply":null,"resolution":"2026-03-02T10:00:00+07:00"},
      "links":[{"kind":"parent","id":"c-0","title":"t"},{"id":"c-9"}],"fields":{"score":4.5},"readUpTo":"e-1",
      "entries":[{"id":"e-2","at":"2026-03-01T09:13:00Z","parent":"e-404","author":{"kind":"agent","id":"a-1","name":"Nastya"},
      "audience":"internal","kind":"note","text":"n","state":"edited","raw":{"picked":"x"}},
      {"id":"e-1","at":"2026-03-01T09:12:00Z","author":{"kind":"stranger","id":"s-1","name":null},"audience":"world",
      "kind":"comment","text":"t"}]}
      """#)
    #expect(conversation.shape == .publicThread)
    #expect(conversation.channel == "facebook")
    #expect(conversation.tags == ["a", "b"])
    #expect(conversation.assignee == Agent(id: "a-1", name: "Nastya"))
    #expect(conversation.contact.gender == .female)
    #expect(conversation.contact.title == "Dr.")
    #expect(conversation.contact.age == .adult)
    #expect(conversation.contact.role == "doctor")
    #expect(conversation.contact.isVIP)
    #expect(conversation.contact.timeZone == "Asia/Jakarta")
    #expect(conversation.contact.notes == ["n1", "n2"])
    #expect(
      conversation.contact.fields == [
        Field(name: "plan", values: ["pro"]), Field(name: "age", values: ["41"]),
        Field(name: "ok", values: ["false"]),
        Field(name: "orders", values: ["1 · paid", "2", "true"]), Field(name: "empty", values: []),
      ])
    #expect(conversation.fields == [Field(name: "score", values: ["4.5"])])
    #expect(conversation.deadlines.firstReply?.rfc3339 == "2026-03-01T10:00:00Z")
    #expect(conversation.deadlines.nextReply == nil)
    #expect(conversation.deadlines.resolution?.rfc3339 == "2026-03-02T03:00:00Z")
    #expect(conversation.links.map { $0.kind } == ["parent", "linked"])
    #expect(conversation.readUpTo == "e-1")
    #expect(conversation.snoozedUntil?.rfc3339 == "2026-03-05T00:00:00Z")
    #expect(conversation.version == 1)
    #expect(conversation.entries.map { $0.id } == ["e-1", "e-2"])
    #expect(conversation.entries.last?.parent == "e-404")
    #expect(conversation.entries.last?.state == .edited)
    #expect(conversation.entries.first?.author.name == nil)
  }

  @Test("What may be absent or null has its default")
  func defaults() throws {
    let conversation = try read(
      #"""
      {"entries":[{"text":"","audience":"customer","author":{"kind":"customer"},"at":"2026-03-01T09:12:00Z","id":"e"},
      {"id":"f","at":"2026-03-01T09:12:00Z","author":{"kind":"system"},"audience":"internal","text":"x","kind":null}],
      "subject":null,"tags":null,"assignee":null,"deadlines":null,"links":null,"fields":null,
      "contact":{"id":"u","gender":"x","age":"old","notes":"one","vip":null,"fields":null},"id":"c"}
      """#)
    #expect(conversation.shape == .dialog)
    #expect(conversation.channel == "chat")
    #expect(conversation.status == "open")
    #expect(conversation.entries[0].kind == .message)
    #expect(conversation.entries[0].state == .sent)
    #expect(conversation.entries[0].author == Author(kind: .customer, id: "u"))
    #expect(conversation.entries[1].author.id == "system")
    #expect(conversation.contact.gender == nil)
    #expect(conversation.contact.notes == ["one"])
    #expect(try read(#"{"id":"c","contact":{"id":"u"}}"#).entries == [])
  }

  static let contact = #""contact":{"id":"u"}"#

  private static func entry(_ replaced: String, _ with: String) -> String {
    let fields = [
      "id": #""id":"e-1""#, "at": #""at":"2026-03-01T09:12:00Z""#,
      "author": #""author":{"kind":"agent","id":"a"}"#,
      "audience": #""audience":"customer""#, "text": #""text":"x""#,
    ]
    let parts = ["id", "at", "author", "audience", "text"].map { $0 == replaced ? with : fields[$0] ?? "" }
    return #"{"id":"c",\#(contact),"entries":[{\#(parts.filter { !$0.isEmpty }.joined(separator: ","))}]}"#
  }

  static let bad: [(String, String)] = [
    ("", "not JSON at column 1: expected a value, found the end of the text"),
    ("[]", "expected an object, found an array"),
    (#"{"id":"c","#, "not JSON at column 11: expected a key, found the end of the text"),
    (#"{"id":"c",\#(contact)} x"#, "not JSON at column 33: expected the end of the text, found \"x\""),
    (#"{\#(contact)}"#, "id: expected a string, found nothing"),
    (#"{"id":null,\#(contact)}"#, "id: expected a string, found null"),
    (#"{"id":7,\#(contact)}"#, "id: expected a string, found a number"),
    (#"{"id":"",\#(contact)}"#, "id: expected a string that is not empty, found \"\""),
    (#"{"id":"c","id":"d",\#(contact)}"#, "id: expected this key once, found it twice"),
    (#"{"id":"c"}"#, "contact: expected an object, found nothing"),
    (#"{"id":"c","contact":"u"}"#, "contact: expected an object, found a string"),
    (#"{"id":"c","contact":{}}"#, "contact.id: expected a string, found nothing"),
    (#"{"id":"c","contact":{"id":"u","vip":"yes"}}"#, "contact.vip: expected true or false, found a string"),
    (#"{"id":"c","contact":{"id":"u","notes":[1]}}"#, "contact.notes[0]: expected a string, found a number"),
    (
      #"{"id":"c","contact":{"id":"u","fields":{"plan":{}}}}"#,
      "contact.fields.plan: expected a string, a number, true, false or an array of those, found an object"
    ),
    (
      #"{"id":"c","contact":{"id":"u","fields":{"plan":["a",null]}}}"#,
      "contact.fields.plan[1]: expected a string, a number, true or false, found null"
    ),
    (#"{"id":"c",\#(contact),"fields":[]}"#, "fields: expected an object, found an array"),
    (
      #"{"id":"c",\#(contact),"shape":"chat"}"#,
      "shape: expected dialog, ticket or publicThread, found \"chat\""
    ),
    (#"{"id":"c",\#(contact),"status":true}"#, "status: expected a string, found true or false"),
    (#"{"id":"c",\#(contact),"tags":"x"}"#, "tags: expected an array, found a string"),
    (#"{"id":"c",\#(contact),"tags":["x",null]}"#, "tags[1]: expected a string, found null"),
    (#"{"id":"c",\#(contact),"assignee":"a"}"#, "assignee: expected an object, found a string"),
    (#"{"id":"c",\#(contact),"assignee":{"name":"A"}}"#, "assignee.id: expected a string, found nothing"),
    (
      #"{"id":"c",\#(contact),"snoozedUntil":"tomorrow"}"#,
      "snoozedUntil: expected an RFC 3339 time such as 2026-03-01T09:12:00Z, found \"tomorrow\""
    ),
    (
      #"{"id":"c",\#(contact),"deadlines":{"nextReply":5}}"#,
      "deadlines.nextReply: expected an RFC 3339 time such as 2026-03-01T09:12:00Z, found a number"
    ),
    (#"{"id":"c",\#(contact),"links":[{"title":"t"}]}"#, "links[0].id: expected a string, found nothing"),
    (#"{"id":"c",\#(contact),"entries":{}}"#, "entries: expected an array, found an object"),
    (#"{"id":"c",\#(contact),"entries":["x"]}"#, "entries[0]: expected an object, found a string"),
    (entry("id", ""), "entries[0].id: expected a string, found nothing"),
    (entry("at", ""), "entries[0].at: expected an RFC 3339 time such as 2026-03-01T09:12:00Z, found nothing"),
    (
      entry("at", #""at":"2026-02-30T09:12:00Z""#),
      "entries[0].at: expected an RFC 3339 time such as 2026-03-01T09:12:00Z, found \"2026-02-30T09:12:00Z\""
    ),
    (entry("author", ""), "entries[0].author: expected an object, found nothing"),
    (
      entry("author", #""author":{"id":"a"}"#),
      "entries[0].author.kind: expected customer, agent, bot, system or stranger, found nothing"
    ),
    (
      entry("author", #""author":{"kind":"Agent"}"#),
      "entries[0].author.kind: expected customer, agent, bot, system or stranger, found \"Agent\""
    ),
    (entry("audience", ""), "entries[0].audience: expected customer, internal or world, found nothing"),
    (
      entry("audience", #""audience":"public""#),
      "entries[0].audience: expected customer, internal or world, found \"public\""
    ),
    (
      entry("audience", #""audience":false"#),
      "entries[0].audience: expected customer, internal or world, found true or false"
    ),
    (entry("text", ""), "entries[0].text: expected a string, found nothing"),
    (entry("text", #""text":null"#), "entries[0].text: expected a string, found nothing"),
    (entry("text", #""text":"x","text":"y""#), "entries[0].text: expected this key once, found it twice"),
    (
      entry("text", #""text":"x","kind":"email""#),
      "entries[0].kind: expected message, note, comment or event, found \"email\""
    ),
    (
      entry("text", #""text":"x","state":"gone""#),
      "entries[0].state: expected local, held, queued, sent, delivered, failed, unknown, redacted, edited or deleted, found \"gone\""
    ),
    (
      entry("audience", "\"audience\":\"a\\u001b[31m\(String(repeating: "x", count: 50))\""),
      "entries[0].audience: expected customer, internal or world, found \"a [31m\(String(repeating: "x", count: 34))…\""
    ),
    (
      #"{"id":"c",\#(contact),"raw":\#(String(repeating: "[", count: 200))}"#,
      "not JSON at column 165: expected nesting of at most 128 levels, found \"[\""
    ),
  ]

  @Test("A bad line is refused with the path of the field and what was expected", arguments: bad)
  func refuses(text: String, message: String) {
    do {
      _ = try read(text)
      Issue.record("expected an error for \(text)")
    } catch {
      #expect(error.description == message)
    }
  }

  @Test("Two entries with one id are refused")
  func refusesDoubles() {
    let entry =
      #"{"id":"e","at":"2026-03-01T09:12:00Z","author":{"kind":"agent"},"audience":"world","text":"x"}"#
    do {
      _ = try read(#"{"id":"c","contact":{"id":"u"},"entries":[\#(entry),\#(entry)]}"#)
      Issue.record("expected an error")
    } catch {
      #expect(error.description == "entries[1].id: expected an id that no other entry has, found \"e\"")
      #expect(error.path == "entries[1].id")
    }
  }

  @Test("No truncation of a line traps or is taken")
  func survivesTruncation() throws {
    let bytes = Array(DeskFixture.line("c-1", minutes: [1, 2], extra: #","raw":{"a":[1]}"#).utf8)
    var refused = 0
    for count in bytes.indices {
      do { _ = try InterchangeReader.conversation(Array(bytes[..<count])) } catch { refused += 1 }
    }
    #expect(refused == bytes.count)
  }
}
