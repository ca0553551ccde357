import DeskModel
import LocalePacks
import ReplyTemplates
import ScreenKit
import TextLayout
import Widgets

/// Draws the choice of an answer: the field, the answers that fit, and the selected variant as this customer would read it.
enum AnswerView {
  /// Screens from this width on have the list beside the text.
  private static let wideFrom = 100

  /// Answers that fit a screen.
  static func listRows(on screen: Size) -> Int {
    let rows = max(1, screen.rows - otherRows)
    return screen.columns >= wideFrom ? rows : max(1, min(8, rows / 3))
  }

  /// Rows that are no answers: frame, field, rule, keys.
  private static let otherRows = 5

  /// Draws it and says where the cursor stands.
  static func draw(_ popup: AnswerPopup, _ state: AppState, on canvas: inout Canvas) -> ScreenPosition? {
    let box = Rect(canvas.size)
    let words = state.words
    let who = SafeText(line: state.open?.conversation.contact.displayName ?? "")
    PopupView.frame(box, words("answers.title", who), on: &canvas)
    var cursor: ScreenPosition?
    canvas.within(PopupView.inner(box)) { canvas in
      let size = canvas.size
      cursor = drawField(popup, state, on: &canvas)
      if size.columns + 4 >= wideFrom {
        let left = min(56, size.columns * 2 / 5)
        drawList(popup, state, in: Rect(column: 0, row: 2, columns: left, rows: size.rows - 3), on: &canvas)
        canvas.fill(
          Rect(column: left + 1, row: 1, columns: 1, rows: size.rows - 2), with: "│", Style(.border))
        drawText(
          popup, state,
          in: Rect(column: left + 3, row: 1, columns: size.columns - left - 3, rows: size.rows - 2),
          on: &canvas)
      } else {
        let rows = min(listRows(on: Size(columns: size.columns + 4, rows: size.rows + 2)), size.rows - 3)
        drawList(popup, state, in: Rect(column: 0, row: 2, columns: size.columns, rows: rows), on: &canvas)
        canvas.fill(
          Rect(column: 0, row: rows + 2, columns: size.columns, rows: 1), with: "─", Style(.border))
        drawText(
          popup, state, in: Rect(column: 0, row: rows + 3, columns: size.columns, rows: size.rows - rows - 4),
          on: &canvas)
      }
      let keys = popup.filling == nil ? "answers.keys" : "answers.keysFilling"
      canvas.draw(words(keys), row: size.rows - 1, column: 0, style: Style(.key))
    }
    return cursor
  }

  /// The line that is typed into: the search, or the fact that is being filled in.
  private static func drawField(
    _ popup: AnswerPopup, _ state: AppState, on canvas: inout Canvas
  ) -> ScreenPosition {
    let words = state.words
    let field = popup.filling?.field ?? popup.field
    var prompt = SafeText("› ")
    if let filling = popup.filling {
      let name = SafeText(line: factName(filling.facts[filling.place], popup, state))
      prompt = words(
        "answers.fill", name, SafeText(String(filling.place + 1)), SafeText(String(filling.facts.count)))
    }
    let start = canvas.draw(prompt, row: 0, column: 0, style: Style(.accent, bold: true))
    let (text, place) = field.shown(columns: max(1, canvas.size.columns - start))
    canvas.draw(text, row: 0, column: start)
    if field.isEmpty, popup.filling == nil {
      canvas.draw(words("answers.hint"), row: 0, column: start, style: Style(.placeholder))
    }
    return ScreenPosition(
      row: canvas.area.row, column: canvas.area.column + min(start + place, canvas.size.columns - 1))
  }

  /// A fact by its name and what `about.md` says of it.
  private static func factName(_ fact: String, _ popup: AnswerPopup, _ state: AppState) -> String {
    let answer = popup.selected.flatMap { state.answers.library?.set.answers[$0.id] }
    let note = answer?.fact(fact)?.note ?? ""
    return note.isEmpty ? fact : "\(fact) (\(note))"
  }

  private static func drawList(
    _ popup: AnswerPopup, _ state: AppState, in area: Rect, on canvas: inout Canvas
  ) {
    let words = state.words
    canvas.within(placed(area, on: canvas)) { canvas in
      if popup.rows.isEmpty {
        canvas.draw(words("answers.nothing"), row: 0, column: 0, style: .muted)
        return
      }
      var list = popup.cursor
      list.resize(count: popup.rows.count, height: area.rows)
      for (line, place) in list.visible.enumerated() {
        let row = popup.rows[place]
        let isSelected = place == list.selected
        let bar = StyledRun(SafeText(isSelected ? "▌" : " "), Style(.accent))
        canvas.draw(
          StyledLine(
            [bar, StyledRun(SafeText(line: row.title), isSelected ? .title : .plain)],
            trailing: [StyledRun(mark(row, words), .muted)]),
          row: line)
        if isSelected {
          canvas.restyle(Rect(column: 0, row: line, columns: area.columns, rows: 1)) { $0.reversed }
        }
      }
    }
  }

  /// What stands at the right of an answer: another language, how often it was used here and for this customer.
  private static func mark(_ row: AnswerPopup.Row, _ words: Words) -> SafeText {
    var parts: [SafeText] = []
    if row.usesHere > 0 { parts.append(words("answers.usedHere", SafeText(String(row.usesHere)))) }
    if row.usesEarlier > 0 { parts.append(words("answers.usedEarlier", SafeText(String(row.usesEarlier)))) }
    if row.locale == nil {
      parts.append(words("answers.empty"))
    } else if !row.isTheirs, let locale = row.locale {
      parts.append(
        words("answers.otherLanguage", LanguageName.of("\(locale)", words) ?? SafeText("\(locale)")))
    }
    return parts.reduce(SafeText(" ")) { $0 == SafeText(" ") ? $0 + $1 : $0 + SafeText(", ") + $1 }
  }

  private static func drawText(
    _ popup: AnswerPopup, _ state: AppState, in area: Rect, on canvas: inout Canvas
  ) {
    guard area.rows > 0, area.columns > 0 else { return }
    let lines = AnswerText.lines(popup, state, columns: area.columns)
    canvas.within(placed(area, on: canvas)) { canvas in
      for (row, line) in lines.prefix(area.rows).enumerated() { canvas.draw(line, row: row) }
    }
  }

  /// A part of a canvas in the coordinates of the screen.
  private static func placed(_ area: Rect, on canvas: Canvas) -> Rect {
    Rect(
      column: canvas.area.column + area.column, row: canvas.area.row + area.row, columns: area.columns,
      rows: area.rows)
  }
}
