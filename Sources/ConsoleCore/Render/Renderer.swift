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
  private var hadPopup = false
  private var revision: UInt64?
  private var title: SafeText?

  /// Makes a renderer that has drawn nothing yet.
  package init() {}

  /// The frame for a state.
  ///
  /// - Complexity: O(cells of the panes that changed).
  package mutating func render(_ state: AppState) -> Frame {
    let layout = state.layout
    if layout != self.layout || hadPopup || grid.size != state.size {
      grid = Grid(size: state.size)
      inputs = [:]
      self.layout = layout
    }
    let isTyping = revision == state.revision.number && !inputs.isEmpty && state.popup == nil
    revision = state.revision.number
    hadPopup = state.popup != nil
    guard layout.arrangement != .tooSmall else { return tooSmall(state) }
    var canvas = Canvas(grid, area: Rect(state.size))
    grid = Grid(size: Size(columns: 0, rows: 0))
    for (key, rect) in PaneKey.places(in: layout) where !isTyping || key.followsTyping {
      let input = PaneInput(key, state, rect)
      guard inputs[key] != input else { continue }
      inputs[key] = input
      canvas.within(rect) { canvas in
        canvas.clear()
        input.draw(on: &canvas)
      }
    }
    var cursor = ComposerView.cursor(of: state, in: layout)
    if let popup = state.popup { cursor = PopupView.draw(popup, state, on: &canvas) }
    grid = canvas.finish()
    if !isTyping { title = title(of: state) }
    return Frame(grid: grid, cursor: cursor, title: title)
  }

  private mutating func tooSmall(_ state: AppState) -> Frame {
    let area = Rect(state.size)
    var canvas = Canvas(Grid(size: state.size), area: area)
    let sentence = state.words(
      "screen.tooSmall", SafeText(String(Layout.least.columns)), SafeText(String(Layout.least.rows)))
    for (row, piece) in TextWrap.wrap(sentence, columns: max(1, area.columns)).enumerated() {
      canvas.draw(sentence.glyphs(of: piece, order: .visual), row: row, column: 0, style: .plain)
    }
    self.layout = nil
    return Frame(grid: canvas.finish())
  }

  private func title(of state: AppState) -> SafeText {
    guard let open = state.open else { return state.words("title.idle", state.settings.deskNameText) }
    return state.words(
      "title.open", SafeText(line: open.conversation.contact.displayName), state.settings.deskNameText)
  }
}

extension ConsoleSettings {
  /// The desk's name, safe to show.
  package var deskNameText: SafeText { SafeText(line: deskName) }
}
