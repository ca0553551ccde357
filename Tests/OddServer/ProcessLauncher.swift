package import Foundation
import Synchronization

/// Starts processes one after the other.
///
/// Foundation learns of a process's end by a socket, which a process that is started in the same moment would inherit and
/// keep open.
package enum ProcessLauncher {
  private static let one = Mutex(())

  /// Starts it, and returns as soon as it runs.
  package static func run(_ process: Process) throws { try one.withLock { _ in try process.run() } }
}
