import DeskModel
import Testing

@testable import LocalePacks

@Suite("The check of good cheer on a solemn day")
struct SolemnDayCheckTests {
  private static let pack = PackFixtures.pack(
    """
    cheer: [
      {id: "happy", forms: ["happy", "🎉"], why: "people mourn", better: "leave it out", \(PackFixtures.sourced)},
      {id: "great", forms: ["great day"], severity: "error", \(CheckFixtures.unsourced)},
    ]
    """)

  @Test(
    "tells of cheer on the day, and of none on others",
    arguments: [
      (String?.none, "Happy to help 🎉", []),
      ("Memorial Day", "Happy to help 🎉", ["courtesy.solemnDay: Happy", "courtesy.solemnDay: 🎉"]),
      ("Memorial Day", "The parcel is here.", []),
      ("Memorial Day", "You wrote “happy” to us today.", []),
    ] as [(String?, String, [String])])
  func cheer(_ day: String?, _ text: String, _ expected: [String]) {
    let draft = PackDraft(text: text, solemnDay: day)
    #expect(CheckFixtures.told(SolemnDayCheck(), draft, Self.pack) == expected)
  }

  @Test("names the word and the day, warns, and only hints where nobody has confirmed the word")
  func details() {
    let draft = PackDraft(text: "Happy! A great day!", solemnDay: "Memorial Day")
    let found = CheckFixtures.findings(SolemnDayCheck(), draft, Self.pack)
    #expect(found.map(\.arguments) == [["Happy", "Memorial Day"], ["great day", "Memorial Day"]])
    #expect(found.map(\.severity) == [.warn, .hint])
    #expect(found.map { $0.why?.text(in: "en") } == ["people mourn", nil])
    #expect(found.map(\.records) == [["cheer/happy"], ["cheer/great"]])
  }
}
