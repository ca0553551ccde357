import ScreenKit
import Testing
import TextLayout

@testable import Widgets

@Suite("Compose field: rows and window")
struct ComposeLayoutTests {
  @Test("rows leave a column for the cursor and cover the text")
  func wraps() {
    let field = ComposeField("one two three four\n\nfive", columns: 10, height: 9)
    let rows = field.rows(0..<field.rowCount)
    #expect(rows.map(\.text.string) == ["one two", "three", "four", "", "five"])
    #expect(rows.map(\.range) == [0..<8, 8..<14, 14..<18, 19..<19, 20..<24])
    #expect(rows.map(\.endsParagraph) == [false, false, true, true, true])
    #expect(rows.allSatisfy { $0.text.columns <= 9 })
  }

  static let cursors: [(String, Int, Int)] = [
    ("|", 0, 0), ("ab|", 0, 2), ("漢|字", 0, 2), ("e\u{301}|x", 0, 1), ("👨‍👩‍👧‍👦|", 0, 2), ("ab\n|", 1, 0),
    ("\tx|", 0, 9), ("123456789|", 0, 9), ("123456789|0", 1, 0), ("one two |three", 1, 0),
    ("one two| three", 0, 7), ("12345678   |", 0, 9), ("a\u{202E}|b", 0, 6), ("\u{200B}|b", 0, 6),
  ]

  @Test("the cursor stands where the text before it ends, and never outside", arguments: cursors)
  func placesCursor(marked: String, row: Int, column: Int) {
    let field = ComposeField(marked: marked, columns: 10)
    #expect(field.cursorPosition == ScreenPosition(row: row, column: column))
  }

  @Test("at the end of a row that is broken inside a word the cursor stays on that row")
  func staysAtRowEnd() {
    var field = ComposeField(marked: "123|4567890", columns: 6)
    field.apply(.moveToRowEnd)
    #expect(field.cursor == 5)
    #expect(field.cursorPosition == ScreenPosition(row: 0, column: 5))
    field.apply(.moveRight)
    #expect(field.cursorPosition == ScreenPosition(row: 1, column: 1))
    field.apply(.moveLeft)
    #expect(field.cursorPosition == ScreenPosition(row: 1, column: 0))
  }

  @Test("what is invisible is shown, and the text stays as it is")
  func showsInvisible() {
    let field = ComposeField("a\u{202E}b\u{200B}", columns: 40, height: 1)
    #expect(field.rows(0..<1).map(\.text.string) == ["a‹RLO›b‹ZWSP›"])
    #expect(field.text.unicodeScalars.map(\.value) == [0x61, 0x202E, 0x62, 0x200B])
    #expect(field.spans(of: 1..<4) == [ComposeSpan(row: 0, columns: 1..<6)])
  }

  @Test("the window follows the cursor by as little as it takes, and grows back")
  func scrolls() {
    var field = ComposeField("1\n2\n3\n4\n5\n6", columns: 10, height: 3)
    #expect(field.visibleRows == 3..<6)
    field.apply(.moveUp)
    field.apply(.moveUp)
    #expect(field.visibleRows == 3..<6)
    field.apply(.moveUp)
    #expect(field.visibleRows == 2..<5)
    field.apply(.moveToStart)
    #expect(field.visibleRows == 0..<3)
    field.apply(.moveToEnd)
    field.resize(columns: 10, height: 5)
    #expect(field.visibleRows == 1..<6)
    field.resize(columns: 10, height: 99)
    #expect(field.visibleRows == 0..<6)
    field.apply(.clear)
    #expect(field.visibleRows == 0..<1)
    field.resize(columns: 10, height: 0)
    #expect(field.visibleRows.isEmpty)
  }

  @Test("another width keeps the cursor at its character")
  func keepsCharacter() {
    var field = ComposeField(marked: "one two three |four", columns: 80)
    field.resize(columns: 6, height: 2)
    #expect(field.marked == "one two three |four")
    #expect(field.visibleRows.contains(field.cursorPosition.row))
  }

  @Test("a span is split where rows are")
  func spansRows() {
    let field = ComposeField("one two three", columns: 10, height: 3)
    #expect(
      field.spans(of: 4..<13) == [
        ComposeSpan(row: 0, columns: 4..<7), ComposeSpan(row: 1, columns: 0..<5),
      ])
    #expect(field.spans(of: 5..<5).isEmpty)
    #expect(field.spans(of: 50..<90).isEmpty)
  }

  @Test("no width and no height are survived", arguments: [-5, 0, 1, 2, 3])
  func survivesNarrow(columns: Int) {
    var field = ComposeField("漢字 👨‍👩‍👧‍👦 abc", columns: columns, height: columns)
    for command in ComposeFieldPropertyTests.fixed { field.apply(command) }
    #expect(field.firstInvariantViolation() == nil)
  }
}
