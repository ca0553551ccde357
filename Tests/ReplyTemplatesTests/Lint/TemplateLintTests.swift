import DeskModel
import LocalePacks
import ReplyTemplates
import Testing

@Suite("Lint of a template set")
struct TemplateLintTests {
  @Test("finds every seeded fault with its file and line, and nothing else")
  func seeded() {
    let found = LintFixtures.findings(SeededSet.files, attachments: [:])
    let places = found.map { "\($0.file.dropFirst("/shipped/".count)):\($0.line) \($0.rule)" }
    #expect(Set(SeededSet.faults).count >= 40)
    #expect(places.sorted() == SeededSet.faults.sorted())
    for (finding, place) in zip(found, places) {
      #expect(
        finding.message.hasSuffix(".") || finding.message.hasSuffix("?"), "\(place): \(finding.message)")
    }
  }

  @Test("tells by file, line, column and rule, in a form that editors read")
  func order() throws {
    let found = LintFixtures.findings(SeededSet.files, attachments: [:])
    let keys = found.map { ($0.file, $0.line, $0.column, $0.rule) }
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 <= $1 })
    let first = try #require(found.first { $0.rule == "placeholder.unknown" })
    #expect(
      first.description
        == "/shipped/replies/late/en.md:7:55: error placeholder.unknown: Nothing fills in {{order.nubmer}}; did you mean {{order.number}}?"
    )
    #expect(first.answer == AnswerID("late"))
    #expect(first.locale == TemplateFixtures.tag("en"))
    #expect(first.variant == "plain")
  }

  @Test("has nothing to say of a set that is well kept")
  func clean() {
    let about = """
      # A parcel is late

      ## Use it when
      - The promised day has passed.
      ## Facts
      - order.number: the number of the order
      - order.day (date, optional): the day on which it comes
      ## Settings
      - shortcuts: late
      - owner: Ann
      - review by: 2027-06-01
      """
    let english = """
      <!-- status: reviewed by Ann, 2026-11-01 -->
      # Customers ask
      - Where is my parcel?

      # In private
      ## plain
      [[if thread.first: Hello {{customer.address}}. |if thread.first: Hello. |]]Order {{order.number}} is late, but it is moving. [[It comes on {{order.day:day}}.|I will write to you when I know the day.]]
      ## short
      [[{{customer.address}}, the|The]] carrier still has it. {{> day}}
      ## mail
      Thank you for asking about {{order.number}}.

      I have looked it up, and nothing is lost.

      {{> sign-off}}

      # In public
      ## one
      [[{{customer.address}}, your|Your]] parcel is running late. I have sent you the details in private.
      ## two
      It is on its way, and you can read all about it in your messages.
      ## three
      A promised day should hold. Let me look at it with you in a private message.
      ## four
      Thank you for telling us. The carrier found it this morning.
      """
    let fragments = """
      ## day
      [[It is planned for {{order.day:weekday}}.|There is no new day yet.]]
      ## sign-off
      Best wishes,
      [[{{me.given}}|The team]]
      """
    #expect(
      LintFixtures.findings([
        TemplateFixtures.file("replies/late/about.md", about),
        TemplateFixtures.file("replies/late/en.md", english),
        TemplateFixtures.file("fragments/en.md", fragments),
      ]).map(\.description) == [])
    #expect(LintFixtures.findings([]) == [])
  }

  @Test("reads a set without packs and without writers, and says what does not need them")
  func bare() {
    let file = TemplateFixtures.file("replies/a/de.md", "# In private\n## x\nHast du {{colour}}?\n")
    let environment = LintEnvironment(
      family: TemplateFixtures.family, manners: { _ in nil }, writer: { _ in nil }, today: 0, files: [file])
    let rules = TemplateLint.findings(in: TemplateSet([file]), environment).map(\.rule)
    #expect(
      rules.sorted() == ["about.missing", "locale.variants", "placeholder.unknown", "review.missing"])
  }
}
