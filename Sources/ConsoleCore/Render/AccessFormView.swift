import DeskModel
import ReplyTemplates
import ScreenKit
import TextLayout
import Widgets

/// Draws the form of the safe request: what is filled in, and below it the text as the customer would read it.
enum AccessFormView {
  private static let widest = 100
  /// Rows above the text: where the words go, four rows of the form, a rule.
  private static let above = 6
  /// Rows below the text: the keys.
  private static let below = 1

  /// The text as the customer would read it.
  static func lines(_ form: AccessForm, _ state: AppState) -> [StyledLine] {
    let columns = columns(on: state.size)
    guard let text = state.requestText(form).map({ SafeText($0) }) else {
      return [StyledLine(state.words("request.none"), Style(.error))]
    }
    return TextWrap.wrap(text, columns: columns).map { StyledLine(text.part($0.shown), .plain) }
  }

  /// How many rows of the text are shown at a time, with the one that says how much is hidden.
  static func shownRows(_ form: AccessForm, _ state: AppState) -> Int {
    max(1, PopupView.inner(box(lines(form, state).count, on: state.size)).rows - above - below)
  }

  private static func columns(on screen: Size) -> Int { max(1, min(widest, screen.columns - 2) - 4) }

  private static func box(_ lines: Int, on screen: Size) -> Rect {
    let wished = Size(
      columns: columns(on: screen) + 4, rows: min(lines + above + below + 2, screen.rows - 2))
    return PopupLayout.place(wished, in: Rect(screen), .centred)
  }

  /// Draws it and says where the cursor stands; nil where nothing is typed.
  static func draw(_ form: AccessForm, _ state: AppState, on canvas: inout Canvas) -> ScreenPosition? {
    let words = state.words
    let who = SafeText(line: state.open?.conversation.contact.displayName ?? "")
    let text = lines(form, state)
    let box = box(text.count, on: canvas.size)
    PopupView.frame(box, words("request.title", who), on: &canvas)
    var cursor: ScreenPosition?
    canvas.within(PopupView.inner(box)) { canvas in
      let size = canvas.size
      canvas.draw(hint(state), row: 0, column: 0, style: .muted)
      let labels = AccessForm.Row.allCases.map { words("request.field.\($0.rawValue)") }
      let start = 1 + (labels.map(\.columns).max() ?? 0) + 2
      for (place, row) in AccessForm.Row.allCases.enumerated() {
        let isSelected = row == form.row
        if isSelected { canvas.draw(SafeText("▌"), row: place + 1, column: 0, style: Style(.accent)) }
        canvas.draw(
          labels[place], row: place + 1, column: 1, style: isSelected ? .title : Style(.key))
        let end = drawValue(row, form, state, row: place + 1, from: start, on: &canvas)
        if isSelected, let end {
          cursor = ScreenPosition(
            row: canvas.area.row + place + 1, column: canvas.area.column + min(end, size.columns - 1))
        }
      }
      canvas.fill(Rect(column: 0, row: above - 1, columns: size.columns, rows: 1), with: "─", Style(.border))
      let reader = SafeText(line: state.open?.conversation.contact.shortName ?? "")
      canvas.draw(words("request.preview", reader), row: above - 1, column: 2, style: .muted)
      drawText(text, form, words, on: &canvas)
      canvas.draw(
        words("request.keys", SafeText(state.keymap.label(for: .safeRequest) ?? "")), row: size.rows - 1,
        column: 0, style: Style(.key))
    }
    return cursor
  }

  /// In which language the words must be, and what stands where there are none.
  private static func hint(_ state: AppState) -> SafeText {
    let locale = state.answers.library.flatMap { state.requestWords($0) }.map { "\($0.locale)" } ?? ""
    return state.words("request.hint", LanguageName.of(locale, state.words) ?? SafeText(line: locale))
  }

  /// Draws what a row holds, and gives the column of its cursor; nil where nothing is typed.
  private static func drawValue(
    _ row: AccessForm.Row, _ form: AccessForm, _ state: AppState, row line: Int, from start: Int,
    on canvas: inout Canvas
  ) -> Int? {
    guard let field = form.field(row) else {
      canvas.draw(state.words("request.account.\(form.kind.rawValue)"), row: line, column: start)
      return nil
    }
    guard !field.isEmpty else {
      if let fallback = state.requestFallback(row, form) {
        let shown = state.words("request.fallback", SafeText(line: fallback))
        canvas.draw(shown, row: line, column: start, style: Style(.placeholder))
      }
      return start
    }
    var room = canvas.size.columns - start
    if row == .until {
      let note = until(form, state)
      let column = canvas.size.columns - note.columns
      if column > start + 12 {
        canvas.draw(note, row: line, column: column, style: .muted)
        room = column - 1 - start
      }
    }
    let (text, place) = field.shown(columns: max(1, room))
    canvas.draw(text, row: line, column: start)
    return start + place
  }

  /// What the words for the end are taken for.
  private static func until(_ form: AccessForm, _ state: AppState) -> SafeText {
    guard let end = state.endOfAccess(form) else { return state.words("request.asWritten") }
    return state.words("request.falls", ClockText.moment(end, state.utcOffset, now: state.now, state.words))
  }

  private static func drawText(
    _ lines: [StyledLine], _ form: AccessForm, _ words: Words, on canvas: inout Canvas
  ) {
    let rows = max(0, canvas.size.rows - above - below)
    let rest = lines.dropFirst(min(form.offset, max(0, lines.count - rows)))
    let isCut = rest.count > rows
    let shown = isCut ? max(0, rows - 1) : rest.count
    for (row, line) in rest.prefix(shown).enumerated() { canvas.draw(line, row: above + row) }
    if isCut, rows > 0 {
      let more = words("customer.more", SafeText(String(rest.count - shown)))
      canvas.draw(more, row: above + rows - 1, column: 0, style: .muted)
    }
  }
}
