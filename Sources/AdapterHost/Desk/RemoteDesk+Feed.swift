import AdapterProtocol
import DeskLink
import DeskModel
import Dispatch
import LocalDesk
import Synchronization

/// What the backend has, paged in once, and what changes there.
extension RemoteDesk {
  /// Seconds for which the adapter may hold back an answer when nothing has happened.
  private static let holdSeconds = 25
  private static let changesAtOnce = 500

  /// The desk is there: goes on from where it was left, or begins; on the queue.
  func beginFeed() {
    let (run, mark, delivery) = state.withLock {
      ($0.run, $0.mark, $0.manifest?.changes.delivery ?? ChangeDelivery.none)
    }
    guard delivery != ChangeDelivery.none else { return page(run, from: nil) }
    guard mark.isWhole, mark.cursor != nil else {
      // The place in the changes first, so that what happens while all is read is not missed.
      return call(.changes(ChangesParams(limit: 1)), .background) { [self] result in
        guard isCurrent(run), case .success(.changes(let changes)) = result else { return }
        state.withLock { $0.mark.cursor = changes.next }
        page(run, from: nil)
      }
    }
    askChanges(run)
  }

  // MARK: - Paging in

  /// Reads all conversations, page by page.
  private func page(_ run: Int, from cursor: PageCursor?, count: Int = 0) {
    let sorts = state.withLock { $0.manifest?.read.sorts ?? [] }
    let params = ConversationsParams(
      sort: sorts.contains(.newest) ? .newest : nil, cursor: cursor, limit: pageLimit)
    call(.conversations(params), .background) { [self] result in
      guard isCurrent(run) else { return }
      switch result {
      case .success(.conversations(let page)):
        takeRows(page.items)
        state.withLock { state in
          state.untold += Self.untold(
            page.items, state.merge, room: Self.readAhead - state.untold.count)
        }
        let total = count + page.items.count
        setRead(page.next == nil ? nil : total)
        if let next = page.next { return self.page(run, from: next, count: total) }
        state.withLock { $0.mark.isWhole = true }
        saveMark()
        changed(
          state.withLock { state in
            defer { state.untold = [] }
            return state.untold
          })
        followOn(run)
      case .failure(.fault(.cursorExpired)): page(run, from: nil)
      case .success, .failure:
        askLater(run, milliseconds: 5_000) { self.page(run, from: cursor, count: count) }
      }
    }
  }

  /// Conversations that are read behind the scenes because the list says too little of them.
  private static let readAhead = 300

  /// Those of which a list does not say what was said last, nor therefore who waits.
  private static func untold(_ rows: [ConversationRow], _ merge: MirrorMerge, room: Int) -> [ConversationID] {
    let silent = rows.filter { merge.saysTooLittle($0) }
    return silent.prefix(max(0, room)).map(\.summary.id)
  }

  private func followOn(_ run: Int) {
    if state.withLock({ $0.manifest?.changes.delivery }) ?? ChangeDelivery.none == ChangeDelivery.none {
      shared.withLock { $0.queues.noteChange() }
      askLater(run, milliseconds: options.lookAgain) { self.page(run, from: nil) }
    } else {
      askChanges(run)
    }
  }

  /// Rows of a list go into the mirror, those that say something new.
  func takeRows(_ rows: [ConversationRow]) {
    let merge = merge
    let byID = Dictionary(rows.map { ($0.summary.id, $0) }) { _, last in last }
    let stale = shared.withLock { shared in
      rows.filter { row in row.version != nil && row.version != shared.tags[row.summary.id] }.map(
        \.summary.id)
    }
    put(rows.map(\.summary.id)) { id, current in byID[id].map { merge.row($0, into: current) } }
    shared.withLock { $0.fresh.subtract(stale) }
  }

  private func setRead(_ count: Int?) {
    let isNew = shared.withLock { shared in
      defer { shared.status.read = count }
      return shared.status.read != count
    }
    if isNew { tellStatus() }
  }

  func askLater(_ run: Int, milliseconds: Int, _ body: @escaping @Sendable () -> Void) {
    queue.asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { [weak self] in
      guard let self, isCurrent(run) else { return }
      body()
    }
  }

  // MARK: - Changes

  private func askChanges(_ run: Int) {
    let (cursor, manifest) = state.withLock { ($0.mark.cursor, $0.manifest) }
    guard let manifest else { return }
    let holds = manifest.changes.delivery == .held && manifest.bounds.concurrentCalls > 1
    let params = ChangesParams(
      after: cursor, limit: Self.changesAtOnce, waitSeconds: holds ? Self.holdSeconds : 0)
    let deadline = (holds ? Self.holdSeconds * 1_000 : 0) + 60_000
    call(.changes(params), .background, deadline: deadline) { [self] result in
      guard isCurrent(run) else { return }
      switch result {
      case .success(.changes(let page)):
        take(page.changes, run)
        state.withLock { $0.mark.cursor = page.next }
        saveMarkSometimes(run)
        let isAsleep = page.changes.isEmpty && !holds
        let seconds = page.askAgainAfterSeconds ?? (isAsleep ? 15 : 0)
        askLater(run, milliseconds: seconds * 1_000) { self.askChanges(run) }
      case .failure(.fault(.cursorExpired)): readAgain(run)
      case .success, .failure: askLater(run, milliseconds: 5_000) { self.askChanges(run) }
      }
    }
  }

  /// Something was missed: all is read anew.
  private func readAgain(_ run: Int) {
    state.withLock { $0.mark = FeedMark() }
    shared.withLock { $0.fresh = [] }
    beginFeed()
  }

  private func take(_ changes: [DeskChange], _ run: Int) {
    var entries: [ConversationID: [EntryRecord]] = [:]
    var order: [ConversationID] = []
    var others: [ConversationID] = []
    let merge = merge
    let movesQueues = changes.contains { change in
      switch change {
      case .entry, .conversation, .gone, .gap: true
      case .presence, .catalogue: false
      }
    }
    if movesQueues { shared.withLock { $0.queues.noteChange() } }
    for change in changes {
      switch change {
      case .entry(let record, let id):
        if entries[id] == nil { order.append(id) }
        entries[id, default: []].append(record)
      case .conversation(let id, let version):
        if version == nil || version != shared.withLock({ $0.tags[id] }) { others.append(id) }
      case .gone(let id, let target):
        put([id]) { $1.map { merge.gone(movedTo: target, into: $0) } }
      case .presence(let present): tell(.presence(present.filter { $0.agent.id != options.me.id }))
      case .catalogue:
        readAgents()
        readQueues()
      case .gap: readAgain(run)
      }
    }
    let news = entries
    state.withLock { state in
      for (id, records) in news { state.meanwhile.note(records, in: id) }
    }
    let unknown = Mutex<[ConversationID]>([])
    put(order) { id, current in
      guard var wanted = current else {
        unknown.withLock { $0.append(id) }
        return nil
      }
      for record in news[id] ?? [] { wanted = merge.entry(record, into: wanted) }
      return wanted
    }
    others += unknown.withLock { $0 }
    if !others.isEmpty { changed(others) }
  }

  // MARK: - The mark

  private func saveMarkSometimes(_ run: Int) {
    let (mark, saved) = state.withLock { ($0.mark, $0.savedMark) }
    guard mark != saved else { return }
    state.withLock { $0.savedMark = mark }
    askLater(run, milliseconds: 2_000) { self.saveMark() }
  }

  /// Keeps the place, after what was read before it is on the disk.
  func saveMark() {
    let mark = state.withLock { $0.mark }
    guard mark.isWhole, (try? mirror.syncMirror()) != nil else { return }
    state.withLock { $0.savedMark = mark }
    try? mark.save(Self.markPath(options))
  }

  // MARK: - Presence

  func announce(
    _ presence: PresenceParams, _ request: DeskRequest,
    _ reply: @escaping @Sendable (Result<DeskAnswer, DeskError>) -> Void
  ) {
    state.withLock { $0.presence = presence }
    guard state.withLock({ $0.manifest?.methods.contains(.presence) ?? false }) else {
      // Consoles on this machine see each other all the same.
      return mirror.handle(request, reply: reply)
    }
    sayWhereWeAre()
    reply(.success(.done))
  }

  /// Tells the backend, now and then anew, because what is not said anew is over.
  func sayWhereWeAre() {
    let (run, presence, isTold) = state.withLock {
      ($0.run, $0.presence, $0.manifest?.methods.contains(.presence) ?? false)
    }
    guard isTold, case .up = connection else { return }
    call(.presence(presence), .background) { [self] result in
      guard isCurrent(run), case .success(.presence(let list)) = result else { return }
      tell(.presence(list.present.filter { $0.agent.id != options.me.id }))
    }
    guard presence.conversation != nil else { return }
    askLater(run, milliseconds: 30_000) {
      if self.state.withLock({ $0.presence }) == presence { self.sayWhereWeAre() }
    }
  }
}
