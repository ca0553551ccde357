import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// Moves in the pane that has the focus, or among conversations; nil for other commands.
  mutating func runMove(_ command: Command) -> [Effect]? {
    switch command {
    case .nextConversation: return moveInQueue(.down)
    case .previousConversation: return moveInQueue(.up)
    case .openConversation: return openSelected()
    case .scrollConversationUp: return scrollConversation(byPages: -1)
    case .scrollConversationDown: return scrollConversation(byPages: 1)
    case .rowUp: return moveRows(.up)
    case .rowDown: return moveRows(.down)
    case .pageUp: return moveRows(.pageUp)
    case .pageDown: return moveRows(.pageDown)
    case .goToFirst: return moveRows(.home)
    case .goToLast: return moveRows(.end)
    case .foldOrUnfold: return fold()
    case .foldAll: return foldAll()
    default: return nil
    }
  }

  private mutating func moveRows(_ move: ListMove) -> [Effect] {
    switch focus {
    case .queue: return moveInQueue(move)
    case .thread: open?.threadCursor.move(move)
    case .customer: moveCustomer(move)
    case .conversation, .composer: moveInConversation(move)
    }
    return []
  }

  private mutating func moveInQueue(_ move: ListMove) -> [Effect] {
    // The row in the place of a conversation that has left is the next one already.
    if !queue.selectionIsGone || move != .down { queue.cursor.move(move) }
    queue.selectionIsGone = false
    queue.isScrolledAway = false
    queue.followed = nil
    queue.opensSelection = true
    queue.isMovedByHand = true
    trail = []
    return []
  }

  private mutating func openSelected() -> [Effect] {
    switch focus {
    case .queue:
      guard queue.selected != nil else { return [] }
      queue.selectionIsGone = false
      queue.opensSelection = true
      queue.isMovedByHand = true
      if size.columns < Layout.columnsForRail { showsQueue = false }
      _ = focus(on: .composer)
      let present = now
      if open?.conversation.id == queue.selected?.id { open?.readDue = present }
      return []
    case .thread: return openThreadRow()
    default: return write()
    }
  }

  /// Goes to the composer: what stands there stays what it is, an empty one becomes a reply.
  private mutating func write() -> [Effect] {
    open?.composer.field.isEmpty == false ? focus(on: .composer) : run(.reply)
  }

  private mutating func openThreadRow() -> [Effect] {
    guard let current = open, let row = current.threadCursor.selected else { return [] }
    switch current.threadRows[row] {
    case .heading: return fold()
    case .link(let place): return follow(current.conversation.links[place].id, from: current)
    case .earlier(let place): return follow(current.earlier[place].id, from: current)
    case .entry(let place, _, _, _): return read(place, of: current)
    }
  }

  /// Opens a conversation by a tie to the present one, which Esc brings back.
  private mutating func follow(_ id: ConversationID, from current: OpenConversation) -> [Effect] {
    trail = trail.suffix(20) + [current.conversation.id]
    focus = .conversation
    let key = SafeText(keymap.label(for: .back) ?? "")
    return ask(toOpen: id)
      + say(words("trail.back", key, SafeText(line: current.conversation.contact.displayName)))
  }

  /// Shows an entry of the thread whole: in the conversation pane where it stands there, else in a popup.
  private mutating func read(_ place: Int, of current: OpenConversation) -> [Effect] {
    if let item = current.items.firstIndex(of: .entry(place)) {
      let (columns, rows) = conversationSize
      let scroller = TranscriptScroller(current, in: self, columns: columns, rows: rows)
      open?.selectedItem = item
      open?.scroll = scroller.scrollToShow(item)
      return focus(on: .conversation)
    }
    let layout = TranscriptLayout(current, in: self, columns: max(20, min(size.columns - 8, 76)))
    let entry = current.conversation.entries[place]
    return show(text: TextPopup(title: layout.authorName(entry), lines: layout.lines(of: entry)))
  }

  private mutating func moveCustomer(_ move: ListMove) {
    guard let current = open else { return }
    let height = layout.panes[.customer]?.rows ?? 1
    let last = lastCustomerOffset(current)
    let steps: [ListMove: Int] = [
      .up: -1, .down: 1, .pageUp: 1 - height, .pageDown: height - 1, .home: -last, .end: last,
    ]
    open?.customerOffset = min(max(0, current.customerOffset + (steps[move] ?? 0)), last)
  }

  // MARK: The conversation pane

  var conversationSize: (columns: Int, rows: Int) {
    let pane = layout.panes[.conversation]
    return (pane?.columns ?? 40, max(1, (pane?.rows ?? 10) - TranscriptLayout.headingRows))
  }

  private mutating func moveInConversation(_ move: ListMove) {
    guard let current = open, !current.items.isEmpty else { return }
    let (columns, rows) = conversationSize
    let scroller = TranscriptScroller(current, in: self, columns: columns, rows: rows)
    var selected = current.selectedItem
    switch move {
    case .up, .down:
      let step = move == .up ? -1 : 1
      if let scroll = scroller.scrollToSeeMore(of: selected, down: move == .down) {
        open?.scroll = scroll
        return
      }
      selected = min(max(0, selected + step), current.items.count - 1)
    case .pageUp, .pageDown:
      let scroll = scroller.scrolled(byRows: move == .pageUp ? 1 - rows : rows - 1)
      open?.scroll = scroll
      open?.selectedItem = scroller.itemAtEdge(of: scroll, bottom: move == .pageDown)
      return
    case .home: selected = 0
    case .end: selected = current.items.count - 1
    }
    open?.selectedItem = selected
    open?.scroll = scroller.scrollToShow(selected)
  }

  private mutating func scrollConversation(byPages pages: Int) -> [Effect] {
    guard let current = open else { return [] }
    let (columns, rows) = conversationSize
    let scroller = TranscriptScroller(current, in: self, columns: columns, rows: rows)
    open?.scroll = scroller.scrolled(byRows: pages * max(1, rows - 1))
    return []
  }

  // MARK: Folding

  private mutating func fold() -> [Effect] {
    guard let current = open, let row = current.threadCursor.selected else { return [] }
    switch current.threadRows[row] {
    case .heading(let section, _, _): open?.foldedSections.formSymmetricDifference([section])
    case .entry(let place, _, let hasChildren, let hidden):
      guard hasChildren || hidden > 0 else { return say(words("fold.nothing")) }
      open?.folded.formSymmetricDifference([current.conversation.entries[place].id])
    case .link, .earlier: return say(words("fold.nothing"))
    }
    open?.rebuild(threadHeight: current.threadCursor.height)
    return []
  }

  private mutating func foldAll() -> [Effect] {
    guard let current = open else { return [] }
    if current.folded.isEmpty {
      let parents = Set(current.conversation.entries.compactMap(\.parent))
      let root = current.conversation.entries.first?.id
      open?.folded = parents.subtracting(root.map { [$0] } ?? [])
    } else {
      open?.folded = []
    }
    open?.rebuild(threadHeight: current.threadCursor.height)
    return []
  }
}
