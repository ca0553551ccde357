import DeskModel
import Rehearsals
import ScreenKit
import TextLayout

/// The line above the bottom while a dialogue is read by roles: where the readers are, and whose turn it is.
enum ReadingLine {
  /// The line; the title is cut for what follows it.
  static func text(_ room: ReadingRoom, _ state: AppState, columns: Int) -> SafeText {
    let words = state.words
    let position = state.readingPosition
    var tail = words(
      "reading.line.position", SafeText(String(position)), SafeText(String(room.reading.lines.count)))
    if let next = state.nextReadingLine {
      let who = words("reading.role.\(next.role.rawValue)")
      let isMine = room.role == nil || room.role == next.role
      tail = tail + SafeText(" · ") + words(isMine ? "reading.line.yours" : "reading.line.others", who)
    } else {
      tail = tail + SafeText(" · ") + words("reading.line.over")
    }
    if room.isAloud { tail = tail + SafeText(" · ") + words("reading.line.aloud") }
    let title = words("reading.line", SafeText(line: room.reading.title))
    return title.truncated(to: max(12, columns - 6 - tail.columns)) + SafeText(" · ") + tail
  }
}
