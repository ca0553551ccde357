import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

/// Draws the search over the whole desk: the field, two rows a hit, the keys.
enum SearchView {
  /// Rows that are no hits: frame, field, a sentence, keys.
  private static let otherRows = 5

  /// Hits that fit a screen.
  static func hitRows(on screen: Size) -> Int { max(1, (screen.rows - otherRows) / 2) }

  /// Draws it and says where the cursor stands.
  static func draw(_ search: DeskSearch, _ state: AppState, on canvas: inout Canvas) -> ScreenPosition? {
    let words = state.words
    let box = Rect(canvas.size)
    PopupView.frame(box, words("search.title"), on: &canvas)
    var cursor: ScreenPosition?
    canvas.within(PopupView.inner(box)) { canvas in
      let (columns, rows) = (canvas.size.columns, canvas.size.rows)
      let prompt = canvas.draw(SafeText("› "), row: 0, column: 0, style: Style(.accent, bold: true))
      let (text, place) = search.field.shown(columns: columns - prompt)
      canvas.draw(text, row: 0, column: prompt)
      if search.field.isEmpty {
        canvas.draw(words("search.hint"), row: 0, column: prompt, style: Style(.placeholder))
      }
      cursor = ScreenPosition(
        row: canvas.area.row, column: canvas.area.column + min(prompt + place, columns - 1))
      canvas.draw(status(search, state), row: 1)
      var list = search.cursor
      list.resize(count: search.hits.count, height: max(1, (rows - 3) / 2))
      for (line, place) in list.visible.enumerated() {
        draw(search.hits[place], state, row: 2 + line * 2, isSelected: place == list.selected, on: &canvas)
      }
      canvas.draw(words("search.keys"), row: rows - 1, column: 0, style: Style(.key))
    }
    return cursor
  }

  /// How many were found, whether more is looked for, or why there is nothing: one sentence for each.
  private static func status(_ search: DeskSearch, _ state: AppState) -> StyledLine {
    let words = state.words
    if let error = search.deskError { return StyledLine(state.sentence(for: error), Style(.error)) }
    var runs: [StyledRun] = []
    if search.wanted == nil {
      runs.append(StyledRun(words(search.field.isEmpty ? "search.empty" : "search.noWords"), .muted))
    } else if search.shown != nil, search.hits.isEmpty, search.asked == nil {
      runs.append(StyledRun(words("search.nothing")))
    } else if !search.hits.isEmpty {
      let count = SafeText(String(search.hits.count))
      runs.append(StyledRun(search.isCut ? words("search.most", count) : words("search.found", count)))
    }
    if search.asked != nil {
      let share = SafeText(String(search.progress / 10))
      runs.append(StyledRun(SafeText("  ") + words("search.going", share), .muted))
    }
    if let error = search.filterError {
      runs.append(StyledRun(SafeText("  ") + FilterView.sentence(for: error, words), .muted))
    }
    return StyledLine(runs)
  }

  private static func draw(
    _ hit: SearchHit, _ state: AppState, row: Int, isSelected: Bool, on canvas: inout Canvas
  ) {
    let bar = StyledRun(SafeText(isSelected ? "▌ " : "  "), Style(.accent))
    let when = ClockText.short(hit.at, state.utcOffset, now: state.now, state.words)
    var first = [bar, StyledRun(SafeText(line: hit.summary.contactName), .title)]
    first.append(StyledRun(SafeText(" · ") + SafeText(line: hit.summary.subject)))
    let status = state.statusWord(hit.summary.status)
    canvas.draw(
      StyledLine(first, trailing: [StyledRun(status + SafeText("  ") + when, .muted)]), row: row)
    var second = [bar, StyledRun(SafeText(hit.author.isEmpty ? " " : "   "))]
    if !hit.author.isEmpty {
      second.append(StyledRun(SafeText(line: hit.author) + SafeText("  "), .muted))
    }
    canvas.draw(StyledLine(second + excerpt(hit)), row: row + 1)
    if isSelected {
      canvas.restyle(Rect(column: 0, row: row, columns: canvas.size.columns, rows: 1)) { $0.reversed }
    }
  }

  /// The excerpt with the words that were looked for reversed.
  static func excerpt(_ hit: SearchHit) -> [StyledRun] {
    let utf8 = hit.excerpt.utf8
    var runs: [StyledRun] = []
    var place = 0
    func add(_ range: Range<Int>, _ style: Style) {
      let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
      let part = hit.excerpt[start..<utf8.index(start, offsetBy: range.count)]
      if !part.isEmpty { runs.append(StyledRun(SafeText(line: String(part)), style)) }
    }
    // Places come from outside: those that make no sense mark nothing.
    for range in hit.matches where range.lowerBound >= place && range.upperBound <= utf8.count {
      guard Self.isBoundary(range.lowerBound, hit.excerpt), Self.isBoundary(range.upperBound, hit.excerpt)
      else { continue }
      add(place..<range.lowerBound, .plain)
      add(range, Style(.mark, bold: true, reversed: true))
      place = range.upperBound
    }
    add(place..<utf8.count, .plain)
    return runs
  }

  /// Whether a text can be cut at a byte: between two scalars.
  private static func isBoundary(_ offset: Int, _ text: String) -> Bool {
    text.utf8.index(text.startIndex, offsetBy: offset).samePosition(in: text.unicodeScalars) != nil
  }
}
