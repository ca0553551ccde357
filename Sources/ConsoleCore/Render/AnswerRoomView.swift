import DeskModel
import LocalePacks
import ReplyTemplates
import ScreenKit
import TextLayout
import Widgets

/// Draws the room of answers: the list, what `about.md` says, the variants of a locale, what lint finds.
enum AnswerRoomView {
  /// Rows that are no answers: frame, field, rule, keys.
  private static let otherRows = 5
  private static let wideFrom = 100

  /// Answers that fit a screen.
  static func listRows(on screen: Size) -> Int {
    let rows = max(1, screen.rows - otherRows)
    return screen.columns >= wideFrom ? rows : max(1, min(6, rows / 4))
  }

  /// Rows for what is shown of an answer.
  static func textRows(on screen: Size) -> Int {
    let rows = screen.rows - 4
    return max(1, screen.columns >= wideFrom ? rows : rows - listRows(on: screen) - 1)
  }

  /// How many rows a page has on the state's screen.
  static func pageRows(_ room: AnswerRoom, _ state: AppState) -> Int {
    let columns = state.size.columns - 2
    let left = state.size.columns >= wideFrom ? min(44, columns / 3) + 3 : 0
    return AnswerRoomPageText.lines(room, state, columns: columns - left).count
  }

  /// The locales of an answer in the order in which they are shown.
  static func tags(of answer: Answer) -> [LocaleTag] { answer.locales.keys.sorted { "\($0)" < "\($1)" } }

  /// Draws it and says where the cursor stands.
  static func draw(_ room: AnswerRoom, _ state: AppState, on canvas: inout Canvas) -> ScreenPosition? {
    let words = state.words
    PopupView.frame(Rect(canvas.size), words("room.title", SafeText(String(room.rows.count))), on: &canvas)
    let inner = PopupView.inner(Rect(canvas.size))
    var cursor: ScreenPosition?
    let isWide = canvas.size.columns >= wideFrom
    let left = isWide ? min(44, inner.columns / 3) : inner.columns
    let rows = isWide ? inner.rows - 2 : listRows(on: canvas.size)
    canvas.within(Rect(column: inner.column, row: inner.row, columns: inner.columns, rows: 1)) { canvas in
      cursor = drawField(room, words, on: &canvas)
    }
    let list = Rect(column: inner.column, row: inner.row + 1, columns: left, rows: rows)
    canvas.within(list) { canvas in drawList(room, state, on: &canvas) }
    let rule =
      isWide
      ? Rect(column: inner.column + left + 1, row: inner.row + 1, columns: 1, rows: inner.rows - 2)
      : Rect(column: inner.column, row: list.endRow, columns: inner.columns, rows: 1)
    canvas.fill(rule, with: isWide ? "│" : "─", Style(.border))
    let text =
      isWide
      ? Rect(
        column: rule.column + 2, row: inner.row + 1, columns: inner.endColumn - rule.column - 2,
        rows: inner.rows - 2)
      : Rect(
        column: inner.column, row: rule.row + 1, columns: inner.columns, rows: inner.endRow - rule.row - 2)
    canvas.within(text) { canvas in drawText(room, state, on: &canvas) }
    canvas.within(Rect(column: inner.column, row: inner.endRow - 1, columns: inner.columns, rows: 1)) {
      canvas in
      let remark = state.remark.map { StyledLine($0.text, Style($0.isError ? .error : .accent)) }
      let keys = room.page == .texts ? "room.keys" : "room.pageKeys"
      canvas.draw(remark ?? StyledLine(words(keys), Style(.key)), row: 0)
    }
    return room.isFiltering || room.isAskingVersion ? cursor : nil
  }

  private static func drawField(_ room: AnswerRoom, _ words: Words, on canvas: inout Canvas) -> ScreenPosition
  {
    let (field, sign) =
      room.isAskingVersion ? (room.version, words("room.version")) : (room.field, SafeText("/ "))
    let isTyped = room.isFiltering || room.isAskingVersion
    let prompt = canvas.draw(sign, row: 0, column: 0, style: Style(.accent, bold: isTyped))
    let (text, place) = field.shown(columns: max(1, canvas.size.columns - prompt))
    canvas.draw(text, row: 0, column: prompt)
    if field.isEmpty {
      canvas.draw(
        words(room.isAskingVersion ? "room.versionHint" : "room.hint"), row: 0, column: prompt,
        style: Style(.placeholder))
    }
    return ScreenPosition(
      row: canvas.area.row, column: canvas.area.column + min(prompt + place, canvas.size.columns - 1))
  }

  private static func drawList(_ room: AnswerRoom, _ state: AppState, on canvas: inout Canvas) {
    let words = state.words
    if room.rows.isEmpty {
      canvas.draw(words("answers.nothing"), row: 0, column: 0, style: .muted)
      return
    }
    var list = room.cursor
    list.resize(count: room.rows.count, height: canvas.size.rows)
    for (row, place) in list.visible.enumerated() {
      let id = room.rows[place]
      let answer = state.answers.library?.set.answers[id]
      let isSelected = place == list.selected
      let bad = room.findings?[id]?.count { $0.severity != .hint } ?? 0
      let mark = self.mark(of: id, room, state, bad: bad)
      canvas.draw(
        StyledLine(
          [
            StyledRun(SafeText(isSelected ? "▌" : " "), Style(.accent)),
            StyledRun(SafeText(line: answer?.title() ?? id.path), isSelected ? .title : .plain),
          ],
          trailing: [
            StyledRun(SafeText(" ") + mark, bad > 0 && room.page == .texts ? Style(.warning) : .muted)
          ]),
        row: row)
      if isSelected {
        canvas.restyle(Rect(column: 0, row: row, columns: canvas.size.columns, rows: 1)) { $0.reversed }
      }
    }
  }

  /// What stands at the end of an answer's row: what is to be mended or how many locales it has, how often it was sent, or
  /// what happened to it.
  private static func mark(
    of id: AnswerID, _ room: AnswerRoom, _ state: AppState, bad: Int
  ) -> SafeText {
    switch room.page {
    case .texts:
      return bad > 0
        ? state.words("room.bad", SafeText(String(bad)))
        : SafeText(String(state.answers.library?.set.answers[id]?.locales.count ?? 0))
    case .numbers:
      let row = room.numbers.value?.answers.first { $0.id == id }
      return row.map { SafeText(String($0.statistics.sent)) } ?? SafeText("")
    case .changes:
      let change = room.changes.value?.answers.first { $0.id == id }
      return change == nil ? SafeText("") : SafeText("±")
    }
  }

  private static func drawText(_ room: AnswerRoom, _ state: AppState, on canvas: inout Canvas) {
    guard canvas.size.rows > 0, let answer = room.selected.flatMap({ state.answers.library?.set.answers[$0] })
    else { return }
    if room.page != .texts {
      let lines = AnswerRoomPageText.lines(room, state, columns: canvas.size.columns)
      let top = min(room.scroll, max(0, lines.count - canvas.size.rows))
      for (row, line) in lines.dropFirst(top).prefix(canvas.size.rows).enumerated() {
        canvas.draw(line, row: row)
      }
      return
    }
    let (lines, selected) = AnswerRoomText.lines(of: answer, room, state, columns: canvas.size.columns)
    let rows = canvas.size.rows
    // The selected variant is in sight, with the head of the answer if both fit.
    let top = selected.upperBound <= rows ? 0 : min(selected.lowerBound, max(0, lines.count - rows))
    for (row, line) in lines.dropFirst(top).prefix(rows).enumerated() { canvas.draw(line, row: row) }
  }
}
