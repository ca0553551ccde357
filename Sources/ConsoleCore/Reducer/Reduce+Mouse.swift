import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// Rows that one notch of the wheel scrolls.
  private static let wheelRows = 3

  /// Takes what was done with the mouse.
  mutating func take(_ mouse: MouseEvent) -> [Effect] {
    guard layout.arrangement != .tooSmall else { return [] }
    if popup != nil { return takeInPopup(mouse) }
    switch mouse.kind {
    case .press:
      remark = nil
      return click(mouse.place)
    case .wheelUp: return wheel(mouse.place, -Self.wheelRows)
    case .wheelDown: return wheel(mouse.place, Self.wheelRows)
    }
  }

  /// The pane on the screen that covers a cell; the rule and the findings belong to the composer.
  private func pane(at place: ScreenPosition) -> Pane? {
    if layout.panes[.composer] != nil,
      layout.composerRule.contains(place) || layout.findings.contains(place)
    {
      return .composer
    }
    return Pane.allCases.first { layout.panes[$0]?.contains(place) ?? false }
  }

  private mutating func click(_ place: ScreenPosition) -> [Effect] {
    if layout.header.contains(place) {
      return HeaderHit.command(at: place.column, self).map { run($0) } ?? []
    }
    if layout.titles.contains(place) {
      return TitlesView(self).pane(at: place.column).map { focus(on: $0) } ?? []
    }
    if layout.bottomRule.contains(place), DeskLine.text(self, columns: size.columns) != nil {
      return run(rehearsal == nil ? .outbox : .rehearsal)
    }
    guard let pane = pane(at: place), let rect = layout.panes[pane] else { return [] }
    let row = place.row - rect.row
    if pane == .queue { return isCustomer ? [] : clickInQueue(row) }
    // What is clicked at is still the conversation before.
    if let opening, opening != open?.conversation.id { return [] }
    let hadFocus = focus == pane
    _ = focus(on: pane)
    switch pane {
    case .thread: return clickInThread(row, hadFocus)
    case .conversation: selectInConversation(row)
    case .composer where rect.contains(place):
      open?.composer.field.moveCursor(toShownRow: row, column: place.column - rect.column)
    default: break
    }
    return []
  }

  /// A click selects a conversation and shows it; one on the selected row opens it as Enter does.
  private mutating func clickInQueue(_ row: Int) -> [Effect] {
    let place = queue.cursor.top + row / 2
    guard place < queue.cursor.count else { return focus(on: .queue) }
    if focus == .queue, place == queue.cursor.selected, !queue.selectionIsGone {
      return run(.openConversation)
    }
    queue.cursor.select(place)
    queue.selectionIsGone = false
    queue.isScrolledAway = false
    queue.followed = nil
    queue.opensSelection = true
    queue.isMovedByHand = true
    trail = []
    return focus(on: .queue)
  }

  private mutating func clickInThread(_ row: Int, _ hadFocus: Bool) -> [Effect] {
    guard let cursor = open?.threadCursor, cursor.visible.contains(cursor.top + row) else { return [] }
    if hadFocus, cursor.selected == cursor.top + row { return run(.openConversation) }
    let chosen = cursor.top + row
    open?.threadCursor.select(chosen)
    return []
  }

  private mutating func selectInConversation(_ row: Int) {
    guard let current = open, row >= TranscriptLayout.headingRows else { return }
    let (columns, rows) = conversationSize
    let scroller = TranscriptScroller(current, in: self, columns: columns, rows: rows)
    if let item = scroller.item(atRow: row - TranscriptLayout.headingRows) { open?.selectedItem = item }
  }

  private mutating func wheel(_ place: ScreenPosition, _ rows: Int) -> [Effect] {
    switch pane(at: place) {
    case .queue: scrollQueue(rows)
    case .thread: open?.threadCursor.scroll(by: rows)
    case .customer:
      guard let current = open else { return [] }
      let offset = min(max(0, current.customerOffset + rows), lastCustomerOffset(current))
      open?.customerOffset = offset
    case .conversation, .composer:
      guard let current = open else { return [] }
      let (columns, height) = conversationSize
      let scroller = TranscriptScroller(current, in: self, columns: columns, rows: height)
      open?.scroll = scroller.scrolled(byRows: rows)
    case nil: break
    }
    return []
  }

  /// Looks further along the queue; the conversation that keys act on stays the open one, so no row counts as selected
  /// once its own has left the screen.
  private mutating func scrollQueue(_ rows: Int) {
    let selected = queue.cursor.selected
    queue.cursor.scroll(by: rows)
    guard queue.cursor.selected != selected else { return }
    queue.isScrolledAway = true
    queue.selectionIsGone = true
  }

  // MARK: Popups

  private mutating func takeInPopup(_ mouse: MouseEvent) -> [Effect] {
    switch popup {
    case .picker(var picker):
      switch mouse.kind {
      case .press: return click(mouse.place, in: picker)
      case .wheelUp: picker.cursor.scroll(by: -Self.wheelRows)
      case .wheelDown: picker.cursor.scroll(by: Self.wheelRows)
      }
      popup = .picker(picker)
      return []
    case .outbox(var view):
      switch mouse.kind {
      case .press:
        if let row = OutboxView.row(at: mouse.place, of: view, in: self) {
          view.cursor.select(row)
          view.select(in: outbox)
          popup = .outbox(view)
        } else if !OutboxView.contains(mouse.place, on: size) {
          popup = nil
        }
      case .wheelUp: return takeInPopup(KeyPress(.up))
      case .wheelDown: return takeInPopup(KeyPress(.down))
      }
      return []
    case .rest, .secret:
      if mouse.kind == .press { popup = nil }
      return []
    case .path(var prompt):
      guard mouse.kind == .press else { return [] }
      guard PathPopupView.area(on: size).contains(mouse.place) else {
        popup = nil
        return []
      }
      guard let row = PathPopupView.match(at: mouse.place, of: prompt, on: size) else { return [] }
      prompt.cursor.select(row)
      popup = .path(prompt)
      return takeInPopup(KeyPress(.enter))
    case .text:
      switch mouse.kind {
      case .press: popup = nil
      case .wheelUp: for _ in 0..<Self.wheelRows { _ = takeInPopup(KeyPress(.up)) }
      case .wheelDown: for _ in 0..<Self.wheelRows { _ = takeInPopup(KeyPress(.down)) }
      }
      return []
    default: return []
    }
  }

  /// A click on a row chooses it; one beside the popup closes that.
  private mutating func click(_ place: ScreenPosition, in picker: PickerPopup) -> [Effect] {
    let area = PopupView.area(of: picker, on: size)
    guard area.contains(place) else {
      popup = nil
      return []
    }
    guard let row = PopupView.match(at: place, of: picker, on: size) else { return [] }
    var chosen = picker
    chosen.cursor.select(row)
    popup = nil
    return choose(chosen)
  }
}
