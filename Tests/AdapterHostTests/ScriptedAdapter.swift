import AdapterHost
import AdapterProtocol
import Dispatch
import Synchronization
import SystemCalls

/// An adapter in a few lines of Python, and a session with it whose answers can be waited for.
final class ScriptedAdapter: Sendable {
  /// A machine that is busy must not fail a test.
  static let patient = SessionLimits(deadline: 300_000)

  private static let prelude = """
    import json, os, signal, sys, time
    def read():
        line = sys.stdin.readline()
        return json.loads(line) if line else sys.exit(0)
    def say(text):
        sys.stdout.write(text + "\\n"); sys.stdout.flush()
    def answer(call, result):
        say(json.dumps({"jsonrpc": "2.0", "id": call["id"], "result": result}))

    """

  let session: AdapterSession
  let log: AdapterLog
  private let ended: DispatchSemaphore
  private let end: Box

  private final class Box: Sendable {
    let value = Mutex<SessionEnd?>(nil)
  }

  init(_ script: String, token: Secret? = nil, limits: SessionLimits = patient) throws {
    ProcessContext.ignoreBrokenPipes()
    let (ended, end, log) = (DispatchSemaphore(value: 0), Box(), AdapterLog(secret: token?.value))
    (self.ended, self.end, self.log) = (ended, end, log)
    session = try AdapterSession(
      AdapterCommand(["python3", "-c", Self.prelude + script], token: token), limits: limits, log: log
    ) { reason in
      end.value.withLock { $0 = reason }
      ended.signal()
    }
  }

  deinit { session.close() }

  /// Makes a call and waits for its answer.
  func call(_ call: AdapterCall, deadline: Int? = nil) -> Result<CallAnswer, CallFailure> {
    begin(call, deadline: deadline)()
  }

  /// Makes a call; what is returned waits for its answer.
  func begin(
    _ call: AdapterCall, _ priority: CallPriority = .shown, deadline: Int? = nil
  ) -> @Sendable () -> Result<CallAnswer, CallFailure> {
    let done = DispatchSemaphore(value: 0)
    let box = AnswerBox()
    box.number.withLock {
      $0 = session.call(call, priority, deadline: deadline) { result in
        box.value.withLock { $0 = result }
        done.signal()
      }
    }
    return {
      done.wait()
      return box.value.withLock { $0 } ?? .failure(.notSent(.closed))
    }
  }

  /// Waits for the end of the session.
  func waitForEnd() -> SessionEnd? {
    ended.wait()
    ended.signal()
    return end.value.withLock { $0 }
  }
}

private final class AnswerBox: Sendable {
  let value = Mutex<Result<CallAnswer, CallFailure>?>(nil)
  let number = Mutex(0)
}
