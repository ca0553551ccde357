import ReplyTemplates
import Testing

@Suite("What about.md says otherwise")
struct AboutComparisonTests {
  private static let base = """
    # Late

    It is late.

    ## Use it when
    - The day has passed.

    ## Not when
    - Nothing moves: [lost](../lost/about.md)

    ## Facts
    - order.number: the number

    ## Settings
    - tags: parcel
    - owner: Leads
    - review by: 2027-06-01
    """

  private static func changes(_ old: String, _ new: String) -> [String] {
    func set(_ text: String) -> TemplateSet {
      TemplateSet([
        TemplateFixtures.file("replies/late/about.md", text),
        TemplateFixtures.file("replies/late/en.md", "# In private\n\n## plain\nLate.\n"),
      ])
    }
    return SetComparison(from: set(old), to: set(new)).answers.flatMap(\.about).map {
      "\($0.key): \($0.old ?? "–") → \($0.new ?? "–")"
    }
  }

  @Test(
    "each thing by its key, with what it was and what it is",
    arguments: [
      ("# Late", "# Too late", ["title: Late → Too late"]),
      ("It is late.", "It is very late.", ["summary: It is late. → It is very late."]),
      ("has passed", "passed", ["use when: The day has passed. → The day passed."]),
      ("../lost/", "../gone/", ["not when: Nothing moves: lost → lost → Nothing moves: lost → gone"]),
      (
        "order.number: the", "order.number (number, optional): the",
        ["fact order.number: text: the number → number, optional: the number"]
      ),
      ("- tags: parcel", "- tags: parcel, late", ["tags: parcel → parcel, late"]),
      ("- owner: Leads\n", "", ["owner: Leads → –"]),
      ("2027-06-01", "2027-07-01", ["review by: 2027-06-01 → 2027-07-01"]),
      (
        "- owner: Leads", "- owner: Leads\n- first contact only: yes\n- trial: a, b; until 40; difference 8",
        ["first contact only: – → yes", "trial: – → a, b; until 40; difference 8"]
      ),
      ("# Late", "# Late", []),
    ])
  func keys(part: String, other: String, told: [String]) {
    #expect(Self.changes(Self.base, Self.base.replacing(part, with: other)) == told)
  }
}
