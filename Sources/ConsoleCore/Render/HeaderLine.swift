import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

/// The topmost row: the desk, what waits, the keys that everything starts from.
enum HeaderLine {
  static func line(_ state: AppState, columns: Int) -> StyledLine {
    let words = state.words
    let counts = state.queue.counts
    var runs = [StyledRun(SafeText(" ") + state.settings.deskNameText, .title)]
    let shown: [QueueView] =
      columns >= 100
      ? [.mine, .unassigned, .all]
      : columns >= 64 && state.heldReplies.isEmpty ? [.mine, .unassigned] : [.mine]
    let savedView = state.shownSavedView
    for view in shown where state.queue.isLoaded {
      let isShown = view == state.queue.view && savedView == nil && state.queue.query.queue == nil
      let count = isShown && columns >= 100 ? QueueTitle.count(state) : SafeText(String(counts[view]))
      let text = words("header.\(view.rawValue)", count)
      runs.append(StyledRun(SafeText("  "), .plain))
      runs.append(StyledRun(text, isShown ? Style(.accent, bold: true) : .plain))
    }
    if counts.late > 0 {
      runs.append(
        StyledRun(
          SafeText("  ") + words("header.late", SafeText(String(counts.late))), Style(.late, bold: true)))
    }
    let held = state.heldReplies.count
    if held > 0 {
      runs.append(StyledRun(SafeText("  ") + words("header.held", SafeText(String(held))), Style(.warning)))
    }
    // Last, so that nothing else is cut off for them; the queue's title names the one that is shown.
    for (place, view) in state.settings.views.prefix(4).enumerated()
    where state.queue.isLoaded && columns >= 100 {
      let name = SafeText(line: view.name).truncated(to: 24)
      let count = state.queue.viewCounts[view.query].map { SafeText(" \($0)") } ?? .empty
      runs.append(StyledRun(SafeText("  "), .plain))
      runs.append(StyledRun(name + count, place == savedView ? Style(.accent, bold: true) : .plain))
    }
    if let queue = state.queue.backend, state.queue.isLoaded, columns >= 100 {
      let name = state.title(of: queue).truncated(to: 24)
      runs.append(StyledRun(SafeText("  "), .plain))
      runs.append(StyledRun(name + SafeText(" ") + QueueTitle.count(state), Style(.accent, bold: true)))
    }
    var trailing: [StyledRun] = []
    func key(_ command: Command, _ title: String) {
      guard let label = state.keymap.label(for: command) else { return }
      if !trailing.isEmpty { trailing.append(StyledRun(SafeText("  "), .muted)) }
      trailing.append(StyledRun(SafeText(label), Style(.key, bold: true)))
      trailing.append(StyledRun(SafeText(" ") + words(title), .muted))
    }
    if columns >= 60 { key(.toggleQueue, "header.queue") }
    if columns >= 100 { key(.searchDesk, "header.search") }
    key(.palette, "header.commands")
    key(.help, "header.help")
    return StyledLine(runs, trailing: trailing + [StyledRun(SafeText(" "), .plain)])
  }
}
