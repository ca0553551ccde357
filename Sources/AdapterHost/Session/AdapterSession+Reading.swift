import AdapterProtocol
import Dispatch
import Synchronization
import SystemCalls

extension AdapterSession {
  private static let chunk = 64 << 10

  /// Reads answers until there are no more, and then ends the session; on a thread of its own.
  func read() {
    var framer = LineFramer()
    do throws(SystemError) {
      while true {
        let bytes = try process.read(limit: Self.chunk)
        if bytes.isEmpty { break }
        for line in framer.append(bytes) { take(line) }
      }
    } catch {
      end(.broken(reason: error.reason))
    }
    finish()
  }

  func readErrors() {
    while let bytes = try? process.readErrors(limit: Self.chunk), !bytes.isEmpty { log.append(bytes) }
    log.close()
    errorsEnd.signal()
  }

  /// Nothing more will come: an adapter that has closed its output is of no use.
  private func finish() {
    process.closeInput()
    timing.asyncAfter(deadline: .now() + .milliseconds(limits.farewell)) { [process] in process.kill() }
    let ending: SessionEnd =
      switch try? process.wait() {
      case .code(let code): .exited(code: code)
      case .signal(let number): .killed(signal: number)
      case nil: .broken(reason: "its end could not be waited for")
      }
    // The last words say why; somebody outside its session may hold the stream open.
    _ = errorsEnd.wait(timeout: .now() + .milliseconds(limits.farewell))
    _ = setEnd(ending)
    let (end, sent, unsent) = state.withLock { state in
      (state.end ?? ending, state.calls.removeOpen(), state.calls.removeWaiting())
    }
    for call in sent { call.payload.reply(.failure(.interrupted(end))) }
    for pending in unsent { pending.reply(.failure(.notSent(end))) }
    onEnd(end)
  }

  private func take(_ line: FramedLine) {
    guard case .line(let bytes) = line else { return stray() }
    let message: IncomingMessage
    do throws(RefusedLine) { message = try IncomingMessage(line: bytes) } catch {
      guard let id = error.id, let call = state.withLock({ $0.calls.close(id) }) else { return stray() }
      return settle(call, .failure(.unreadable(error.error)))
    }
    switch message {
    case .answer(let id, let unread):
      guard let call = state.withLock({ $0.calls.close(id) }) else { return stray() }
      guard let call else { return pump() }
      let result: Result<CallAnswer, CallFailure>
      do throws(ProtocolError) {
        result = .success(CallAnswer(try unread.answer(to: call.method), budget: unread.budget))
      } catch { result = .failure(.unreadable(error)) }
      settle(call, result)
    case .fault(let id?, let fault):
      guard let call = state.withLock({ $0.calls.close(id) }) else { return stray() }
      settle(call, .failure(.fault(fault)))
    case .fault(nil, _), .call, .cancel, .unknownNotification: stray()
    }
  }

  /// Answers a call that is closed; nil when it was given up before.
  private func settle(_ call: CallTable<Pending>.Open?, _ result: Result<CallAnswer, CallFailure>) {
    pump()
    call?.payload.reply(result)
  }

  /// A line that is nobody's answer.
  private func stray() {
    let count = state.withLock { state in
      state.strayLines += 1
      return state.strayLines
    }
    if count > limits.strayLines { end(.flooded(lines: count)) }
  }
}
