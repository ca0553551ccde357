import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// Narrows, orders and walks the queue; nil for other commands.
  mutating func runQueue(_ command: Command) -> [Effect]? {
    switch command {
    case .viewMine: show(view: .mine)
    case .viewUnassigned: show(view: .unassigned)
    case .viewAll: show(view: .all)
    case .viewSnoozed: show(view: .snoozed)
    case .viewResolved: show(view: .resolved)
    case .savedView1: show(savedView: 0)
    case .savedView2: show(savedView: 1)
    case .savedView3: show(savedView: 2)
    case .savedView4: show(savedView: 3)
    case .nextView: nextView()
    case .chooseView: askView()
    case .sortQueue: askSort()
    case .filterQueue: beginFilter()
    case .nextBurning: askBurning()
    case .markRow: markRow()
    case .markAll: markAll()
    default: nil
    }
  }

  // MARK: Views

  /// The saved view that is shown: by what it shows, so that a filter typed by hand counts, too; nil for others.
  package var shownSavedView: Int? {
    queue.query.isPlain ? nil : settings.views.firstIndex { $0.query == queue.query }
  }

  /// Shows a standing view whole, in the order that the person has chosen.
  mutating func show(view: QueueView) -> [Effect] {
    show(QueueQuery(view, sort: queue.usualSort), filterText: "")
  }

  /// Shows a saved view, counted from 0.
  mutating func show(savedView place: Int) -> [Effect] {
    guard settings.views.indices.contains(place) else {
      return say(words("view.notSaved", SafeText(String(place + 1))))
    }
    let view = settings.views[place]
    return show(view.query, filterText: view.filterText)
  }

  /// Shows what a query gives, from its first row on.
  mutating func show(_ query: QueueQuery, filterText: String) -> [Effect] {
    queue.query = query
    queue.backend = nil
    queue.filterText = filterText
    filterPrompt = nil
    many.marks = Marks()
    queue.isStale = true
    queue.isLoaded = false
    queue.seeksFirstView = false
    queue.selectionIsGone = false
    queue.isScrolledAway = false
    queue.followed = nil
    queue.rows = []
    queue.windowOffset = 0
    queue.cursor = ListCursor(count: 0, height: queueHeight)
    queue.opensSelection = true
    queue.isMovedByHand = true
    return focus(on: .queue)
  }

  private mutating func nextView() -> [Effect] {
    // Those of backends may be many, and reading one costs the backend something: they are chosen by name.
    if queue.query.queue != nil { return show(view: .mine) }
    let views = QueueView.allCases
    let count = views.count + settings.views.count
    let standing = views.firstIndex(of: queue.view) ?? 0
    let next = ((shownSavedView.map { $0 + views.count } ?? standing) + 1) % count
    return next < views.count ? show(view: views[next]) : show(savedView: next - views.count)
  }

  // MARK: Order

  private mutating func askSort() -> [Effect] {
    let items = QueueSort.allCases.map { sort in
      PopupItem(
        title: words("sort.\(sort.rawValue)"),
        detail: sort == queue.query.sort ? words("picker.now") : .empty,
        choice: .sort(sort))
    }
    return show(PickerPopup(titleKey: "picker.sort", items: items))
  }

  /// Puts the queue into another order; the selection stays on its conversation.
  mutating func sort(by sort: QueueSort) -> [Effect] {
    guard sort != queue.query.sort else { return [] }
    let stays = queue.selected?.id ?? open?.conversation.id
    if shownSavedView == nil { queue.usualSort = sort }
    queue.query.sort = sort
    queue.isStale = true
    queue.seeksFirstView = false
    follow(stays)
    return []
  }

  /// Lets the selection stand on a conversation once it is known where that is now; else at the top.
  private mutating func follow(_ id: ConversationID?) {
    queue.followed = id
    queue.findsPlace = id != nil
    queue.startsAtTop = id == nil
  }

  // MARK: Filter

  private mutating func beginFilter() -> [Effect] {
    let effects = focus(on: .queue)
    filterPrompt = FilterPrompt(queue.filterText)
    return effects
  }

  /// Gives a key to the line in which a filter is typed.
  mutating func take(_ key: KeyPress, in prompt: FilterPrompt) -> [Effect] {
    remark = nil
    if closes(key) { return clearFilter() }
    switch key.code {
    case .enter, .tab, .down:
      readFilter(isComplete: true)
      return filterPrompt?.error == nil ? keepFilter() : []
    case .up:
      guard !queue.lastFilterText.isEmpty else { return [] }
      let before = LineField(queue.lastFilterText)
      filterPrompt?.field = before
      filterPrompt?.isUnread = true
    default:
      guard let edit = lineEdit(key) else { return [] }
      if filterPrompt?.field.apply(edit) == true { filterPrompt?.isUnread = true }
    }
    return []
  }

  /// Takes what stands in the line now as the filter of the queue; what is no filter leaves the rows as they are.
  ///
  /// - Parameter isComplete: Whether the last word is a whole one.
  mutating func readFilter(isComplete: Bool) {
    guard let prompt = filterPrompt, prompt.isUnread || isComplete else { return }
    filterPrompt?.isUnread = false
    let text = isComplete ? prompt.field.text : prompt.steadyText
    do throws(QueueFilterError) {
      let filter = try QueueFilter(parsing: text)
      filterPrompt?.error = nil
      narrow(by: filter, text: text)
    } catch {
      filterPrompt?.error = error
      // What stands before a condition that is being typed holds already.
      let before = prompt.textBeforeLastWord
      if error.isUnfinished, !isComplete, let filter = try? QueueFilter(parsing: before) {
        narrow(by: filter, text: before)
      }
    }
  }

  private mutating func narrow(by filter: QueueFilter, text: String) {
    queue.filterText = text
    guard filter != queue.query.filter else { return }
    queue.query.filter = filter
    queue.isStale = true
    queue.seeksFirstView = false
    follow(nil)
  }

  /// Keeps the filter and gives the queue the keys: the first row is opened, as in a view that was chosen.
  private mutating func keepFilter() -> [Effect] {
    filterPrompt = nil
    if !queue.query.filter.isEmpty { queue.lastFilterText = queue.filterText }
    if queue.isStale || queue.isAsking {
      // The rows on the screen are those of an earlier text.
      queue.isLoaded = false
      queue.rows = []
      queue.isStale = true
    }
    queue.selectionIsGone = false
    queue.opensSelection = true
    queue.isMovedByHand = true
    return []
  }

  /// Shows the whole view again, the selection on the open conversation.
  mutating func clearFilter() -> [Effect] {
    filterPrompt = nil
    if !queue.query.filter.isEmpty { queue.lastFilterText = queue.filterText }
    narrow(by: QueueFilter(), text: "")
    if queue.isStale { follow(open?.conversation.id) }
    return []
  }

  // MARK: Next burning

  private static let burningQuestion = DeskRequest.queue(QueueQuery(.all), offset: 0, limit: 2)

  private mutating func askBurning() -> [Effect] {
    asides[Self.burningQuestion] = .nextBurning
    return [.ask(Self.burningQuestion)]
  }

  /// Takes the answer to a question that is not the queue's own.
  mutating func take(_ result: Result<DeskAnswer, DeskError>, to aside: Aside) -> [Effect] {
    let rows: [ConversationSummary]
    let total: Int
    switch result {
    case .failure(let error):
      return say(sentence(for: error), isError: true) + takeTypeAhead()
    case .success(.queue(let query, _, let found, let counts)):
      guard aside == .nextBurning || query == queue.query else { return takeTypeAhead() }
      rows = found
      total = counts.rows(of: query.view)
    case .success: return takeTypeAhead()
    }
    switch aside {
    case .nextBurning: return openBurning(rows)
    case .markAll:
      let isAll = many.marks.add(rows) && rows.count >= total
      let count = SafeText(String(many.marks.count))
      let text = isAll ? words("marks.all", count) : words("marks.most", count, SafeText(String(total)))
      return say(text) + takeTypeAhead()
    }
  }

  private mutating func openBurning(_ rows: [ConversationSummary]) -> [Effect] {
    guard let row = rows.first(where: { $0.id != open?.conversation.id }) else {
      return say(words("burning.none")) + takeTypeAhead()
    }
    // What was typed since the key was pressed is for the conversation that comes.
    let typed = typeAhead
    var effects = ask(toOpen: row.id)
    typeAhead = typed
    queue.isMovedByHand = true
    trail = []
    if focus == .queue, layout.arrangement == .tabs { effects += focus(on: .conversation) }
    let why = UrgencyText.of(row, self).0
    let who = SafeText(line: row.contactName)
    return effects + say(why.isEmpty ? words("burning.quiet", who) : words("burning.next", who, why))
  }

  // MARK: Marks

  /// Marks the selected row, or takes its mark off, and goes down.
  private mutating func markRow() -> [Effect] {
    let isAtEnd = queue.cursor.selected == queue.cursor.count - 1
    if !queue.selectionIsGone, let row = queue.selected {
      if many.marks.contains(row.id) {
        many.marks.remove(row.id)
      } else if !many.marks.add([row]) {
        return say(words("marks.full", SafeText(String(Marks.limit))))
      }
    }
    return isAtEnd ? [] : run(.rowDown)
  }

  private mutating func markAll() -> [Effect] {
    let question = DeskRequest.queue(queue.query, offset: 0, limit: Marks.limit)
    asides[question] = .markAll
    return [.ask(question)]
  }

  // MARK: Lines

  /// What a key does in a line that is typed; nil when it does nothing there.
  func lineEdit(_ key: KeyPress) -> EditCommand? {
    if let command = keymap.command(for: key, isTyping: true) { return Self.edits[command] }
    guard case .character(let character) = key.code, key.modifiers.isEmpty else { return nil }
    return .insert(String(character))
  }
}
