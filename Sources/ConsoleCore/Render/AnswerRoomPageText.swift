import ReplyTemplates
import ScreenKit
import TextLayout
import Widgets

/// What became of an answer's replies, and what has changed in it, in the room of answers.
enum AnswerRoomPageText {
  /// The rows of the page that is shown; nothing for the texts, which have rows of their own.
  static func lines(_ room: AnswerRoom, _ state: AppState, columns: Int) -> [StyledLine] {
    let words = state.words
    var lines: [StyledLine] = []
    func add(_ text: SafeText, _ style: Style = .plain) {
      lines += AnswerRoomText.wrapped(text, style, columns)
    }
    func add(_ texts: [String], _ style: Style = .plain) {
      for text in texts { add(SafeText(line: text), style) }
    }
    if let id = room.selected {
      let title = state.answers.library?.set.answers[id]?.title() ?? id.path
      lines.append(
        StyledLine([
          StyledRun(SafeText(line: title), .title), StyledRun(SafeText(line: "  " + id.path), .muted),
        ]))
    }
    switch room.page {
    case .texts: return []
    case .numbers:
      numbers(room, words, add, add)
    case .changes:
      add(words("room.since", SafeText(line: room.version.text)), .muted)
      changes(room, words, add, add)
    }
    return lines
  }

  private static func numbers(
    _ room: AnswerRoom, _ words: Words, _ add: (SafeText, Style) -> Void, _ list: ([String], Style) -> Void
  ) {
    switch room.numbers {
    case .unread, .reading: add(words("room.counting"), .muted)
    case .failed(let reason): add(reason, Style(.error))
    case .read(let statistics, let problems):
      for problem in problems { add(problem, Style(.error)) }
      if let row = statistics.answers.first(where: { $0.id == room.selected }) {
        list(StatisticsText.lines(row), .plain)
        list([""] + StatisticsText.legend, .muted)
      } else {
        add(words("room.unused"), .plain)
      }
      let rest = [StatisticsText.toMend(statistics), StatisticsText.unused(statistics)].filter { !$0.isEmpty }
      for part in rest { list([""] + part, .muted) }
    }
  }

  private static func changes(
    _ room: AnswerRoom, _ words: Words, _ add: (SafeText, Style) -> Void, _ list: ([String], Style) -> Void
  ) {
    switch room.changes {
    case .unread, .reading: add(words("room.comparing"), .muted)
    case .failed(let reason): add(reason, Style(.error))
    case .read(let comparison, let problems):
      for problem in problems { add(problem, Style(.error)) }
      if let change = comparison.answers.first(where: { $0.id == room.selected }) {
        add(SafeText(line: ComparisonText.fate(change)), Style(.accent))
        list(ComparisonText.lines(change), .plain)
      } else {
        add(words("room.unchanged"), .plain)
      }
      let gone = comparison.answers.filter { $0.fate == .removed }.map(\.id.path)
      if !gone.isEmpty {
        add(words("room.removed", SafeText(line: gone.joined(separator: ", "))), Style(.warning))
      }
      let others = ComparisonText.others(comparison)
      if !others.isEmpty { list([""] + others, .muted) }
    }
  }
}
