import DeskModel
import LocalePacks
import ReplyTemplates
import Testing

@testable import Safeguards

@Suite("Replies that we have given already")
struct DuplicateCheckTests {
  private static let pack = """
    {schema: 1, locale: "en", name: "English", country: "US", sources: {},
     answers: {negations: ["not"], courtesies: ["thank you", "hello"], words: [
       {id: "when", sides: ["today", "tomorrow"], src: [], status: "unsourced"}]},
     address: {rules: [{id: "a", form: "Hello", kind: "greeting", why: "w", src: [], status: "unsourced"}]}}
    """

  private static let reader: ReplyReader = {
    let tag = LocaleTag(language: "en")
    let library = PackLibrary(
      [PackFile(tag: tag, layer: "shipped", path: "en", bytes: Array(pack.utf8))],
      family: LocaleFamily(parents: [:], aliases: [:], likely: [:]))
    return ReplyReader(library.resolve(tag).pack)
  }()

  private static func entry(_ id: String, _ text: String, _ audience: Audience = .customer) -> Entry {
    Entry(
      id: EntryID(id), at: Timestamp(milliseconds: 1_000),
      author: Author(kind: .agent, id: "ada", name: "Ada"), audience: audience, text: text)
  }

  private static let earlier = [
    entry("e1", "Your parcel leaves our warehouse today and reaches you within three days."),
    entry("e2", "Thank you!"), entry("n1", "The secret note stays with all of us here.", .internal),
  ]

  private func findings(_ draft: Draft, elsewhere: [EarlierReply] = []) -> [Finding] {
    var thread = PreparedReplies(Self.reader)
    thread.update(Self.earlier)
    var other = PreparedReplies(Self.reader)
    for reply in elsewhere { other.append(reply) }
    return DuplicateCheck(DuplicateSetting(thread: thread, elsewhere: other, names: ["Anna"])).findings(
      in: draft)
  }

  @Test("are pointed out with the reply, who, when and how alike")
  func same() {
    let found = findings(
      .reply("Hello Anna, your parcel leaves our warehouse today and reaches you within three days!"))
    #expect(
      found == [
        Finding(
          rule: "duplicate.thread", severity: .warn, messageKey: "finding.duplicate.thread.same",
          arguments: ["98", "Ada", "1970-01-01T00:00"], suggestionKey: "finding.duplicate.other", about: "e1",
          at: Timestamp(milliseconds: 1_000))
      ])
  }

  @Test("are a hint in private when they are only near, and a warning in public")
  func near() {
    let text = "Your parcel leaves the big depot today and reaches you within three days."
    #expect(findings(.reply(text)).map(\.severity) == [.hint])
    #expect(findings(.reply(text)).map(\.messageKey) == ["finding.duplicate.thread.near"])
    #expect(findings(.reply(text, audience: .world)).map(\.severity) == [.warn])
  }

  @Test(
    "are none when the answer is another one, when they are courtesy, a note, or like a note",
    arguments: [
      ("Your parcel leaves our warehouse tomorrow and reaches you within three days.", Audience.customer),
      ("Your parcel leaves our warehouse today and reaches you within 4 days.", .customer),
      ("Your parcel does not leave our warehouse today and reaches you within three days.", .customer),
      ("Thank you!", .customer), ("", .customer), ("The secret note stays with all of us here.", .customer),
      ("Your parcel leaves our warehouse today and reaches you within three days.", .internal),
    ])
  func silent(_ text: String, _ audience: Audience) {
    #expect(findings(.reply(text, audience: audience)) == [])
  }

  @Test("are pointed out when they stand in another conversation with this customer")
  func elsewhere() {
    let reply = EarlierReply(
      text: "The lamp that you ordered is made of brass.", at: Timestamp(milliseconds: 5), author: "Tom",
      conversation: "c-2", entry: "x")
    let found = findings(.reply("The lamp that you ordered is made of brass"), elsewhere: [reply])
    #expect(found.map(\.rule) == ["duplicate.customer"])
    #expect(found.map(\.conversation) == ["c-2"])
    #expect(found.map(\.arguments) == [["100", "Tom", "1970-01-01T00:00"]])
  }
}
