import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

/// Finds what stands under a click on the topmost row: a view, or one of the keys at its right.
enum HeaderHit {
  /// The command that a click on a column gives; nil where nothing stands.
  static func command(at column: Int, _ state: AppState) -> Command? {
    let width = state.layout.header.columns
    let line = HeaderLine.line(state, columns: width)
    let keysWidth = line.trailing.reduce(0) { $0 + $1.text.columns }
    if column >= width - keysWidth { return key(at: column - (width - keysWidth), line.trailing, state) }
    guard let run = run(at: column, line.runs) else { return nil }
    return views.first { view, _ in
      let count = SafeText(String(state.queue.counts[view]))
      return run.text == state.words("header.\(view.rawValue)", count)
    }?.command
  }

  private static let views: [(view: QueueView, command: Command)] = [
    (.mine, .viewMine), (.unassigned, .viewUnassigned), (.all, .viewAll),
  ]

  private static func run(at column: Int, _ runs: [StyledRun]) -> StyledRun? {
    var place = 0
    for run in runs {
      place += run.text.columns
      if column < place { return run }
    }
    return nil
  }

  /// The command whose key, or whose word behind it, stands on a column of the row's right part.
  private static func key(at column: Int, _ runs: [StyledRun], _ state: AppState) -> Command? {
    var place = 0
    var found: Command?
    for run in runs {
      place += run.text.columns
      found = commands.first { run.text.string == state.keymap.label(for: $0) } ?? found
      if column < place { return found }
    }
    return nil
  }

  private static let commands: [Command] = [.toggleQueue, .searchDesk, .palette, .help]
}
