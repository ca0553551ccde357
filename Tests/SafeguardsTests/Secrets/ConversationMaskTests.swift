import DeskModel
import LocalePacks
import Testing

@testable import Safeguards

@Suite("Masking a conversation")
struct ConversationMaskTests {
  private static func words() -> SecretWords {
    var words = SecretWords(tag: .root)
    words.nouns = [.password: ["password"], .pin: ["pin"]]
    words.copulas = ["is"]
    words.asks = ["what is your"]
    return words
  }
  private let mask = ConversationMask(SecretScan(words: [words()]))

  private func conversation(_ entries: [(AuthorKind, Audience, String)]) -> Conversation {
    var conversation = Conversation(
      id: "c-1", shape: .dialog, channel: "chat", subject: "help", status: "open",
      contact: Contact(id: "u-1", full: "Ann"), entries: [])
    for (number, entry) in entries.enumerated() {
      conversation.entries.append(
        Entry(
          id: EntryID("e-\(number)"), at: Timestamp(milliseconds: Int64(number) * 1_000),
          author: Author(kind: entry.0, id: "x"), audience: entry.1,
          kind: entry.1 == .internal ? .note : .message, text: entry.2))
    }
    return conversation
  }

  private func texts(_ masked: MaskedConversation?) -> [String]? { masked?.conversation.entries.map(\.text) }

  @Test(
    "customers' messages and our notes are masked; a reply of ours only where it repeats a secret of theirs")
  func sides() {
    let masked = mask.masked(
      conversation([
        (.customer, .customer, "My password is Sommer2024!"),
        (.agent, .customer, "Your new password is Winter77x"),
        (.agent, .customer, "You wrote Sommer2024!, please change it."),
        (.agent, .internal, "the password is Herbst55!"),
      ]))
    #expect(
      texts(masked) == [
        "My password is ‹password ••••••›", "Your new password is Winter77x",
        "You wrote ‹password ••••••›, please change it.", "the password is ‹password ••••••›",
      ])
    #expect(masked?.held.map(\.value) == ["Sommer2024!", "Herbst55!"])
    #expect(masked?.held.map(\.entry) == ["e-0", "e-3"])
  }

  @Test("what may not be kept is dropped, and what has no secret is left alone")
  func dropped() {
    let masked = mask.masked(conversation([(.customer, .customer, "my pin is 4711")]))
    #expect(texts(masked) == ["my pin is ‹PIN removed›"])
    #expect(masked?.held.isEmpty == true)
    #expect(mask.masked(conversation([(.customer, .customer, "my parcel is late")])) == nil)
    #expect(masked.flatMap { mask.masked($0.conversation) } == nil, "masked once is masked")
  }

  @Test("the last message as a list shows it, and what is known of the customer, are read, too")
  func lists() {
    var whole = conversation([])
    whole.outline = ConversationOutline(
      unreadCount: 1, lastActivity: Timestamp(milliseconds: 0), preview: "my password is Sommer2024!")
    whole.contact.fields = [Field(name: "Password", values: ["Winter77x!"])]
    let masked = mask.masked(whole)
    #expect(masked?.conversation.outline?.preview == "my password is ‹password ••••••›")
    #expect(masked?.conversation.contact.fields.first?.values == ["‹password ••••••›"])
  }

  @Test("the subject and fields are read, too")
  func around() {
    var whole = conversation([(.customer, .customer, "hello")])
    whole.subject = "password is Sommer2024!"
    whole.fields = [
      Field(name: "Password", values: ["Winter77x!"]), Field(name: "Order", values: ["123456"]),
    ]
    let masked = mask.masked(whole)
    #expect(masked?.conversation.subject == "password is ‹password ••••••›")
    #expect(masked?.conversation.fields.map(\.values) == [["‹password ••••••›"], ["123456"]])
    #expect(masked?.held.map(\.number) == [0, 1])
  }

  @Test("a bare answer is known by the question before it, also when that stood in an earlier part")
  func context() {
    let question = conversation([(.agent, .customer, "What is your password?")]).entries
    let answer = conversation([(.customer, .customer, "Sommer2024!")])
    #expect(texts(mask.masked(answer, after: question)) == ["‹password ••••••›"])
  }
}
