import AdapterConformance
import AdapterProtocol
import DeskModel
import Dispatch
import Foundation
import SystemCalls
import TestSupport

/// The adapter of `Broken`, with a desk of its own that goes away with the value.
final class FaultyAdapter: Sendable {
  static let conversation: ConversationID = "c-2"
  /// Starts no more processes at once than a small machine can run.
  private static let runners: OperationQueue = {
    let queue = OperationQueue()
    queue.maxConcurrentOperationCount = 5
    return queue
  }()

  private static let compiled = Checkout.products.appending(path: "faulty-adapter.pycache")

  /// The file of the desk; it is there when something was written.
  let state: URL

  init() {
    // What an adapter that has gone does not read must not end us.
    ProcessContext.ignoreBrokenPipes()
    state = FileManager.default.temporaryDirectory.appending(path: "sapa-test-\(UUID().uuidString).json")
  }

  deinit {
    // A process that was killed may have left the second one.
    for path in [state.path, state.path + ".new"] { try? FileManager.default.removeItem(atPath: path) }
  }

  /// Makes checks with this adapter, whose desk stays as long as they take.
  func run(_ subject: ConformanceSubject, only: [String] = []) async throws -> [ConformanceResult] {
    defer { withExtendedLifetime(self) {} }
    return try await Self.run(subject, only: only)
  }

  func subject(_ fault: String = "", mayWrite: Bool = true) -> ConformanceSubject {
    let program = Checkout.root.appending(path: "Tests/AdapterConformanceTests/Broken/faulty_adapter.py")
    // Without what a machine has added to its Python, and without compiling it anew each time.
    let python = ["python3", "-S", "-E", "-X", "pycache_prefix=\(Self.compiled.path)"]
    var subject = ConformanceSubject(command: python + [program.path, state.path, fault])
    subject.writable = mayWrite ? [Self.conversation] : []
    // A busy machine is no fault.
    subject.patience = 120_000
    return subject
  }

  /// Makes checks, on a thread that may wait.
  static func run(_ subject: ConformanceSubject, only: [String] = []) async throws -> [ConformanceResult] {
    try await withCheckedThrowingContinuation { continuation in
      runners.addOperation {
        continuation.resume(
          with: Result {
            var results: [ConformanceResult] = []
            let surroundings = ConformanceSurroundings(
              run: String(ProcessContext.random() & 0xFFFF_FFFF, radix: 36),
              now: { Timestamp(milliseconds: SystemClock.milliseconds()) })
            try ConformanceRun(subject, surroundings).run(only: only) { results.append($0) }
            return results
          })
      }
    }
  }
}

extension ConformanceResult {
  var evidence: Evidence? {
    guard case .failed(let evidence) = verdict else { return nil }
    return evidence
  }

  var isFailed: Bool { evidence != nil }

  var reason: String? {
    switch verdict {
    case .passed, .failed: nil
    case .notApplicable(let reason), .skipped(let reason): reason
    }
  }
}
