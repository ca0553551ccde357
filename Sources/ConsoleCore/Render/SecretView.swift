import DeskModel
import ScreenKit
import TextLayout
import Widgets

/// Draws the question why a secret is to be shown, and the secret.
enum SecretView {
  /// Draws it and says where the cursor stands.
  static func draw(_ secret: SecretPopup, _ state: AppState, on canvas: inout Canvas) -> ScreenPosition? {
    let words = state.words
    if let shown = secret.shown {
      draw(shown, state, on: &canvas)
      return nil
    }
    let area = PopupLayout.place(
      Size(columns: 64, rows: min(secret.marks.count, 8) + 6), in: Rect(canvas.size), .centred)
    PopupView.frame(area, words("secret.title"), on: &canvas)
    let inner = PopupView.inner(area)
    let rows = max(1, inner.rows - 4)
    var list = ListCursor(count: secret.marks.count, height: rows)
    list.select(secret.selected)
    var cursor = ScreenPosition(row: inner.row, column: inner.column)
    canvas.within(inner) { canvas in
      for (row, place) in list.visible.enumerated() {
        let isSelected = place == secret.selected
        canvas.draw(
          StyledLine(
            [
              StyledRun(SafeText(isSelected ? "▌" : " "), Style(.accent)),
              StyledRun(kind(secret.marks[place], words), isSelected ? .title : .plain),
            ], trailing: [StyledRun(left(secret.marks[place], state), .muted)]), row: row)
      }
      let question = canvas.draw(words("secret.why"), row: rows, column: 0, style: Style(.accent, bold: true))
      let (text, place) = secret.reason.shown(columns: max(1, canvas.size.columns - question))
      canvas.draw(text, row: rows, column: question)
      if secret.reason.isEmpty {
        canvas.draw(words("secret.whyHint"), row: rows, column: question, style: Style(.placeholder))
      }
      cursor = ScreenPosition(
        row: inner.row + rows, column: inner.column + min(question + place, canvas.size.columns - 1))
      canvas.draw(words("secret.written"), row: rows + 2, column: 0, style: .muted)
      canvas.draw(words("secret.keys"), row: rows + 3, column: 0, style: Style(.key))
    }
    return cursor
  }

  private static func draw(_ shown: SecretPopup.Shown, _ state: AppState, on canvas: inout Canvas) {
    let columns = max(10, min(canvas.size.columns - 4, 100))
    let lines = TextWrap.wrap(shown.value, columns: columns - 4).map { shown.value.part($0.shown) }
    let area = PopupLayout.place(
      Size(columns: columns, rows: min(lines.count + 5, canvas.size.rows)), in: Rect(canvas.size), .centred)
    PopupView.frame(area, kind(shown.mark, state.words), on: &canvas)
    canvas.within(PopupView.inner(area)) { canvas in
      for (row, line) in lines.prefix(max(1, canvas.size.rows - 2)).enumerated() {
        canvas.draw(line, row: row + 1, column: 1, style: .title)
      }
      let seconds = max(0, shown.until.milliseconds - state.now.milliseconds + 999) / 1_000
      canvas.draw(
        state.words("secret.hidden", SafeText(String(seconds))), row: canvas.size.rows - 1, column: 0,
        style: Style(.key))
    }
  }

  /// What a secret is, in a word of ours; the desk's own word for what we do not know.
  static func kind(_ mark: HeldSecretMark, _ words: Words) -> SafeText {
    switch mark.kind {
    case "password": words("secret.kind.password")
    case "key": words("secret.kind.key")
    case "seed": words("secret.kind.seed")
    case "answer": words("secret.kind.answer")
    case "card": words("secret.kind.card")
    case "account": words("secret.kind.account")
    case "link": words("secret.kind.link")
    default: SafeText(line: mark.kind)
    }
  }

  /// How long it is still held.
  static func left(_ mark: HeldSecretMark, _ state: AppState) -> SafeText {
    state.words("secret.left", ClockText.span(seconds: mark.expires.seconds(since: state.now), state.words))
  }
}
