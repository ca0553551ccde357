import ReplyTemplates
import ScreenKit
import TextLayout
import Widgets

/// Draws the guided scripts: the list, or one with its steps.
enum GuideView {
  private static let columns = 80

  static func draw(_ guide: GuidePopup, _ state: AppState, on canvas: inout Canvas) {
    guard let script = guide.script else { return drawList(guide, state, on: &canvas) }
    let words = state.words
    let width = min(Self.columns, canvas.size.columns) - 4
    var (lines, selected) = lines(of: script, guide, state, width)
    let rows = max(1, min(lines.count + 1, canvas.size.rows - 3))
    let top = max(0, min(selected - (rows - 1) * 2 / 3, lines.count - (rows - 1)))
    lines = Array(lines.dropFirst(top))
    let area = PopupLayout.place(
      Size(columns: width + 4, rows: rows + 2), in: Rect(canvas.size), .centred)
    PopupView.frame(area, SafeText(line: script.title), on: &canvas)
    canvas.within(PopupView.inner(area)) { canvas in
      let last = canvas.size.rows - 1
      for (row, line) in lines.prefix(last).enumerated() { canvas.draw(line, row: row) }
      canvas.draw(words("guide.keys"), row: last, column: 0, style: Style(.key))
    }
  }

  /// The rows of a script, and the one at which the selected item begins.
  private static func lines(
    of script: GuidedScript, _ guide: GuidePopup, _ state: AppState, _ width: Int
  ) -> ([StyledLine], Int) {
    var lines = wrapped(SafeText(line: script.moment), .muted, width, indent: 0)
    var selected = 0
    var number = 0
    for (step, content) in script.steps.enumerated() {
      lines.append(StyledLine(SafeText("\(step + 1)  ") + SafeText(line: content.title), .title))
      for item in content.items {
        let isSelected = number == guide.item
        if isSelected { selected = lines.count }
        let label = state.words("guide.kind.\(item.kind.rawValue)")
        let mark = SafeText(isSelected ? "▌" : " ")
        let style: Style = item.kind == .not ? Style(.warning) : item.kind == .do ? .muted : .plain
        let shown = wrapped(
          SafeText(line: state.words(of: item, in: script)), style, max(10, width - 9), indent: 9)
        for (row, line) in shown.enumerated() {
          var line = line
          let head = row == 0 ? padded(mark + label, 9) : padded(mark, 9)
          line.runs[0] = StyledRun(head, Style(isSelected ? .accent : .key, bold: isSelected))
          if isSelected { line.runs = line.runs.map { StyledRun($0.text, $0.style.bold) } }
          lines.append(line)
        }
        number += 1
      }
    }
    return (lines, selected)
  }

  private static func padded(_ text: SafeText, _ columns: Int) -> SafeText {
    text + SafeText(String(repeating: " ", count: max(0, columns - text.columns)))
  }

  private static func wrapped(_ text: SafeText, _ style: Style, _ columns: Int, indent: Int) -> [StyledLine] {
    TextWrap.wrap(text, columns: columns).map { row in
      let run = StyledRun(text.part(row.shown), style)
      return indent == 0
        ? StyledLine([run]) : StyledLine([StyledRun(SafeText(String(repeating: " ", count: indent))), run])
    }
  }

  private static func drawList(_ guide: GuidePopup, _ state: AppState, on canvas: inout Canvas) {
    let words = state.words
    let widest = guide.scripts.map { SafeText(line: $0.title).columns }.max() ?? 0
    let keys = words("guide.listKeys")
    let area = PopupLayout.place(
      Size(columns: max(widest, keys.columns) + 5, rows: guide.scripts.count + 3), in: Rect(canvas.size),
      .centred)
    PopupView.frame(area, words("guide.title"), on: &canvas)
    canvas.within(PopupView.inner(area)) { canvas in
      var list = guide.cursor
      list.resize(count: guide.scripts.count, height: max(1, canvas.size.rows - 1))
      for (row, place) in list.visible.enumerated() {
        canvas.draw(StyledLine(SafeText(" ") + SafeText(line: guide.scripts[place].title)), row: row)
        if place == list.selected {
          canvas.restyle(Rect(column: 0, row: row, columns: canvas.size.columns, rows: 1)) { $0.reversed }
        }
      }
      canvas.draw(keys, row: canvas.size.rows - 1, column: 0, style: Style(.key))
    }
  }
}
