import AdapterProtocol
import DeskModel
import JSONText
import Testing

@testable import RequestTracker

@Suite("What is sent as a message")
struct MessageFormTests {
  private func body(_ text: String, _ files: [UploadedFile] = []) throws -> JSONValue {
    let request = MessageForm.request(text, route: .correspond, ticket: "7", files: files)
    #expect(
      request.method == "POST" && request.target == "/ticket/7/correspond" && request.ifMatch == nil)
    return try JSONDocument(try #require(request.body)).root
  }

  @Test(
    "Text goes out as it was typed",
    arguments: ["a", "  a \n\n> b\t", "<b>&amp;</b>", "😀 梅\u{1B}[2J", "\r\n.\r\n", "0 "])
  func asTyped(text: String) throws {
    let body = try body(text)
    #expect(body.text("Content") == text)
    #expect(body.text("ContentType") == "text/plain")
    #expect(body["Attachments"] == nil)
  }

  @Test("The text 0, which RT drops in JSON, goes as a plain body")
  func zero() {
    let request = MessageForm.request("0", route: .comment, ticket: "7", files: [])
    #expect(request.body == [0x30] && request.contentType == "text/plain" && request.ifMatch == nil)
    #expect(request.target == "/ticket/7/comment")
  }

  @Test("Files go with their bytes; what RT would lose is refused")
  func files() throws {
    let file = UploadedFile(name: "a.pdf", type: "application/pdf", bytes: [0, 255])
    let sent = try body("see", [file]).list("Attachments")
    #expect(sent.map { $0.text("FileContent") } == ["AP8="])
    #expect(sent[0].text("FileName") == "a.pdf" && sent[0].text("FileType") == "application/pdf")
    #expect(try body("", [file])["Content"] == nil)
    #expect(MessageForm.problem("see", files: [file]) == nil && MessageForm.problem("", files: [file]) == nil)
    #expect(MessageForm.problem("", files: [])?.field == "text")
    #expect(MessageForm.problem("0", files: [file])?.field == "text")
    #expect(MessageForm.problem("a\0b", files: [])?.field == "text")
    #expect(
      MessageForm.problem("a", files: [UploadedFile(name: "e", type: "", bytes: [])])?.field == "uploads")
  }

  @Test(
    "Names reach RT whole",
    arguments: [
      ("a.txt", "a.txt"), ("plain \"q\" \\ b.txt", "plain \"q\" \\ b.txt"),
      ("über.txt", "=?UTF-8?B?w7xiZXIudHh0?="),
      ("=?UTF-8?B?eA==?=", "=?UTF-8?B?PT9VVEYtOD9CP2VBPT0/PQ==?="), ("", "unnamed"), ("0", "unnamed"),
      ("a\nb", "=?UTF-8?B?YQpi?="),
    ])
  func names(name: String, sent: String) {
    #expect(MessageForm.name(name) == sent)
  }

  @Test("A long name is cut into words that mails can hold, never within a character")
  func longNames() throws {
    let name = String(repeating: "梅", count: 100)
    let words = MessageForm.name(name).split(separator: " ")
    #expect(words.count > 1 && words.allSatisfy { $0.utf8.count <= 75 })
    var read = ""
    for word in words {
      let bytes = try #require(Base64.decoded(Array(word.dropFirst(10).dropLast(2).utf8)))
      read += try #require(String(validating: bytes, as: UTF8.self))
    }
    #expect(read == name)
  }

  @Test(
    "A type is kept where RT keeps the bytes with it",
    arguments: [
      ("image/png", [0xFF], "image/png"), ("Text/Plain", Array("ü".utf8), "text/plain"),
      ("text/plain", [0xFC], "application/octet-stream"), ("", [1], "application/octet-stream"),
      ("nonsense", [1], "application/octet-stream"), ("a/b\r\nX: y", [1], "application/octet-stream"),
      ("multipart/mixed", [1], "application/octet-stream"),
      ("message/rfc822", [1], "application/octet-stream"),
    ] as [(String, [UInt8], String)])
  func types(type: String, bytes: [UInt8], sent: String) {
    #expect(MessageForm.type(UploadedFile(name: "x", type: type, bytes: bytes)) == sent)
  }
}
