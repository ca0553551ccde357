import DeskModel
import JSONText
import LocalePacks
import ReplyTemplates
import Testing

@testable import SapaCommand

@Suite("What sapa templates stats prints")
struct StatisticsReportTests {
  private static let now = Timestamp(milliseconds: 1_790_000_000_000)
  private static let set = TemplateFixture.set([
    "replies/late/about.md":
      "# A parcel is late\n\n## Settings\n- trial: plain, short; until 40; difference 5\n",
    "replies/late/en.md": "# In private\n\n## plain\nIt is late.\n\n## short\nLate.\n",
    "replies/thanks/en.md": "# In private\n\n## plain\nThank you.\n",
  ])

  private static func statistics(_ count: Int, kept: Int? = 40) throws -> SetStatistics {
    let id = try #require(VariantID("late@en#plain"))
    let version = set.answers[id.answer]?.locales[id.locale]?.variants.first?.version
    let replies = (0..<count).map { number in
      SentVariant(
        variant: id, version: number % 5 == 4 ? "older" : version, kept: kept,
        conversation: ConversationID("c-\(number)"), at: now.adding(seconds: -86_400 * 5),
        wroteAgain: number % 2 == 0, solved: number % 2 == 1, rating: number == 0 ? 5 : nil)
    }
    return SetStatistics(replies, in: set, now: now)
  }

  @Test("each number with what it is of, its interval, and whether it is of few")
  func text() throws {
    let text = StatisticsReport.text(try Self.statistics(40))
    #expect(text.hasPrefix(StatisticsText.legend[0] + "\n"))
    #expect(
      text.contains(
        "\nMend these: agents mostly rewrite them.\n  late@en#plain: edited 100 % of 32 (89–100 %), kept 40 %\n"
      ))
    #expect(
      text.contains(
        "late · A parcel is late\n  all: sent 40 · edited 100 % of 40 (91–100 %) · kept 40 % · wrote again 50 % of 40 (35–65 %) · solved 50 % of 40 (35–65 %) · rated 100 % of 1 (21–100 %) few\n"
      ))
    #expect(text.contains("\n  en plain: sent 32 · ") && text.contains("\n  en plain, older text: sent 8 · "))
    #expect(text.hasSuffix("\nNot used in the last 90 days:\n  thanks, never\n"))
  }

  @Test("a trial says how far it is, or that it is over")
  func trial() throws {
    let going = try #require(try Self.statistics(1).answers.first?.trial)
    #expect(
      StatisticsText.sentences(going)[0]
        == "trial of plain and short, until 40: no verdict yet, the next look comes after 9 more; nothing can be read from the shares before."
    )
    let over = try #require(try Self.statistics(40).answers.first?.trial)
    #expect(StatisticsText.sentences(over)[0].contains("neither is better by 5 percentage points"))
    #expect(StatisticsText.sentences(over)[1].contains("Outcome known of 40 conversations"))
  }

  @Test("programs read an object for each answer, variant, text to mend and unused answer")
  func json() throws {
    let lines = StatisticsReport.json(try Self.statistics(40)).split(separator: "\n")
    let roots = try lines.map { try JSONDocument(Array($0.utf8)).root }
    #expect(
      roots.compactMap { $0["kind"]?.string } == ["answer", "variant", "variant", "mend", "unused"])
    let edited = roots[0]["edited"]
    #expect(edited?["count"]?.int == 40 && edited?["of"]?.int == 40 && edited?["few"] == .bool(false))
    #expect(edited?["low"]?.double == 0.9124)
    #expect(roots[0]["trial"]?["verdict"]?.string == "even")
    #expect(roots[2]["older"] == .bool(true) && roots[2]["variant"]?.string == "late@en#plain")
    #expect(roots[4]["answer"]?.string == "thanks" && roots[4]["last"] == nil)
  }

  @Test("nothing counted is told as nothing, without a legend")
  func empty() throws {
    let text = StatisticsReport.text(try Self.statistics(0))
    #expect(text == "Not used in the last 90 days:\n  late, never\n  thanks, never\n")
    #expect(StatisticsReport.text(try Self.statistics(1, kept: nil)).contains("edited – of 0 · kept –"))
  }
}
