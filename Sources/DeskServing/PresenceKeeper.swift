import AdapterProtocol
import AdapterServing
import DeskLink
import DeskModel
import Dispatch
import LocalDesk
import Synchronization

/// Tells the desk's others what the console does, and forgets it when the console does not say it anew.
final class PresenceKeeper: Sendable {
  private let desk: EmbeddedDesk
  private let feed: ChangeFeed
  private let seconds: Int
  /// What wakes at changes of the desk's folder runs here, too: nobody is told of less than has happened.
  private let watching: DispatchQueue
  /// Counts what was said.
  private let count = Mutex(0)

  init(_ desk: EmbeddedDesk, _ feed: ChangeFeed, seconds: Int, watching: DispatchQueue) {
    self.desk = desk
    self.feed = feed
    self.seconds = seconds
    self.watching = watching
  }

  /// Says what the console does, and answers who else is where.
  func answer(_ params: PresenceParams, reply: OpenCall) {
    let number = count.withLock { count in
      count += 1
      return count
    }
    watching.async { [self] in
      desk.refresh()
      desk.handle(.announce(params.conversation, params.activity, holding: params.holding)) { [feed] result in
        switch result {
        case .success: reply.answer(.presence(PresenceList(feed.present)))
        case .failure(let error): reply.fail(AdapterFault(error))
        }
      }
      guard params.conversation != nil else { return }
      watching.asyncAfter(deadline: .now() + .seconds(seconds)) { [weak self] in self?.forget(number) }
    }
  }

  private func forget(_ number: Int) {
    guard count.withLock({ $0 }) == number else { return }
    desk.handle(.announce(nil, .reading)) { _ in }
  }
}
