import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

/// Draws what lies over the panes.
enum PopupView {
  /// Draws a popup and says where the cursor stands.
  static func draw(_ popup: Popup, _ state: AppState, on canvas: inout Canvas) -> ScreenPosition? {
    switch popup {
    case .picker(let picker): return draw(picker, state, on: &canvas)
    case .text(let text):
      draw(text, state, on: &canvas)
      return nil
    case .search(let search): return SearchView.draw(search, state, on: &canvas)
    case .answers(let answers): return AnswerView.draw(answers, state, on: &canvas)
    case .room(let room): return AnswerRoomView.draw(room, state, on: &canvas)
    case .guide(let guide):
      GuideView.draw(guide, state, on: &canvas)
      return nil
    case .access(let form): return AccessFormView.draw(form, state, on: &canvas)
    case .bulk(let bulk): return BulkView.draw(bulk, state, on: &canvas)
    case .outbox(let outbox):
      OutboxView.draw(outbox, state, on: &canvas)
      return nil
    case .rehearsal(let rehearsal): return RehearsalView.draw(rehearsal, state, on: &canvas)
    case .secret(let secret): return SecretView.draw(secret, state, on: &canvas)
    case .breakNote(let note): return BreakView.draw(note, state, on: &canvas)
    case .rest(let rest):
      BreakView.draw(rest, state, on: &canvas)
      return nil
    case .path(let prompt): return PathPopupView.draw(prompt, state, on: &canvas)
    case .confirmQuit:
      drawQuestion(state, on: &canvas)
      return nil
    }
  }

  /// The rows of a text popup on a screen.
  static func textRows(of text: TextPopup, on size: Size) -> Int {
    max(1, textArea(of: text, on: size).rows - 2)
  }

  private static func textArea(of text: TextPopup, on size: Size) -> Rect {
    let widest = text.lines.map { $0.runs.reduce(0) { $0 + $1.text.columns } }.max() ?? 0
    let wished = Size(columns: max(widest, text.title.columns) + 4, rows: text.lines.count + 2)
    return PopupLayout.place(wished, in: Rect(size), .centred)
  }

  /// Where a picker stands on a screen.
  static func area(of picker: PickerPopup, on screen: Size) -> Rect {
    let widest = picker.items.map { $0.title.columns + $0.detail.columns + 4 }.max() ?? 0
    let wished = Size(columns: max(44, widest + 4), rows: min(picker.items.count, 12) + 4)
    return PopupLayout.place(wished, in: Rect(screen), .centred)
  }

  /// The match of a picker that stands under a cell of the screen; nil where none does.
  static func match(at place: ScreenPosition, of picker: PickerPopup, on screen: Size) -> Int? {
    let area = area(of: picker, on: screen)
    let rows = list(of: picker, on: area).visible
    let row = rows.lowerBound + place.row - inner(area).row - 1
    return inner(area).contains(place) && rows.contains(row) ? row : nil
  }

  /// The rows of a picker as far as its area shows them.
  private static func list(of picker: PickerPopup, on area: Rect) -> ListCursor {
    var list = picker.cursor
    list.resize(count: picker.matches.count, height: max(0, inner(area).rows - 1))
    return list
  }

  private static func draw(_ picker: PickerPopup, _ state: AppState, on canvas: inout Canvas)
    -> ScreenPosition?
  {
    let area = area(of: picker, on: canvas.size)
    let title = state.words(picker.titleKey)
    let marked = SafeText(String(picker.markedCount))
    frame(
      area,
      picker.markedCount > 0
        ? state.words("picker.forMarked", title, marked)
        : whom(picker, state).map { state.words("picker.forOne", title, $0) } ?? title, on: &canvas)
    var cursor: ScreenPosition?
    canvas.within(inner(area)) { canvas in
      let prompt = canvas.draw(SafeText("› "), row: 0, column: 0, style: Style(.accent, bold: true))
      let end = canvas.draw(SafeText(line: picker.filter), row: 0, column: prompt)
      cursor = ScreenPosition(row: area.row + 1, column: min(area.column + 2 + end, area.endColumn - 2))
      if picker.filter.isEmpty {
        let hint = picker.isFilterable ? picker.hintKey : "picker.filesHint"
        canvas.draw(state.words(hint), row: 0, column: prompt, style: Style(.placeholder))
      }
      let list = list(of: picker, on: area)
      if picker.matches.isEmpty {
        canvas.draw(
          picker.nothing ?? state.words("picker.nothing"), row: 1, column: 0, style: .muted)
      }
      for (row, place) in list.visible.enumerated() {
        let item = picker.items[picker.matches[place]]
        canvas.draw(
          StyledLine(
            [StyledRun(SafeText(" ") + item.title)], trailing: [StyledRun(item.detail, Style(.key))]),
          row: row + 1)
        if place == list.selected {
          canvas.restyle(Rect(column: 0, row: row + 1, columns: canvas.size.columns, rows: 1)) { $0.reversed }
        }
      }
    }
    return cursor
  }

  /// The customer whom a choice is about: the conversation may not be in sight.
  private static func whom(_ picker: PickerPopup, _ state: AppState) -> SafeText? {
    let acts = [
      "picker.status", "picker.assign", "picker.snooze", "picker.followUp", "picker.access", "picker.files",
    ]
    guard acts.contains(picker.titleKey) else { return nil }
    return state.open.map { SafeText(line: $0.conversation.contact.displayName) }
  }

  private static func draw(_ text: TextPopup, _ state: AppState, on canvas: inout Canvas) {
    let area = textArea(of: text, on: canvas.size)
    frame(area, text.title, on: &canvas)
    canvas.within(inner(area)) { canvas in
      for (row, line) in text.lines.dropFirst(text.offset).prefix(canvas.size.rows).enumerated() {
        canvas.draw(line, row: row)
      }
    }
    let hidden = text.lines.count - text.offset - max(0, area.rows - 2)
    if hidden > 0 || text.offset > 0 {
      let more = state.words("popup.more", SafeText(String(max(0, hidden))))
      canvas.draw(
        more, row: area.endRow - 1, column: area.column + 2, limit: area.endColumn - 2, style: Style(.key))
    } else {
      canvas.draw(
        state.words("popup.close"), row: area.endRow - 1, column: area.column + 2, limit: area.endColumn - 2,
        style: Style(.key))
    }
  }

  private static func drawQuestion(_ state: AppState, on canvas: inout Canvas) {
    let lines = [
      StyledLine(state.words("quit.held", SafeText(String(state.waitingReplies.count)))),
      StyledLine(),
      StyledLine(state.words("quit.send"), Style(.key)),
      StyledLine(state.words("quit.takeBack"), Style(.key)),
      StyledLine(state.words("quit.leave"), Style(.key)), StyledLine(state.words("quit.stay"), Style(.key)),
    ]
    let widest = lines.map { $0.runs.reduce(0) { $0 + $1.text.columns } }.max() ?? 0
    let area = PopupLayout.place(
      Size(columns: widest + 4, rows: lines.count + 2), in: Rect(canvas.size), .centred)
    frame(area, state.words("quit.title"), on: &canvas)
    canvas.within(inner(area)) { canvas in
      for (row, line) in lines.enumerated() { canvas.draw(line, row: row) }
    }
  }

  static func inner(_ area: Rect) -> Rect {
    Rect(column: area.column + 2, row: area.row + 1, columns: area.columns - 4, rows: area.rows - 2)
  }

  /// A box with a title; what lies under it is emptied.
  static func frame(_ area: Rect, _ title: SafeText, on canvas: inout Canvas) {
    let style = Style(.focusedBorder)
    canvas.fill(area, .plain)
    let right = area.columns - 1
    let bottom = area.rows - 1
    canvas.within(area) { canvas in
      canvas.fill(Rect(column: 1, row: 0, columns: right - 1, rows: 1), with: "─", style)
      canvas.fill(Rect(column: 1, row: bottom, columns: right - 1, rows: 1), with: "─", style)
      canvas.fill(Rect(column: 0, row: 1, columns: 1, rows: bottom - 1), with: "│", style)
      canvas.fill(Rect(column: right, row: 1, columns: 1, rows: bottom - 1), with: "│", style)
      let corners: [(Int, Int, Unicode.Scalar)] = [
        (0, 0, "┌"), (0, right, "┐"), (bottom, 0, "└"), (bottom, right, "┘"),
      ]
      for (row, column, scalar) in corners {
        canvas.fill(Rect(column: column, row: row, columns: 1, rows: 1), with: scalar, style)
      }
      canvas.draw(SafeText(" ") + title + SafeText(" "), row: 0, column: 2, limit: right - 1, style: .title)
    }
  }
}
