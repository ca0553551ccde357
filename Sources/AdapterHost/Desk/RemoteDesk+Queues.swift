import AdapterProtocol
import DeskLink
import DeskModel
import Dispatch
import LocalDesk
import Synchronization

/// The backend's own queues: which there are, and what stands in the one that somebody looks at.
///
/// A queue's rows come from the mirror: the backend says which conversations, and the mirror how they are. So they can be opened,
/// filtered and put into any order like all others, and are there while the desk is away.
extension RemoteDesk {
  /// Milliseconds after which queues may be counted again because somebody wants to choose one.
  private static let countPause: Int64 = 30_000
  /// Conversations of a queue that are read behind the scenes because its list says too little of them.
  private static let readAhead = 100

  static func queuesPath(_ options: RemoteDeskOptions) -> String { options.folder + "/queues.json" }

  func tellQueues() { tell(.queues(shared.withLock { $0.queues.list })) }

  private func saveQueues() {
    let queues = shared.withLock { $0.queues }
    // What is not kept is read again the next time.
    try? queues.save(Self.queuesPath(options))
  }

  // MARK: - Answers to the console

  /// Answers a question for rows of a queue from what is known, and reads it anew behind that; others go to the mirror.
  func answerRows(_ request: DeskRequest, _ reply: @escaping Reply) {
    switch request {
    case .queue(let query, let offset, let limit):
      guard let id = query.queue else { break }
      lookAt(id)
      return reply(
        .success(mirror.queueAnswer(query, among: members(of: id), offset: offset, limit: limit)))
    case .place(let conversation, let query):
      guard let id = query.queue else { break }
      let place = mirror.place(of: conversation, in: query, among: members(of: id))
      return reply(.success(.place(conversation, query, place)))
    case .counts(let queries):
      let ours = queries.filter { $0.queue != nil }
      if ours.isEmpty { break }
      return mirror.handle(.counts(queries.filter { $0.queue == nil })) { [self] result in
        reply(result.map { counted($0, with: ours) })
      }
    default: break
    }
    mirror.handle(request, reply: reply)
  }

  private func counted(_ answer: DeskAnswer, with queries: [QueueQuery]) -> DeskAnswer {
    guard case .counts(var result) = answer else { return answer }
    for query in queries {
      guard let id = query.queue,
        case .queue(_, _, _, let counts) = mirror.queueAnswer(
          query, among: members(of: id), offset: 0, limit: 0)
      else { continue }
      result[query] = counts.rows(of: query.view)
    }
    return .counts(result)
  }

  private func members(of id: BackendQueueID) -> [ConversationID] {
    shared.withLock { $0.queues.members(of: id) }
  }

  private func lookAt(_ id: BackendQueueID) {
    let now = clock()
    let isUp = if case .up = connection { true } else { false }
    guard let wait = shared.withLock({ $0.queues.ask(id, isUp: isUp, at: now) }) else { return }
    queue.asyncAfter(deadline: .now() + .milliseconds(Int(wait))) { [weak self] in self?.readQueue(id) }
  }

  /// Counts the queues anew, unless that was just done; on the queue.
  func countQueues() {
    let now = clock()
    let isDue = shared.withLock { shared in
      shared.queues.toldAt.map { now.milliseconds - $0.milliseconds >= Self.countPause } ?? true
    }
    if isDue { readQueues() }
  }

  // MARK: - Reading

  /// Asks which queues there are; on the queue.
  func readQueues() {
    guard state.withLock({ $0.manifest?.methods.contains(.queues) ?? false }) else { return }
    let run = state.withLock { $0.run }
    call(.queues, .background) { [self] result in
      guard isCurrent(run) else { return }
      guard case .success(.queues(let told)) = result else {
        if case .failure(let failure) = result, failure.mayPass {
          askLater(run, milliseconds: 5_000) { self.readQueues() }
        }
        return
      }
      let now = clock()
      let isNew = shared.withLock { shared in
        let before = shared.queues.list
        shared.queues.take(told.queues, desk: options.name, at: now)
        return shared.queues.list != before
      }
      if isNew {
        saveQueues()
        tellQueues()
      }
    }
  }

  /// The desk is there again: what consoles look at is read.
  func readQueuesLookedAt() {
    for id in shared.withLock({ $0.queues.lookedAt(at: clock()) }) { lookAt(id) }
  }

  /// Reads a queue whole, page by page; on the queue.
  private func readQueue(_ id: BackendQueueID) {
    let (run, isUp) = state.withLock { ($0.run, $0.manifest != nil) }
    guard isUp, case .up = connection else { return shared.withLock { $0.queues.giveUp(id) } }
    guard changeQueues({ $0.begin(id) }) else { return }
    readQueuePage(id, nil, run)
  }

  private func readQueuePage(_ id: BackendQueueID, _ cursor: PageCursor?, _ run: Int) {
    let sorts = state.withLock { $0.manifest?.read.sorts ?? [] }
    let isFirst = shared.withLock { $0.queues.list.first { $0.id == id }?.reading == .reading }
    let params = ConversationsParams(
      queue: QueueID(id.rawValue), sort: sorts.contains(.newest) ? .newest : nil, cursor: cursor,
      limit: pageLimit)
    // Somebody waits for the first reading.
    call(.conversations(params), isFirst ? .shown : .background) { [self] result in
      guard isCurrent(run) else { return }
      switch result {
      case .success(.conversations(let page)): takeQueuePage(page, id, run, isFirst: isFirst && cursor == nil)
      case .failure(.fault(.cursorExpired)) where cursor != nil: retryQueue(id, run)
      case .failure(.fault(.notFound)):
        changeQueues { $0.fail(id, .gone, at: self.clock()) }
        readQueues()
      case .failure(let failure):
        if failure.mayPass { return retryQueue(id, run) }
        let reason = if case .away(let reason) = failure.deskError { reason } else { "it is not offered" }
        changeQueues { $0.fail(id, .failed(reason: reason), at: self.clock()) }
      case .success: changeQueues { $0.fail(id, .failed(reason: "a wrong answer"), at: self.clock()) }
      }
    }
  }

  private func takeQueuePage(_ page: ConversationsPage, _ id: BackendQueueID, _ run: Int, isFirst: Bool) {
    takeRows(page.items)
    if isFirst { readSilent(page.items) }
    let ids = page.items.map(\.summary.id)
    let (news, isFull) = shared.withLock { ($0.queues.found(ids, in: id), $0.queues.isFull(id)) }
    if let next = page.next, !isFull {
      if !news.isEmpty { tell(.changed(news)) }
      return readQueuePage(id, next, run)
    }
    let now = clock()
    let left = changeQueues { $0.finish(id, isWhole: page.next == nil, at: now) }
    saveQueues()
    // Also when nothing has come: the console asks anew and learns that the queue is empty.
    tell(.changed(news + left))
  }

  /// What could not be read now is read soon, as long as somebody looks.
  private func retryQueue(_ id: BackendQueueID, _ run: Int) {
    shared.withLock { $0.queues.failForNow(id) }
    askLater(run, milliseconds: options.queuePause / 2) {
      let isWanted = self.shared.withLock { $0.queues.isLookedAt(id, at: self.clock()) }
      if isWanted { self.readQueue(id) } else { self.shared.withLock { $0.queues.giveUp(id) } }
    }
  }

  /// Changes what is known of queues, and tells them when they look otherwise.
  @discardableResult
  func changeQueues<Value>(_ body: (inout BackendQueues) -> Value) -> Value {
    let (value, isNew) = shared.withLock { shared in
      let before = shared.queues.list
      let value = body(&shared.queues)
      return (value, shared.queues.list != before)
    }
    if isNew { tellQueues() }
    return value
  }

  /// Reads conversations of which neither the list nor the mirror says what was said last.
  private func readSilent(_ rows: [ConversationRow]) {
    let merge = merge
    let silent = rows.lazy.filter { merge.saysTooLittle($0) }.map(\.summary.id).filter { id in
      (try? self.mirror.mirrored(id)).map { $0.outline != nil } ?? true
    }
    changed(Array(silent.prefix(Self.readAhead)))
  }
}
