import Testing
import Widgets

@Suite("ComposeField: pointing")
struct ComposeFieldPointingTests {
  @Test("a cell puts the cursor before the grapheme that covers it; beyond a row it is the row's end")
  func cells() {
    var field = ComposeField("one two three\nfour", columns: 9, height: 3)
    #expect(field.visibleRows == 0..<3)
    for (row, column, cursor) in [
      (0, 0, 0), (0, 4, 4), (0, 99, 7), (1, 0, 8), (2, 2, 16), (9, 0, 18), (-1, -1, 0),
    ] {
      field.moveCursor(toShownRow: row, column: column)
      #expect(field.cursor == cursor, "row \(row) column \(column)")
      #expect(field.firstInvariantViolation() == nil)
    }
  }

  @Test("rows count from the first one in sight")
  func scrolled() {
    var field = ComposeField("a\nb\nc\nd", columns: 20, height: 2)
    #expect(field.visibleRows == 2..<4)
    field.moveCursor(toShownRow: 0, column: 0)
    #expect(field.cursor == 4)
  }

  @Test("what is typed after a click is undone apart from what was typed before")
  func undo() {
    var field = ComposeField("", columns: 20, height: 2)
    field.apply(.insert("abc"))
    field.moveCursor(toShownRow: 0, column: 1)
    field.apply(.insert("X"))
    field.apply(.undo)
    #expect(field.text == "abc")
  }
}
