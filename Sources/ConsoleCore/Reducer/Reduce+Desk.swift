import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// Fits the layout to the screen, and what depends on it to the layout: the composer, the lists.
  mutating func fit() {
    // A line that is typed belongs to its pane: it goes when the keys go elsewhere.
    if focus != .queue, filterPrompt != nil { filterPrompt = nil }
    if focus != .conversation, find != nil { find = nil }
    updateLayout()
    guard open != nil else { return }
    if let pane = layout.panes[.composer], pane.columns > 1 {
      open?.composer.field.resize(columns: pane.columns, height: pane.rows)
      updateLayout()
      if let rows = layout.panes[.composer]?.rows, rows != pane.rows {
        open?.composer.field.resize(columns: pane.columns, height: rows)
      }
    }
    if let thread = layout.panes[.thread], let current = open?.threadCursor, current.height != thread.rows {
      let count = open?.threadRows.count ?? 0
      open?.threadCursor.resize(count: count, height: thread.rows)
    }
  }

  /// The last line of the customer pane to which it can be scrolled.
  func lastCustomerOffset(_ current: OpenConversation) -> Int {
    guard let pane = layout.panes[.customer] else { return current.customerOffset }
    return max(0, CustomerLines.lines(current, in: self, columns: pane.columns).count - pane.rows)
  }

  private mutating func updateLayout() {
    let wanted = Layout.Request(
      size: size, focus: focus, showsQueue: showsQueue, composerRows: open?.composer.field.rowCount ?? 1)
    guard layout.request != wanted else { return }
    layout = Layout(wanted)
    if let current = open, current.customerOffset > 0 {
      let last = lastCustomerOffset(current)
      open?.customerOffset = min(current.customerOffset, last)
    }
  }

  /// Conversations that the queue shows at once; each takes two rows.
  var queueHeight: Int {
    max(1, ((layout.panes[.queue]?.rows ?? 20) - (filterPrompt == nil ? 0 : FilterPrompt.rows)) / 2)
  }

  /// Asks what the screen needs and does not have: rows of the queue, the selected conversation.
  mutating func settle() -> [Effect] {
    var effects: [Effect] = []
    readFilter(isComplete: false)
    if find?.isUnread == true { readFind() }
    let height = queueHeight
    if queue.isLoaded, queue.cursor.height != height {
      queue.cursor.resize(count: queue.cursor.count, height: height)
    }
    effects += askForAlarms()
    if queue.findsPlace, let followed = queue.followed {
      queue.findsPlace = false
      effects.append(.ask(.place(of: followed, in: queue.query)))
    }
    if !queue.isAsking, queue.isStale || !queue.covers(first: queue.cursor.top, count: height) {
      let first = queue.startsAtTop ? 0 : max(0, queue.cursor.top - QueueState.margin)
      let request = DeskRequest.queue(queue.query, offset: first, limit: height + 2 * QueueState.margin)
      if queue.isStale || request != queue.lastAsked {
        if queue.isStale { effects += countSavedViews() }
        queue.isAsking = true
        queue.isStale = false
        queue.lastAsked = request
        effects.append(.ask(request))
      }
    }
    if let due = open?.wholeDue, due <= now {
      open?.wholeDue = nil
      isOpenStale = true
    }
    if isOpenStale, let shown = open?.conversation.id {
      isOpenStale = false
      effects.append(.ask(.conversation(shown)))
    }
    if queue.opensSelection, let selected = queue.selected {
      queue.opensSelection = false
      if selected.id == open?.conversation.id {
        // Back where one was before the other conversation has come.
        stopOpening()
      } else {
        effects += ask(toOpen: selected.id)
      }
    }
    return effects + searchQuestion() + askNames()
  }

  /// Asks how many rows the saved views have.
  private mutating func countSavedViews() -> [Effect] {
    guard !settings.views.isEmpty, !queue.isCounting else { return [] }
    queue.isCounting = true
    return [.ask(.counts(settings.views.map(\.query)))]
  }

  /// Asks for a conversation that is to be shown.
  mutating func ask(toOpen id: ConversationID) -> [Effect] {
    stopOpening()
    opening = id
    if entryToShow?.conversation != id { entryToShow = nil }
    return [.ask(entryToShow == nil ? .end(of: id) : .conversation(id))]
  }

  /// How long somebody must stay at a conversation of which only the end is here, until the rest is read: longer than a
  /// held key takes to go on to the next one.
  private static let restMilliseconds: Int64 = 40

  /// Gives up opening another conversation, and what was typed for it.
  mutating func stopOpening() {
    opening = nil
    typeAhead = []
  }

  /// Takes an answer of the desk.
  mutating func take(_ result: Result<DeskAnswer, DeskError>, to request: DeskRequest) -> [Effect] {
    if let aside = asides.removeValue(forKey: request) { return take(result, to: aside) }
    switch (request, result) {
    case (.search(let search), _): return take(result, to: search)
    case (.counts, .failure):
      // The queue's own failure, asked in the same turn, is told.
      queue.isCounting = false
      return []
    case (.conversation(let id), _) where many.gathering?.waiting.contains(id) == true:
      if case .success(.conversation(let conversation)) = result {
        return gathered(id, conversation) + take(conversation, nil)
      }
      if opening == id { stopOpening() }
      return gathered(id, nil)
    case (.apply(let intent), .success(.outcome(let outcome))): return take(outcome, of: intent)
    case (.apply(let intent), .failure(let error)): return take(error, of: intent)
    case (.reconcile(let key), .success(.outcome(let outcome))): return takeReconciled(key, .success(outcome))
    case (.reconcile(let key), .failure(let error)): return takeReconciled(key, .failure(error))
    case (.queue(let query, _, Alarms.limit), let result):
      guard case .success(.queue(_, _, let rows, _)) = result else { return takeAlarms(query.view, nil) }
      return takeAlarms(query.view, rows)
    case (.queue, .failure(let error)):
      queue.isAsking = false
      return say(sentence(for: error), isError: true)
    case (.discard(let key), let result): return takeDiscard(key, result)
    case (.end(let id), let result) where isForEarlierReplies(id) && !isForOutboxAlone(id):
      switch result {
      case .success(.end(let conversation, _)), .success(.conversation(let conversation)):
        takeEarlier(id, conversation)
      default: takeEarlier(id, nil)
      }
      return []
    case (.conversation(let id), .failure(let error)), (.end(let id), .failure(let error)):
      if isForOutboxAlone(id) { return fulfilWishes(for: id, nil) }
      _ = fulfilWishes(for: id, nil)
      if opening == id { stopOpening() }
      queue.isStale = true
      return say(sentence(for: error), isError: true)
    case (.attachment(let conversation, let id), .failure(let error)):
      return takeFile(conversation, id, .failure(error))
    case (.attachment(let conversation, let id), .success(.attachment(_, let bytes))):
      return takeFile(conversation, id, .success(bytes))
    // Whoever is not told of us by this desk is not told of errors either.
    case (.announce, .failure), (.countQueues, .failure): return []
    case (_, .failure(let error)): return say(sentence(for: error), isError: true)
    case (_, .success(let answer)): return take(answer)
    }
  }

  private mutating func take(_ answer: DeskAnswer) -> [Effect] {
    switch answer {
    case .queue(let query, let offset, let rows, let counts):
      takeQueue(query, offset, rows, counts)
    case .place(let id, let query, let place): takePlace(id, query, place)
    case .conversation(let conversation): return take(conversation, nil)
    case .end(let conversation, let summary): return take(conversation, summary)
    case .earlier(let contact, let earlier):
      if open?.conversation.contact.id == contact {
        let height = layout.panes[.thread]?.rows ?? 0
        open?.update(earlier: earlier, threadHeight: height)
      }
    case .agents(let agents): self.agents = agents
    case .counts(let counts):
      queue.isCounting = false
      queue.viewCounts = counts
    case .search, .attachment, .outcome, .done: break
    }
    return []
  }

  private mutating func takeQueue(
    _ query: QueueQuery, _ offset: Int, _ rows: [ConversationSummary], _ counts: QueueCounts
  ) {
    queue.isAsking = false
    queue.counts.byView = counts.byView
    queue.counts.late = counts.late
    guard query == queue.query else {
      queue.isStale = true
      return
    }
    queue.counts.total = counts.total
    queue.counts.whole = counts.whole
    if queue.seeksFirstView {
      queue.seeksFirstView = false
      let order: [QueueView] = [.mine, .unassigned, .all, .resolved, .snoozed]
      if let first = order.first(where: { counts[$0] > 0 }), first != query.view {
        queue.view = first
        queue.isStale = true
        return
      }
    }
    queue.isLoaded = true
    queue.windowOffset = offset
    queue.rows = rows
    many.marks.update(rows)
    if queue.startsAtTop {
      queue.startsAtTop = false
      queue.cursor = ListCursor(count: queue.total, height: queueHeight)
    } else {
      queue.cursor.resize(count: queue.total, height: queueHeight)
    }
  }

  private mutating func takePlace(_ id: ConversationID, _ query: QueueQuery, _ place: Int?) {
    guard query == queue.query, queue.followed == id else { return }
    queue.followed = nil
    if let place {
      let count = max(queue.cursor.count, place + 1)
      queue.cursor.resize(count: count, height: queueHeight, selecting: place)
      queue.selectionIsGone = false
    } else {
      queue.selectionIsGone = true
    }
  }

  /// Shows a conversation that was asked for, or brings the open one up to date.
  private mutating func take(_ whole: Conversation, _ summary: ConversationSummary?) -> [Effect] {
    let conversation = shown(whole)
    let threadHeight = layout.panes[.thread]?.rows ?? 0
    let id = conversation.id
    if open?.conversation.id == id {
      // The whole may have come first.
      if conversation.omitted > 0, open?.conversation.omitted == 0 { return [] }
      if conversation.omitted == 0 { open?.wholeDue = nil }
      if opening == conversation.id { opening = nil }
      open?.update(conversation, threadHeight: threadHeight)
      refreshFind()
      revealConflict()
      let effects = fulfilWishes(for: id, conversation)
      return effects + (opening == nil ? takeTypeAhead() : [])
    }
    guard opening == id else { return fulfilWishes(for: id, conversation) }
    opening = nil
    let effects = parkComposer()
    let composer =
      parked.removeValue(forKey: conversation.id)
      ?? furnished(
        Composer(for: conversation.shape, parent: Transcript.defaultParent(of: conversation)))
    open = OpenConversation(conversation, summary: summary, composer: composer)
    open?.rebuild(threadHeight: threadHeight)
    let due = Timestamp(milliseconds: now.milliseconds + Self.restMilliseconds)
    open?.wholeDue = conversation.omitted > 0 ? due : nil
    look = nil
    find = nil
    if let target = entryToShow, target.conversation == conversation.id {
      entryToShow = nil
      showEntry(target)
    }
    revealConflict()
    if let selected = queue.selected, selected.id != conversation.id {
      // Opened from elsewhere: the selection must not stay on another conversation than the one that keys act on.
      queue.followed = conversation.id
      queue.findsPlace = true
      queue.selectionIsGone = true
    }
    if let unread = open?.summary.unreadCount, unread > 0, queue.isMovedByHand {
      let due = now.adding(seconds: 2)
      open?.readDue = due
    }
    return effects + askAround(conversation) + fulfilWishes(for: id, conversation) + takeTypeAhead()
  }

  /// Lets keys that were typed while the conversation was on its way do what they were meant to.
  mutating func takeTypeAhead() -> [Effect] {
    let events = typeAhead
    typeAhead = []
    return events.flatMap { take($0) }
  }

  /// Asks for what stands around a conversation: earlier ones, the customer's time.
  private func askAround(_ conversation: Conversation) -> [Effect] {
    var effects: [Effect] = [
      .ask(
        .earlier(with: conversation.contact.id, except: conversation.id, limit: OpenConversation.earlierLimit)
      )
    ]
    if let zone = conversation.contact.timeZone, zoneOffsets[zone] == nil {
      effects.append(.resolveZone(zone, at: now))
    }
    return effects
  }

  /// Puts the answer of the open conversation aside and writes it if it is not on disk.
  mutating func parkComposer() -> [Effect] {
    guard let current = open else { return [] }
    let effects = saveDrafts { _ in true }
    var composer = open?.composer ?? current.composer
    composer.field.apply(.breakUndoGroup)
    if !composer.isBlank || composer.held != nil { parked[current.conversation.id] = composer }
    return effects
  }

  /// Takes a notice: what is shown and changed is asked for again.
  mutating func take(_ notice: DeskNotice) -> [Effect] {
    let isOpenConcerned: Bool
    switch notice {
    case .changed(let ids): isOpenConcerned = open.map { ids.contains($0.conversation.id) } ?? false
    case .reset: isOpenConcerned = open != nil
    case .presence(let presences):
      self.presences = presences
      return reofferAnswers()
    case .outbox(let items): return take(outbox: items)
    case .desks(let statuses): return take(desks: statuses)
    case .queues(let queues): return take(queues: queues)
    }
    if newsPace.follows(at: now, concerningOpen: isOpenConcerned) {
      follow(newsConcerningOpen: isOpenConcerned)
    }
    return []
  }

  /// Follows news: what is shown is to be asked for again.
  mutating func follow(newsConcerningOpen isOpenConcerned: Bool) {
    // Asked for when everything that waits has been taken: a burst of news costs the desk one question.
    queue.isStale = true
    alarms.isStale = true
    if queue.isScrolledAway {
      // Whoever looks along the queue is not called back by news.
    } else if let followed = queue.selectionIsGone ? open?.conversation.id : queue.selected?.id {
      queue.followed = followed
      queue.findsPlace = true
    }
    if isOpenConcerned { isOpenStale = true }
  }

  mutating func markRead() -> [Effect] {
    open?.readDue = nil
    // What a customer reads is nothing that we have read.
    guard !isCustomer, let current = open, current.summary.unreadCount > 0,
      let last = current.conversation.lastSettledEntry,
      current.readAsked != last.id
    else { return [] }
    open?.readAsked = last.id
    let conversation = current.conversation
    let intent = Intent(
      clientKey: makeClientKey(), conversation: conversation.id, by: settings.me,
      action: .markRead(upTo: last.id))
    return [.ask(.apply(intent))]
  }

  /// The sentence for an error of the desk.
  func sentence(for error: DeskError) -> SafeText {
    switch error {
    case .unknownConversation(let id): words("error.unknownConversation", SafeText(line: id.rawValue))
    case .away(let reason): words("error.deskAway", SafeText(line: reason))
    case .cannotWrite(let reason): words("error.deskCannotWrite", SafeText(line: reason))
    case .unsupported(let what): words("error.unsupported", SafeText(line: what))
    }
  }
}
