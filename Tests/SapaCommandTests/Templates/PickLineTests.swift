import DeskLink
import DeskModel
import Testing

@testable import SapaCommand

@Suite("A line of sapa templates pick")
struct PickLineTests {
  private static func read(_ line: String) throws(InterchangeError) -> PickRequest {
    let bytes = Array(line.utf8)
    return try PickLine.read(bytes, 0..<bytes.count)
  }

  @Test("all of it may be absent")
  func empty() throws {
    let request = try Self.read("{}")
    #expect(request.id == nil && request.query.isEmpty && request.audience == .customer)
    #expect(request.locale == nil)
    #expect(request.conversation == Conversation(id: "-", contact: Contact(id: "")))
  }

  @Test("the conversation is made of its members; unknown ones are passed over")
  func whole() throws {
    let request = try Self.read(
      #"{"id":"7","locale":"id","channel":"facebook","audience":"world","subject":"S","tags":["a",null,"b"],"contact":{"id":"u","given":"Dewi","locale":"id-ID"},"thread":[{"id":"e","at":"2026-03-01T09:12:00Z","author":{"kind":"customer","id":"u"},"audience":"world","text":"Di mana?"}],"query":"lambat","colour":[1]}"#
    )
    #expect(request.id == "7" && request.query == "lambat" && request.locale == "id")
    let conversation = request.conversation
    #expect(
      conversation.id == "7" && conversation.shape == .publicThread && conversation.channel == "facebook")
    #expect(conversation.tags == ["a", "b"] && conversation.subject == "S")
    #expect(conversation.contact.given == "Dewi" && conversation.entries.map(\.text) == ["Di mana?"])
    #expect(try Self.read(#"{"contact":{"id":"u","locale":"uk"}}"#).locale == "uk")
  }

  @Test(
    "what cannot be is refused with its field",
    arguments: [
      ("", "not JSON"), ("[]", "not JSON"), (#"{"tags":"a"}"#, "tags: expected an array, found a string"),
      (#"{"tags":["a",1]}"#, "tags[1]: expected a string, found a number"),
      (#"{"audience":"internal"}"#, "audience: expected customer or world, found “internal”"),
      (#"{"audience":"all"}"#, "audience: expected one of"), (#"{"query":1}"#, "query: expected a string"),
      (#"{"thread":[{"id":"e"}]}"#, "at: expected"), (#"{"id":"a"} x"#, "not JSON"),
    ])
  func refused(line: String, told: String) {
    #expect {
      _ = try Self.read(line)
    } throws: { error in
      "\(error)".contains(told)
    }
  }
}
