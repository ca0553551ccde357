import DeskModel
import LocalePacks
import ReplyTemplates
import Testing

@Suite("Statistics of a set")
struct SetStatisticsTests {
  private static let day: Int64 = 86_400
  private static let now = Timestamp(milliseconds: 1_790_000_000_000)
  private static let set = TemplateSet([
    TemplateFixtures.file(
      "replies/late/en.md", "# In private\n\n## plain\nIt is late.\n\n## short\nLate, sorry.\n"),
    TemplateFixtures.file("replies/late/id.md", "# In private\n\n## plain\nTerlambat.\n"),
    TemplateFixtures.file(
      "replies/late/about.md",
      "# A parcel is late\n\n## Settings\n- trial: plain, short; until 400; difference 8\n"),
    TemplateFixtures.file("replies/thanks/en.md", "# In private\n\n## plain\nThank you.\n"),
    TemplateFixtures.file("replies/wrong/en.md", "# In private\n\n## plain\nSorry.\n"),
  ])

  private static func version(_ name: String, _ locale: String = "en") -> String? {
    set.answers[AnswerID("late")]?.locales[TemplateFixtures.tag(locale)]?.variants.first { $0.name == name }?
      .version
  }

  private static func sent(
    _ variant: String, _ count: Int, version: String? = nil, kept: Int? = nil, daysAgo: Int64 = 5,
    from first: Int = 0
  ) -> [SentVariant] {
    (0..<count).compactMap { number in
      VariantID(variant).map {
        SentVariant(
          variant: $0, version: version, kept: kept,
          conversation: ConversationID("c-\(variant)-\(first + number)"),
          at: now.adding(seconds: -daysAgo * day), wroteAgain: false, solved: true)
      }
    }
  }

  @Test("answers stand in the order of their use, variants in that of the file, older and lost texts behind")
  func order() throws {
    let replies =
      Self.sent("late@en#plain", 2, version: Self.version("plain")) + Self.sent("late@en#short", 3)
      + Self.sent("late@en#plain", 4, version: "older") + Self.sent("late@en#gone", 1, version: "x")
      + Self.sent("late@id#plain", 1) + Self.sent("lost@en#plain", 20) + Self.sent("thanks@en#plain", 11)
    let statistics = SetStatistics(replies, in: Self.set, now: Self.now)
    #expect(statistics.answers.map(\.id.path) == ["lost", "late", "thanks"])
    #expect(statistics.answers.map(\.statistics.sent) == [20, 11, 11])
    #expect(statistics.answers.map(\.isGone) == [true, false, false])
    #expect(statistics.answers.map(\.title) == ["lost", "A parcel is late", "thanks"])
    let rows = statistics.answers[1].variants
    #expect(
      rows.map { "\($0.id) \($0.isOlder) \($0.isGone) \($0.statistics.sent)" } == [
        "late@en#plain false false 2", "late@en#short false false 3", "late@en#plain true false 4",
        "late@en#gone false true 1", "late@id#plain false false 1",
      ])
    #expect(statistics.answers[1].trial?.judgement.count == 8)
    #expect(statistics.answers[2].trial == nil)
  }

  @Test("a locale and an answer narrow what is counted, but for the trial")
  func narrow() {
    let replies =
      Self.sent("late@en#plain", 2) + Self.sent("late@id#plain", 3) + Self.sent("thanks@en#plain", 9)
    let one = SetStatistics(
      replies, in: Self.set, now: Self.now, locales: [TemplateFixtures.tag("id")], only: AnswerID("late"))
    #expect(one.answers.map(\.statistics.sent) == [3])
    #expect(one.answers.first?.trial?.judgement.count == 5)
    #expect(one.unused == [])
    let indonesian = SetStatistics(
      replies, in: Self.set, now: Self.now, locales: [TemplateFixtures.tag("id")])
    #expect(indonesian.answers.map(\.id.path) == ["late"])
    #expect(indonesian.unused.map(\.id.path) == ["thanks", "wrong"])
  }

  @Test("what is not used for 90 days is told, with the day of its last use")
  func unused() {
    let replies =
      Self.sent("late@en#plain", 1, daysAgo: 91) + Self.sent("thanks@en#plain", 1, daysAgo: 90)
      + Self.sent("late@en#plain", 1, daysAgo: 95)
    let unused = SetStatistics(replies, in: Self.set, now: Self.now).unused
    #expect(unused.map(\.id.path) == ["late", "wrong"])
    #expect(unused.map(\.last) == [Self.now.adding(seconds: -91 * Self.day), nil])
  }

  @Test(
    "a text that agents surely rewrite more often than not is to be mended",
    arguments: [(5, 0, true), (3, 0, false), (20, 5, true), (20, 18, false), (0, 0, false)])
  func mend(edited: Int, left: Int, isTold: Bool) {
    let present = Self.version("plain")
    let replies =
      Self.sent("late@en#plain", edited, version: present, kept: 40)
      + Self.sent("late@en#plain", left, version: present, kept: 100, from: edited)
      // Older texts and texts of which nothing is known are nobody's fault.
      + Self.sent("late@en#plain", 50, version: "older", kept: 10) + Self.sent("late@en#short", 50)
    let told = SetStatistics(replies, in: Self.set, now: Self.now).toMend.map(\.id.description)
    #expect(told == (isTold ? ["late@en#plain"] : []))
  }

  @Test("nothing sent is nothing counted, and everything unused")
  func empty() {
    let statistics = SetStatistics([], in: Self.set, now: Self.now)
    #expect(statistics.answers == [] && statistics.toMend == [])
    #expect(statistics.unused.count == 3)
  }
}
