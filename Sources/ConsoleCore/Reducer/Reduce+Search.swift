import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// Opens the search over the whole desk, as it was left.
  mutating func beginSearch() -> [Effect] {
    look = nil
    popup = .search(lastSearch ?? DeskSearch())
    return []
  }

  /// Gives a key to the search.
  mutating func take(_ key: KeyPress, in search: inout DeskSearch) -> [Effect] {
    search.cursor.resize(count: search.hits.count, height: SearchView.hitRows(on: size))
    if closes(key) {
      leave(search)
      return []
    }
    switch key.code {
    case .enter:
      guard let hit = search.chosen else { return [] }
      leave(search)
      return open(hit)
    case .up: search.cursor.move(.up)
    case .down, .tab: search.cursor.move(.down)
    case .pageUp: search.cursor.move(.pageUp)
    case .pageDown: search.cursor.move(.pageDown)
    default:
      guard let edit = lineEdit(key) else { return [] }
      if search.field.apply(edit) { search.readField() }
    }
    popup = .search(search)
    return []
  }

  /// Closes the search and keeps it; what was not yet told is asked for again when it is taken up.
  private mutating func leave(_ search: DeskSearch) {
    popup = nil
    lastSearch = search
    if search.asked != nil {
      lastSearch?.asked = nil
      lastSearch?.isStale = true
    }
  }

  /// The question that the text in the field raises, once for all keys that were taken together.
  mutating func searchQuestion() -> [Effect] {
    guard case .search(var search) = popup, let request = search.nextQuestion() else { return [] }
    popup = .search(search)
    return [.ask(.search(request))]
  }

  /// Takes a part of what was found, and asks for the next one.
  mutating func take(_ result: Result<DeskAnswer, DeskError>, to request: SearchRequest) -> [Effect] {
    guard case .search(var search) = popup else { return [] }
    defer { popup = .search(search) }
    switch result {
    case .success(.search(_, let page)):
      return search.take(page, for: request).map { [.ask(.search($0))] } ?? []
    case .success: return []
    case .failure(let error):
      guard request == search.asked else { return [] }
      search.asked = nil
      search.deskError = error
      return []
    }
  }

  /// Opens the conversation of a hit at its entry; Esc brings the present one back.
  private mutating func open(_ hit: SearchHit) -> [Effect] {
    let target = EntryTarget(conversation: hit.summary.id, entry: hit.entry)
    if let current = open, current.conversation.id != target.conversation {
      trail = trail.suffix(20) + [current.conversation.id]
    }
    let effects = focus(on: .conversation)
    queue.isMovedByHand = true
    if open?.conversation.id == target.conversation {
      stopOpening()
      showEntry(target)
      return effects
    }
    let asked = ask(toOpen: target.conversation)
    entryToShow = target
    return effects + asked
  }

  /// Selects an entry of the open conversation and brings it into sight: in the conversation pane, or in the thread where
  /// it stands there alone.
  mutating func showEntry(_ target: EntryTarget) {
    guard let current = open, current.conversation.id == target.conversation, let entry = target.entry,
      let place = current.places[entry]
    else { return }
    if let item = current.items.firstIndex(of: .entry(place)) {
      _ = focus(on: .conversation)
      fit()
      let pane = layout.panes[.conversation]
      let rows = max(1, (pane?.rows ?? 10) - TranscriptLayout.headingRows)
      let scroller = TranscriptScroller(
        current, in: self, columns: pane?.columns ?? 40, rows: rows)
      open?.selectedItem = item
      open?.scroll = scroller.scrollToShow(item)
      return
    }
    let row = current.threadRows.firstIndex {
      if case .entry(place, _, _, _) = $0 { true } else { false }
    }
    guard let row else { return }
    _ = focus(on: .thread)
    fit()
    open?.threadCursor.select(row)
  }
}
