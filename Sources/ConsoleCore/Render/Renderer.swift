import DeskLink
import DeskModel
package import ScreenKit
package import TextLayout
import Widgets

/// Draws the state as a frame.
///
/// What a pane shows depends only on its input, a plain value; a pane whose input has not changed keeps its cells.
/// A typed character thus costs the composer and not the three panes. `render` of a fresh renderer and of a used
/// one give the same frame (a test holds that).
package struct Renderer {
  private var grid = Grid(size: Size(columns: 0, rows: 0))
  private var inputs: [PaneKey: PaneInput] = [:]
  private var layout: Layout?
  private var places: [(key: PaneKey, rect: Rect)] = []
  private var hadPopup = false
  private var revision: UInt64?
  /// How many edits of the text being written are drawn.
  private var edits: UInt64 = 0
  private var title: SafeText?
  private var cursor: ScreenPosition?
  /// Whether the composer shows something else than its input says.
  private var hasTyped = false
  /// The first row of the composer's text in sight, which the rule above it may tell.
  private var firstComposerRow = 0

  /// Makes a renderer that has drawn nothing yet.
  package init() {}

  /// The frame made last.
  package var frame: Frame { Frame(grid: grid, cursor: cursor, title: title) }

  /// Whether nothing but the text being written can differ from what is drawn.
  package func hasDrawnAllButTyping(of state: AppState) -> Bool {
    revision == state.revision.number && !hadPopup && !inputs.isEmpty
  }

  /// Whether a state that may have been reduced since is drawn.
  package func hasDrawn(_ state: AppState) -> Bool {
    hasDrawnAllButTyping(of: state) && edits == state.revision.edits
  }

  /// The frame for a state.
  ///
  /// Whoever keeps it while the next one is made pays for a copy of all cells.
  /// - Complexity: O(cells of the panes that changed).
  package mutating func render(_ state: AppState) -> Frame {
    if hasDrawnAllButTyping(of: state), layout?.request == state.layout.request,
      let pane = layout?.panes[.composer]
    {
      return renderTyping(state, pane)
    }
    let layout = state.layout
    let isSameLayout = layout == self.layout && !hadPopup && grid.size == state.size
    revision = state.revision.number
    edits = state.revision.edits
    hadPopup = state.popup != nil
    guard layout.arrangement != .tooSmall else { return tooSmall(state) }
    if !isSameLayout {
      grid = Grid(size: state.size)
      inputs = [:]
      places = PaneKey.places(in: layout)
      self.layout = layout
    }
    var changed: Range<Int>?
    var canvas = takeCanvas(state)
    if hasTyped { inputs[.pane(.composer)] = nil }
    hasTyped = false
    for (key, rect) in places {
      let input = PaneInput(key, state, rect)
      let before = inputs.updateValue(input, forKey: key)
      guard before != input else { continue }
      changed = Self.rows(rect, changed)
      canvas.within(rect) { canvas in
        if input.drawChanges(since: before, on: &canvas) { return }
        canvas.clear()
        input.draw(on: &canvas)
      }
    }
    firstComposerRow = state.open?.composer.field.visibleRows.lowerBound ?? 0
    cursor = Self.cursor(of: state, in: layout)
    if let popup = state.popup { cursor = PopupView.draw(popup, state, on: &canvas) }
    grid = canvas.finish()
    title = title(of: state)
    let isWhole = !isSameLayout || hadPopup
    return Frame(grid: grid, cursor: cursor, title: title, changedRows: isWhole ? nil : changed ?? 0..<0)
  }

  /// The frame after a step that changed nothing but the text being written: no other pane is looked at.
  private mutating func renderTyping(_ state: AppState, _ pane: Rect) -> Frame {
    let missed = state.revision.edits &- edits
    edits = state.revision.edits
    guard missed > 0, let field = state.open?.composer.field, let audience = state.open?.composer.audience
    else {
      return Frame(grid: grid, cursor: cursor, title: title, changedRows: 0..<0)
    }
    cursor = ComposerView.cursor(of: field, in: pane)
    let top = field.visibleRows.lowerBound
    let hasScrolled = top != firstComposerRow
    firstComposerRow = top
    // Of several edits at once only the last is known.
    let first = missed == 1 && !hasScrolled ? max(top, state.revision.editedRow) : top
    var changed = min(pane.endRow, pane.row + first - top)..<pane.endRow
    var canvas = takeCanvas(state)
    canvas.within(pane) { canvas in
      ComposerView.draw(field, from: first, style: ComposerView.style(for: audience), on: &canvas)
    }
    hasTyped = true
    if hasScrolled {
      let place = state.layout.composerRule
      let rule = PaneInput(.composerRule, state, place)
      inputs[.composerRule] = rule
      changed = Self.rows(place, changed)
      canvas.within(place) { canvas in
        canvas.clear()
        rule.draw(on: &canvas)
      }
    }
    grid = canvas.finish()
    return Frame(grid: grid, cursor: cursor, title: title, changedRows: changed)
  }

  /// Where one types: in a line above or below the panes, else in the composer.
  private static func cursor(of state: AppState, in layout: Layout) -> ScreenPosition? {
    LinePlace.cursor(of: state, in: layout) ?? ComposerView.cursor(of: state, in: layout)
  }

  /// A canvas on the grid, which is gone meanwhile, so that drawing does not copy it.
  private mutating func takeCanvas(_ state: AppState) -> Canvas {
    let whole = grid
    grid = Grid(size: Size(columns: 0, rows: 0))
    return Canvas(whole, area: Rect(state.size))
  }

  private static func rows(_ rect: Rect, _ rows: Range<Int>?) -> Range<Int> {
    guard let rows else { return rect.row..<rect.endRow }
    return min(rows.lowerBound, rect.row)..<max(rows.upperBound, rect.endRow)
  }

  private mutating func tooSmall(_ state: AppState) -> Frame {
    let area = Rect(state.size)
    var canvas = Canvas(Grid(size: state.size), area: area)
    let sentence = state.words(
      "screen.tooSmall", SafeText(String(Layout.least.columns)), SafeText(String(Layout.least.rows)))
    for (row, piece) in TextWrap.wrap(sentence, columns: max(1, area.columns)).enumerated() {
      canvas.draw(sentence, of: piece, row: row, column: 0, style: .plain)
    }
    self.layout = nil
    grid = canvas.finish()
    cursor = nil
    title = nil
    return frame
  }

  private func title(of state: AppState) -> SafeText? {
    guard state.settings.tools.showsTitle else { return nil }
    guard let open = state.open else { return state.words("title.idle", state.settings.deskNameText) }
    return state.words(
      "title.open", SafeText(line: open.conversation.contact.displayName), state.settings.deskNameText)
  }
}

extension ConsoleSettings {
  /// The desk's name, safe to show.
  package var deskNameText: SafeText { SafeText(line: deskName) }
}
