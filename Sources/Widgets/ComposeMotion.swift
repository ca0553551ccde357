import ScreenKit

/// The commands that move the cursor and change nothing.
enum ComposeMotion: Sendable, Hashable {
  case left, right, wordLeft, wordRight, up, down, rowStart, rowEnd, start, end

  /// The motion of a command; nil for one that edits.
  init?(_ command: EditCommand) {
    switch command {
    case .moveLeft: self = .left
    case .moveRight: self = .right
    case .moveWordLeft: self = .wordLeft
    case .moveWordRight: self = .wordRight
    case .moveUp: self = .up
    case .moveDown: self = .down
    case .moveToRowStart: self = .rowStart
    case .moveToRowEnd: self = .rowEnd
    case .moveToStart: self = .start
    case .moveToEnd: self = .end
    default: return nil
    }
  }

  /// Whether the motion goes by rows and keeps the column it set out from.
  var isVertical: Bool { self == .up || self == .down }
}

extension ComposeField {
  /// Carries out a motion.
  mutating func move(_ motion: ComposeMotion) {
    switch motion {
    case .left: setCursor(content.boundary(before: cursor))
    case .right: setCursor(content.boundary(after: cursor))
    case .wordLeft: setCursor(wordStart())
    case .wordRight: setCursor(wordEnd())
    case .start: setCursor(0)
    case .end: setCursor(byteCount)
    case .rowStart: setCursor(content.offset(ofRow: cursorRow, column: 0).offset)
    case .rowEnd:
      let end = content.offset(ofRow: cursorRow, column: .max)
      setCursor(end.offset, atRowEnd: end.isAtRowEnd)
    case .up: moveVertically(by: -1)
    case .down: moveVertically(by: 1)
    }
  }

  /// The start of the word before the cursor; the line feed before it at the start of a paragraph.
  func wordStart() -> Int {
    let place = content.place(of: cursor)
    guard place.offset > 0 else { return max(0, cursor - 1) }
    return cursor - place.offset + content.paragraphs[place.paragraph].text.wordStart(before: place.offset)
  }

  /// The end of the word after the cursor; the line feed after it at the end of a paragraph.
  func wordEnd() -> Int {
    let place = content.place(of: cursor)
    let paragraph = content.paragraphs[place.paragraph]
    guard place.offset < paragraph.byteCount else { return min(byteCount, cursor + 1) }
    return cursor - place.offset + paragraph.text.wordEnd(after: place.offset)
  }

  /// The bytes of the paragraph in which the cursor stands, without its line feed.
  func paragraphRange() -> Range<Int> {
    let place = content.place(of: cursor)
    let start = cursor - place.offset
    return start..<start + content.paragraphs[place.paragraph].byteCount
  }

  private var cursorRow: Int { content.position(of: cursor, atRowEnd: isAtRowEnd).row }

  private mutating func moveVertically(by step: Int) {
    let here = content.position(of: cursor, atRowEnd: isAtRowEnd)
    let column = preferredColumn ?? here.column
    let rowCount = content.rowCount
    var row = here.row + step
    while row >= 0, row < rowCount {
      let target = content.offset(ofRow: row, column: column)
      // A row that only goes on with one long mark has no place for the cursor and is passed over.
      let reached = content.position(of: target.offset, atRowEnd: target.isAtRowEnd).row
      if (reached - here.row) * step > 0 {
        setCursor(target.offset, atRowEnd: target.isAtRowEnd)
        preferredColumn = column
        return
      }
      row += step
    }
  }
}
