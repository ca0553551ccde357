import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

/// Draws the question for a path: what was typed, and what begins so in its folder.
enum PathPopupView {
  /// Where it stands on a screen.
  static func area(on screen: Size) -> Rect {
    PopupLayout.place(Size(columns: 72, rows: PathPrompt.rows + 3), in: Rect(screen), .centred)
  }

  /// The match that stands under a cell of the screen; nil where none does.
  static func match(at place: ScreenPosition, of prompt: PathPrompt, on screen: Size) -> Int? {
    let inner = PopupView.inner(area(on: screen))
    let rows = list(of: prompt, in: inner).visible
    let row = rows.lowerBound + place.row - inner.row - 1
    return inner.contains(place) && rows.contains(row) ? row : nil
  }

  private static func list(of prompt: PathPrompt, in inner: Rect) -> ListCursor {
    var list = prompt.cursor
    list.resize(count: prompt.matches.count, height: max(0, inner.rows - 1))
    return list
  }

  /// Draws it and says where the cursor stands.
  static func draw(_ prompt: PathPrompt, _ state: AppState, on canvas: inout Canvas) -> ScreenPosition {
    let area = area(on: canvas.size)
    PopupView.frame(area, state.words("picker.path"), on: &canvas)
    let inner = PopupView.inner(area)
    var end = 0
    canvas.within(inner) { canvas in
      let start = canvas.draw(SafeText("› "), row: 0, column: 0, style: Style(.accent, bold: true))
      // Of a long path the end is what matters.
      let room = max(1, canvas.size.columns - start - 1)
      let typed = ending(of: SafeText(line: prompt.text), columns: room)
      end = canvas.draw(typed, row: 0, column: start)
      if prompt.text.isEmpty {
        canvas.draw(state.words("picker.pathHint"), row: 0, column: start, style: Style(.placeholder))
      }
      let matches = prompt.matches
      if matches.isEmpty {
        let key = prompt.items == nil ? "conversation.loading" : "picker.nothing"
        canvas.draw(state.words(key), row: 1, column: 0, style: .muted)
      }
      let list = list(of: prompt, in: inner)
      for (row, place) in list.visible.enumerated() {
        let item = matches[place]
        let name = SafeText(" ") + SafeText(line: item.name) + SafeText(item.isFolder ? "/" : "")
        let size = item.byteCount.map { [StyledRun(FileText.size($0, state.words), .muted)] } ?? []
        canvas.draw(StyledLine([StyledRun(name)], trailing: size), row: row + 1)
        if place == list.selected {
          canvas.restyle(Rect(column: 0, row: row + 1, columns: canvas.size.columns, rows: 1)) { $0.reversed }
        }
      }
    }
    return ScreenPosition(row: inner.row, column: min(inner.column + end, inner.endColumn - 1))
  }

  private static func ending(of text: SafeText, columns: Int) -> SafeText {
    var rest = text.string[...]
    while SafeText(String(rest)).columns > columns { rest = rest.dropFirst() }
    return SafeText(String(rest))
  }
}
