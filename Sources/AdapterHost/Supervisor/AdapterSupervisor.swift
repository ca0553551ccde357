package import AdapterProtocol
import Dispatch
import Synchronization
import SystemCalls

/// Keeps an adapter running: starts it, begins with it, spends its budget with care, and starts it anew, with growing pauses, whenever
/// it has ended.
///
/// Whoever calls while the desk is away is told so at once; nothing waits here for a desk to come back.
package final class AdapterSupervisor: Sendable {
  private struct State: Sendable {
    var connection = DeskConnection.away(.starting, retryAfter: nil)
    var session: AdapterSession?
    var budget = RequestBudget()
    var restarts: RestartPolicy
    var startedAt: Int64 = 0
    /// Counts starts, so that what belongs to an older run is known as such.
    var run = 0
    /// Why we have ended a session ourselves.
    var reason: DeskAbsence?
    var isClosed = false
  }

  private let configuration: AdapterConfiguration
  private let random: @Sendable () -> UInt64
  private let onConnection: @Sendable (DeskConnection) -> Void
  private let state: Mutex<State>
  /// Starting, restarting, waiting for the budget.
  private let queue = DispatchQueue(label: "sapa.adapter.supervisor")
  /// What the adapter has said on standard error, in all its runs.
  package let log: AdapterLog

  /// Makes a supervisor that does nothing before `start`.
  ///
  /// `onConnection` is told each change, in order, on a thread of the supervisor.
  package init(
    _ configuration: AdapterConfiguration, log: AdapterLog = AdapterLog(),
    random: @escaping @Sendable () -> UInt64, onConnection: @escaping @Sendable (DeskConnection) -> Void
  ) {
    self.configuration = configuration
    self.log = log
    self.random = random
    self.onConnection = onConnection
    state = Mutex(State(restarts: configuration.restarts))
  }

  /// Whether the desk is there.
  package var connection: DeskConnection { state.withLock { $0.connection } }

  /// Starts the adapter.
  package func start() { queue.async { self.launch() } }

  /// Tries at once what would be tried after a pause.
  package func retryNow() {
    queue.async {
      let isWaiting = self.state.withLock { $0.session == nil && !$0.isClosed }
      if isWaiting { self.launch() }
    }
  }

  /// Lets the adapter finish and ends it.
  package func close() {
    let session = state.withLock { state in
      state.isClosed = true
      return state.session
    }
    session?.close()
    set(.closed)
  }

  /// Makes a call as soon as the budget allows it; `reply` is called exactly once.
  ///
  /// While the desk is away it fails with `notSent`.
  package func call(
    _ call: AdapterCall, _ priority: CallPriority = .shown, deadline: Int? = nil,
    reply: @escaping AdapterSession.Reply
  ) {
    let now = SystemClock.monotonicMilliseconds()
    let (session, delay) = state.withLock { state in
      guard case .up = state.connection, let session = state.session else {
        return (nil as AdapterSession?, 0)
      }
      let delay = state.budget.delay(of: call.method, priority, at: now)
      if delay == 0 { state.budget.spend(call.method, at: now) }
      return (session, delay)
    }
    guard let session else { return queue.async { reply(.failure(.notSent(.closed))) } }
    if delay > 0 {
      return queue.asyncAfter(deadline: .now() + .milliseconds(delay)) {
        self.call(call, priority, deadline: deadline, reply: reply)
      }
    }
    session.call(call, priority, deadline: deadline) { [weak self] result in
      self?.learn(from: result)
      reply(result)
    }
  }

  /// What an answer says besides.
  private func learn(from result: Result<CallAnswer, CallFailure>) {
    let now = SystemClock.monotonicMilliseconds()
    switch result {
    case .success(let answer):
      if let budget = answer.budget { state.withLock { $0.budget.note(budget, at: now) } }
    case .failure(.fault(.busy(let seconds))):
      state.withLock { $0.budget.pause(seconds: seconds, at: now) }
    case .failure(.fault(.unauthorized(let reason))): endRun(.refused(.unauthorized(reason: reason)))
    case .failure(.fault(.notInitialized)): endRun(.refused(.notInitialized))
    case .failure: break
    }
  }

  // MARK: - Runs

  /// On the queue.
  private func launch() {
    let run = state.withLock { state -> Int? in
      guard !state.isClosed, state.session == nil else { return nil }
      state.run += 1
      state.startedAt = SystemClock.monotonicMilliseconds()
      return state.run
    }
    guard let run else { return }
    set(.away(.starting, retryAfter: nil))
    let token: Secret?
    switch configuration.token() {
    case .success(let found): token = found
    case .failure(let error): return pause(.noToken(error))
    }
    let command = AdapterCommand(configuration.arguments, token: token)
    let session: AdapterSession
    log.hide(token?.value)
    do throws(SystemError) {
      session = try AdapterSession(command, limits: configuration.limits, log: log) { [weak self] end in
        guard let self else { return }
        queue.async { self.ended(run, end) }
      }
    } catch {
      return pause(.cannotStart(program: configuration.arguments.first ?? "", reason: error.reason))
    }
    let isClosed = state.withLock { state in
      state.session = session
      state.reason = nil
      return state.isClosed
    }
    if isClosed { return session.close() }
    let params = InitializeParams(
      client: configuration.client, locale: configuration.locale, token: command.tokenSource,
      settings: configuration.settings)
    session.call(.initialize(params), .sending) { [weak self] result in self?.began(result, session) }
  }

  private func began(_ result: Result<CallAnswer, CallFailure>, _ session: AdapterSession) {
    switch result {
    case .success(let answer):
      guard case .initialize(let manifest) = answer.answer else { return }
      guard manifest.version == ProtocolLimits.version else {
        return endRun(.unusable("it speaks version \(manifest.version), which was not offered"))
      }
      session.setConcurrentCalls(manifest.bounds.concurrentCalls)
      state.withLock { $0.budget = RequestBudget(manifest.bounds) }
      set(.up(manifest))
    case .failure(.fault(let fault)): endRun(.refused(fault))
    case .failure(.unreadable(let error)): endRun(.unusable(error.description))
    // Whatever else: the session ends, and tells why.
    case .failure: endRun(nil)
    }
  }

  /// Ends this run; the session's end brings the next one.
  private func endRun(_ reason: DeskAbsence?) {
    let session = state.withLock { state in
      if let reason { state.reason = reason }
      return state.session
    }
    session?.close()
  }

  /// A session is over; on the queue.
  private func ended(_ run: Int, _ end: SessionEnd) {
    let reason = state.withLock { state -> DeskAbsence? in
      guard state.run == run else { return nil }
      state.session = nil
      return state.reason ?? .ended(end)
    }
    if let reason { pause(reason) }
  }

  private func pause(_ reason: DeskAbsence) {
    let now = SystemClock.monotonicMilliseconds()
    let number = random()
    let pause = state.withLock { state -> Int? in
      if state.isClosed { return nil }
      var pause = state.restarts.pause(afterRun: Int(now - state.startedAt), random: number)
      if case .refused(.away(_, let seconds?)) = reason { pause = max(pause, seconds * 1_000) }
      return pause
    }
    guard let pause else { return }
    set(.away(reason, retryAfter: pause))
    queue.asyncAfter(deadline: .now() + .milliseconds(pause)) { [weak self] in self?.launch() }
  }

  private func set(_ connection: DeskConnection) {
    let isNew = state.withLock { state in
      if state.connection == .closed || state.connection == connection { return false }
      state.connection = connection
      return true
    }
    if isNew { onConnection(connection) }
  }
}
