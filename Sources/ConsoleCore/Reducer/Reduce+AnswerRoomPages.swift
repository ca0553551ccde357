import ReplyTemplates
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// Shows a page of the selected answer; the same key a second time goes back to its texts.
  func show(_ page: AnswerRoomPage, in room: inout AnswerRoom) -> [Effect] {
    room.scroll = 0
    if room.page == page {
      room.page = .texts
      return []
    }
    room.page = page
    guard page == .numbers, room.numbers.value == nil, room.numbers != .reading else { return [] }
    room.numbers = .reading
    return [.countAnswers]
  }

  /// Asks with which version is to be compared, with the last one put in.
  func askVersion(in room: inout AnswerRoom) -> [Effect] {
    if room.page == .changes { return show(.changes, in: &room) }
    room.isAskingVersion = true
    return []
  }

  /// Gives a key to the field in which the version is typed.
  mutating func takeVersion(_ key: KeyPress, in room: inout AnswerRoom) -> [Effect] {
    var effects: [Effect] = []
    switch key.code {
    case .enter:
      let version = room.version.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      room.version = LineField(version.isEmpty ? AnswerRoom.usualVersion : version)
      room.isAskingVersion = false
      room.page = .changes
      room.scroll = 0
      room.changes = .reading
      effects = [.compareAnswers(with: room.version.text)]
    default:
      if closes(key) {
        room.isAskingVersion = false
      } else if let edit = lineEdit(key) {
        _ = room.version.apply(edit)
      }
    }
    popup = .room(room)
    return effects
  }

  /// Scrolls a page by half a screen; it stops where the drawing finds its end.
  func scroll(_ room: inout AnswerRoom, by direction: Int) {
    let half = max(1, size.rows / 2)
    let last = max(0, AnswerRoomView.pageRows(room, self) - AnswerRoomView.textRows(on: size))
    room.scroll = min(max(0, room.scroll + direction * half), last)
  }

  /// Takes what became of the replies that were made from answers.
  mutating func takeCounted(_ statistics: SetStatistics?, problems: [SafeText]) -> [Effect] {
    let reading: AnswerRoomReading<SetStatistics> =
      statistics.map { .read($0, problems: problems) }
      ?? .failed(problems.first ?? words("room.cannotCount"))
    changeRoom { $0.numbers = reading }
    return []
  }

  /// Takes what has changed since a version, unless another one is wanted by now.
  mutating func takeCompared(
    with version: String, _ comparison: SetComparison?, problems: [SafeText]
  ) -> [Effect] {
    let reading: AnswerRoomReading<SetComparison> =
      comparison.map { .read($0, problems: problems) }
      ?? .failed(problems.first ?? words("room.cannotCompare"))
    changeRoom { room in
      if room.version.text == version { room.changes = reading }
    }
    return []
  }

  /// Changes the room, open or as it was left.
  private mutating func changeRoom(_ change: (inout AnswerRoom) -> Void) {
    if case .room(var room)? = popup {
      change(&room)
      popup = .room(room)
    }
    if var left = answers.room {
      change(&left)
      answers.room = left
    }
  }
}
