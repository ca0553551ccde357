import Testing

@testable import Rehearsals

@Suite("Conditions of scenarios")
struct ConditionParserTests {
  @Test(
    "each condition of the page is read",
    arguments: [
      ("says \"a\", \"b c*\"", Condition.says(["a", "b c*"])),
      ("asks about \"order\"", .asksAbout(["order"])),
      ("asks", .asks),
      ("apologises", .list("apologises")),
      ("asks for a secret", .asksForSecret),
      ("is warned of register.*, courtesy.taboo", .warned(["register.*", "courtesy.taboo"])),
      ("repeats an answer", .repeatsAnswer),
      ("uses an answer", .usesAnswer),
      ("is longer than 600 characters", .longer(600)),
      ("is shorter than 30 characters", .shorter(30)),
      ("comes within 60 seconds", .within(60)),
      ("comes within 2 minutes", .within(120)),
      ("remembers Time", .remembers("time")),
      ("comes back once", .comesBack(1)),
      ("comes back 3 times", .comesBack(3)),
      ("writes a note", .did(.note)),
      ("asks for access", .did(.askForAccess)),
      ("answers the others", .did(.answerOthers)),
      ("judge \"Was it kind?\"", .judge("Was it kind?")),
      ("offers something else", .list("offers something else")),
    ])
  func tests(_ text: String, _ expected: Condition) { #expect(ConditionParser.parse(text) == expected) }

  @Test("and binds closer than or, not closest of all")
  func joined() {
    #expect(
      ConditionParser.parse("asks and not apologises or says \"x\" and resolves")
        == .any([.all([.asks, .not(.list("apologises"))]), .all([.says(["x"]), .did(.resolve)])]))
    #expect(
      ConditionParser.parse("refuses and is warned of register.* or asks")
        == .any([.all([.list("refuses"), .warned(["register.*"])]), .asks]))
  }

  @Test(
    "what is no condition is none",
    arguments: ["", "and", "says", "says \"open", "not", "asks or", "comes within soon"])
  func none(_ text: String) {
    let condition = ConditionParser.parse(text)
    // Words alone may be the name of a list; whether there is one is for the checker.
    if case .list? = condition { return }
    #expect(condition == nil)
  }

  @Test(
    "actions are read in any order that makes sense",
    arguments: [
      ("go to Left.", "Left", [String](), [String]()),
      ("say \"Why?\" and go to The end.", "The end", ["Why?"], []),
      ("say \"Hello??\"", nil, ["Hello??"], []),
      ("say \"So?\" and stay and remember asked.", nil, ["So?"], ["asked"]),
      ("go to Softened and remember offer.", "Softened", [], ["offer"]),
      ("stay.", nil, [], []),
    ] as [(String, String?, [String], [String])])
  func actions(_ text: String, _ target: String?, _ says: [String], _ remembers: [String]) throws {
    let action = try #require(ActionParser.parse(text))
    #expect(action.target == target && action.says == says && action.remembers == remembers)
  }

  @Test(
    "what is no action is none", arguments: ["", "dance", "go to", "say hello", "stay tuned", "remember"])
  func noAction(_ text: String) { #expect(ActionParser.parse(text) == nil) }
}
