import AdapterProtocol
import DeskModel
import JSONText
import Testing

@testable import RequestTracker

@Suite("Messages from MIME parts")
struct MessageBodiesTests {
  private static func part(_ id: Int, _ type: String, _ size: Int = 5, name: String = "") throws -> JSONValue
  {
    try Played.record(
      #"{"id":"\#(id)","ContentType":"\#(type)","ContentLength":"\#(size)","Filename":"\#(name)"}"#
    ).json
  }

  @Test("Of a mail in two forms the plain one is read, and the other one kept")
  func alternative() throws {
    let parts = MessageParts([
      try Self.part(1, "multipart/mixed", 0), try Self.part(2, "multipart/alternative", 0),
      try Self.part(3, "text/plain"), try Self.part(4, "text/html"),
      try Self.part(5, "image/png", 70, name: "../shot.png"),
    ])
    let body = parts.body([3: "plain", 4: "<b>rich</b>"])
    #expect(body.text == "plain")
    #expect(body.original?.text == "<b>rich</b>" && body.original?.format == .html)
    #expect(
      body.attachments == [Attachment(id: "5", name: "../shot.png", mediaType: "image/png", byteCount: 70)])
  }

  @Test("HTML is made readable where the plain form says nothing")
  func htmlAlone() throws {
    let parts = MessageParts([try Self.part(3, "text/plain", 1), try Self.part(4, "text/html")])
    #expect(parts.body([3: "\n", 4: "<p>a<p>b"]).text == "a\n\nb")
  }

  @Test("What is said stays as it is, white space included")
  func untouched() throws {
    let parts = MessageParts([try Self.part(3, "text/plain")])
    #expect(parts.body([3: "  a\n\n b \u{1B}[2J\n"]).text == "  a\n\n b \u{1B}[2J\n")
  }

  @Test("Named texts, mails within mails and parts without a name are files")
  func files() throws {
    let parts = MessageParts([
      try Self.part(1, "text/plain"), try Self.part(2, "text/plain", 9, name: "a.txt"),
      try Self.part(3, "message/rfc822", 0), try Self.part(4, "text/plain", 8),
      try Self.part(5, "image/gif", 3),
      try Self.part(6, "application/octet-stream", 0),
    ])
    let body = parts.body([1: "see below", 4: "not mine"])
    #expect(body.text == "see below")
    #expect(body.attachments.map(\.name) == ["a.txt", "message.txt", "unnamed"])
    #expect(body.attachments.map(\.id) == ["2", "4", "5"])
  }

  @Test("A text that is very long is cut between characters, and attached whole")
  func long() throws {
    let text = String(repeating: "é", count: MessageBodies.textLimit)
    let body = MessageParts([try Self.part(1, "text/plain", text.utf8.count)]).body([1: text])
    #expect(body.text.utf8.count < MessageBodies.textLimit + 100)
    #expect(body.text.hasPrefix("éé") && body.text.hasSuffix("attached]"))
    #expect(body.attachments.map(\.id) == ["1"])
    #expect(MessageParts([]).body([:]) == MessageBody())
  }
}
