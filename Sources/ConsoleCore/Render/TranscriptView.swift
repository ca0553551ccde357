import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

/// The conversation pane.
struct TranscriptView: Equatable {
  private var heading: StyledLine
  /// What it is about, and who else is there.
  private var subject: StyledLine
  private var layout: TranscriptLayout?
  private var scroll = TranscriptScroll.following
  private var selected: Int?
  private var empty: SafeText
  private var found: [EntryID: [Range<Int>]] = [:]
  private var foundNow: FindMatch?

  init(_ state: AppState) {
    empty = .empty
    subject = StyledLine(
      [StyledRun(SafeText(line: state.open?.conversation.subject ?? ""), .muted)],
      trailing: state.open.map { PresenceText.line(state.others(at: $0.conversation.id), state) } ?? [])
    guard let open = state.open else {
      heading = StyledLine()
      empty =
        state.queue.isLoaded
        ? state.words("conversation.none", SafeText(state.keymap.label(for: .toggleQueue) ?? ""))
        : state.words("conversation.loading")
      return
    }
    heading = Self.heading(open, state)
    let pane = state.layout.panes[.conversation]
    layout = TranscriptLayout(open, in: state, columns: pane?.columns ?? 0)
    scroll = open.scroll
    selected = state.focus == .conversation ? open.selectedItem : nil
    if let find = state.find {
      found = Dictionary(grouping: find.matches, by: \.entry).mapValues { $0.map(\.range) }
      foundNow = find.current.map { find.matches[$0] }
    }
    if open.items.isEmpty { empty = state.words("conversation.empty") }
  }

  /// Who, what, where it stands, since when it waits.
  private static func heading(_ open: OpenConversation, _ state: AppState) -> StyledLine {
    let conversation = open.conversation
    let separator = StyledRun(SafeText(" · "), .muted)
    var runs = [StyledRun(SafeText(line: conversation.contact.displayName), .title)]
    func add(_ text: SafeText, _ style: Style = .plain) {
      if !text.isEmpty { runs += [separator, StyledRun(text, style)] }
    }
    if conversation.contact.isVIP { add(state.words("badge.vip"), Style(.badge, bold: true)) }
    if conversation.shape == .publicThread {
      add(state.words("badge.public"), Style(.publicAudience, bold: true))
    }
    add(state.statusWord(conversation.status))
    let (urgency, style) = UrgencyText.of(open.summary, state, saysVIP: false)
    add(urgency, style)
    if let assignee = conversation.assignee {
      let isMe = assignee.id == state.settings.me.id
      add(isMe ? state.words("heading.yours") : SafeText(line: assignee.name), .muted)
    } else {
      add(state.words("heading.nobodys"), .muted)
    }
    add(SafeText(line: conversation.channel), .muted)
    return StyledLine(runs)
  }

  func draw(on canvas: inout Canvas) {
    canvas.draw(heading, row: 0)
    canvas.draw(subject, row: 1)
    guard let layout, empty.isEmpty else {
      drawEmpty(on: &canvas)
      return
    }
    let scroller = TranscriptScroller(layout, scroll, rows: canvas.size.rows - TranscriptLayout.headingRows)
    let (items, skipped) = scroller.shown()
    var row = TranscriptLayout.headingRows - skipped
    for (item, lines) in items {
      for line in lines {
        if row >= TranscriptLayout.headingRows, row < canvas.size.rows {
          draw(line, row: row, isSelected: item == selected, on: &canvas)
          if !found.isEmpty { mark(line, of: layout.items[item], layout, row: row, on: &canvas) }
        }
        row += 1
      }
    }
  }

  /// Makes the words that are looked for stand out; the present match in another way than the rest.
  private func mark(
    _ line: TranscriptRow, of item: TranscriptItem, _ layout: TranscriptLayout, row: Int,
    on canvas: inout Canvas
  ) {
    guard case .text(let text, let piece, let indent, _) = line, case .entry(let place) = item else { return }
    let entry = layout.conversation.entries[place].id
    let start = Self.column(of: piece, indent, canvas.size.columns)
    for range in found[entry] ?? [] {
      let isNow = foundNow == FindMatch(entry: entry, range: range)
      for run in text.columns(of: range, in: piece) {
        canvas.restyle(Rect(column: start + run.lowerBound, row: row, columns: run.count, rows: 1)) { style in
          isNow ? Style(.mark, bold: true) : style.reversed
        }
      }
    }
  }

  private static func column(of piece: Row, _ indent: Int, _ columns: Int) -> Int {
    piece.isRightToLeft ? max(indent, columns - 1 - piece.columns) : indent
  }

  private func drawEmpty(on canvas: inout Canvas) {
    for (row, piece) in TextWrap.wrap(empty, columns: max(1, canvas.size.columns - 2)).enumerated() {
      canvas.draw(
        empty, of: piece, row: row + TranscriptLayout.headingRows, column: 1, style: .muted)
    }
  }

  private func draw(_ line: TranscriptRow, row: Int, isSelected: Bool, on canvas: inout Canvas) {
    let columns = canvas.size.columns
    if isSelected, line != .blank {
      canvas.fill(Rect(column: 0, row: row, columns: 1, rows: 1), with: "▌", Style(.accent))
    }
    switch line {
    case .blank: break
    case .separator(let text, let style):
      let start = max(0, (columns - text.columns - 2) / 2)
      var column = start % 2
      while column < columns {
        canvas.draw(SafeText("·"), row: row, column: column, style: .muted)
        column += 2
      }
      canvas.fill(Rect(column: start, row: row, columns: text.columns + 2, rows: 1), style)
      canvas.draw(text, row: row, column: start + 1, style: style)
    case .header(let header): canvas.draw(header, row: row, column: 1, columns: columns - 2)
    case .text(let text, let piece, let indent, let style):
      let column = Self.column(of: piece, indent, columns)
      canvas.draw(text, of: piece, row: row, column: column, style: style)
    }
  }
}
