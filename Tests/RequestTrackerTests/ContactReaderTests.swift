import AdapterProtocol
import DeskModel
import Testing

@testable import RequestTracker

@Suite("People")
struct ContactReaderTests {
  private let transport = PlayedTransport()

  @Test("A contact comes with their tickets, asked for by a name that cannot break out")
  func page() throws {
    transport.answer("GET", "/user/o%27hara%40x.test", Played.user("o'hara@x.test", "Liam O'Hara"))
    transport.answer("GET", "/tickets", Played.list([#"{"id":"7"}"#], total: "1"))
    let page = try transport.parts(Played.settings()).contacts.page(ContactParams("o'hara@x.test"))
    #expect(page.contact.contact.full == "Liam O'Hara")
    #expect(page.contact.handles == ["mail:o'hara@x.test@x.test"])
    #expect(page.conversations.map(\.summary.id) == ["7"])
    #expect(
      transport.targets("GET").last?.contains(RTTarget.encoded(#"Requestor.Name = 'o\'hara@x.test'"#)) == true
    )
  }

  @Test("Somebody whom RT does not know is not found")
  func missing() throws {
    transport.answer("GET", "/user/", "{}", status: 404)
    let contacts = try transport.parts(Played.settings()).contacts
    for id in ["nobody@x.test", "a/b"] {
      #expect(throws: AdapterFault.notFound(.contact, id: id)) {
        try contacts.page(ContactParams(ContactID(id)))
      }
    }
  }

  @Test("Who is an agent is asked once a person, and who cannot be seen is a customer")
  func directory() throws {
    transport.answerPeople()
    transport.answer("GET", "/user/hidden", "{}", status: 403)
    let people = PeopleDirectory()
    for _ in 1...3 {
      #expect(try people.person("bob", client: transport.client).kind == .agent)
      #expect(try people.person("zoe", client: transport.client).kind == .customer)
      #expect(try people.person("hidden", client: transport.client) == Person(id: "hidden", kind: .customer))
      #expect(try people.person("RT_System", client: transport.client).kind == .system)
    }
    #expect(transport.requests.count == 3)
  }

  @Test("Agents are those of the settings, else the owners and the few whom RT has")
  func agents() throws {
    transport.answerPeople()
    transport.answer("GET", "/tickets", Played.list([#"{"id":"1","Owner":{"id":"bob"}}"#]))
    transport.answer("GET", "/users", Played.list([#"{"id":"zoe"}"#, #"{"id":"alice"}"#], total: "2"))
    let found = try transport.parts(Played.settings()).agents.agents()
    #expect(
      found == [
        Assignee(.agent, id: "alice", name: "Alice Agent"), Assignee(.agent, id: "bob", name: "Bob Agent"),
      ])
    let named = try transport.parts(Played.settings(#","agents":["bob"]"#)).agents.agents()
    #expect(named.map(\.id) == ["bob"])
  }

  @Test("Where RT has many users they are not gone through")
  func manyUsers() throws {
    transport.answerPeople()
    transport.answer("GET", "/tickets", Played.list([]))
    transport.answer("GET", "/users", Played.list([#"{"id":"zoe"}"#], total: "5000"))
    #expect(try transport.parts(Played.settings()).agents.agents().map(\.id) == ["alice"])
    #expect(!transport.targets("GET").contains("/user/zoe"))
  }

  @Test("Articles are canned replies in the folder of their class, and those without text are none")
  func articles() throws {
    transport.answer(
      "GET", "/articles",
      Played.list([
        #"{"id":"1","Name":"Refund","Class":{"id":"2"},"CustomFields":[{"id":"1","name":"Content","values":["Hello"]}]}"#,
        #"{"id":"2","Name":"","Summary":"Two","Class":{"id":"2"},"CustomFields":[{"id":"9","name":"More","values":["b"]},{"id":"1","name":"Content","values":["a"]}]}"#,
        #"{"id":"3","Name":"Empty","Class":{"id":"2"},"CustomFields":[]}"#,
      ]))
    transport.answer("GET", "/class/2", #"{"Name":"Answers"}"#)
    let page = try TemplateReader(client: transport.client).page(PageParams())
    #expect(page.templates.map(\.name) == ["Refund", "Two"])
    #expect(page.templates.map(\.folder) == [["Answers"], ["Answers"]])
    #expect(page.templates.map { $0.bodies[0].text.text } == ["Hello", "Content:\na\n\nMore:\nb"])
    #expect(page.next == nil)
    let first = try TemplateReader(client: transport.client).page(PageParams(limit: 1))
    #expect(first.templates.map(\.id) == ["1"] && first.next == "1")
    #expect(throws: AdapterFault.cursorExpired) {
      try TemplateReader(client: transport.client).page(PageParams(cursor: "x"))
    }
  }
}
