import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

/// Draws the outbox: desks that are away, one row for each thing, all of the selected one, the keys.
///
/// The bottom line stays free for what is said about it.
enum OutboxView {
  private struct Plan {
    var desks: [StyledLine]
    var listRows: Int
    var detailRows: Int
  }

  private static func box(on screen: Size) -> Rect {
    let columns = screen.columns < Layout.columnsForPanes ? screen.columns : min(screen.columns - 4, 150)
    // The rule above the bottom line tells of desks, too: it is left in sight where there is room.
    let rows = max(3, screen.rows - (screen.rows < 20 ? 2 : 3))
    return PopupLayout.place(Size(columns: columns, rows: rows), in: Rect(screen), .centred)
  }

  /// Whether a cell of the screen belongs to it.
  static func contains(_ place: ScreenPosition, on screen: Size) -> Bool { box(on: screen).contains(place) }

  /// The row of the list under a cell of the screen, from 0; nil where none is.
  static func row(at place: ScreenPosition, of view: OutboxPopup, in state: AppState) -> Int? {
    let inner = PopupView.inner(box(on: state.size))
    let plan = plan(state)
    let row = place.row - inner.row - (plan.desks.isEmpty ? 0 : plan.desks.count + 1)
    guard inner.contains(place), (0..<plan.listRows).contains(row) else { return nil }
    let found = view.cursor.top + row
    return found < state.outbox.items.count ? found : nil
  }

  /// How the rows of the box are shared.
  private static func plan(_ state: AppState) -> Plan {
    let inner = PopupView.inner(box(on: state.size))
    var desks: [StyledLine] = []
    for status in state.desks.away + state.desks.reading {
      let text = DeskLine.sentence(of: status, state, isShort: false)
      let style = Style(status.away == nil ? .accent : status.away?.needsPerson == true ? .error : .warning)
      desks += TextWrap.wrap(text, columns: max(1, inner.columns)).map {
        StyledLine(text.part($0.shown), style)
      }
    }
    desks = Array(desks.prefix(inner.rows < 12 ? 0 : 4))
    // A rule above the text, the keys below it.
    let rows = max(2, inner.rows - 2 - (desks.isEmpty ? 0 : desks.count + 1))
    let list = min(max(1, state.outbox.items.count), max(1, rows / 2))
    return Plan(desks: desks, listRows: list, detailRows: max(1, rows - list))
  }

  /// Rows of the list on this screen.
  static func listRows(in state: AppState) -> Int { plan(state).listRows }

  /// How far a page of the text goes on.
  static func page(in state: AppState) -> Int { max(1, plan(state).detailRows - 1) }

  /// The last row of the selected text to which it can be scrolled.
  static func lastOffset(of view: OutboxPopup, in state: AppState) -> Int {
    guard let item = view.selected.flatMap({ state.outbox[$0] }) else { return 0 }
    let columns = PopupView.inner(box(on: state.size)).columns
    return max(0, OutboxText.lines(of: item, state, columns: columns).count - plan(state).detailRows)
  }

  static func draw(_ view: OutboxPopup, _ state: AppState, on canvas: inout Canvas) {
    let words = state.words
    let area = box(on: canvas.size)
    let plan = plan(state)
    PopupView.frame(area, words("outbox.title"), on: &canvas)
    canvas.within(PopupView.inner(area)) { canvas in
      var row = 0
      for line in plan.desks {
        canvas.draw(line, row: row)
        row += 1
      }
      if row > 0 { row += 1 }
      let last = canvas.size.rows - 1
      guard let item = view.selected.flatMap({ state.outbox[$0] }) else {
        let text = words("outbox.empty")
        for (line, piece) in TextWrap.wrap(text, columns: max(1, canvas.size.columns)).enumerated()
        where row + line < last {
          canvas.draw(text, of: piece, row: row + line, column: 0, style: .muted)
        }
        canvas.draw(words("outbox.keys.none"), row: last, column: 0, style: Style(.key))
        return
      }
      var list = view.cursor
      list.resize(count: state.outbox.items.count, height: plan.listRows)
      for place in list.visible {
        draw(state.outbox.items[place], state, row: row, isSelected: place == list.selected, on: &canvas)
        row += 1
      }
      drawText(of: item, view, state, from: row, to: last, on: &canvas)
      canvas.draw(keys(for: item, view, state), row: last)
    }
  }

  /// One thing: whose it is, what it is, who reads it, how far it has come, since when, how often it was tried.
  private static func draw(
    _ item: PendingIntent, _ state: AppState, row: Int, isSelected: Bool, on canvas: inout Canvas
  ) {
    let width = canvas.size.columns
    let dot = StyledRun(SafeText(" · "), .muted)
    let name = state.outboxName(of: item.intent.conversation)
    let nameColumns = min(24, max(8, width / 6))
    let audience = OutboxText.audience(item, state)
    var trailing: [StyledRun] = []
    if !audience.isEmpty, width >= 60 || item.intent.reply?.audience == .world {
      let isPublic = item.intent.reply?.audience == .world
      trailing += [StyledRun(audience, Style(isPublic ? .publicAudience : .muted, bold: isPublic)), dot]
    }
    trailing.append(OutboxText.short(item, state))
    if width >= 60 {
      let since = ClockText.short(item.addedAt, state.utcOffset, now: state.now, state.words)
      trailing += [dot, StyledRun(since, .muted)]
      if item.attempts > 0 {
        trailing.append(StyledRun(state.words("outbox.times", SafeText(String(item.attempts))), .muted))
      }
    }
    let bar = StyledRun(SafeText(isSelected ? "▌ " : "  "), Style(.accent))
    canvas.draw(
      StyledLine(
        [
          bar, StyledRun(name.padded(to: nameColumns), .title), StyledRun(SafeText(" ")),
          StyledRun(OutboxText.what(item, state)),
        ], trailing: trailing), row: row)
    if isSelected {
      canvas.restyle(Rect(column: 0, row: row, columns: width, rows: 1)) { $0.reversed }
    }
  }

  /// A rule that says whom it is for, and as much of the rest as there is room for.
  private static func drawText(
    of item: PendingIntent, _ view: OutboxPopup, _ state: AppState, from row: Int, to last: Int,
    on canvas: inout Canvas
  ) {
    guard row < last else { return }
    let columns = canvas.size.columns
    let lines = OutboxText.lines(of: item, state, columns: columns)
    let shown = lines.dropFirst(view.offset).prefix(max(0, last - row - 1))
    let hidden = lines.count - view.offset - shown.count
    let heading = OutboxText.heading(of: item, state)
    let more =
      hidden > 0 ? SafeText(" · ") + state.words("outbox.more", SafeText(String(hidden))) : SafeText.empty
    canvas.drawRule(
      row: row, columns: 0..<columns,
      heading: heading.truncated(to: max(1, columns - 4 - more.columns)) + more, style: Style(.border),
      headingStyle: .title)
    for (line, text) in shown.enumerated() { canvas.draw(text, row: row + 1 + line) }
  }

  /// The keys that do something to the selected thing.
  private static func keys(for item: PendingIntent, _ view: OutboxPopup, _ state: AppState) -> StyledLine {
    let words = state.words
    if view.isAsked == item.intent.clientKey {
      let isUncertain = if case .uncertain = item.state { true } else { false }
      let key = isUncertain ? "outbox.askUncertain" : "outbox.ask"
      return StyledLine(words(key), Style(.error, bold: true))
    }
    if state.outbox.leaving[item.intent.clientKey] != nil {
      return StyledLine(words("outbox.keys.isBack"), Style(.key))
    }
    var keys: [SafeText] = []
    if item.canBeRetried { keys.append(words("outbox.key.retry")) }
    if item.canBeEdited { keys.append(words("outbox.key.edit")) }
    keys.append(words(item.canBeGivenUp ? "outbox.key.giveUp" : "outbox.key.none"))
    keys += [words("outbox.key.open"), words("outbox.key.back")]
    return StyledLine(
      keys.dropFirst().reduce(keys[0]) { $0 + SafeText(" · ") + $1 }, Style(.key))
  }
}
