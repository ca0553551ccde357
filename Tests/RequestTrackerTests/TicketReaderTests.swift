import AdapterProtocol
import DeskModel
import Testing

@testable import RequestTracker

@Suite("Tickets as conversations")
struct TicketReaderTests {
  private let transport = PlayedTransport()

  @Test("A ticket has its people, fields, deadline, links and rights")
  func whole() throws {
    transport.answerPeople()
    let json = Played.ticket(
      status: "stalled", owner: "bob",
      links: #",{"ref":"depends-on","type":"ticket","id":"5"},{"ref":"lifecycle","to":"open"}"#,
      fields:
        #"{"id":"9","name":"Products","values":["App",null,"Web"]},{"id":"2","name":"Severity","values":["High"]},{"id":"3","name":"Empty","values":[]}"#,
      more: #","Told":"2026-11-18T10:00:00Z","TimeWorked":"0","Resolved":"1970-01-01T00:00:00Z""#
    ).replacing(#""Due":"1970-01-01T00:00:00Z""#, with: #""Due":"2031-02-03T04:05:06Z""#)
      .replacing(#""Cc":[]"#, with: #""Cc":[{"id":"liam"}]"#)
    transport.answer("GET", "/ticket/7?", json, headers: Played.etag(20))
    let record = try transport.parts(Played.settings()).tickets.conversation("7")
    let conversation = record.conversation
    #expect(conversation.shape == .ticket && conversation.channel == "mail" && conversation.subject == "late")
    #expect(conversation.contact.id == "zoe" && conversation.contact.full == "Zoë Fürst")
    #expect(conversation.assignee == Agent(id: "bob", name: "Bob Agent"))
    #expect(conversation.deadlines.resolution?.rfc3339 == "2031-02-03T04:05:06Z")
    #expect(conversation.links == [ConversationLink(id: "5", kind: "DependsOn", title: "")])
    #expect(
      conversation.fields.map { "\($0.name)=\($0.values.joined(separator: ","))" } == [
        "Queue=Support", "Told=2026-11-18T10:00:00Z", "Cc=liam@x.test", "Severity=High", "Products=App,Web",
      ])
    #expect(record.version == "20" && record.number == "#7" && record.category == .pending)
    #expect(record.url == "https://rt.test/Ticket/Display.html?id=7")
    #expect(record.allowed == [AllowedAct(.say, .allowed), AllowedAct(.status, .allowed)])
    #expect(record.aliases.isEmpty && record.raw != nil)
  }

  @Test("A ticket that was merged away is the other one, which knows the old number")
  func merged() throws {
    transport.answerPeople()
    transport.answer("GET", "/ticket/12?", Played.ticket(11), headers: Played.etag(20))
    let record = try transport.parts(Played.settings()).tickets.conversation("12")
    #expect(record.conversation.id == "11" && record.aliases == ["12"])
  }

  @Test(
    "What does not exist, is not ours or is no number is not found",
    arguments: ["99", "8", "../user/1", "", "7?x=1"])
  func missing(id: String) throws {
    transport.answer("GET", "/ticket/99?", #"{"message":"Not Found"}"#, status: 404)
    transport.answer("GET", "/ticket/8?", #"{"message":"Forbidden"}"#, status: 403)
    let tickets = try transport.parts(Played.settings()).tickets
    #expect(throws: AdapterFault.notFound(.conversation, id: id)) {
      try tickets.conversation(ConversationID(id))
    }
  }

  @Test(
    "Rights are read from the links",
    arguments: [
      (#"[{"ref":"correspond"}]"#, ActVerdict.allowed, "to the customer only, no notes"),
      (#"[{"ref":"comment"}]"#, .allowed, "notes only, nothing to the customer"),
      ("[]", .denied, "neither replies nor comments are allowed"),
    ])
  func rights(links: String, verdict: ActVerdict, reason: String) throws {
    let record = try Played.record(#"{"_hyperlinks":\#(links)}"#)
    #expect(RightsReader.allowed(record.json) == [AllowedAct(.say, verdict, reason: reason)])
  }

  @Test("A row that RT tells in part is a row all the same")
  func rows() throws {
    let tickets = try transport.parts(Played.settings()).tickets
    let bare = try #require(tickets.row(try Played.record(#"{"id":"7","type":"ticket"}"#).json))
    #expect(bare.summary.id == "7" && bare.summary.contactID == "unknown" && bare.summary.assignee == nil)
    #expect(tickets.row(try Played.record(#"{"id":"x"}"#).json) == nil)
    let row = try #require(
      tickets.row(
        try Played.record(
          #"{"id":"7","Subject":"s","Status":"new","Owner":{"id":"Nobody"},"Requestor":[],"Creator":{"id":"zoe","RealName":"Zoë"},"LastUpdated":"2026-11-18T11:00:00Z","Due":"1970-01-01T00:00:00Z"}"#
        ).json))
    #expect(row.summary.contactName == "Zoë" && row.summary.due == nil && row.summary.assignee == nil)
  }
}
