import DeskModel
import LocalePacks
import ReplyTemplates
import Testing

@Suite("What became of a reply made from a variant")
struct SentVariantTests {
  private static let start: Int64 = 1_790_000_000_000
  private let plain = TemplateUse(variant: "late@en#plain", version: "v1", kept: 80)

  private func at(_ hours: Int64) -> Timestamp {
    Timestamp(milliseconds: Self.start + hours * 3_600_000)
  }

  private func entry(
    _ id: EntryID, _ kind: AuthorKind, _ hours: Int64, by: String = "u", parent: EntryID? = nil,
    audience: Audience = .customer, templates: [TemplateUse] = []
  ) -> Entry {
    Entry(
      id: id, at: at(hours), author: Author(kind: kind, id: by), audience: audience, text: id.rawValue,
      parent: parent, templates: templates)
  }

  private func conversation(
    _ entries: [Entry], status: String = "resolved", shape: ConversationShape = .dialog, rating: String? = nil
  ) -> Conversation {
    Conversation(
      id: "c", shape: shape, status: status, contact: Contact(id: "u"), entries: entries,
      fields: rating.map { [Field(name: "CSAT", values: [$0])] } ?? [])
  }

  private func only(_ conversation: Conversation, after hours: Int64 = 100) throws -> SentVariant {
    let all = SentVariant.all(in: conversation, now: at(hours))
    #expect(all.count == 1)
    return try #require(all.first)
  }

  @Test("is solved when the conversation is resolved and nobody wrote again")
  func solved() throws {
    let sent = try only(
      conversation(
        [entry("1", .customer, 0), entry("2", .agent, 1, by: "a", templates: [plain])], rating: "5"))
    #expect(sent.variant.name == "plain")
    #expect(sent.version == "v1")
    #expect(sent.kept == 80)
    #expect(sent.isFirstReply)
    #expect(sent.wroteAgain == false)
    #expect(sent.solved == true)
    #expect(sent.rating == 5)
  }

  @Test("is not solved when the customer wrote again within 72 hours; a later message is another matter")
  func again() throws {
    let reply = entry("2", .agent, 1, by: "a", templates: [plain])
    let soon = try only(conversation([reply, entry("3", .customer, 73)]))
    #expect(soon.wroteAgain == true)
    #expect(soon.solved == false)
    let late = try only(conversation([reply, entry("3", .customer, 74)]))
    #expect(late.wroteAgain == false)
    #expect(late.solved == true)
  }

  @Test("is not known before 72 hours have passed, unless the conversation is resolved")
  func unknown() throws {
    let reply = entry("2", .agent, 1, by: "a", templates: [plain])
    let open = try only(conversation([reply], status: "open"), after: 10)
    #expect(open.wroteAgain == nil)
    #expect(open.solved == nil)
    #expect(try only(conversation([reply], status: "open"), after: 80).solved == false)
    #expect(try only(conversation([reply]), after: 10).solved == true)
  }

  @Test("in public it is the person who was answered that counts, not another stranger")
  func inPublic() throws {
    let entries = [
      entry("post", .customer, 0), entry("q", .stranger, 0, by: "s", parent: "post", audience: .world),
      entry("r", .agent, 1, by: "a", parent: "q", audience: .world, templates: [plain]),
      entry("x", .stranger, 2, by: "t", parent: "post", audience: .world),
    ]
    #expect(try only(conversation(entries, shape: .publicThread)).wroteAgain == false)
    let back = entries + [entry("y", .stranger, 3, by: "t", parent: "r", audience: .world)]
    #expect(try only(conversation(back, shape: .publicThread)).wroteAgain == true)
  }

  @Test("is found out from the words where the reply does not say what it was made from")
  func recognized() throws {
    let variant = VariantID(
      answer: AnswerID("late"), locale: try #require(LocaleTag("en")), name: "short")
    let all = SentVariant.all(
      in: conversation([
        entry("1", .agent, 0), entry("2", .agent, 1), entry("n", .agent, 2, audience: .internal),
      ]),
      now: at(100)
    ) { $0.id == "2" ? variant : nil }
    #expect(all.map(\.variant) == [variant])
    #expect(all.map(\.isFirstReply) == [false])
    #expect(all.map(\.version) == [nil])
  }

  @Test("statistics count each conversation's rating once, and only what is known")
  func statistics() throws {
    var sent = try only(
      conversation([entry("2", .agent, 1, by: "a", templates: [plain])], rating: "2"))
    let one = sent
    sent.kept = nil
    sent.wroteAgain = nil
    sent.solved = nil
    let numbers = VariantStatistics([one, sent])
    #expect(numbers.sent == 2)
    #expect(numbers.edited == WilsonInterval(1, of: 1))
    #expect(numbers.meanKept == 80)
    #expect(numbers.wroteAgain == WilsonInterval(0, of: 1))
    #expect(numbers.solved == WilsonInterval(1, of: 1))
    #expect(numbers.rated == WilsonInterval(0, of: 1))
    #expect(VariantStatistics([]).meanKept == nil)
  }
}
