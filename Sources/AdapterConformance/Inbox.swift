import Dispatch
import Synchronization
import SystemCalls

/// What has come from a process; threads put in, one thread takes out and waits.
final class Inbox: Sendable {
  private struct State: Sendable {
    var lines: [HeardLine] = []
    var hasEnded = false
    var haveErrorsEnded = false
    var ending: ChildEnding?
    var errors: [UInt8] = []
  }

  private let state = Mutex(State())
  /// Rung at whatever happens.
  private let bell = DispatchSemaphore(value: 0)

  /// Lines that nobody has waited for; more are a flood.
  private static let limit = 10_000

  /// Takes a line.
  ///
  /// - Returns: false when there are too many.
  func put(_ line: HeardLine) -> Bool {
    let isFlood = state.withLock { state in
      guard state.lines.count < Self.limit else { return true }
      state.lines.append(line)
      return false
    }
    bell.signal()
    return !isFlood
  }

  /// Standard output has ended.
  func endOutput() {
    state.withLock { $0.hasEnded = true }
    bell.signal()
  }

  /// The process has ended.
  func end(_ ending: ChildEnding?) {
    state.withLock { $0.ending = ending ?? .code(-1) }
    bell.signal()
  }

  /// Keeps the end of standard error.
  func put(errors: [UInt8]) {
    state.withLock { $0.errors = Array(($0.errors + errors).suffix(2_048)) }
  }

  /// Standard error has ended.
  func endErrors() {
    state.withLock { $0.haveErrorsEnded = true }
    bell.signal()
  }

  /// The last that was written to standard error.
  var errors: [UInt8] { state.withLock { $0.errors } }

  /// The last of a process that has ended, when it has come or the deadline (monotonic milliseconds) is over.
  func lastErrors(until deadline: Int64) -> [UInt8] {
    _ = wait(until: deadline) { $0.haveErrorsEnded ? true : nil }
    return errors
  }

  /// Whether nothing more comes on standard output.
  var hasEndedOutput: Bool { state.withLock { $0.hasEnded } }

  /// How the process has ended; nil while it runs.
  var ending: ChildEnding? { state.withLock { $0.ending } }

  /// The first line that fits, taken out; nil when none comes before the deadline (monotonic milliseconds) or at all.
  func take(until deadline: Int64, where fits: (HeardLine) -> Bool) -> HeardLine? {
    wait(until: deadline) { state in
      if let place = state.lines.firstIndex(where: fits) { return .some(state.lines.remove(at: place)) }
      return state.hasEnded ? .some(nil) : nil
    } ?? nil
  }

  /// How the process ends; nil when it does not before the deadline (monotonic milliseconds).
  func ending(until deadline: Int64) -> ChildEnding? { wait(until: deadline) { $0.ending } }

  private func wait<Value>(until deadline: Int64, _ look: (inout State) -> Value?) -> Value? {
    while true {
      if let value = state.withLock({ look(&$0) }) { return value }
      let left = deadline - SystemClock.monotonicMilliseconds()
      guard left > 0, bell.wait(timeout: .now() + .milliseconds(Int(left))) == .success else {
        return state.withLock { look(&$0) }
      }
    }
  }
}
