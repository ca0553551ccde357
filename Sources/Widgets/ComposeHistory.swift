/// One replacement in a text, in UTF-8 bytes; enough to do and to undo it.
struct ComposeEdit: Sendable, Hashable {
  var offset: Int
  var removed: String
  var inserted: String
}

/// How edits run together into one step of undo.
enum ComposeEditKind: Sendable, Hashable {
  /// Joins the typing before it, up to the start of the next word.
  case typing
  case erasingBackward, erasingForward
  /// A step by itself.
  case single
}

/// What can be undone and redone.
struct ComposeHistory: Sendable, Hashable {
  /// An edit and where the cursor stood.
  struct Step: Sendable, Hashable {
    var edit: ComposeEdit
    var cursorBefore: Int
    var cursorAfter: Int
  }

  /// The most bytes of removed and inserted text that are remembered; the oldest steps are forgotten.
  static let byteLimit = 1 << 20
  /// The most steps that are remembered.
  static let stepLimit = 2_000
  /// Bytes after which a group of typing or erasing is closed by itself.
  private static let groupLimit = 256

  private(set) var undoSteps: [Step] = []
  private(set) var redoSteps: [Step] = []
  private var openKind: ComposeEditKind?
  private var byteCount = 0

  /// Lets the next edit start a step of its own.
  mutating func closeGroup() { openKind = nil }

  /// Remembers an edit that has been made; what was undone before is forgotten.
  mutating func record(_ step: Step, kind: ComposeEditKind) {
    for forgotten in redoSteps { byteCount -= forgotten.byteCount }
    redoSteps.removeAll(keepingCapacity: true)
    byteCount += step.byteCount
    // In place: most edits make the last step longer by one character.
    if openKind == kind, !undoSteps.isEmpty, undoSteps[undoSteps.count - 1].join(step, kind) {
      openKind = undoSteps[undoSteps.count - 1].byteCount < Self.groupLimit ? kind : nil
    } else {
      undoSteps.append(step)
      openKind = kind == .single ? nil : kind
    }
    forgetOldest()
  }

  /// Takes the last step to be undone; nil when there is none.
  mutating func takeUndo() -> Step? {
    openKind = nil
    guard let step = undoSteps.popLast() else { return nil }
    redoSteps.append(step)
    return step
  }

  /// Takes the next step to be done again; nil when there is none.
  mutating func takeRedo() -> Step? {
    openKind = nil
    guard let step = redoSteps.popLast() else { return nil }
    undoSteps.append(step)
    return step
  }

  private mutating func forgetOldest() {
    var count = 0
    while undoSteps.count - count > 1,
      byteCount > Self.byteLimit || undoSteps.count - count > Self.stepLimit
    {
      byteCount -= undoSteps[count].byteCount
      count += 1
    }
    if count > 0 { undoSteps.removeFirst(count) }
  }
}

extension ComposeHistory.Step {
  fileprivate var byteCount: Int { edit.removed.utf8.count + edit.inserted.utf8.count }

  /// Takes in a step that follows at once; false when they do not belong together.
  fileprivate mutating func join(_ next: Self, _ kind: ComposeEditKind) -> Bool {
    switch kind {
    case .single:
      return false
    case .typing:
      guard next.edit.removed.isEmpty, next.edit.offset == edit.offset + edit.inserted.utf8.count,
        !startsWord(next.edit.inserted)
      else { return false }
      edit.inserted += next.edit.inserted
    case .erasingBackward:
      guard next.edit.offset + next.edit.removed.utf8.count == edit.offset else { return false }
      edit.offset = next.edit.offset
      edit.removed = next.edit.removed + edit.removed
    case .erasingForward:
      guard next.edit.offset == edit.offset else { return false }
      edit.removed += next.edit.removed
    }
    cursorAfter = next.cursorAfter
    return true
  }

  private func startsWord(_ next: String) -> Bool {
    guard let last = edit.inserted.unicodeScalars.last, let first = next.unicodeScalars.first else {
      return false
    }
    return isSpace(last) && !isSpace(first)
  }

  private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar.value <= 0x20 : scalar.properties.isWhitespace
  }
}
