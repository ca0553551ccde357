import Synchronization

/// Counts down to one event among many, on any thread.
final class Countdown: Sendable {
  private let left: Mutex<Int>

  init(_ count: Int) { left = Mutex(count) }

  /// Counts one; true exactly when the count reaches zero.
  func reachesZero() -> Bool {
    left.withLock { left in
      left -= 1
      return left == 0
    }
  }
}
