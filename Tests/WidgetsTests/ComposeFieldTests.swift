import Testing

@testable import Widgets

@Suite("Compose field")
struct ComposeFieldTests {
  static let typing: [EditCase] = [
    EditCase("hel|o", .insert("l"), after: "hell|o"),
    EditCase("|", .insert("привіт"), after: "привіт|"),
    EditCase("e|", .insert("\u{301}"), after: "e\u{301}|"),
    // A joiner pulls the next emoji into the cluster, and the cursor steps behind it.
    EditCase("👩|👧", .insert("\u{200D}"), after: "👩\u{200D}👧|"),
    EditCase("a|b", .newline, after: "a\n|b"),
    EditCase("a|b", .insert("x\ty"), after: "ax\ty|b"),
    EditCase("a|b", .insert("\u{1B}[31m\u{7}"), after: "a[31m|b"),
    EditCase("a|b", .paste("1\r\n2\r3\u{85}4\u{2028}5"), after: "a1\n2\n3\n4\n5|b"),
    EditCase("a|b", .paste("\u{0}\u{9B}\u{7F}x"), after: "ax|b"),
    EditCase("a|b", .paste("שלום\u{202E}"), after: "aשלום\u{202E}|b"),
    EditCase("a|b", .clear, after: "|"),
  ]

  static let deleting: [EditCase] = [
    EditCase("hel|lo", .deleteBackward, after: "he|lo"),
    EditCase("hel|lo", .deleteForward, after: "hel|o"),
    EditCase("|a", .deleteBackward, after: "|a"),
    EditCase("a|", .deleteForward, after: "a|"),
    EditCase("a\n|b", .deleteBackward, after: "a|b"),
    EditCase("a|\nb", .deleteForward, after: "a|b"),
    EditCase("a👨‍👩‍👧‍👦|b", .deleteBackward, after: "a|b"),
    EditCase("a|👍🏽b", .deleteForward, after: "a|b"),
    EditCase("🇺🇦🇮🇩|", .deleteBackward, after: "🇺🇦|"),
    EditCase("กำ|", .deleteBackward, after: "|"),
    EditCase("cafe\u{301}|", .deleteBackward, after: "caf|"),
    EditCase("سلام|", .deleteBackward, after: "سلا|"),
    EditCase("漢字|", .deleteBackward, after: "漢|"),
    EditCase("one two|", .deleteWordBackward, after: "one |"),
    EditCase("one, |two", .deleteWordBackward, after: "|two"),
    EditCase("|one two", .deleteWordForward, after: "| two"),
    EditCase("a\n|b", .deleteWordBackward, after: "a|b"),
    EditCase("漢字|", .deleteWordBackward, after: "漢|"),
  ]

  static let moving: [EditCase] = [
    EditCase("a|b", .moveLeft, after: "|ab"),
    EditCase("|ab", .moveLeft, after: "|ab"),
    EditCase("ab|", .moveRight, after: "ab|"),
    EditCase("a|\nb", .moveRight, after: "a\n|b"),
    EditCase("|👨‍👩‍👧‍👦b", .moveRight, after: "👨‍👩‍👧‍👦|b"),
    EditCase("🇺🇦🇮🇩|", .moveLeft, after: "🇺🇦|🇮🇩"),
    EditCase("|नमस्ते", .moveRight, after: "न|मस्ते"),
    EditCase("|one, two", .moveWordRight, after: "one|, two"),
    EditCase("one|, two", .moveWordRight, after: "one, two|"),
    EditCase("one, two|", .moveWordLeft, after: "one, |two"),
    EditCase("об'єкт готовий|", .moveWordLeft, .moveWordLeft, after: "|об'єкт готовий"),
    EditCase("'quoted' x|", .moveWordLeft, .moveWordLeft, after: "'|quoted' x"),
    EditCase("|ไทย", .moveWordRight, after: "ไ|ทย"),
    EditCase("|漢字 kanji", .moveWordRight, .moveWordRight, .moveWordRight, after: "漢字 kanji|"),
    EditCase("한국어 텍스트|", .moveWordLeft, after: "한국어 |텍스트"),
    EditCase("سلام عليكم|", .moveWordLeft, after: "سلام |عليكم"),
    EditCase("a\n|b", .moveWordLeft, after: "a|\nb"),
    EditCase("a|\nb", .moveWordRight, after: "a\n|b"),
    EditCase("a\nb|c\nd", .moveToStart, after: "|a\nbc\nd"),
    EditCase("a\nb|c\nd", .moveToEnd, after: "a\nbc\nd|"),
    EditCase("a\nb|c\nd", .moveToRowStart, after: "a\n|bc\nd"),
    EditCase("a\nb|c\nd", .moveToRowEnd, after: "a\nbc|\nd"),
  ]

  static let killing: [EditCase] = [
    EditCase("one |two\nx", .killToLineEnd, after: "one |\nx"),
    EditCase("one |\nx", .killToLineEnd, after: "one |x"),
    EditCase("one |two\nx", .killToLineStart, after: "|two\nx"),
    EditCase("|x", .killToLineStart, after: "|x"),
    EditCase("one |two\nx", .killToLineEnd, .killToLineEnd, .moveToStart, .yank, after: "two\n|one x"),
    EditCase("a b c|", .deleteWordBackward, .deleteWordBackward, .yank, after: "a b c|"),
    EditCase("a b c|", .deleteWordBackward, .moveLeft, .deleteWordBackward, .yank, after: "a b| "),
    EditCase("|a b", .deleteWordForward, .deleteWordForward, .yank, .yank, after: "a ba b|"),
    EditCase("a|", .yank, after: "a|"),
  ]

  static let replacing: [EditCase] = [
    EditCase("one two |three", .replace(4..<7, with: "2"), after: "one 2 |three"),
    EditCase("o|ne two", .replace(4..<7, with: "2"), after: "o|ne 2"),
    EditCase("one t|wo", .replace(4..<7, with: "2"), after: "one 2|"),
    EditCase("é|", .replace(1..<1, with: "x"), after: "x|"),
    EditCase("ab|", .replace(1..<99, with: "c\r\n"), after: "ac\n|"),
  ]

  static let rows: [EditCase] = [
    // Fourteen columns for the text, the fifteenth for the cursor.
    EditCase("one two |three four", .moveToRowEnd, after: "one two three| four", columns: 15),
    EditCase("one two three four|", .moveUp, after: "one |two three four", columns: 15),
    EditCase("on|e two three four", .moveDown, after: "one two three fo|ur", columns: 15),
    EditCase("abc|def\nx\nabcdef", .moveDown, .moveDown, after: "abcdef\nx\nabc|def"),
    EditCase("abc|def\nx\nabcdef", .moveDown, .moveLeft, .moveDown, after: "abcdef\nx\n|abcdef"),
    EditCase("漢字漢字\nab|c", .moveUp, after: "漢|字漢字\nabc"),
    EditCase("漢字漢字\nabc|d", .moveUp, after: "漢|字漢字\nabcd"),
    EditCase("a|", .moveUp, after: "a|"),
    EditCase("a|", .moveDown, after: "a|"),
    EditCase("\ta|\n12345678", .moveDown, after: "\ta\n12345678|"),
  ]

  @Test("typing and pasting keep whole graphemes and drop controls", arguments: typing)
  func types(_ edit: EditCase) { #expect(edit.result == Array(edit.after.utf8)) }

  @Test("deleting goes by grapheme and by word in every script", arguments: deleting)
  func deletes(_ edit: EditCase) { #expect(edit.result == Array(edit.after.utf8)) }

  @Test("moving goes by grapheme, word and paragraph", arguments: moving)
  func moves(_ edit: EditCase) { #expect(edit.result == Array(edit.after.utf8)) }

  @Test("kills in a row add up and are yanked whole", arguments: killing)
  func kills(_ edit: EditCase) { #expect(edit.result == Array(edit.after.utf8)) }

  @Test("a replacement leaves the cursor at its character", arguments: replacing)
  func replaces(_ edit: EditCase) { #expect(edit.result == Array(edit.after.utf8)) }

  @Test("up and down go by rows as displayed and keep the column", arguments: rows)
  func movesByRows(_ edit: EditCase) { #expect(edit.result == Array(edit.after.utf8)) }

  @Test("a paste that is too long is cut at a grapheme, says how much, and can be undone")
  func cutsLongPaste() {
    var field = ComposeField("ab", columns: 40, height: 3)
    let family = "👨‍👩‍👧‍👦"
    let pasted = String(repeating: family, count: 3_000)
    let outcome = field.apply(.paste(pasted))
    #expect(outcome.isEdited)
    #expect(outcome.droppedBytes == pasted.utf8.count - (field.byteCount - 2))
    #expect(field.byteCount > ComposeField.byteLimit - family.utf8.count)
    #expect(field.byteCount <= ComposeField.byteLimit)
    #expect(field.text.hasSuffix(family))
    field.apply(.undo)
    #expect(field.text == "ab")
  }

  @Test("a full field takes nothing more and says so")
  func refusesWhenFull() {
    var field = ComposeField(String(repeating: "x", count: ComposeField.byteLimit))
    #expect(field.apply(.insert("é")) == EditOutcome(droppedBytes: 2))
    #expect(field.apply(.newline) == EditOutcome(droppedBytes: 1))
    #expect(!field.canUndo)
  }

  @Test("the outcome tells a move at the edge from one that went somewhere")
  func reportsMoves() {
    var field = ComposeField(marked: "a|b")
    #expect(!field.apply(.moveUp).isMoved)
    #expect(field.apply(.moveLeft).isMoved)
    #expect(!field.apply(.moveLeft).isMoved)
    #expect(!field.apply(.deleteBackward).isEdited)
  }

  @Test("a cursor that is put inside a grapheme goes to its start")
  func snapsCursor() {
    var field = ComposeField("a👨‍👩‍👧‍👦b")
    field.moveCursor(to: 6)
    #expect(field.cursor == 1)
    field.moveCursor(to: 10_000)
    #expect(field.cursor == field.byteCount)
    field.moveCursor(to: -5)
    #expect(field.cursor == 0)
  }
}
