import DeskModel
import Testing

@testable import LocalePacks

@Suite("Findings about typography")
struct TypographyFindingsTests {
  private static func told(_ text: String, _ locale: String = "ru") -> [String] {
    TypographyFindings.findings(in: text, SampleStyles.style(locale)).map {
      "\($0.rule): \(CheckFixtures.words(text, $0.range)) → \($0.replacement ?? "nothing")"
    }
  }

  @Test(
    "tell each kind of change once, at its first place, with what would stand there",
    arguments: [
      ("Он \"да\" и \"нет\".", ["typography.quotes: \" → «"]),
      ("Да... нет...", ["typography.ellipsis: ... → …"]),
      ("Да!!! Нет!!", ["typography.marks: !! → "]),
      ("Он \"да\"... и \"нет\"...", ["typography.quotes: \" → «", "typography.ellipsis: ... → …"]),
      ("Он\u{A0}— дома.", []), ("", []), ("Да, всё.", []),
    ])
  func once(_ text: String, _ expected: [String]) {
    #expect(Self.told(text) == expected)
  }

  @Test("leave spaces and apostrophes unsaid, though they are set with the rest")
  func silent() {
    let spaces = "Oui !"
    #expect(Self.told(spaces, "fr") == [])
    #expect(!Typography.edits(in: spaces, style: SampleStyles.style("fr")).isEmpty)
    let apostrophe = "it's"
    #expect(Self.told(apostrophe, "en-US") == [])
    #expect(!Typography.edits(in: apostrophe, style: SampleStyles.style("en-US")).isEmpty)
  }

  @Test("hint, name what stands there and what would, and have a sentence each")
  func details() {
    let found = TypographyFindings.findings(
      in: "Он \"да\" - в 5%... Нет!!", SampleStyles.style("ru"))
    #expect(
      found.map(\.rule) == [
        "typography.quotes", "typography.dash", "typography.number", "typography.ellipsis",
        "typography.marks",
      ])
    #expect(found.allSatisfy { $0.severity == .hint && $0.arguments.count == 2 })
    #expect(found.allSatisfy { $0.arguments[1] == $0.replacement })
    #expect(found.allSatisfy { PackFinding.messageKeys.contains($0.messageKey) })
  }
}
