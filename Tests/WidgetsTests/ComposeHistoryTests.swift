import Testing

@testable import Widgets

@Suite("Compose field: undo")
struct ComposeHistoryTests {
  private func type(_ text: String, into field: inout ComposeField) {
    for character in text { field.apply(character == "\n" ? .newline : .insert(String(character))) }
  }

  @Test("typing is undone word by word")
  func undoesByWord() {
    var field = ComposeField()
    type("halo kak dewi", into: &field)
    var seen: [String] = []
    while field.canUndo {
      field.apply(.undo)
      seen.append(field.marked)
    }
    #expect(seen == ["halo kak |", "halo |", "|"])
  }

  @Test("a move, a new line, a pause and a paste each begin another step")
  func groupsEnd() {
    var field = ComposeField()
    type("ab", into: &field)
    field.apply(.breakUndoGroup)
    type("cd\nef", into: &field)
    field.apply(.moveLeft)
    type("x", into: &field)
    field.apply(.paste("P"))
    type("y", into: &field)
    var seen: [String] = []
    while field.canUndo {
      field.apply(.undo)
      seen.append(field.text)
    }
    #expect(seen == ["abcd\nexPf", "abcd\nexf", "abcd\nef", "abcd\n", "abcd", "ab", ""])
  }

  @Test("erasing is undone at once, with the cursor where it was")
  func groupsErasing() {
    var field = ComposeField(marked: "abc|def")
    for _ in 0..<3 { field.apply(.deleteBackward) }
    for _ in 0..<2 { field.apply(.deleteForward) }
    #expect(field.marked == "|f")
    field.apply(.undo)
    #expect(field.marked == "|def")
    field.apply(.undo)
    #expect(field.marked == "abc|def")
  }

  @Test("redo does again what was undone, until something else is typed")
  func redoes() {
    var field = ComposeField()
    type("one two", into: &field)
    field.apply(.undo)
    field.apply(.undo)
    field.apply(.redo)
    #expect(field.marked == "one |")
    type("x", into: &field)
    #expect(!field.canRedo)
    #expect(!field.apply(.redo).isEdited)
    field.apply(.undo)
    #expect(field.text == "one ")
  }

  @Test("clearing everything can be taken back")
  func undoesClear() {
    var field = ComposeField(marked: "все|, що є")
    field.apply(.clear)
    #expect(field.isEmpty)
    field.apply(.undo)
    #expect(field.marked == "все|, що є")
  }

  @Test("the oldest steps are forgotten when the memory is full, the newest stay")
  func forgets() {
    var field = ComposeField()
    let long = String(repeating: "x", count: ComposeField.byteLimit)
    for _ in 0..<20 {
      field.apply(.paste(long))
      field.apply(.clear)
    }
    field.apply(.undo)
    #expect(field.text == long)
    var steps = 1
    while field.apply(.undo).isEdited { steps += 1 }
    #expect(steps < 40)
    #expect(field.firstInvariantViolation() == nil)
  }
}
