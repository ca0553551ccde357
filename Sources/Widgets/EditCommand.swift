/// What a person can do in a `ComposeField`.
package enum EditCommand: Sendable, Hashable {
  /// Text from the keyboard. Undone word by word.
  case insert(String)
  /// Text from the clipboard, or a template. It never sends anything and is undone at once.
  case paste(String)
  /// Replaces a part of the text (UTF-8 byte offsets, widened to whole graphemes and clamped), as when a
  /// finding's suggestion is taken.
  case replace(Range<Int>, with: String)
  /// Starts a new paragraph.
  case newline
  case deleteBackward, deleteForward
  /// These four put what they delete into the kill buffer; several in a row add up.
  case deleteWordBackward, deleteWordForward
  /// Up to the end of the paragraph, or its line feed when the cursor stands there.
  case killToLineEnd
  /// Down to the start of the paragraph.
  case killToLineStart
  /// Inserts the kill buffer.
  case yank
  case moveLeft, moveRight, moveWordLeft, moveWordRight
  /// By rows as displayed, not by paragraphs.
  case moveUp, moveDown, moveToRowStart, moveToRowEnd
  case moveToStart, moveToEnd
  case undo, redo
  /// Deletes everything, as one step that can be undone.
  case clear
  /// Ends a group of typing: the person has paused.
  case breakUndoGroup
}

/// What a command did.
package struct EditOutcome: Sendable, Hashable {
  /// Whether the text is another one now.
  package var isEdited: Bool
  /// Whether the cursor stands elsewhere now.
  ///
  /// False after `moveUp` on the first row: the console may then
  /// do something else with the key.
  package var isMoved: Bool
  /// UTF-8 bytes that found no room under `ComposeField.byteLimit` and were left out.
  package var droppedBytes: Int
  /// The first row of the text, from 0, that the edit may have changed; those above it are as before.
  package var firstRow: Int

  /// Makes an outcome.
  package init(isEdited: Bool = false, isMoved: Bool = false, droppedBytes: Int = 0, firstRow: Int = 0) {
    self.isEdited = isEdited
    self.isMoved = isMoved
    self.droppedBytes = droppedBytes
    self.firstRow = firstRow
  }
}
