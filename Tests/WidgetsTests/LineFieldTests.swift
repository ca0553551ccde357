import Testing
import TextLayout
import Widgets

@Suite("LineField")
struct LineFieldTests {
  @Test("line ends become blanks, and several lines are never made")
  func oneLine() {
    var field = LineField("a\nb")
    #expect(field.text == "a b")
    field.apply(.newline)
    field.apply(.insert("\n"))
    field.apply(.paste("c\r\nd"))
    #expect(field.text == "a b c d")
  }

  @Test("it tells whether the text has changed")
  func changes() {
    var field = LineField("ab")
    let commands: [(EditCommand, Bool)] = [
      (.moveLeft, false), (.deleteBackward, true), (.deleteBackward, false), (.killToLineEnd, true),
      (.moveUp, false),
    ]
    for (command, changes) in commands {
      let isChanged = field.apply(command)
      #expect(isChanged == changes, "\(command)")
    }
    #expect(field.isEmpty)
  }

  @Test("what does not fit is left out")
  func limit() {
    var field = LineField(String(repeating: "x", count: LineField.byteLimit))
    let isChanged = field.apply(.insert("y"))
    #expect(!isChanged)
    #expect(field.text.utf8.count == LineField.byteLimit)
    #expect(LineField(String(repeating: "x", count: 100_000)).text.utf8.count <= LineField.byteLimit)
  }

  @Test(
    "the cursor is always in sight",
    arguments: [("abc", 10, "abc", 3), ("abcdefgh", 5, "efgh", 4), ("荷物荷物", 5, "荷物", 4), ("", 5, "", 0)])
  func shown(text: String, columns: Int, seen: String, cursor: Int) {
    let shown = LineField(text).shown(columns: columns)
    #expect(shown.text.string == seen)
    #expect(shown.cursor == cursor)
  }

  @Test("a cursor at the start shows the start")
  func start() {
    var field = LineField("abcdefgh")
    field.apply(.moveToRowStart)
    #expect(field.shown(columns: 5).text.string == "abcd…")
    #expect(field.shown(columns: 5).cursor == 0)
  }
}
