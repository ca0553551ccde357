import DeskModel
import Rehearsals
import ScreenKit
import TextLayout
import Widgets

/// Draws what lies over the panes in a rehearsal.
enum RehearsalView {
  /// Draws it and says where the cursor stands.
  static func draw(_ popup: RehearsalPopup, _ state: AppState, on canvas: inout Canvas) -> ScreenPosition? {
    guard let room = state.rehearsal else { return nil }
    let words = state.words
    switch popup.page {
    case .menu: drawMenu(popup, state, on: &canvas)
    case .scenes:
      let rows = room.rehearsal.scenario.scenes.map { SafeText(line: $0.name) }
      drawRows(
        rows, selected: popup.selected, words("rehearsal.scenes.title"), words("rehearsal.scenes.keys"),
        on: &canvas)
    case .endings:
      let rows =
        room.rehearsal.scenario.endings.map { SafeText(line: $0.name) } + [words("rehearsal.endings.none")]
      drawRows(
        rows, selected: popup.selected, words("rehearsal.endings.title"), words("rehearsal.endings.keys"),
        on: &canvas)
    case .card:
      drawRead(popup, state, words("rehearsal.card.title"), words("rehearsal.card.keys"), on: &canvas)
    case .question(let question):
      drawQuestion(question, words("rehearsal.question.title"), words("rehearsal.question.keys"), on: &canvas)
    case .judging(let place):
      let questions = Scorecard(room.rehearsal).questions
      let title = words(
        "rehearsal.judging.title", SafeText(String(place + 1)), SafeText(String(questions.count)))
      drawQuestion(
        room.rehearsal.filled(questions.indices.contains(place) ? questions[place] : ""), title,
        words("rehearsal.question.keys"), on: &canvas)
    case .ending: drawEnding(room.rehearsal, words, on: &canvas)
    case .empathy: return drawEmpathy(popup, state, on: &canvas)
    case .report:
      drawRead(
        popup, state, words("rehearsal.report.heading"), words("rehearsal.report.keys"), on: &canvas)
    }
    return nil
  }

  private static func drawMenu(_ popup: RehearsalPopup, _ state: AppState, on canvas: inout Canvas) {
    let words = state.words
    let isPaused = state.rehearsal?.rehearsal.pausedAt != nil
    let rows = state.rehearsalChoices.map { choice in
      let name =
        choice == .pause && isPaused ? "rehearsal.menu.pause.off" : "rehearsal.menu.\(choice.rawValue)"
      return words("rehearsal.menu.\(choice.rawValue).key") + SafeText("  ") + words(name)
    }
    drawRows(
      rows, selected: popup.selected, words("rehearsal.menu.title"), words("rehearsal.menu.keys"), on: &canvas
    )
  }

  private static func drawRows(
    _ rows: [SafeText], selected: Int, _ title: SafeText, _ keys: SafeText, on canvas: inout Canvas
  ) {
    let widest = (rows + [keys, title]).map(\.columns).max() ?? 0
    let area = PopupLayout.place(
      Size(columns: widest + 8, rows: rows.count + 4), in: Rect(canvas.size), .centred)
    PopupView.frame(area, title, on: &canvas)
    canvas.within(PopupView.inner(area)) { canvas in
      var list = ListCursor(count: rows.count, height: max(1, canvas.size.rows - 2))
      list.select(selected)
      for (row, place) in list.visible.enumerated() {
        let isSelected = place == selected
        canvas.draw(
          StyledLine([
            StyledRun(SafeText(isSelected ? "▌ " : "  "), Style(.accent)),
            StyledRun(rows[place], isSelected ? .title : .plain),
          ]), row: row)
      }
      canvas.draw(keys, row: canvas.size.rows - 1, column: 0, style: Style(.key))
    }
  }

  private static func drawQuestion(
    _ question: String, _ title: SafeText, _ keys: SafeText, on canvas: inout Canvas
  ) {
    drawText([SafeText(line: question)], title, keys, on: &canvas)
  }

  private static func drawEnding(_ rehearsal: Rehearsal, _ words: Words, on canvas: inout Canvas) {
    var paragraphs: [SafeText] = []
    if let ending = rehearsal.ending {
      let story = rehearsal.filled(ending.story).split(separator: "\n").map { SafeText(line: String($0)) }
      paragraphs = story
    } else {
      paragraphs = [words("rehearsal.report.brokenOff")]
    }
    drawText(paragraphs, words("rehearsal.ending.title"), words("rehearsal.ending.keys"), on: &canvas)
  }

  /// Paragraphs in the middle of the screen, as high as they are.
  private static func drawText(
    _ paragraphs: [SafeText], _ title: SafeText, _ keys: SafeText, on canvas: inout Canvas
  ) {
    let columns = max(20, min(canvas.size.columns - 4, 72))
    let lines = paragraphs.flatMap { wrapped($0, columns - 4) }
    let area = PopupLayout.place(
      Size(columns: columns, rows: lines.count + 5), in: Rect(canvas.size), .centred)
    PopupView.frame(area, title, on: &canvas)
    canvas.within(PopupView.inner(area)) { canvas in
      for (row, line) in lines.prefix(max(1, canvas.size.rows - 2)).enumerated() {
        canvas.draw(line, row: row + 1, column: 0)
      }
      canvas.draw(keys, row: canvas.size.rows - 1, column: 0, style: Style(.key))
    }
  }

  private static func drawEmpathy(
    _ popup: RehearsalPopup, _ state: AppState, on canvas: inout Canvas
  ) -> ScreenPosition? {
    let words = state.words
    let columns = max(24, min(canvas.size.columns - 4, 90))
    let area = PopupLayout.place(Size(columns: columns, rows: 12), in: Rect(canvas.size), .centred)
    PopupView.frame(area, words("rehearsal.empathy.title"), on: &canvas)
    let inner = PopupView.inner(area)
    var cursor: ScreenPosition?
    canvas.within(inner) { canvas in
      for (row, line) in wrapped(words("rehearsal.empathy.ask"), canvas.size.columns).prefix(2).enumerated() {
        canvas.draw(line, row: row, column: 0, style: .muted)
      }
      let labels = EmpathyMap.Part.allCases.map { RehearsalText.label($0, words) }
      let width = (labels.map(\.columns).max() ?? 0) + 2
      for (place, label) in labels.enumerated() {
        let row = 3 + place
        let isSelected = place == popup.selected
        canvas.draw(label, row: row, column: 0, style: isSelected ? .title : Style(.accent))
        let (text, column) = popup.guesses[place].shown(columns: max(1, canvas.size.columns - width))
        canvas.draw(text, row: row, column: width)
        if isSelected {
          cursor = ScreenPosition(
            row: inner.row + row, column: inner.column + min(width + column, canvas.size.columns - 1))
        }
      }
      canvas.draw(words("rehearsal.empathy.keys"), row: canvas.size.rows - 1, column: 0, style: Style(.key))
    }
    return cursor
  }

  // MARK: - Texts that are read

  private static func area(on size: Size) -> Rect {
    PopupLayout.place(
      Size(columns: min(size.columns - 2, 110), rows: size.rows - 2), in: Rect(size), .centred)
  }

  private static func lines(_ popup: RehearsalPopup, _ state: AppState, columns: Int) -> [SafeText] {
    guard let room = state.rehearsal else { return [] }
    let paragraphs =
      popup.page == .card
      ? RehearsalText.card(room.rehearsal, state.words)
      : RehearsalText.report(room, popup, state.words, utcOffset: state.utcOffset)
    return paragraphs.flatMap { wrapped($0, columns) }
  }

  /// The last first line that a text can be scrolled to.
  static func lastOffset(_ popup: RehearsalPopup, _ state: AppState) -> Int {
    let inner = PopupView.inner(area(on: state.size))
    return max(0, lines(popup, state, columns: inner.columns).count - max(1, inner.rows - 1))
  }

  private static func drawRead(
    _ popup: RehearsalPopup, _ state: AppState, _ title: SafeText, _ keys: SafeText, on canvas: inout Canvas
  ) {
    let area = area(on: canvas.size)
    PopupView.frame(area, title, on: &canvas)
    let inner = PopupView.inner(area)
    let lines = lines(popup, state, columns: inner.columns)
    canvas.within(inner) { canvas in
      for (row, line) in lines.dropFirst(popup.offset).prefix(max(1, canvas.size.rows - 1)).enumerated() {
        let isHeading = line.string.first.map { $0 != " " && !$0.isNumber } ?? false
        canvas.draw(line, row: row, column: 0, style: isHeading ? .title : .plain)
      }
      canvas.draw(keys, row: canvas.size.rows - 1, column: 0, style: Style(.key))
    }
  }

  /// A paragraph in rows, those after the first as far in as its text.
  private static func wrapped(_ text: SafeText, _ columns: Int) -> [SafeText] {
    if text.string.isEmpty { return [.empty] }
    let indent =
      text.string.prefix { $0 == " " }.count
      + (text.string.contains("✓") || text.string.contains("✗") ? 2 : 0)
    let blanks = SafeText(String(repeating: " ", count: min(indent, 8)))
    return TextWrap.wrap(text, columns: max(8, columns - min(indent, 8))).enumerated().map { row, piece in
      row == 0 ? text.part(piece.shown) : blanks + text.part(piece.shown)
    }
  }
}
