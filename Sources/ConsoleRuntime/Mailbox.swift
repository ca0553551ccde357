package import ConsoleCore
import Synchronization

/// Where other threads leave what they have to say to the loop: unbounded, ordered, with a doorbell.
///
/// The bell is rung only while the loop sleeps or is about to: a burst costs one wake-up, and an answer that
/// comes while the loop works costs none. A bounded box would have to drop or to block; an answer must not be
/// dropped, and a desk must not wait for the screen.
package final class Mailbox: Sendable {
  private struct Content {
    var actions: [Action] = []
    var isLoopAwake = true
  }

  private let content = Mutex(Content())
  private let ring: @Sendable () -> Void

  /// Makes an empty box.
  ///
  /// - Parameter ring: Wakes the loop; called on any thread.
  package init(ring: @escaping @Sendable () -> Void) { self.ring = ring }

  /// Leaves an action, from any thread.
  package func post(_ action: Action) {
    let mustRing = content.withLock { content in
      content.actions.append(action)
      defer { content.isLoopAwake = true }
      return !content.isLoopAwake
    }
    if mustRing { ring() }
  }

  /// Takes everything that was left, in order.
  package func drain() -> [Action] {
    content.withLock { content in
      defer { content.actions.removeAll(keepingCapacity: true) }
      return content.actions
    }
  }

  /// Whether nothing lies here.
  package var isEmpty: Bool { content.withLock { $0.actions.isEmpty } }

  /// Says that the loop is about to sleep.
  ///
  /// - Returns: false when something lies here: the loop must not sleep then.
  package func beginSleep() -> Bool {
    content.withLock { content in
      content.isLoopAwake = !content.actions.isEmpty
      return !content.isLoopAwake
    }
  }

  /// Says that the loop is awake: rings are not needed until it sleeps again.
  package func endSleep() {
    content.withLock { $0.isLoopAwake = true }
  }
}
