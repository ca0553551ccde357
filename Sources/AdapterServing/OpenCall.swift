package import AdapterProtocol
import Synchronization

/// A call that waits for its answer.
///
/// It can be answered from any thread; only the first answer counts. One that is dropped unanswered answers itself with
/// `internalFailure`, so that the console never waits for nothing.
package final class OpenCall: Sendable {
  /// What is answered.
  package let method: AdapterMethod

  private struct State {
    var isAnswered = false
    var isCancelled = false
    var handlers: [@Sendable () -> Void] = []
  }

  private let state = Mutex(State())
  private let send: @Sendable (Result<AdapterAnswer, AdapterFault>, BudgetLeft?) -> Void

  /// Makes a call whose answer goes to `send`.
  package init(
    _ method: AdapterMethod,
    send: @escaping @Sendable (Result<AdapterAnswer, AdapterFault>, BudgetLeft?) -> Void
  ) {
    self.method = method
    self.send = send
  }

  deinit {
    if !state.withLock({ $0.isAnswered }) {
      send(.failure(.internalFailure(reason: "the adapter has dropped the call")), nil)
    }
  }

  /// Answers; `budget` is what is left of the backend's, where that is known.
  ///
  /// An answer to another method than the call's becomes `internalFailure`.
  package func answer(_ answer: AdapterAnswer, budget: BudgetLeft? = nil) {
    guard answer.method == method else {
      return finish(.failure(.internalFailure(reason: "the adapter has mixed up its answers")), nil)
    }
    finish(.success(answer), budget)
  }

  /// Says why there is no answer.
  package func fail(_ fault: AdapterFault) { finish(.failure(fault), nil) }

  /// Whether the console has taken the call back.
  package var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// Runs `handler` when the call is taken back: at once if it has been, never once it is answered.
  package func onCancel(_ handler: @escaping @Sendable () -> Void) {
    let isLate = state.withLock { state in
      guard !state.isAnswered else { return false }
      if !state.isCancelled { state.handlers.append(handler) }
      return state.isCancelled
    }
    if isLate { handler() }
  }

  /// Takes the call back; it is to be answered all the same.
  package func cancel() {
    let handlers = state.withLock { state in
      defer { state.handlers = [] }
      guard !state.isAnswered, !state.isCancelled else { return [@Sendable () -> Void]() }
      state.isCancelled = true
      return state.handlers
    }
    for handler in handlers { handler() }
  }

  private func finish(_ result: Result<AdapterAnswer, AdapterFault>, _ budget: BudgetLeft?) {
    let isFirst = state.withLock { state in
      defer {
        state.isAnswered = true
        state.handlers = []
      }
      return !state.isAnswered
    }
    if isFirst { send(result, budget) }
  }
}
