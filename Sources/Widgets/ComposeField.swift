/// The editor under a conversation: several paragraphs, wrapped, with undo and a kill buffer.
///
/// A value without a screen. The cursor is a UTF-8 byte offset and always stands between two graphemes.
/// Rows are wrapped one column short of the width, so that the cursor has a place behind a full row.
/// Text that comes in has its line ends normalised to LF and loses all other control characters but TAB;
/// characters that are invisible without being controls stay, are shown by `SafeText`, and are reported
/// by the last look. The text is at most `byteLimit` long: what does not fit is left out from the end of
/// the insertion, and `EditOutcome` says how much. A paste that is cut can be seen, told and undone;
/// one that is refused would leave the agent with nothing.
package struct ComposeField: Sendable, Hashable {
  /// The most UTF-8 bytes that a text may have.
  package static let byteLimit = 64 * 1024

  /// UTF-8 byte offset of the cursor, on a grapheme boundary, `0...byteCount`.
  package private(set) var cursor: Int
  /// What was killed last.
  package private(set) var killBuffer = ""

  var content: ComposeText
  /// Whether the cursor, standing where a row is wrapped, belongs to the end of the upper row.
  var isAtRowEnd = false
  var preferredColumn: Int?
  /// The first row shown.
  var top = 0
  /// How many rows are shown.
  var height: Int
  private var history = ComposeHistory()
  private var lastWasKill = false

  /// Makes a field with the cursor at the end of the text; `text` is cleaned like a paste.
  ///
  /// - Parameters:
  ///   - text: The text to begin with; there is nothing to undo.
  ///   - columns: The width in columns; at least 2 are assumed.
  ///   - height: The rows that can be shown, 0 or more.
  package init(_ text: String = "", columns: Int = 80, height: Int = 1) {
    let clean = Self.clean(text).prefix(bytes: Self.byteLimit)
    content = ComposeText(clean, columns: max(1, columns - 1))
    cursor = content.byteCount
    self.height = max(0, height)
    keepCursorInSight()
  }

  /// The whole text.
  ///
  /// - Complexity: O(bytes).
  package var text: String { content.string }
  /// The length in UTF-8 bytes.
  package var byteCount: Int { content.byteCount }
  /// Whether there is no text at all, not even a space.
  package var isEmpty: Bool { content.byteCount == 0 }
  /// Whether there is anything to undo.
  package var canUndo: Bool { !history.undoSteps.isEmpty }
  /// Whether there is anything to do again.
  package var canRedo: Bool { !history.redoSteps.isEmpty }

  /// Takes another width and height; the cursor stays at its character and in sight.
  ///
  /// - Complexity: O(bytes) when the width differs.
  package mutating func resize(columns: Int, height: Int) {
    if content.columns == max(1, columns - 1), self.height == max(0, height) { return }
    content.setColumns(max(1, columns - 1))
    self.height = max(0, height)
    keepCursorInSight()
  }

  /// Puts the cursor at a UTF-8 byte offset, clamped, and moved left to a grapheme boundary.
  package mutating func moveCursor(to offset: Int) {
    history.closeGroup()
    leaveCommand()
    cursor = content.boundary(atOrBefore: max(0, min(offset, byteCount)))
    keepCursorInSight()
  }

  /// Carries out a command.
  ///
  /// - Complexity: O(touched paragraph + paragraphs).
  @discardableResult
  package mutating func apply(_ command: EditCommand) -> EditOutcome {
    if command == .breakUndoGroup {
      history.closeGroup()
      return EditOutcome()
    }
    let oldPlace = (cursor, isAtRowEnd)
    var outcome = EditOutcome()
    if let motion = ComposeMotion(command) {
      history.closeGroup()
      if !motion.isVertical { leaveCommand() }
      lastWasKill = false
      move(motion)
    } else {
      let killed = lastWasKill
      leaveCommand()
      outcome = edit(command, appendingKill: killed)
    }
    outcome.isMoved = oldPlace != (cursor, isAtRowEnd)
    keepCursorInSight()
    return outcome
  }

  /// Puts the cursor where a motion ended.
  mutating func setCursor(_ offset: Int, atRowEnd: Bool = false) {
    cursor = offset
    isAtRowEnd = atRowEnd
  }

  private mutating func leaveCommand() {
    preferredColumn = nil
    isAtRowEnd = false
    lastWasKill = false
  }

  private mutating func edit(_ command: EditCommand, appendingKill: Bool) -> EditOutcome {
    switch command {
    case .insert(let text):
      let clean = Self.clean(text)
      let isLine = clean.utf8.contains(UInt8(ascii: "\n"))
      return replace(cursor..<cursor, with: clean, kind: isLine ? .single : .typing)
    case .paste(let text): return replace(cursor..<cursor, with: Self.clean(text), kind: .single)
    case .newline: return replace(cursor..<cursor, with: "\n", kind: .single)
    case .yank: return replace(cursor..<cursor, with: killBuffer, kind: .single)
    case .clear: return replace(0..<byteCount, with: "", kind: .single)
    case .replace(let range, let text):
      let start = max(0, min(range.lowerBound, byteCount))
      let end = max(start, min(range.upperBound, byteCount))
      let wide = content.boundary(atOrBefore: start)..<content.boundary(atOrAfter: end)
      return replace(wide, with: Self.clean(text), kind: .single)
    case .deleteBackward:
      return replace(content.boundary(before: cursor)..<cursor, with: "", kind: .erasingBackward)
    case .deleteForward:
      return replace(cursor..<content.boundary(after: cursor), with: "", kind: .erasingForward)
    case .deleteWordBackward: return kill(wordStart()..<cursor, append: appendingKill)
    case .deleteWordForward: return kill(cursor..<wordEnd(), append: appendingKill)
    case .killToLineStart: return kill(paragraphRange().lowerBound..<cursor, append: appendingKill)
    case .killToLineEnd:
      let end = paragraphRange().upperBound
      return kill(cursor..<(end == cursor ? min(end + 1, byteCount) : end), append: appendingKill)
    case .undo: return restore(history.takeUndo(), isUndo: true)
    case .redo: return restore(history.takeRedo(), isUndo: false)
    default: return EditOutcome()
    }
  }

  private mutating func replace(
    _ range: Range<Int>, with text: String, kind: ComposeEditKind
  ) -> EditOutcome {
    let room = Self.byteLimit - (byteCount - range.count)
    let inserted = text.prefix(bytes: room)
    let dropped = text.utf8.count - inserted.utf8.count
    guard !range.isEmpty || !inserted.isEmpty else { return EditOutcome(droppedBytes: dropped) }
    let before = cursor
    let (removed, firstRow) = content.replace(range, with: inserted)
    let end = range.lowerBound + inserted.utf8.count
    let target =
      before < range.lowerBound ? before : before > range.upperBound ? before - range.upperBound + end : end
    cursor = content.boundary(atOrAfter: target)
    history.record(
      ComposeHistory.Step(
        edit: ComposeEdit(offset: range.lowerBound, removed: removed, inserted: inserted),
        cursorBefore: before, cursorAfter: cursor),
      kind: kind)
    return EditOutcome(isEdited: true, droppedBytes: dropped, firstRow: firstRow)
  }

  private mutating func kill(_ range: Range<Int>, append: Bool) -> EditOutcome {
    lastWasKill = true
    guard !range.isEmpty else {
      lastWasKill = append
      return EditOutcome()
    }
    let killed = content.substring(range)
    let isBackward = range.upperBound == cursor
    killBuffer = !append ? killed : isBackward ? killed + killBuffer : killBuffer + killed
    return replace(range, with: "", kind: .single)
  }

  private mutating func restore(_ step: ComposeHistory.Step?, isUndo: Bool) -> EditOutcome {
    guard let step else { return EditOutcome() }
    let (old, new) =
      isUndo ? (step.edit.inserted, step.edit.removed) : (step.edit.removed, step.edit.inserted)
    let (_, firstRow) = content.replace(step.edit.offset..<step.edit.offset + old.utf8.count, with: new)
    cursor = isUndo ? step.cursorBefore : step.cursorAfter
    return EditOutcome(isEdited: true, firstRow: firstRow)
  }
}
