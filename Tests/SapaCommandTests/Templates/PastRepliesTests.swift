import DeskModel
import LocalDesk
import LocalePacks
import ReplyTemplates
import Testing

@testable import SapaCommand

@Suite("What was picked in the past")
struct PastRepliesTests {
  private static let set = TemplateFixture.set([
    "replies/bank/ask_name/en.md": "# In private\n\n## plain\nCould I get your full name, please?\n",
    "replies/bank/ask_name/about.md": "# Name\n\n## Settings\n- tags: bank\n",
    "replies/ride/ask_name/en.md": "# In private\n\n## plain\nMay I have your name, please?\n",
    "replies/ride/ask_name/about.md": "# Name\n\n## Settings\n- tags: ride\n",
    "replies/ride/bye/en.md": "# In private\n\n## plain\nThank you and goodbye.\n",
  ])
  private static let past = PastReplies(
    set, ReplyRecognizer(set, index: AnswerIndex(set.sorted.map(IndexedAnswer.init))))

  private static func reply(
    _ text: String, raw: String? = nil, tags: [String] = ["bank"], templates: [TemplateUse] = []
  ) -> ReplayTurn? {
    let conversation = Conversation(
      id: "c", tags: tags, contact: Contact(id: "u"),
      entries: [TemplateFixture.entry("e", .agent, text, templates: templates)])
    return past.conversation(
      StoredConversation(conversation: conversation, raws: raw.map { ["e": Array($0.utf8)] } ?? [:])
    )?.turns.first
  }

  @Test(
    "a label is a whole name, or the last part of one that shares a tag, or of the only one",
    arguments: [
      ("ask_name", ["bank"], "bank/ask_name"), ("ask_name", ["x", "ride"], "ride/ask_name"),
      ("ask_name", ["x"], nil), ("bank/ask_name", ["ride"], "bank/ask_name"), ("bye", ["bank"], "ride/bye"),
      ("shop/ask_name", ["ride"], "ride/ask_name"), ("custom", ["bank"], nil), ("", [], nil),
    ] as [(String, [String], String?)])
  func labels(label: String, tags: [String], answer: String?) {
    #expect(Self.past.answer(labelled: label, in: tags)?.path == answer)
  }

  @Test("what a reply says of itself counts before a label, a label before its words")
  func sources() {
    func picked(_ id: String?, typed: String? = nil, _ text: String) -> ReplayTurn {
      .reply(text, typed: typed, picked: id.map { AnswerID($0) })
    }
    let bye = "Thank you and goodbye."
    let use = TemplateUse(variant: "gone@en#plain", version: "x")
    #expect(
      Self.reply(bye, raw: #"{"picked":"ask_name"}"#, templates: [use]) == picked("gone", bye))
    #expect(
      Self.reply(bye, raw: #"{"options":["x"],"picked":"ask_name","draft":"your na"}"#)
        == picked("bank/ask_name", typed: "your na", bye))
    // Its system says that it was none, so its words are nobody's.
    #expect(Self.reply(bye, raw: #"{"picked":"custom"}"#) == picked(nil, bye))
    #expect(Self.reply(bye, raw: #"{"picked":null,"draft":"x"}"#) == picked("ride/bye", typed: "x", bye))
    #expect(Self.reply(bye, raw: "{broken") == picked("ride/bye", bye))
    #expect(Self.reply("Thanks, and good bye!") == picked(nil, "Thanks, and good bye!"))
  }

  @Test("customers, agents and nobody else are played; a conversation without a reply is not")
  func turns() throws {
    let entries = [
      TemplateFixture.entry("1", .customer, "Hi"),
      TemplateFixture.entry("2", .agent, "A note", audience: .internal),
      TemplateFixture.entry("3", .bot, "Beep"), TemplateFixture.entry("4", .system, "Moved"),
      TemplateFixture.entry("5", .agent, "Hello there, how are you?"),
      TemplateFixture.entry("6", .stranger, "Me too"),
    ]
    var conversation = Conversation(
      id: "c", shape: .publicThread, channel: "facebook", tags: ["x"],
      contact: Contact(id: "u", locale: "id-ID"), entries: entries)
    let played = try #require(
      Self.past.conversation(StoredConversation(conversation: conversation)))
    #expect(
      played.turns == [
        .customer("Hi"), .reply("Hello there, how are you?", typed: nil, picked: nil), .customer("Me too"),
      ])
    #expect(played.locale == LocaleTag("id-ID") && played.audience == .world && played.tags == ["x"])
    conversation.entries.removeAll { $0.author.kind == .agent }
    #expect(Self.past.conversation(StoredConversation(conversation: conversation)) == nil)
  }
}
