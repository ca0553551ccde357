import DeskModel
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// Opens the line in which words for the open conversation are typed.
  mutating func beginFind() -> [Effect] {
    guard let current = open else { return say(words("composer.nothingOpen")) }
    if find != nil {
      find?.isTyping = true
      return []
    }
    let origin = Find.Origin(focus: focus, scroll: current.scroll, selectedItem: current.selectedItem)
    let effects = focus(on: .conversation)
    find = Find("", from: origin)
    return effects
  }

  /// Gives a key to the line in which words are typed.
  mutating func take(_ key: KeyPress, in line: Find) -> [Effect] {
    remark = nil
    if closes(key) { return endFind() }
    if line.isUnread, [.enter, .up, .down].contains(key.code) { readFind() }
    let line = find ?? line
    switch key.code {
    case .enter:
      if line.matches.isEmpty { return line.field.isEmpty ? endFind() : [] }
      find?.isTyping = false
    case .down: stepFind(by: 1)
    case .up: stepFind(by: -1)
    default:
      guard let edit = lineEdit(key) else { return [] }
      if find?.field.apply(edit) == true { find?.isUnread = true }
    }
    return []
  }

  /// Keys that go from match to match while a search is kept; nil for all others.
  mutating func takeWhileFinding(_ key: KeyPress) -> [Effect]? {
    guard let kept = find, !kept.isTyping, focus == .conversation else { return nil }
    switch key {
    case KeyPress(.character("n")): stepFind(by: 1)
    case KeyPress(.character("N")): stepFind(by: -1)
    case KeyPress(.escape): return endFind()
    default: return nil
    }
    remark = nil
    return []
  }

  /// Goes back to where one was.
  private mutating func endFind() -> [Effect] {
    guard let origin = find?.origin else { return [] }
    find = nil
    let last = max(0, (open?.items.count ?? 1) - 1)
    open?.scroll = origin.scroll
    open?.selectedItem = min(origin.selectedItem, last)
    return focus(on: origin.focus)
  }

  /// Searches anew, from where one was before.
  mutating func readFind() {
    guard let current = open, let line = find else { return }
    let places = matches(of: line.finder, in: current)
    find?.isUnread = false
    find?.matches = places
    let from = line.origin.selectedItem
    let next = places.firstIndex { item(of: $0, in: current).map { $0 >= from } ?? false }
    find?.current = places.isEmpty ? nil : next ?? places.count - 1
    if places.isEmpty {
      open?.scroll = line.origin.scroll
      open?.selectedItem = min(from, max(0, current.items.count - 1))
    } else {
      showMatch()
    }
  }

  /// Searches anew because the conversation has changed; one stays at the same match.
  mutating func refreshFind() {
    guard let current = open, let line = find else { return }
    let before = line.current.map { line.matches[$0] }
    let found = matches(of: line.finder, in: current)
    find?.matches = found
    find?.current = found.isEmpty ? nil : before.flatMap { found.firstIndex(of: $0) } ?? found.count - 1
  }

  private mutating func stepFind(by step: Int) {
    guard let line = find, let place = line.current else { return }
    find?.current = (place + step + line.matches.count) % line.matches.count
    showMatch()
  }

  /// Brings the present match into sight, and selects its entry.
  private mutating func showMatch() {
    guard let current = open, let line = find, let place = line.current,
      let item = item(of: line.matches[place], in: current)
    else { return }
    let pane = layout.panes[.conversation]
    let columns = pane?.columns ?? 40
    let layout = TranscriptLayout(current, in: self, columns: columns)
    let scroller = TranscriptScroller(
      layout, current.scroll, rows: max(1, (pane?.rows ?? 10) - TranscriptLayout.headingRows))
    open?.selectedItem = item
    open?.scroll = scroller.scrollToShow(
      item, row: layout.row(of: item, byte: line.matches[place].range.lowerBound))
  }

  /// The place of a match's entry in the conversation pane.
  private func item(of match: FindMatch, in current: OpenConversation) -> Int? {
    current.places[match.entry].flatMap { current.items.firstIndex(of: .entry($0)) }
  }

  /// All places where the words stand, in the order of the pane.
  ///
  /// - Complexity: O(text of the conversation).
  private func matches(of finder: TextFinder?, in current: OpenConversation) -> [FindMatch] {
    guard let finder else { return [] }
    let layout = TranscriptLayout(current, in: self, columns: 80)
    return current.items.flatMap { item -> [FindMatch] in
      guard case .entry(let place) = item else { return [] }
      let entry = current.conversation.entries[place]
      let (text, start) = layout.shownText(of: entry)
      return finder.ranges(in: text.string).filter { $0.lowerBound >= start }.map {
        FindMatch(entry: entry.id, range: $0)
      }
    }
  }
}
