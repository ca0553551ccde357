import AdapterProtocol
package import DeskLink
package import DeskModel
import Dispatch
package import LocalDesk
import Synchronization
import SystemCalls

/// What a remote desk needs besides its adapter.
package struct RemoteDeskOptions: Sendable {
  /// Its name in the config.
  package var name: String
  /// The folder of its mirror, its outbox and its drafts, without a slash at the end.
  package var folder: String
  /// Who works here, until the backend says who we are there.
  package var me: Agent
  /// Milliseconds that a reply is waited for before the console may let go of it.
  package var patience: Int
  /// Milliseconds between looks at a backend that tells no changes.
  package var lookAgain: Int
  /// Milliseconds between readings of a queue of the backend that somebody looks at while things happen there.
  package var queuePause: Int
  /// Told who we are there when that is somebody else than `me`; for the next time that the desk is opened.
  package var onIdentity: @Sendable (Agent) -> Void = { _ in }
  /// Masks what comes from the backend before it is kept; nil where nothing is masked.
  package var filter: IngestFilter?
  /// Masks a line of what the adapter says on standard error.
  package var maskLog: @Sendable (String) -> String = { $0 }

  /// Makes options.
  package init(
    name: String, folder: String, me: Agent, patience: Int = 4_000, lookAgain: Int = 60_000,
    queuePause: Int = 10_000
  ) {
    self.name = name
    self.folder = folder
    self.me = me
    self.patience = patience
    self.lookAgain = lookAgain
    self.queuePause = queuePause
  }
}

/// A desk behind an adapter: what was read stands in a mirror on our disk, what is to be done in an outbox beside it.
///
/// Everything that the console asks is answered from the mirror, at once, also while the desk is away; what is opened is read
/// anew behind that, and told as a change. What the console wants is on our disk before it is acknowledged.
package final class RemoteDesk: Adapter, Sendable {
  /// What is looked at from any thread.
  struct Shared: Sendable {
    var listener: (@Sendable (DeskNotice) -> Void)?
    /// What is on its way, oldest first.
    var pending: [PendingIntent] = []
    /// What the last answers about a conversation showed, by the mirror's version: the backend's state, and the last entry.
    var seen: [ConversationID: [Int: SeenState]] = [:]
    /// What the backend calls the state that the mirror has.
    var tags: [ConversationID: VersionTag] = [:]
    /// Conversations that were read whole in this run and have not changed since.
    var fresh: Set<ConversationID> = []
    var agents: [Agent] = []
    /// The backend's queues.
    var queues: BackendQueues
    var status: DeskLink.DeskStatus
    var isClosed = false
  }

  /// What belongs to the queue.
  struct State: Sendable {
    var outbox = Outbox()
    var store: OutboxStore?
    /// What stands on the disk, by key.
    var persisted: [ClientKey: OutboxItem] = [:]
    var manifest: Manifest?
    var merge = MirrorMerge()
    var waiters: [ClientKey: Waiter] = [:]
    var mark = FeedMark()
    var savedMark = FeedMark()
    /// Counts connections, so that answers to an older one are known as such.
    var run = 0
    var refreshes = RefreshQueue()
    var meanwhile = EntriesMeanwhile()
    /// Conversations that could not be read, and how often in a row.
    var unread: [ConversationID: Int] = [:]
    /// Conversations of which the list has said too little, while all are paged in.
    var untold: [ConversationID] = []
    var presence = PresenceParams(nil)
    var wake: Timestamp?
  }

  /// A console that waits for what becomes of an intent.
  struct Waiter: Sendable {
    var reply: @Sendable (Result<DeskAnswer, DeskError>) -> Void
  }

  /// What it was opened with.
  package let options: RemoteDeskOptions
  let clock: @Sendable () -> Timestamp
  /// The desk that holds what was read.
  package let mirror: EmbeddedDesk
  let shared: Mutex<Shared>
  let state: Mutex<State>
  /// Everything that is not an answer from the mirror happens here.
  let queue = DispatchQueue(label: "sapa.remote-desk")
  private let supervisorBox = Mutex<AdapterSupervisor?>(nil)
  /// Sentences about what could not be read of the outbox.
  package let problems: [String]

  /// Opens the mirror and the outbox and starts the adapter.
  ///
  /// - Throws: when the mirror cannot be opened. An outbox that cannot be written lets the desk be read all the same.
  package init(
    _ configuration: AdapterConfiguration, options: RemoteDeskOptions,
    clock: @escaping @Sendable () -> Timestamp, makeID: @escaping @Sendable () -> String,
    random: @escaping @Sendable () -> UInt64
  ) throws(EmbeddedDeskError) {
    self.options = options
    self.clock = clock
    mirror = try EmbeddedDesk(
      folder: options.folder + "/mirror", me: options.me, clock: clock, makeID: makeID,
      filter: options.filter)
    var state = State()
    var problems: [String] = []
    do throws(SystemError) {
      let store = try OutboxStore(claimingIn: options.folder + "/outbox", now: clock())
      problems = store.problems
      state.outbox = Outbox(store.items)
      state.persisted = Dictionary(store.items.map { ($0.key, $0) }) { first, _ in first }
      state.store = store
    } catch {
      problems.append("Nothing can be sent: \(error.description).")
    }
    state.mark = FeedMark(path: Self.markPath(options))
    state.savedMark = state.mark
    self.problems = problems
    shared = Mutex(
      Shared(
        pending: state.outbox.open.compactMap(\.pending),
        queues: BackendQueues(
          path: Self.queuesPath(options), desk: options.name, pause: Int64(options.queuePause),
          refresh: Int64(options.lookAgain) * 5),
        status: DeskLink.DeskStatus(name: options.name, away: .starting, since: clock())))
    self.state = Mutex(state)
    let supervisor = AdapterSupervisor(
      configuration, log: AdapterLog(mask: options.maskLog), random: random
    ) { [weak self] connection in
      guard let self else { return }
      queue.async { self.take(connection) }
    }
    supervisorBox.withLock { $0 = supervisor }
    mirror.observe { [weak self] notice in self?.forward(notice) }
    supervisor.start()
  }

  static func markPath(_ options: RemoteDeskOptions) -> String { options.folder + "/feed.json" }

  /// What the adapter has said on standard error.
  package var log: AdapterLog { supervisor?.log ?? AdapterLog() }

  /// Whether the desk is there.
  package var connection: DeskConnection { supervisor?.connection ?? .closed }

  var supervisor: AdapterSupervisor? { supervisorBox.withLock { $0 } }

  // MARK: - Adapter

  /// Answers one request: reading at once, from the mirror.
  package func handle(
    _ request: DeskRequest, reply: @escaping @Sendable (Result<DeskAnswer, DeskError>) -> Void
  ) {
    if shared.withLock({ $0.isClosed }) { return reply(.failure(.away(reason: "the desk is closed"))) }
    switch request {
    case .conversation(let id), .end(let id):
      mirror.handle(request) { result in reply(result.map { self.withPending($0) }) }
      queue.async { self.open(id) }
    case .agents:
      mirror.handle(request) { result in reply(result.map { self.withAgents($0) }) }
    case .search(let search): self.search(search, reply)
    case .queue, .place, .counts:
      answerRows(request, reply)
    case .earlier: mirror.handle(request, reply: reply)
    case .countQueues:
      queue.async { self.countQueues() }
      reply(.success(.done))
    case .announce(let id, let activity, let holding):
      queue.async { self.announce(PresenceParams(id, activity: activity, holding: holding), request, reply) }
    case .attachment(let conversation, let id):
      queue.async { self.fetch(id, of: conversation, reply) }
    case .apply(let intent): queue.async { self.apply(intent, reply) }
    case .reconcile(let key): queue.async { self.reconcile(key, reply) }
    case .retry(let key, let basedOn): queue.async { self.retry(key, basedOn, reply) }
    case .discard(let key): queue.async { self.discard(key, reply) }
    }
  }

  /// Calls `listener` on a thread of the desk; soon after this with what is on its way and whether the desk is there.
  package func observe(_ listener: @escaping @Sendable (DeskNotice) -> Void) {
    shared.withLock { $0.listener = listener }
    queue.async {
      self.tellOutbox()
      self.tellStatus()
      self.tellQueues()
    }
  }

  /// Lets the adapter finish, keeps what was learnt, and lets go of everything.
  package func close() {
    let wasClosed = shared.withLock { shared in
      defer { shared.isClosed = true }
      return shared.isClosed
    }
    if wasClosed { return }
    supervisor?.close()
    queue.sync {
      self.saveMark()
      self.state.withLock { $0.store = nil }
    }
    shared.withLock { $0.listener = nil }
    mirror.close()
  }

  /// Readable when another program wrote to the mirror: call `refresh` then.
  package var watchDescriptor: Int32? { mirror.watchDescriptor }

  /// Takes in what another console of the same desk has read.
  package func refresh() { mirror.refresh() }

  /// Waits until all that was asked before is done here; not for the backend.
  package func settle() {
    queue.sync {}
    mirror.settle()
  }

  func tell(_ notice: DeskNotice) {
    let listener = shared.withLock { $0.listener }
    listener?(notice)
  }

  /// Hands on what the mirror tells.
  private func forward(_ notice: DeskNotice) {
    if case .presence = notice, state.withLock({ $0.manifest?.methods.contains(.presence) ?? false }) {
      return
    }
    tell(notice)
  }

  // MARK: - Connection

  /// On the queue.
  private func take(_ connection: DeskConnection) {
    if shared.withLock({ $0.isClosed }) { return }
    switch connection {
    case .up(let manifest):
      state.withLock { state in
        state.manifest = manifest
        state.merge = MirrorMerge(manifest)
        state.run += 1
        state.refreshes.forgetRunning()
        state.meanwhile = EntriesMeanwhile()
      }
      if manifest.me != options.me { options.onIdentity(manifest.me) }
      // What happened while it was away is not known.
      if manifest.changes.loses != .never { shared.withLock { $0.fresh = [] } }
      if !state.withLock({ $0.mark.isWhole }) { shared.withLock { $0.status.read = 0 } }
      setStatus(away: nil)
      adoptAbandoned()
      run { $0.handle(.deskUp(OutboxRules(manifest)), at: $1) }
      readAgents()
      readQueues()
      readQueuesLookedAt()
      sayWhereWeAre()
      changed(state.withLock { Array($0.unread.keys) })
      beginFeed()
    case .away(let absence, _):
      state.withLock { $0.run += 1 }
      changeQueues { $0.interrupt() }
      setStatus(away: absence.reason)
      run { $0.handle(.deskDown, at: $1) }
      releaseWaiters()
    case .closed: break
    }
  }

  /// Goes on with what other consoles of this desk have left, now and then: whoever is there sends it.
  private func adoptAbandoned() {
    let now = clock()
    let (run, count) = state.withLock { state -> (Int, Int) in
      let found = state.store?.adoptAbandoned(now: now) ?? []
      for item in found { state.persisted[item.key] = item }
      state.outbox.adopt(found)
      return (state.run, found.count)
    }
    if count > 0 {
      publishAll()
      self.run { $0.handle(.tick, at: $1) }
    }
    queue.asyncAfter(deadline: .now() + .milliseconds(options.lookAgain)) { [weak self] in
      if let self, isCurrent(run) { adoptAbandoned() }
    }
  }

  /// Whether answers of a connection are still of use; on the queue.
  func isCurrent(_ run: Int) -> Bool { state.withLock { $0.run == run } && !shared.withLock { $0.isClosed } }

  private func setStatus(away reason: AwayReason?) {
    let now = clock()
    let isNew = shared.withLock { shared in
      let wasAway = shared.status.away != nil
      guard shared.status.away != reason else { return false }
      // A desk that is tried again and again is away since the first time.
      if wasAway, reason == .starting, shared.status.away != .starting { return false }
      if wasAway != (reason != nil) { shared.status.since = now }
      shared.status.away = reason
      return true
    }
    if isNew { tellStatus() }
  }

  func tellStatus() { tell(.desks([shared.withLock { $0.status }])) }

  /// Calls on the connection of now; `then` runs on the queue, unless the connection is over by then.
  func call(
    _ call: AdapterCall, _ priority: CallPriority, deadline: Int? = nil,
    then: @escaping @Sendable (Result<AdapterAnswer, CallFailure>) -> Void
  ) {
    guard let supervisor else { return then(.failure(.notSent(.closed))) }
    supervisor.call(call, priority, deadline: deadline) { result in
      self.queue.async { then(result.map(\.answer)) }
    }
  }
}
