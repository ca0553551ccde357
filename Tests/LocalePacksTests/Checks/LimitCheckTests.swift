import DeskModel
import Testing

@testable import LocalePacks

@Suite("The check of limits")
struct LimitCheckTests {
  private func pack(_ kind: String, _ max: Int, _ more: String = PackFixtures.sourced, text: String = "")
    -> LocalePack
  {
    PackFixtures.pack("\(text) limits: [{id: \"l\", kind: \"\(kind)\", max: \(max), \(more)}]")
  }

  @Test(
    "is silent at the limit, and points at what goes over it",
    arguments: [
      ("exclamations", 1, "Thanks! We ship today.", []),
      ("exclamations", 1, "Thanks! We ship! Today!", ["courtesy.exclamation: !"]),
      ("exclamations", 1, "Thanks!!! We ship.", []),
      ("exclamations", 0, "谢谢！", ["courtesy.exclamation: ！"]),
      ("exclamations", 0, "«Danke!» steht dort, das ist gut.", []),
      ("marksInRow", 1, "Really? Yes!", []),
      ("marksInRow", 1, "Really?? Yes!!!", ["courtesy.marks: ??", "courtesy.marks: !!!"]),
      ("marksInRow", 2, "Really?! Yes?!!", ["courtesy.marks: ?!!"]),
      ("marksInRow", 1, "See `a!!b` here", []),
      ("marksInRow", 1, "真的？！", ["courtesy.marks: ？！"]),
      ("emoji", 1, "Done 🙂", []),
      ("emoji", 1, "Done 🙂 🎉", ["courtesy.emoji: 🎉"]),
      ("emoji", 0, "Done ❤️", ["courtesy.emoji: ❤️"]),
      ("emoji", 0, "Done 👩‍💻", ["courtesy.emoji: 👩‍💻"]),
      ("emoji", 0, "Order #1 ©", []),
      ("emoji", 0, "`🙂` is in the code", []),
      ("capitals", 1, "This is VERY late", []),
      ("capitals", 1, "This is VERY LATE now", ["courtesy.capitals: VERY LATE"]),
      ("capitals", 1, "VERY late, LATE too", []),
      ("capitals", 0, "PDF and USB", []),
      ("capitals", 0, "WARTEN", ["courtesy.capitals: WARTEN"]),
      ("capitals", 0, "A1B2C3 is the code", []),
      ("words", 3, "One two three.", []),
      ("words", 3, "One two three four. Five.", ["clarity.long: One two three four"]),
      ("commas", 1, "One, two.", []),
      ("commas", 1, "One, two; three.", ["clarity.tangled: One, two; three"]),
      ("commas", 1, "One, two.\nThree, four.", []),
      ("commas", 0, "أهلا، بك", ["clarity.tangled: أهلا، بك"]),
      ("characters", 4, "ab cd.", []),
      ("characters", 4, "ab cde.", ["clarity.long: ab cde"]),
    ])
  func limits(_ kind: String, _ max: Int, _ text: String, _ expected: [String]) {
    #expect(CheckFixtures.told(LimitCheck(), text, pack(kind, max)) == expected)
  }

  @Test(
    "falls silent about emoji once the customer has used one",
    arguments: [(["Hi 😀"], 0), (["Hi", "Bye ❤️"], 0), (["Hi :)"], 1), ([], 1), (["No 1"], 1)])
  func mirrored(_ customer: [String], _ count: Int) {
    let draft = PackDraft(text: "Done 🙂", customer: customer)
    #expect(CheckFixtures.findings(LimitCheck(), draft, pack("emoji", 0)).count == count)
  }

  @Test("counts whole runs of marks and capitals, and offers one mark for many")
  func counts() {
    let marks = CheckFixtures.findings(LimitCheck(), PackDraft(text: "Yes!!!"), pack("marksInRow", 1))
    #expect(marks.map(\.arguments) == [["3", "1"]])
    #expect(marks.map(\.replacement) == ["!"])
    let capitals = CheckFixtures.findings(
      LimitCheck(), PackDraft(text: "VERY VERY LATE"), pack("capitals", 1))
    #expect(capitals.map(\.arguments) == [["3", "1"]])
    #expect(capitals.map(\.replacement) == [nil])
    let words = CheckFixtures.findings(LimitCheck(), PackDraft(text: "a b c d"), pack("words", 2))
    #expect(words.map(\.arguments) == [["4", "2"]])
  }

  @Test(
    "hints unless the limit says more, and only hints where nobody has confirmed it",
    arguments: [
      (PackFixtures.sourced, Severity.hint), ("severity: \"warn\", " + PackFixtures.sourced, .warn),
      ("severity: \"error\", " + CheckFixtures.unsourced, .hint),
    ])
  func severity(_ fields: String, _ severity: Severity) {
    let found = CheckFixtures.findings(
      LimitCheck(), PackDraft(text: "One two"), pack("words", 1, "why: \"w\", " + fields))
    #expect(found.map(\.severity) == [severity])
    #expect(found.map { $0.why?.text(in: "en") } == ["w"])
    #expect(found.map(\.records) == [["limits/l"]])
  }

  @Test("has a sentence for each limit", arguments: LimitRule.Kind.allCases)
  func keys(_ kind: LimitRule.Kind) {
    let text = "Ja!!! Nein! WARTEN, gut 🙂🙂 a, b, c, d"
    let found = CheckFixtures.findings(LimitCheck(), PackDraft(text: text), pack(kind.rawValue, 0))
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { PackFinding.messageKeys.contains($0.messageKey) })
  }

  @Test("counts no words of one sentence against another, and takes a line for one")
  func sentences() {
    let text = "One two.\nThree four\nFive six."
    #expect(CheckFixtures.told(LimitCheck(), text, pack("words", 2)) == [])
  }

  @Test("counts an emoji of several parts in a language that strips joiners as one")
  func joiners() {
    let hindi = pack("emoji", 1, text: "text: {strip: \"\\u200D\\u200C\"},")
    #expect(CheckFixtures.told(LimitCheck(), "ठीक 👨‍👩‍👧", hindi) == [])
    #expect(CheckFixtures.told(LimitCheck(), "ठीक 👨‍👩‍👧 🙂", hindi) == ["courtesy.emoji: 🙂"])
  }

  @Test("counts the words of thousands of sentences", arguments: ["words", "commas", "characters"])
  func manySentences(_ kind: String) {
    let text = String(repeating: "a\n", count: 32_768)
    #expect(CheckFixtures.told(LimitCheck(), text, pack(kind, 2)) == [])
  }
}
