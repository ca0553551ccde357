import AdapterProtocol
import DeskLink
import DeskModel
import LocalDesk
import Synchronization

/// What is read of the backend because somebody looks, or because it has changed.
extension RemoteDesk {
  /// The most entries that are read of one conversation.
  private static let entryLimit = 20_000
  /// The most bytes of a file.
  private static let fileLimit = 256 << 20

  /// Somebody looks at a conversation: it is read unless that has been done; on the queue.
  func open(_ id: ConversationID) {
    if shared.withLock({ $0.fresh.contains(id) }) { return }
    state.withLock { $0.refreshes.want(id, isShown: true) }
    pumpRefreshes()
  }

  /// Something of these is other than before; on the queue.
  func changed(_ ids: [ConversationID]) {
    shared.withLock { $0.fresh.subtract(ids) }
    state.withLock { state in
      for id in ids { state.refreshes.want(id, isShown: false) }
    }
    pumpRefreshes()
  }

  func pumpRefreshes() {
    let (run, isUp) = state.withLock { ($0.run, $0.manifest != nil) }
    guard isUp, case .up = connection else { return }
    while let (id, isShown) = state.withLock({ $0.refreshes.next() }) {
      refresh(id, isShown ? .shown : .background, run) { [self] isRead in
        let isAgain = state.withLock { $0.refreshes.finish(id) }
        if isAgain { shared.withLock { _ = $0.fresh.remove(id) } }
        if isRead { state.withLock { $0.unread[id] = nil } } else { readLater(id, run) }
        pumpRefreshes()
      }
    }
  }

  /// Reads what could not be read another time: nobody tells its change again.
  private func readLater(_ id: ConversationID, _ run: Int) {
    let count = state.withLock { state in
      state.unread[id, default: 0] += 1
      return state.unread[id] ?? 1
    }
    askLater(run, milliseconds: min(300_000, 2_500 << min(count, 7))) {
      // Whoever has looked at it meanwhile has read it.
      if self.state.withLock({ $0.unread[id] != nil }) { self.changed([id]) }
    }
  }

  private func refresh(
    _ id: ConversationID, _ priority: CallPriority, _ run: Int,
    done: @escaping @Sendable (_ isRead: Bool) -> Void
  ) {
    call(.conversation(ConversationParams(id)), priority) { [self] result in
      guard isCurrent(run) else { return done(false) }
      switch result {
      case .success(.conversation(let record)):
        // A merged one answers with the other's id.
        guard record.conversation.id == id else {
          put([id]) { $1.map { current in self.merge.gone(movedTo: record.conversation.id, into: current) } }
          return done(true)
        }
        readThread(of: id, priority, run) { thread in
          guard self.isCurrent(run) else { return done(false) }
          switch thread {
          case .success(let (entries, isWhole)):
            self.take(record, entries, isWhole: isWhole)
            self.readContact(record.conversation.contact.id, for: id, priority, run)
            done(true)
          case .failure(let failure): done(!failure.mayPass)
          }
        }
      case .failure(.fault(.moved(let target))):
        put([id]) { $1.map { self.merge.gone(movedTo: target, into: $0) } }
        done(true)
      case .failure(.fault(.notFound)):
        put([id]) { $1.map { self.merge.gone(movedTo: nil, into: $0) } }
        done(true)
      case .failure(let failure): done(!failure.mayPass)
      case .success: done(true)
      }
    }
  }

  var merge: MirrorMerge { state.withLock { $0.merge } }

  private func take(_ record: ConversationRecord, _ entries: [EntryRecord], isWhole: Bool) {
    let id = record.conversation.id
    let merge = merge
    shared.withLock { shared in
      shared.tags[id] = record.version
      shared.fresh.insert(id)
    }
    put([id]) { _, current in
      merge.thread(entries, isWhole: isWhole, into: merge.record(record, into: current))
    }
  }

  /// Writes into the mirror; what cannot be written is read again another time.
  func put(
    _ ids: [ConversationID], _ merge: @Sendable (ConversationID, Conversation?) -> Conversation?
  ) {
    do throws(DeskError) { _ = try mirror.mirror(ids, merge: merge) } catch {
      shared.withLock { $0.fresh.subtract(ids) }
    }
  }

  // MARK: - Threads

  /// Reads the end of a thread, from the newest page back to where the mirror goes on, or all of it.
  func readThread(
    of id: ConversationID, _ priority: CallPriority, _ run: Int,
    then: @escaping @Sendable (Result<([EntryRecord], isWhole: Bool), CallFailure>) -> Void
  ) {
    let orders = state.withLock { $0.manifest?.read.orders ?? [] }
    let order: ThreadOrder = orders.contains(.newestFirst) ? .newestFirst : .oldestFirst
    let known = (try? mirror.mirrored(id))?.entries.last?.id
    state.withLock { $0.meanwhile.begin(id) }
    readPage(of: id, order, nil, [], known: known, priority, run) { [self] result in
      // Behind a new connection nothing is known of this reading any more.
      let told = isCurrent(run) ? state.withLock { $0.meanwhile.end(id) } : []
      then(
        result.map { entries, isWhole in
          (EntriesMeanwhile.joined(entries, isWhole: isWhole, told), isWhole: isWhole)
        })
    }
  }

  private func readPage(
    of id: ConversationID, _ order: ThreadOrder, _ cursor: PageCursor?, _ before: [EntryRecord],
    known: EntryID?, _ priority: CallPriority, _ run: Int,
    _ then: @escaping @Sendable (Result<([EntryRecord], isWhole: Bool), CallFailure>) -> Void
  ) {
    let limit = pageLimit
    call(.thread(ThreadParams(id, order: order, cursor: cursor, limit: limit)), priority) { [self] result in
      switch result {
      case .success(.thread(let page)):
        let all = order == .newestFirst ? page.entries + before : before + page.entries
        let joins = order == .newestFirst && known != nil && page.entries.contains { $0.entry.id == known }
        guard let next = page.next, !joins, all.count < Self.entryLimit, isCurrent(run) else {
          return then(.success((all, isWhole: page.next == nil)))
        }
        readPage(of: id, order, next, all, known: known, priority, run, then)
      case .success: then(.failure(.notSent(.closed)))
      case .failure(let failure): then(.failure(failure))
      }
    }
  }

  var pageLimit: Int {
    state.withLock { min(ProtocolLimits.pageItems, $0.manifest?.bounds.pageItems ?? 100) }
  }

  // MARK: - People and files

  private func readContact(
    _ contact: ContactID, for id: ConversationID, _ priority: CallPriority, _ run: Int
  ) {
    // Only where a person looks: it is one more request each time.
    guard priority == .shown, state.withLock({ $0.manifest?.methods.contains(.contact) ?? false }) else {
      return
    }
    call(.contact(ContactParams(contact)), .background) { [self] result in
      guard isCurrent(run), case .success(.contact(let page)) = result else { return }
      let merge = merge
      takeRows(page.conversations)
      put([id]) { _, current in
        guard var wanted = current else { return nil }
        wanted.contact = merge.contact(page.contact.contact, into: wanted.contact)
        return wanted
      }
    }
  }

  func readAgents() {
    guard state.withLock({ $0.manifest?.methods.contains(.agents) ?? false }) else { return }
    let run = state.withLock { $0.run }
    call(.agents, .background) { [self] result in
      guard case .success(.agents(let list)) = result else {
        if case .failure(let failure) = result, failure.mayPass {
          askLater(run, milliseconds: 5_000) { self.readAgents() }
        }
        return
      }
      let agents = list.assignees.filter { $0.kind == .agent }.map {
        Agent(id: AgentID($0.id.rawValue), name: $0.name)
      }
      shared.withLock { $0.agents = agents }
    }
  }

  func withAgents(_ answer: DeskAnswer) -> DeskAnswer {
    guard case .agents(let known) = answer else { return answer }
    let told = shared.withLock { $0.agents }
    let ids = Set(told.map(\.id))
    return .agents(
      (told + known.filter { !ids.contains($0.id) }).sorted {
        ($0.name, $0.id.rawValue) < ($1.name, $1.id.rawValue)
      })
  }

  func fetch(
    _ id: AttachmentID, of conversation: ConversationID,
    _ reply: @escaping @Sendable (Result<DeskAnswer, DeskError>) -> Void
  ) {
    fetchPiece(id, of: conversation, [], reply)
  }

  private func fetchPiece(
    _ id: AttachmentID, of conversation: ConversationID, _ before: [UInt8],
    _ reply: @escaping @Sendable (Result<DeskAnswer, DeskError>) -> Void
  ) {
    let params = AttachmentParams(id, in: conversation, offset: before.count, limit: 1 << 20)
    call(.attachment(params), .shown) { [self] result in
      switch result {
      case .success(.attachment(let piece)):
        let all = before + piece.data.bytes
        if piece.isLast { return reply(.success(.attachment(id, all))) }
        guard all.count < Self.fileLimit else {
          return reply(.failure(.unsupported("files of more than \(Self.fileLimit >> 20) MiB")))
        }
        fetchPiece(id, of: conversation, all, reply)
      case .success: reply(.failure(.unsupported("files")))
      case .failure(let failure): reply(.failure(failure.deskError))
      }
    }
  }
}

extension CallFailure {
  /// Whether reading the same again may well succeed.
  var mayPass: Bool {
    switch self {
    case .fault(.away), .fault(.busy), .fault(.unauthorized), .fault(.cancelled), .fault(.notInitialized),
      .fault(.internalFailure), .unreadable, .overdue, .interrupted, .notSent:
      true
    case .fault, .tooLong: false
    }
  }

  /// What a console is told that has asked for something.
  var deskError: DeskError {
    switch self {
    case .fault(.unsupported(let what)): .unsupported(what)
    case .fault(.unknownMethod(let name)): .unsupported(name)
    case .fault(let fault): .away(reason: fault.message)
    case .unreadable(let error), .tooLong(let error): .away(reason: error.description)
    case .overdue: .away(reason: "no answer came in time")
    case .interrupted: .away(reason: "its adapter ended meanwhile")
    case .notSent: .away(reason: "it is not connected")
    }
  }
}
