import LocalePacks
import ReplyTemplates
import Testing

@Suite("What changed between two versions of a set")
struct SetComparisonTests {
  private static let files = [
    "replies/late/about.md": "# Late\n\n## Settings\n- tags: parcel\n",
    "replies/late/en.md":
      "<!-- status: unreviewed -->\n\n# Customers ask\n- Where is it?\n\n# In private\n\n## plain\nYour order is late.\n\n## short\nLate.\n",
    "replies/late/id.md": "# In private\n\n## plain\nPesanan terlambat.\n",
    "replies/late/uk.md": "# In private\n\n## plain\nЗамовлення запізнюється.\n",
    "replies/thanks/en.md": "# In private\n\n## plain\nThank you.\n\n## warm\nThank you so much.\n",
    "fragments/en.md": "## hello\nHello.\n",
    "scripts/no/en.md": "# Saying no\n\n## Begin\n- say: I am sorry.\n",
  ]

  /// The comparison after some files were written anew, or taken away.
  private static func compare(_ changes: [String: String?]) -> SetComparison {
    func set(_ files: [String: String]) -> TemplateSet {
      TemplateSet(files.map { TemplateFixtures.file($0.key, $0.value) })
    }
    var new = files
    for (name, text) in changes { new[name] = text }
    return SetComparison(from: set(files), to: set(new))
  }

  @Test("is nothing where nothing changed, wherever the files lie")
  func same() {
    #expect(Self.compare([:]).isEmpty)
    let moved = TemplateSet(Self.files.map { TemplateFixtures.file($0.key, $0.value, layer: "team") })
    let old = TemplateSet(Self.files.map { TemplateFixtures.file($0.key, $0.value) })
    #expect(SetComparison(from: old, to: moved).isEmpty)
  }

  @Test("tells answers that came, went, and took another name")
  func answers() {
    let thanks = Self.files["replies/thanks/en.md"]
    let comparison = Self.compare([
      "replies/thanks/en.md": nil, "replies/praise/en.md": thanks,
      "replies/new/en.md": "# In private\n\n## plain\nNew.\n", "replies/late/about.md": nil,
      "replies/late/en.md": nil, "replies/late/id.md": nil, "replies/late/uk.md": nil,
    ])
    #expect(comparison.answers.map(\.id.path) == ["late", "new", "praise"])
    #expect(comparison.answers.map(\.fate) == [.removed, .added, .renamed(from: AnswerID("thanks"))])
    #expect(comparison.answers[1].variants.map(\.fate) == [.added("New.")])
    #expect(comparison.answers[2].variants == [])
  }

  @Test("an answer of which less than half stayed the same is another one")
  func notRenamed() {
    let comparison = Self.compare([
      "replies/thanks/en.md": nil,
      "replies/praise/en.md":
        "# In private\n\n## plain\nThank you.\n\n## a\nOther.\n\n## b\nWords.\n",
    ])
    #expect(comparison.answers.map(\.fate) == [.added, .removed])
  }

  @Test("tells variants that came, went, changed, or took another heading, and what stayed behind")
  func variants() throws {
    let comparison = Self.compare([
      "replies/late/en.md":
        "<!-- status: reviewed by Ann, 2026-12-01 -->\n\n# Customers ask\n- Where?\n\n# In private\n\n## plain\nYour parcel is late.\n\n## brief\nLate.\n\n## new\nNew.\n",
      "replies/late/id.md": "# In private: chat\n\n## plain\nPesanan terlambat.\n",
    ])
    let change = try #require(comparison.answers.first)
    #expect(comparison.answers.count == 1 && change.fate == .changed)
    #expect(
      change.variants.map { "\($0.id)" } == [
        "late@en#plain", "late@en#brief", "late@en#new", "late@id#plain",
      ])
    guard case .changed(let difference) = change.variants[0].fate else {
      Issue.record("the text did not change")
      return
    }
    #expect(difference.marked == "Your [-order-] {+parcel+} is late.")
    #expect(change.variants[1].fate == .renamed(from: "short"))
    #expect(change.variants[2].fate == .added("New."))
    guard case .moved(let moves) = change.variants[3].fate else {
      Issue.record("the place did not change")
      return
    }
    #expect(moves.map(\.key) == ["channels"] && moves.map(\.new) == ["chat"] && moves.map(\.old) == [nil])
    #expect(change.about.map(\.key) == ["en status"])
    #expect(change.about.map(\.new) == ["reviewed by Ann, 2026-12-01"])
    #expect(change.asks.map { "\($0.text) \($0.isAdded)" } == ["Where? true", "Where is it? false"])
    #expect(change.leftBehind == [TemplateFixtures.tag("uk")])
  }

  @Test("a new language, or another heading, leaves nobody behind")
  func nobodyBehind() throws {
    let late = try #require(
      Self.compare(["replies/late/de.md": "# In private\n\n## plain\nZu spät.\n"]).answers.first)
    #expect(late.leftBehind == [] && late.variants.count == 1)
    let english = try #require(Self.files["replies/late/en.md"])
    let renamed = Self.compare(["replies/late/en.md": english.replacing("## short", with: "## brief")])
    #expect(renamed.answers.first?.leftBehind == [])
  }

  @Test("tells fragments and scripts")
  func rest() {
    let comparison = Self.compare([
      "fragments/en.md": "## hello\nHi.\n\n## bye\nBye.\n", "scripts/no/en.md": nil,
      "scripts/yes/en.md": "# Saying yes\n\n## Begin\n- say: Gladly.\n",
    ])
    #expect(comparison.answers == [])
    #expect(comparison.fragments.map(\.name) == ["bye", "hello"])
    #expect(comparison.fragments.first?.fate == .added("Bye."))
    #expect(
      comparison.scripts.map { "\($0.id) \($0.was) \($0.isThere)" } == ["no true false", "yes false true"])
    let reworded = Self.compare(["scripts/no/en.md": "# Saying no\n\n## Begin\n- say: I am so sorry.\n"])
    #expect(reworded.scripts.map { "\($0.id) \($0.was) \($0.isThere)" } == ["no true true"])
  }
}
