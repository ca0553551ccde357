package import DeskModel
import Synchronization

/// A clock that goes only when it is told to, for scripts and tests.
package final class ManualClock: Sendable {
  private let moment: Mutex<Timestamp>

  /// Makes a clock that stands at a moment.
  package init(_ moment: Timestamp) { self.moment = Mutex(moment) }

  /// What it shows.
  package var now: Timestamp { moment.withLock { $0 } }

  /// Moves it on.
  package func advance(milliseconds: Int64) {
    moment.withLock { $0.milliseconds += milliseconds }
  }
}
