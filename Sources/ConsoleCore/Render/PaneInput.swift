import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

/// The parts of the screen that are drawn apart.
enum PaneKey: Hashable {
  case header, titles, bottomRule, bottom, composerRule, findings
  /// The vertical rule on a column.
  case rule(Int)
  case pane(Pane)

  /// All parts of a layout with their places.
  static func places(in layout: Layout) -> [(key: PaneKey, rect: Rect)] {
    var places: [(key: PaneKey, rect: Rect)] = [
      (.header, layout.header), (.titles, layout.titles), (.bottomRule, layout.bottomRule),
      (.bottom, layout.bottom),
    ]
    if layout.panes[.composer] != nil {
      places += [(.composerRule, layout.composerRule), (.findings, layout.findings)]
    }
    places += Pane.allCases.compactMap { pane in layout.panes[pane].map { (.pane(pane), $0) } }
    for column in layout.rules {
      let top = layout.titles.endRow
      places.append(
        (.rule(column), Rect(column: column, row: top, columns: 1, rows: layout.bottomRule.row - top)))
    }
    return places
  }
}

/// Everything that one part of the screen shows: equal inputs draw equal cells.
struct PaneInput: Equatable {
  /// What is drawn and how.
  enum Content: Equatable {
    case lines([StyledLine])
    case rule(heading: SafeText, style: Style, headingStyle: Style)
    case verticalRule
    case titles(TitlesView)
    case queue(QueueList)
    case transcript(TranscriptView)
    case thread(ThreadView)
    case customer(CustomerView)
    case composer(ComposerView)
  }

  var content: Content
  var size: Size

  init(_ key: PaneKey, _ state: AppState, _ rect: Rect) {
    size = rect.size
    switch key {
    case .header: content = .lines([HeaderLine.line(state, columns: rect.columns)])
    case .titles: content = .titles(TitlesView(state))
    case .rule: content = .verticalRule
    case .bottomRule:
      let line = DeskLine.text(state, columns: rect.columns)
      content = .rule(
        heading: line?.text ?? .empty, style: Style(.border), headingStyle: line?.style ?? Style(.border))
    case .bottom: content = .lines([BottomLine.line(state)])
    case .composerRule: content = ComposerView.rule(state)
    case .findings: content = .lines([ComposerView.findingsLine(state, columns: rect.columns)])
    case .pane(.queue): content = .queue(QueueList(state))
    case .pane(.conversation): content = .transcript(TranscriptView(state))
    case .pane(.thread): content = .thread(ThreadView(state))
    case .pane(.customer): content = .customer(CustomerView(state))
    case .pane(.composer): content = .composer(ComposerView(state))
    }
  }

  /// Draws over what an earlier input of the same part has drawn.
  ///
  /// - Returns: false when all must be drawn; nothing is drawn then.
  func drawChanges(since before: PaneInput?, on canvas: inout Canvas) -> Bool {
    guard let before, size == before.size, case .queue(let queue) = content,
      case .queue(let earlier) = before.content
    else { return false }
    return queue.drawChanges(since: earlier, on: &canvas)
  }

  func draw(on canvas: inout Canvas) {
    switch content {
    case .lines(let lines):
      for (row, line) in lines.enumerated() { canvas.draw(line, row: row) }
    case .rule(let heading, let style, let headingStyle):
      canvas.drawRule(
        row: 0, columns: 0..<size.columns, heading: heading, style: style, headingStyle: headingStyle)
    case .verticalRule:
      canvas.fill(Rect(column: 0, row: 0, columns: 1, rows: size.rows), with: "│", Style(.border))
    case .titles(let titles): titles.draw(on: &canvas)
    case .queue(let queue): queue.draw(on: &canvas)
    case .transcript(let transcript): transcript.draw(on: &canvas)
    case .thread(let thread): thread.draw(on: &canvas)
    case .customer(let customer): customer.draw(on: &canvas)
    case .composer(let composer): composer.draw(on: &canvas)
    }
  }
}
