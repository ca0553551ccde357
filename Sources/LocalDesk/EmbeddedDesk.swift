package import DeskLink
package import DeskModel
import Dispatch
import Synchronization
import SystemCalls

/// The embedded desk: conversations in a folder, shared by all consoles on the host that open it.
///
/// All reading but that of searches and files is answered on the caller's thread, before `handle` returns, and never waits for a writer. Writing
/// happens on one queue; what is said is on the disk before it is acknowledged. The format of the journal is
/// described at `JournalEvent`.
///
/// Particulars of its answers: an intent whose key was applied before is `applied` with the same entry, and
/// nothing is written. `reconcile` of a key that was never applied is `unknown`; applying the intent again is
/// safe then. After an fsync that failed the outcome is `unknown`, too.
package final class EmbeddedDesk: Adapter, Sendable {
  let folder: DeskFolder
  let me: Agent
  let options: EmbeddedDeskOptions
  let clock: @Sendable () -> Timestamp
  let makeID: @Sendable () -> String
  let onStep: @Sendable (EmbeddedDeskStep) -> Void
  let journal: Journal
  let loader: ConversationLoader
  /// Nil when the desk can only be read.
  let writer: JournalWriter?
  /// Why the desk can only be read; empty when it can be written.
  let readOnlyReason: String
  /// Of the journal, and of the folder of presence.
  private let watch: FolderWatch?
  let presence: PresenceBoard
  let attachments: AttachmentFolder
  /// What is done with secrets before anything is written; nil where nothing is.
  let filter: IngestFilter?
  /// Where secrets stand that may be kept for a while.
  let secrets: SecretStore
  /// Changed on `queue` only, apart from waking the snoozed.
  let state: Mutex<DeskState>
  let queue = DispatchQueue(label: "sapa.local-desk")
  /// Searches and files are read here, so that nobody who reads or writes waits for them.
  private let slowQueue = DispatchQueue(label: "sapa.local-desk.slow", qos: .userInitiated)
  let indexQueue = DispatchQueue(label: "sapa.local-desk.index", qos: .utility)
  private let isIndexBeingWritten = Mutex(false)
  private let listener = Mutex<(@Sendable (DeskNotice) -> Void)?>(nil)
  private let torn = Mutex<[String]>([])
  private let policyFile: Mutex<PolicyFile>
  private let refreshing = Mutex(Refreshing())
  private let isClosed = Mutex(false)

  /// Opens a desk.
  ///
  /// `folder` has no slash at the end; `me` decides what `mine` is; `makeID` makes ids of entries, each of which
  /// must be new. `filter` masks what comes in. `onStep` is told each step of a write, on the writing queue, for crash tests. `progress` is told
  /// bytes done and bytes in all while the index is rebuilt.
  /// - Complexity: O(1) and O(events since the index was written); O(bytes of the journal) when there is no index.
  package init(
    folder: String, me: Agent, options: EmbeddedDeskOptions = EmbeddedDeskOptions(),
    clock: @escaping @Sendable () -> Timestamp, makeID: @escaping @Sendable () -> String,
    filter: IngestFilter? = nil,
    onStep: @escaping @Sendable (EmbeddedDeskStep) -> Void = { _ in },
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(EmbeddedDeskError) {
    let folder = DeskFolder(path: folder)
    try folder.prepare(options.access)
    let journal = Journal(folder: folder)
    let loader = ConversationLoader(journal: journal)
    let opened = Self.openWriter(folder, options, onStep)
    let policyFile = PolicyFile(folder)
    let policy = policyFile.policy
    var start =
      IndexFile(folder, journal: journal).map { DeskState(me: me, base: $0, policy: policy) }
      ?? DeskState(me: me, policy: policy)
    let total = journal.remaining(from: start.position)
    let position = start.position
    let now = clock()
    try system { () throws(SystemError) in
      var tail = TailReader(journal: journal, loader: loader, now: now) { $0(&start) }
      _ = try tail.read(from: position) { progress($0, total) }
    }
    if start.orders.asOf == .min { start.rebuildOrders(asOf: now.milliseconds) }
    self.folder = folder
    self.me = me
    self.options = options
    self.clock = clock
    self.makeID = makeID
    self.onStep = onStep
    self.journal = journal
    self.loader = loader
    writer = opened.writer
    readOnlyReason = opened.reason
    let watched = [folder.journal, folder.presence].prefix { FileSystem.exists($0) }
    watch = try? FolderWatch(Array(watched))
    presence = PresenceBoard(folder: folder.presence, cleansUp: writer != nil)
    attachments = AttachmentFolder(path: folder.attachments)
    self.filter = filter
    secrets = SecretStore(desk: folder.path, lifetime: filter?.lifetime ?? 0)
    self.policyFile = Mutex(policyFile)
    state = Mutex(start)
    repairAtStart()
    if writer != nil { purgeSecretsSoon() }
    // Behind the scenes, so that nobody waits for it; `close` does.
    if isIndexStale { queue.async { self.writeIndexSoon() } }
  }

  private static func openWriter(
    _ folder: DeskFolder, _ options: EmbeddedDeskOptions,
    _ onStep: @escaping @Sendable (EmbeddedDeskStep) -> Void
  ) -> (writer: JournalWriter?, reason: String) {
    guard options.access != .readOnly else { return (nil, "it was opened for reading only") }
    do {
      try FileSystem.makeFolder(folder.journal)
      try FileSystem.makeFolder(folder.index)
      try FileSystem.makeFolder(folder.presence)
      FileSystem.removeLeftovers(in: folder.index)
      return (try JournalWriter(folder: folder, options: options, onStep: onStep), "")
    } catch {
      return (nil, error.description)
    }
  }

  /// Cuts a torn line unless somebody is writing just now; the next writer will do so anyway.
  private func repairAtStart() {
    guard let writer, (try? writer.tryLock()) == true else { return }
    defer { writer.unlock() }
    _ = try? catchUp()
    try? repairTail(writer)
  }

  // MARK: - Adapter

  /// Answers one request; reading before it returns; searching, reading files and writing later, on queues of the desk.
  package func handle(
    _ request: DeskRequest, reply: @escaping @Sendable (Result<DeskAnswer, DeskError>) -> Void
  ) {
    if isClosed.withLock({ $0 }) { return reply(.failure(.away(reason: "the desk is closed"))) }
    if case .reconcile = request {
      // What another program wrote, or what was written and not known to be on the disk, must be seen first.
      queue.async {
        _ = try? self.catchUp()
        do throws(DeskError) { reply(.success(try self.answer(request))) } catch { reply(.failure(error)) }
      }
    } else if case .apply(let intent) = request {
      queue.async {
        let (result, isChanged) = self.applyNow(intent)
        // The news first: whoever has the answer has the news as well, and may look.
        if isChanged { self.tell(.changed([intent.conversation])) }
        reply(result)
        if isChanged, self.isIndexStale { self.writeIndexSoon() }
      }
    } else {
      let answerNow: @Sendable () -> Void = {
        do throws(DeskError) { reply(.success(try self.answer(request))) } catch { reply(.failure(error)) }
      }
      switch request {
      case .search, .attachment: slowQueue.async(execute: answerNow)
      case .announce: queue.async(execute: answerNow)
      default: answerNow()
      }
    }
  }

  /// Calls `listener` after each change, on the desk's queue, and soon after this if others are there now.
  ///
  /// One listener.
  package func observe(_ listener: @escaping @Sendable (DeskNotice) -> Void) {
    self.listener.withLock { $0 = listener }
    queue.async {
      self.presence.forgetTold()
      self.tellPresence()
    }
  }

  /// Finishes what was begun and writes the index when much has changed.
  ///
  /// Not to be called from a listener.
  package func close() {
    let wasClosed = isClosed.withLock { closed in
      defer { closed = true }
      return closed
    }
    if wasClosed { return }
    slowQueue.sync {}
    queue.sync { self.presence.leave() }
    queue.sync { if self.isIndexStale { self.writeIndexSoon() } }
    indexQueue.sync {}
    queue.sync {}
    listener.withLock { $0 = nil }
  }

  func tell(_ notice: DeskNotice) {
    let listener = listener.withLock { $0 }
    listener?(notice)
  }

  /// Tells what `catchUp` has found.
  func tell(_ changed: [ConversationID]?) {
    guard let changed else { return tell(.reset) }
    if !changed.isEmpty { tell(.changed(changed)) }
  }

  // MARK: - Other processes

  /// Readable, for `poll`, when another process (or we) wrote to the journal, or said what it does, or ended: call
  /// `refresh` then.
  package var watchDescriptor: Int32? { watch?.descriptor }

  /// Takes in what others have written, on the desk's queue, and tells the listener.
  ///
  /// The first time at once; then at most every `Refreshing.pause`, so that a burst of another program is told in
  /// few notices.
  package func refresh() {
    let events = watch?.events() ?? []
    if !events.isEmpty { queue.async { self.takePresence(events) } }
    let now = SystemClock.monotonicMilliseconds()
    guard let delay = refreshing.withLock({ $0.ask(at: now) }) else { return }
    if delay == 0 { return queue.async { self.refreshIfAsked() } }
    queue.asyncAfter(deadline: .now() + .milliseconds(Int(delay))) { self.refreshIfAsked() }
  }

  /// On the queue.
  private func refreshIfAsked() {
    guard refreshing.withLock({ $0.begin(at: SystemClock.monotonicMilliseconds()) }) else { return }
    do throws(SystemError) { tell(try catchUp()) } catch { return }
    shortenTail()
  }

  /// Waits until all that was asked before is done.
  package func settle() {
    queue.sync { self.refreshIfAsked() }
    slowQueue.sync {}
  }

  /// Sentences about what was wrong: a broken policy ignored, torn lines of the journal cut, broken lines skipped (the
  /// first 100).
  package var repairs: [String] {
    let policy = policyFile.withLock { $0.problem }
    return (policy.map { [$0] } ?? []) + torn.withLock { $0 } + state.withLock { $0.problems }
  }

  /// How many lines of the journal were skipped in all.
  package var skippedLines: Int { state.withLock { $0.problemCount } }

  /// How many conversations there are.
  package var count: Int { state.withLock { $0.count } }

  /// Who works here.
  package var agent: Agent { me }

  /// Whether nothing can be written; then the reason.
  package var cannotWriteReason: String? { writer == nil ? readOnlyReason : nil }

  // MARK: - On the queue

  /// Reads the journal to its end.
  ///
  /// - Returns: the conversations that changed; nil inside when there were many.
  func catchUp() throws(SystemError) -> [ConversationID]? {
    let isPolicyNew = takePolicy()
    let position = state.withLock { $0.position }
    var tail = TailReader(journal: journal, loader: loader, now: clock()) { body in
      self.state.withLock { body(&$0) }
    }
    let changed = try tail.read(from: position)
    return isPolicyNew ? nil : changed
  }

  /// Takes over a policy that has been changed: consoles that share a desk must agree on the order.
  private func takePolicy() -> Bool {
    let policy = policyFile.withLock { file in file.refresh() ? file.policy : nil }
    guard let policy else { return false }
    state.withLock { $0.take(policy) }
    return true
  }

  /// Cuts what a crash of another process has left behind the last whole line; needs the lock.
  func repairTail(_ writer: JournalWriter) throws(SystemError) {
    let position = state.withLock { $0.position }
    if let sentence = try writer.repairTail(at: position) { torn.withLock { $0.append(sentence) } }
  }

  /// Whether so much has changed since the index was written that a start would be slow.
  var isIndexStale: Bool {
    state.withLock { state in
      guard let base = state.base else { return state.count > 0 }
      return state.tailCount >= options.tailLimit || base.policyHash != state.policy.hash
    }
  }

  /// Lets go of what others have changed and changed again: each change keeps its row in memory until there is an
  /// index that has it.
  ///
  /// Whoever writes much writes the index as well; only where nobody does, this console writes it. On the queue.
  private func shortenTail() {
    let (isLong, known) = state.withLock { state in
      (state.tailCount >= max(Self.longTail, options.tailLimit, state.count), state.base?.position)
    }
    guard isLong else { return }
    let index = IndexFile(folder, journal: journal)
    if let index, index.position.isBehind(known) { adopt(index) } else { writeIndexSoon() }
  }

  /// Events of others that are kept in memory in any case.
  private static let longTail = 1_000

  /// Writes the index of what is known now behind the scenes, one at a time; on the queue.
  func writeIndexSoon() {
    guard writer != nil, isIndexBeingWritten.withLock({ !exchange(&$0, true) }) else { return }
    let snapshot = state.withLock { $0 }
    indexQueue.async {
      let base = self.writeIndex(snapshot)
      // All rows and texts were in memory for a moment.
      ProcessMemory.giveBack()
      self.queue.async {
        self.isIndexBeingWritten.withLock { $0 = false }
        if let base { self.adopt(base) }
      }
    }
  }

  /// Writes the index of what is known now and waits for it; on the queue.
  func writeIndexNow() {
    guard writer != nil else { return }
    let snapshot = state.withLock { $0 }
    if let base = indexQueue.sync(execute: { self.writeIndex(snapshot) }) { adopt(base) }
  }

  /// It is a cache: when writing fails, the next start takes longer.
  private func writeIndex(_ snapshot: DeskState) -> IndexFile? {
    do {
      onStep(.beforeIndex)
      var writer = IndexWriter(snapshot)
      try writer.write(to: folder, journal: journal) {}
      onStep(.afterIndex)
    } catch {
      return nil
    }
    return IndexFile(folder, journal: journal)
  }

  /// Goes on from a new index, with what has been written since; on the queue.
  private func adopt(_ base: IndexFile) {
    var fresh = DeskState(me: me, base: base, policy: state.withLock { $0.policy })
    let now = clock()
    do throws(SystemError) {
      var tail = TailReader(journal: journal, loader: loader, now: now) { $0(&fresh) }
      _ = try tail.read(from: base.position)
    } catch {
      return
    }
    let newState = fresh
    state.withLock { state in
      var fresh = newState
      if fresh.position == state.position {
        // The same rows under the same numbers: what the queries have found holds.
        fresh.advance(to: Timestamp(milliseconds: state.orders.asOf))
        fresh.queries = state.queries
      }
      state = fresh
    }
  }
}

private func exchange(_ flag: inout Bool, _ value: Bool) -> Bool {
  defer { flag = value }
  return flag
}
