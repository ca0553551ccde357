package import AdapterProtocol
import Dispatch
import Synchronization
package import SystemCalls

/// What a call has brought.
package struct CallAnswer: Sendable, Hashable {
  /// The answer.
  package var answer: AdapterAnswer
  /// What is left of the backend's budget; nil where that is not told.
  package var budget: BudgetLeft?

  /// Makes an answer.
  package init(_ answer: AdapterAnswer, budget: BudgetLeft? = nil) {
    self.answer = answer
    self.budget = budget
  }
}

/// One run of an adapter's program: calls go in, answers come out, and whatever it does is contained.
///
/// Calls wait here for their turn, sending before reading, because most adapters take one at a time. A call is answered exactly
/// once, on a thread of the session. Nothing is tried again: that is for whoever knows what the call means.
package final class AdapterSession: Sendable {
  /// Called exactly once.
  package typealias Reply = @Sendable (Result<CallAnswer, CallFailure>) -> Void

  struct Pending: Sendable {
    var call: AdapterCall
    var deadline: Int
    var reply: Reply
  }

  struct State: Sendable {
    var calls = CallTable<Pending>()
    var strayLines = 0
    /// Set by whoever ends the session first.
    var end: SessionEnd?
  }

  let process: PipedProcess
  let limits: SessionLimits
  let log: AdapterLog
  let state = Mutex(State())
  let onEnd: @Sendable (SessionEnd) -> Void
  /// Writes wait here for an adapter that does not read.
  let writing = DispatchQueue(label: "sapa.adapter.writing")
  /// Signalled when standard error has ended.
  let errorsEnd = DispatchSemaphore(value: 0)
  /// Deadlines.
  let timing = DispatchQueue(label: "sapa.adapter.timing")

  /// Starts the program.
  ///
  /// `onEnd` is called once, on a thread of the session, after all calls have been answered.
  package init(
    _ command: AdapterCommand, limits: SessionLimits = SessionLimits(), log: AdapterLog? = nil,
    onEnd: @escaping @Sendable (SessionEnd) -> Void
  ) throws(SystemError) {
    self.limits = limits
    self.log = log ?? AdapterLog(secret: command.token?.value)
    self.onEnd = onEnd
    process = try PipedProcess(command.arguments, secret: command.token.map { Array($0.value.utf8) })
    BackgroundThread.start { [self] in readErrors() }
    BackgroundThread.start { [self] in read() }
  }

  /// How many calls the adapter takes at once; 1 until somebody has read its manifest.
  package func setConcurrentCalls(_ count: Int) {
    state.withLock { $0.calls.limit = max(1, count) }
    pump()
  }

  /// Makes a call, now or when it is its turn.
  ///
  /// `deadline` are milliseconds from the moment when the call is sent; nil: those of the limits.
  /// - Returns: its number, for `cancel`.
  @discardableResult
  package func call(
    _ call: AdapterCall, _ priority: CallPriority = .shown, deadline: Int? = nil, reply: @escaping Reply
  ) -> Int {
    let pending = Pending(call: call, deadline: deadline ?? limits.deadline, reply: reply)
    let (number, end) = state.withLock { state in
      if let end = state.end { return (0, end as SessionEnd?) }
      return (state.calls.enqueue(call.method, priority, pending), nil)
    }
    if let end {
      timing.async { reply(.failure(.notSent(end))) }
    } else {
      pump()
    }
    return number
  }

  /// Tells the adapter that a call is not needed any more; it is answered all the same.
  ///
  /// One that has not been sent never is, and fails with `cancelled`.
  package func cancel(_ number: Int) {
    let (unsent, isSent) = state.withLock { state in
      (state.calls.withdraw(number), state.calls.cancel(number))
    }
    if let unsent { timing.async { unsent.reply(.failure(.fault(.cancelled))) } }
    if isSent { send(.cancel(.number(number))) }
  }

  /// Ends the session: lets the program finish what it has begun, then ends it.
  ///
  /// Does not wait; `onEnd` tells when it is over.
  package func close() {
    guard setEnd(.closed) else { return }
    failUnsent(.closed)
    // Behind what is being written; an adapter that does not read is not waited for long.
    writing.async { [self] in process.closeInput() }
    timing.asyncAfter(deadline: .now() + .milliseconds(limits.farewell)) { [process] in process.kill() }
  }

  // MARK: - Sending

  func pump() {
    while let (number, pending) = state.withLock({ $0.end == nil ? $0.calls.openNext() : nil }) {
      let line: [UInt8]
      do {
        line = try AdapterMessage.call(.number(number), pending.call).line()
      } catch {
        _ = state.withLock { $0.calls.close(.number(number)) }
        timing.async { pending.reply(.failure(.tooLong(error))) }
        continue
      }
      write(line)
      timing.asyncAfter(deadline: .now() + .milliseconds(pending.deadline)) { [weak self] in
        self?.giveUp(number)
      }
    }
  }

  private func send(_ message: AdapterMessage) {
    if let line = try? message.line() { write(line) }
  }

  private func write(_ line: [UInt8]) {
    writing.async { [self] in
      do throws(SystemError) { try process.write(line + [UInt8(ascii: "\n")]) } catch {
        // That it has gone, and why, is learnt on the reading side.
        if !error.isBrokenPipe { end(.broken(reason: error.reason)) }
      }
    }
  }

  /// The deadline of a call is over.
  private func giveUp(_ number: Int) {
    guard let call = state.withLock({ $0.calls.abandon(number) }) else { return }
    if !call.isCancelled { send(.cancel(.number(number))) }
    call.payload.reply(.failure(.overdue(milliseconds: call.payload.deadline)))
    timing.asyncAfter(deadline: .now() + .milliseconds(limits.grace)) { [weak self] in
      guard let self, let method = state.withLock({ $0.calls.abandonedMethod(number) }) else { return }
      end(.hung(method))
    }
  }

  // MARK: - Ending

  /// Notes why the session ends; false when that is known already.
  func setEnd(_ end: SessionEnd) -> Bool {
    state.withLock { state in
      guard state.end == nil else { return false }
      state.end = end
      return true
    }
  }

  /// Ends the program at once; the reading side tells the rest.
  func end(_ reason: SessionEnd) {
    if setEnd(reason) { process.kill() }
  }

  private func failUnsent(_ end: SessionEnd) {
    for pending in state.withLock({ $0.calls.removeWaiting() }) {
      timing.async { pending.reply(.failure(.notSent(end))) }
    }
  }
}
