package import ScreenKit

/// Where everything stands on a screen of some size.
///
/// 160 columns and more: queue, conversation, thread and customer side by side. From 100: the queue on
/// demand, in place of the customer. Below: one pane at a time, as tabs. Under 40 by 10: a sentence.
package struct Layout: Sendable, Hashable {
  /// What a layout is made from.
  package struct Request: Sendable, Hashable {
    /// The screen.
    package var size: Size
    /// The pane that has the keys.
    package var focus: Pane
    /// Whether the queue is shown where it is not shown by itself.
    package var showsQueue: Bool
    /// Rows that the answer would like to have, 1 or more; it gets at most a third.
    package var composerRows: Int

    /// Makes a request.
    package init(size: Size, focus: Pane, showsQueue: Bool, composerRows: Int) {
      self.size = size
      self.focus = focus
      self.showsQueue = showsQueue
      self.composerRows = composerRows
    }
  }

  /// What it was made from.
  package let request: Request
  /// How the panes share the screen.
  package enum Arrangement: Sendable, Hashable {
    /// Nothing fits.
    case tooSmall
    /// One pane at a time, with a row of tabs.
    case tabs
    /// Panes side by side.
    case columns
  }

  /// How the panes share the screen.
  package var arrangement = Arrangement.tooSmall
  /// The topmost row: desk, counts, three keys.
  package var header = Rect(column: 0, row: 0, columns: 0, rows: 0)
  /// The row of pane titles or tabs.
  package var titles = Rect(column: 0, row: 0, columns: 0, rows: 0)
  /// The panes that are on the screen; the composer's rule and findings are apart.
  package var panes = PanePlaces()
  /// The rule above the composer, which says who reads it.
  package var composerRule = Rect(column: 0, row: 0, columns: 0, rows: 0)
  /// The row under the composer, for findings.
  package var findings = Rect(column: 0, row: 0, columns: 0, rows: 0)
  /// The columns on which vertical rules stand.
  package var rules: [Int] = []
  /// The rule above the bottom line.
  package var bottomRule = Rect(column: 0, row: 0, columns: 0, rows: 0)
  /// The bottom line: the last look, a remark, or the keys of the moment.
  package var bottom = Rect(column: 0, row: 0, columns: 0, rows: 0)

  /// The smallest screen on which the console works.
  package static let least = Size(columns: 40, rows: 10)
  /// From this width on the queue is always shown.
  package static let columnsForRail = 160
  /// From this width on panes stand side by side.
  package static let columnsForPanes = 100

  /// Lays out a screen.
  package init(size: Size, focus: Pane, showsQueue: Bool, composerRows: Int) {
    self.init(Request(size: size, focus: focus, showsQueue: showsQueue, composerRows: composerRows))
  }

  /// Lays out a screen.
  package init(_ request: Request) {
    self.request = request
    let (size, focus) = (request.size, request.focus)
    guard size.columns >= Self.least.columns, size.rows >= Self.least.rows else { return }
    var rest = Rect(size)
    header = rest.takeTop(1)
    titles = rest.takeTop(1)
    bottom = rest.takeBottom(1)
    bottomRule = rest.takeBottom(1)
    if size.columns < Self.columnsForPanes {
      arrangement = .tabs
      let pane = focus == .composer ? .conversation : focus
      if pane == .conversation { placeComposer(&rest, request.composerRows) }
      panes[pane] = rest
      return
    }
    arrangement = .columns
    placeColumns(
      &rest, size: size, showsQueue: request.showsQueue, composerRows: request.composerRows)
  }

  private mutating func placeColumns(_ rest: inout Rect, size: Size, showsQueue: Bool, composerRows: Int) {
    let hasRail = size.columns >= Self.columnsForRail
    if hasRail || showsQueue {
      panes[.queue] = rest.takeLeft(hasRail ? 32 + (size.columns - Self.columnsForRail) / 10 : 34)
      addRule(&rest)
    }
    if hasRail || !showsQueue {
      panes[.customer] = rest.takeRight(min(34, max(24, size.columns * 24 / 100)))
      rules.append(rest.endColumn - 1)
      _ = rest.takeRight(1)
    }
    panes[.thread] = rest.takeRight(rest.columns * 46 / 100)
    rules.append(rest.endColumn - 1)
    _ = rest.takeRight(1)
    placeComposer(&rest, composerRows)
    panes[.conversation] = rest
    rules.sort()
  }

  private mutating func addRule(_ rest: inout Rect) {
    rules.append(rest.column)
    _ = rest.takeLeft(1)
  }

  /// Puts the composer under the conversation: its rule, its text, a row for findings.
  private mutating func placeComposer(_ rest: inout Rect, _ composerRows: Int) {
    let most = max(1, rest.rows / 3)
    let rows = min(max(composerRows, rest.rows >= 20 ? 3 : rest.rows >= 12 ? 2 : 1), most)
    findings = rest.takeBottom(1)
    panes[.composer] = rest.takeBottom(rows)
    composerRule = rest.takeBottom(1)
  }
}
