package import AdapterProtocol
package import AdapterServing
package import LocalDesk
import Synchronization

/// Answers the calls of the adapter protocol from a local desk.
///
/// # Who may do what
///
/// Whoever can start the program can read the desk, and write it unless it was opened for reading only. What is done is done
/// in the name of `ServingSettings.me`, whatever `by` of an intent says: a console cannot make itself somebody else.
/// With `trustsAgents` the agent in `by` acts. `settings` of `initialize` are not looked at, so they can raise no rights.
///
/// # What holds
///
/// The journal is the truth: keys, versions and the stream of changes are read from it, and nothing depends on the memory
/// of this process. Several of them and any consoles may work on one desk at once. `nothing` of `reconcile` is true of
/// what has reached the desk; an `apply` that another process still reads from a broken connection would have the same
/// key as its repetition, and be done once.
package final class DeskService: AdapterService {
  /// Opens the desk.
  package typealias Opening = @Sendable () throws(EmbeddedDeskError) -> EmbeddedDesk

  private let settings: ServingSettings
  private let temporaryFolder: String
  private let opening: Opening
  private let served = Mutex<ServedDesk?>(nil)

  /// Makes a service; `opening` is tried until it succeeds once, and files on their way lie in `temporaryFolder`.
  package init(
    _ settings: ServingSettings, temporaryFolder: String = "/tmp", opening: @escaping Opening
  ) {
    self.settings = settings
    self.temporaryFolder = temporaryFolder
    self.opening = opening
  }

  /// Opens the desk unless it is open.
  package func open() throws(EmbeddedDeskError) { _ = try desk() }

  /// Whether the desk has been opened.
  package var isOpen: Bool { served.withLock { $0 != nil } }

  /// Finishes what was begun and lets go of the desk.
  package func close() {
    served.withLock { served in
      defer { served = nil }
      return served
    }?.close()
  }

  private func desk() throws(EmbeddedDeskError) -> ServedDesk {
    if let served = served.withLock({ $0 }) { return served }
    let made = ServedDesk(try opening(), settings, temporaryFolder: temporaryFolder)
    served.withLock { $0 = made }
    return made
  }

  /// Opens the desk if that was not possible before; while it is not, the answer says why.
  package func initialize(_ params: InitializeParams, version: Int, token: Secret?, reply: OpenCall) {
    do throws(EmbeddedDeskError) {
      reply.answer(.initialize(try desk().manifest(version: version)))
    } catch {
      reply.fail(.away(reason: error.description, retryAfterSeconds: nil))
    }
  }

  /// Answers a call.
  package func serve(_ call: AdapterCall, reply: OpenCall) {
    guard let desk = served.withLock({ $0 }) else { return reply.fail(.notInitialized) }
    desk.serve(call, reply)
  }
}
