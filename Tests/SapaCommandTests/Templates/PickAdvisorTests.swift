import DeskModel
import JSONText
import LocalePacks
import ReplyTemplates
import TestSupport
import Testing

@testable import SapaCommand

@Suite("Picking answers for a moment")
struct PickAdvisorTests {
  private static let set = TemplateFixture.set([
    "replies/late/about.md":
      "# A parcel is late\n\n## Facts\n- order.number: its number\n\n## Settings\n- shortcuts: late\n",
    "replies/late/en.md":
      "# Customers ask\n- Where is my parcel?\n- My parcel is late\n\n# In private\n\n## plain\n[[Hello {{customer.given}}. |]]Order {{order.number}} is late, and I am sorry.\n\n## short\nYour parcel needs some more days.\n\n## carrier\nThe carrier {{carrier.name}} has it.\n\n# In public\n\n## loud\nWe looked into your parcel.\n",
    "replies/late/uk.md": "# In private\n\n## plain\nПосилка запізнюється, вибачте.\n",
    "replies/refund/en.md":
      "# Customers ask\n- I want my money back\n\n# In private\n\n## plain\nThe refund is on its way.\n",
    "replies/mailed/about.md": "# By mail only\n\n## Settings\n- channels: mail\n",
    "replies/mailed/en.md": "# In private\n\n## plain\nThe parcel is described in the file.\n",
    "replies/promo/about.md": "# A voucher\n\n## Settings\n- first contact only: yes\n",
    "replies/promo/en.md": "# In private\n\n## plain\nHere is a voucher for you.\n",
  ])

  private static func advisor() throws -> PickAdvisor {
    PickAdvisor(
      try #require(try TemplateFixture.library(set)), packs: try #require(TemplateFixture.packs).library,
      PickAdvisor.Setting(
        me: Agent(id: "a", name: "Nastya"), language: "en",
        now: Timestamp(milliseconds: 1_790_000_600_000)))
  }

  private static func request(
    _ entries: [Entry] = [], query: String = "", locale: String? = "en", audience: Audience = .customer
  ) -> PickRequest {
    var conversation = Conversation(
      id: "c-1", locale: locale, contact: Contact(id: "u", given: "Ann"), entries: entries)
    if audience == .world { conversation.shape = .publicThread }
    return PickRequest(id: "c-1", query: query, audience: audience, conversation: conversation)
  }

  private static let question = TemplateFixture.entry("1", .customer, "Hi, where is my parcel?")

  @Test("the customer's words find the answer, and its variant is filled in for them")
  func asked() throws {
    let advice = try Self.advisor().advice(Self.request([Self.question]), limit: 5)
    let pick = try #require(advice.picks.first)
    #expect(pick.id.path == "late" && pick.echo == .asked && pick.isTheirs)
    #expect(!advice.picks.contains { $0.id.path == "mailed" })
    #expect(Set(pick.offer.ranked.map(\.id.name)) == ["plain", "short"])
    let names = pick.offer.excluded.map(\.id.name)
    #expect(names == ["carrier", "loud"])
    let plain = try #require(pick.offer.ranked.firstIndex { $0.id.name == "plain" })
    if plain == 0 {
      #expect(pick.reply?.text == "Hello Ann. Order {{order.number}} is late, and I am sorry.")
      #expect(pick.reply?.toFill == ["order.number"])
    }
  }

  @Test("what was typed counts before what the customer wrote, and a shortcut before all")
  func typed() throws {
    let advice = try Self.advisor().advice(Self.request([Self.question], query: "refund"), limit: 5)
    #expect(advice.picks.first?.id.path == "refund" && advice.picks.first?.echo == PickAdvisor.Echo.none)
    #expect(advice.picks.first?.reasons == [.fitsTyped])
    #expect(try Self.advisor().advice(Self.request(query: "late"), limit: 1).picks.map(\.id.path) == ["late"])
    #expect(try Self.advisor().advice(Self.request(query: "zzzz"), limit: 5).picks == [])
    #expect(try Self.advisor().advice(Self.request(), limit: 2).picks.count == 2)
  }

  @Test(
    "what was said in the thread, by name or nearly in its words, is not offered again until all was said")
  func repeats() throws {
    func first(_ said: [(String, [TemplateUse])]) throws -> PickAdvisor.Pick {
      let replies = said.enumerated().flatMap { number, reply in
        [
          TemplateFixture.entry(
            EntryID("r-\(number)"), .agent, reply.0, minute: Int64(2 * number + 1), templates: reply.1),
          TemplateFixture.entry(
            EntryID("q-\(number)"), .customer, "Where is my parcel?", minute: Int64(2 * number + 2)),
        ]
      }
      return try #require(
        Self.advisor().advice(Self.request([Self.question] + replies), limit: 1).picks.first)
    }
    let short = ("your parcel needs some more days", [TemplateUse]())
    let plain = ("Quite other words", [TemplateUse(variant: "late@en#plain", version: "x")])
    #expect(try first([short]).first?.id.name == "plain")
    #expect(try first([plain]).first?.id.name == "short")
    let all = try first([plain, short])
    #expect(all.offer.isUsedUp && all.first?.isUsedHere == true)
    #expect(all.first?.id.name == "plain")
  }

  @Test("in public other texts fit, and the newest comment alone counts")
  func inPublic() throws {
    let comments = [
      TemplateFixture.entry("1", .stranger, "I want my money back", audience: .world),
      TemplateFixture.entry("2", .customer, "Where is my parcel?", minute: 1, audience: .world),
    ]
    let advice = try Self.advisor().advice(Self.request(comments, audience: .world), limit: 1)
    #expect(advice.picks.first?.id.path == "late" && advice.picks.first?.first?.id.name == "loud")
  }

  @Test("a customer without texts in their language is shown those of the console, with that said")
  func otherLanguage() throws {
    let advice = try Self.advisor().advice(Self.request(query: "refund", locale: "ja"), limit: 1)
    let pick = try #require(advice.picks.first)
    #expect(!pick.isTheirs && pick.locale == LocaleTag("en"))
    let words = PickWords(words: try Fixtures.words())
    #expect(words.reasons(pick) == ["Its name or its text fits what was typed.", "Written for en."])
    let ukrainian = try Self.advisor().advice(Self.request(query: "late", locale: "uk"), limit: 1)
    #expect(ukrainian.picks.first?.locale == LocaleTag("uk") && ukrainian.picks.first?.isTheirs == true)
  }

  @Test("an answer for the first contact is not offered to a customer who had it")
  func firstContact() throws {
    let said = TemplateFixture.entry(
      "r", .agent, "Take it", minute: 1, templates: [TemplateUse(variant: "promo@en#plain", version: "x")])
    let advice = try Self.advisor().advice(Self.request([said], query: "voucher"), limit: 1)
    let pick = try #require(advice.picks.first)
    #expect(pick.id.path == "promo" && pick.first == nil && pick.reply == nil)
    let words = PickWords(words: try Fixtures.words())
    #expect(words.reasons(pick.offer, first: pick.first).first?.contains("first contact only") == true)
  }
}
