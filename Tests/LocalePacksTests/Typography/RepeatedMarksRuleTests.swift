import LocalePacks
import Testing

@Suite("Marks in a row")
struct RepeatedMarksRuleTests {
  private static let russian = TypographyStyle(longestMarkRun: 1, mixedMarks: "?!")

  @Test(
    "become fewer and take the usual order",
    arguments: [
      ("Да!!", "Да!"), ("Да!!!!!", "Да!"), ("Да??", "Да?"), ("Да!?", "Да?!"), ("Да?!?!", "Да?!"),
      ("Да??!", "Да?!"),
      ("«Да!!»", "«Да!»"), ("(да!!)", "(да!)"), ("Да !!", "Да !"), ("100%!!", "100%!"),
      ("{name}!!", "{name}!"),
    ])
  func set(_ typed: String, _ set: String) { expectSet(typed, set, Self.russian) }

  @Test(
    "stay in code, alone and in faces",
    arguments: [
      "!!ready", "a !== b", "???", "!!!", ":)!!x", "x!!y", "https://a.example/?!!", "`x!!`", "Да?!", "Да?..",
    ])
  func left(_ text: String) { expectLeft(text, Self.russian) }

  @Test("may be as many as the style says")
  func three() {
    let style = TypographyStyle(longestMarkRun: 3)
    expectLeft("Yes!!!", style)
    expectSet("Yes!!!!", "Yes!!!", style)
    expectLeft("Yes!?", style)
  }

  @Test("of two kinds stay as they are when only their order is a matter of style")
  func mixed() {
    let style = TypographyStyle(mixedMarks: "!?")
    expectSet("What?!", "What!?", style)
    expectLeft("What?!?!", style)
    expectLeft("What!!", style)
  }
}
