import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

/// The queue: two rows a conversation.
struct QueueList: Equatable {
  private var queue: QueueState
  private var marks: Marks
  private var filter: FilterView?
  private var drafts: Set<ConversationID>
  private var held: Set<ConversationID>
  private var searchKey: SafeText
  private var presences: [ConversationID: Presence]
  /// Whether the desk of the backend's queue that is shown is away.
  private var isAway: Bool
  private var viewKey: SafeText
  private var words: Words
  private var minute: Timestamp
  private var utcOffset: Int
  private var isFocused: Bool

  init(_ state: AppState) {
    queue = state.queue
    // Bookkeeping that is not shown must not count as a change.
    queue.isStale = false
    queue.isAsking = false
    queue.opensSelection = false
    queue.followed = nil
    queue.lastAsked = nil
    queue.findsPlace = false
    queue.isCounting = false
    queue.viewCounts = [:]
    marks = state.many.marks
    filter = FilterView(state)
    drafts = Set(state.parked.filter { !$0.value.isBlank }.keys)
    held = Set(state.heldReplies.map(\.conversation))
    searchKey = SafeText(state.keymap.label(for: .searchDesk) ?? "")
    if let open = state.open, !open.composer.isBlank, state.focus != .composer {
      drafts.insert(open.conversation.id)
    }
    presences = Dictionary(state.presences.map { ($0.conversation, $0) }) { first, second in
      first.activity == .writing ? first : second
    }
    isAway = state.queue.backend.map { state.isAway($0) } ?? false
    viewKey = SafeText(state.keymap.label(for: .chooseView) ?? "")
    words = state.words
    minute = state.now.startOfMinute
    utcOffset = state.utcOffset
    isFocused = state.focus == .queue
  }

  func draw(on canvas: inout Canvas) {
    guard let filter else { return drawRows(on: &canvas) }
    filter.draw(on: &canvas)
    var rest = canvas.area
    _ = rest.takeTop(FilterPrompt.rows)
    canvas.within(rest) { drawRows(on: &$0) }
  }

  private func drawRows(on canvas: inout Canvas) {
    guard showsRows else {
      drawEmpty(on: &canvas)
      return
    }
    for (line, place) in queue.cursor.visible.enumerated() {
      guard let summary = queue.summary(at: place) else { continue }
      let isSelected = place == queue.cursor.selected && !queue.selectionIsGone
      draw(summary, row: line * 2, isSelected: isSelected, on: &canvas)
    }
  }

  /// Draws over what an earlier list has drawn in the same place: only conversations that look otherwise now.
  ///
  /// A step of the selection changes two of them.
  /// - Returns: false when all must be drawn; nothing is drawn then.
  func drawChanges(since before: QueueList, on canvas: inout Canvas) -> Bool {
    guard filter == nil, before.filter == nil, showsRows, before.showsRows, minute == before.minute,
      utcOffset == before.utcOffset, words == before.words
    else { return false }
    for line in 0...canvas.size.rows / 2 {
      let item = item(line)
      guard item != before.item(line) else { continue }
      canvas.fill(Rect(column: 0, row: line * 2, columns: canvas.size.columns, rows: 2), .plain)
      if let summary = item.summary {
        draw(summary, row: line * 2, isSelected: item.isSelected, on: &canvas)
      }
    }
    return true
  }

  private var showsRows: Bool { queue.total > 0 || !queue.isLoaded }

  /// All that one conversation of the list shows.
  private struct Item: Equatable {
    var summary: ConversationSummary?
    var isSelected = false
    var isFocused = false
    var isMarked = false
    var hasDraft = false
    var isHeld = false
    var presence: Presence?
  }

  private func item(_ line: Int) -> Item {
    let place = queue.cursor.visible.lowerBound + line
    guard queue.cursor.visible.contains(place), let summary = queue.summary(at: place) else { return Item() }
    let isSelected = place == queue.cursor.selected && !queue.selectionIsGone
    return Item(
      summary: summary, isSelected: isSelected, isFocused: isSelected && isFocused,
      isMarked: marks.contains(summary.id), hasDraft: drafts.contains(summary.id),
      isHeld: held.contains(summary.id), presence: presences[summary.id])
  }

  private func drawEmpty(on canvas: inout Canvas) {
    let sentence = emptySentence
    for (row, piece) in TextWrap.wrap(sentence, columns: max(1, canvas.size.columns - 2)).enumerated() {
      canvas.draw(sentence, of: piece, row: row, column: 1, style: .muted)
    }
  }

  private var emptySentence: SafeText {
    if !queue.query.filter.isEmpty {
      return words("queue.nothingMatches", SafeText(line: queue.filterText), searchKey)
    }
    guard let backend = queue.backend else { return words("queue.empty.\(queue.view.rawValue)") }
    let desk = SafeText(line: backend.desk)
    if isAway { return words("view.empty.away", desk) }
    return switch backend.reading {
    case .whole, .part: words("view.empty", desk)
    case .unread, .reading: words("view.empty.reading", desk)
    case .failed(let reason): words("view.empty.failed", desk, SafeText(line: reason))
    case .gone: words("view.empty.gone", desk, viewKey)
    }
  }

  private func draw(_ summary: ConversationSummary, row: Int, isSelected: Bool, on canvas: inout Canvas) {
    let isUnread = summary.unreadCount > 0
    var (urgency, style) = UrgencyText.of(summary, words: words, now: minute)
    let saysVIP = !urgency.isEmpty
    if urgency.isEmpty {
      urgency = ClockText.short(summary.lastActivity, utcOffset, now: minute, words)
      style = .muted
    }
    let mark = isUnread ? SafeText("●") : SafeText(" ")
    var first = [
      StyledRun(isSelected ? SafeText("▌") : SafeText(" "), Style(.accent)),
      StyledRun(mark, Style(.unread, bold: true)),
      marks.contains(summary.id)
        ? StyledRun(SafeText("*"), Style(.mark, bold: true)) : StyledRun(SafeText(" ")),
    ]
    // Where the urgency does not say it; before the name, which may be long: it must not be cut off.
    if summary.isVIP, !saysVIP {
      first.append(StyledRun(words("badge.vip") + SafeText(" "), Style(.badge, bold: true)))
    }
    first.append(StyledRun(SafeText(line: summary.contactName), Style(.plain, bold: isUnread)))
    canvas.draw(
      StyledLine(first, trailing: [StyledRun(urgency, style)]), row: row, columns: canvas.size.columns - 1)

    var second = [StyledRun(isSelected ? SafeText("▌  ") : SafeText("   "), Style(.accent))]
    if held.contains(summary.id) {
      second.append(StyledRun(words("badge.held") + SafeText(" "), Style(.warning, bold: true)))
    } else if drafts.contains(summary.id) {
      second.append(StyledRun(words("badge.draft") + SafeText(" "), Style(.warning)))
    }
    if let presence = presences[summary.id] { second.append(PresenceText.mark(presence, words)) }
    if summary.shape == .publicThread {
      second.append(StyledRun(words("badge.public") + SafeText(" "), Style(.publicAudience)))
    }
    second.append(StyledRun(SafeText(line: summary.preview), .muted))
    canvas.draw(StyledLine(second), row: row + 1, columns: canvas.size.columns - 1)
    if isSelected && isFocused {
      canvas.restyle(Rect(column: 0, row: row, columns: canvas.size.columns, rows: 2)) { $0.reversed }
    }
  }
}
