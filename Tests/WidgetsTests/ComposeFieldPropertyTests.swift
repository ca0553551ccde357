import ScreenKit
import SeededRandom
import Testing

@testable import Widgets

@Suite("Compose field: any sequence of commands")
struct ComposeFieldPropertyTests {
  static let pieces = [
    "a", "Z", " ", "  ", ".", "слово", "ґ", "漢字", "かな", "ไทย", "กำ", "สวัสดี", "سلام", "שלום", "नमस्ते", "한국",
    "e\u{301}", "\u{301}", "\u{200D}", "👨‍👩‍👧‍👦", "👍🏽", "🇺🇦", "🇮", "❤️", "1️⃣", "\t", "\n", "\r\n", "\u{202E}",
    "\u{200B}", "\u{E0041}", "\u{1100}", "\u{1161}", "supercalifragilistic", "https://example.com/a?b=c",
  ]
  static let fixed: [EditCommand] = [
    .newline, .deleteBackward, .deleteForward, .deleteWordBackward, .deleteWordForward, .killToLineEnd,
    .killToLineStart, .yank, .moveLeft, .moveRight, .moveWordLeft, .moveWordRight, .moveUp, .moveDown,
    .moveToRowStart, .moveToRowEnd, .moveToStart, .moveToEnd, .undo, .redo, .breakUndoGroup,
  ]

  private func command(_ random: inout SeededGenerator, byteCount: Int) -> EditCommand {
    let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
    switch Int.random(in: 0..<100, using: &random) {
    case ..<45: return .insert(piece)
    case ..<52: return .paste(piece + "\r\n" + piece)
    case ..<56:
      let start = Int.random(in: 0...byteCount, using: &random)
      return .replace(start..<start + Int.random(in: 0...8, using: &random), with: piece)
    case ..<57: return .clear
    default: return Self.fixed[Int.random(in: 0..<Self.fixed.count, using: &random)]
    }
  }

  private func text(_ random: inout SeededGenerator) -> String {
    (0..<60).map { _ in Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)] }.joined()
  }

  @Test("holds the invariants, and undo and redo go all the way", arguments: UInt64(1)...24)
  func holdsInvariants(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let start = "початок початок 漢字 👩‍🚀\nend"
    var field = ComposeField(start, columns: 3 + Int(seed) % 20, height: Int(seed) % 5)
    for step in 0..<150 {
      if step % 40 == 39 {
        field.resize(
          columns: Int.random(in: 0...24, using: &random), height: Int.random(in: 0...6, using: &random))
      }
      let next = command(&random, byteCount: field.byteCount)
      field.apply(next)
      if let violation = field.firstInvariantViolation() {
        Issue.record("step \(step), \(next): \(violation)")
        return
      }
    }
    while field.apply(.redo).isEdited {}
    let end = Array(field.text.utf8)
    while field.apply(.undo).isEdited {}
    #expect(Array(field.text.utf8) == Array(start.utf8))
    while field.apply(.redo).isEdited {}
    #expect(Array(field.text.utf8) == end)
    #expect(field.firstInvariantViolation() == nil)
  }

  @Test("walking right from the start visits every grapheme and ends at the end", arguments: UInt64(1)...10)
  func walks(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = self.text(&random)
    var field = ComposeField(text, columns: 12, height: 4)
    field.apply(.moveToStart)
    var steps = 0
    while field.apply(.moveRight).isMoved { steps += 1 }
    #expect(steps == field.text.count)
    #expect(field.cursor == field.byteCount)
    while field.apply(.moveLeft).isMoved { steps -= 1 }
    #expect(steps == 0)
  }

  @Test("walking down visits every row that has a place for the cursor, once", arguments: UInt64(1)...10)
  func walksDown(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = self.text(&random)
    var field = ComposeField(text, columns: 9, height: 4)
    field.apply(.moveToStart)
    var rows = [field.cursorPosition.row]
    while field.apply(.moveDown).isMoved { rows.append(field.cursorPosition.row) }
    #expect(zip(rows, rows.dropFirst()).allSatisfy(<))
    field.apply(.moveToStart)
    var expected: Set = [field.cursorPosition.row]
    while field.apply(.moveRight).isMoved { expected.insert(field.cursorPosition.row) }
    #expect(expected.isSubset(of: rows))
    #expect(rows.last == field.rowCount - 1)
  }
}
