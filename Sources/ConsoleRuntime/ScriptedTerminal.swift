import Dispatch
package import ScreenKit
import Synchronization
package import TextLayout

/// A terminal without a screen: events come from a script, frames are kept.
package final class ScriptedTerminal: Terminal, Sendable {
  private struct Content {
    var size: Size
    var events: [InputEvent] = []
    var shown: [Frame] = []
    var invalidations = 0
    var suspensions = 0
    var copied: [SafeText] = []
    var rings = 0
    var loans = 0
  }

  private let content: Mutex<Content>
  private let bell = DispatchSemaphore(value: 0)
  /// Seconds after which a wait for a ring that never comes is given up, so that a broken test ends.
  private static let patience = 20.0

  /// Makes a terminal of a size.
  package init(size: Size) { content = Mutex(Content(size: size)) }

  /// The present size.
  package var size: Size { content.withLock { $0.size } }
  /// The frames shown that differed from the one before.
  package var frames: [Frame] { content.withLock { $0.shown } }
  /// How often everything was to be drawn anew.
  package var invalidations: Int { content.withLock { $0.invalidations } }
  /// How often the terminal was given to the shell.
  package var suspensions: Int { content.withLock { $0.suspensions } }

  /// The texts that were put into the clipboard.
  package var copied: [SafeText] { content.withLock { $0.copied } }
  /// How often the bell rang.
  package var rings: Int { content.withLock { $0.rings } }
  /// How often the terminal was lent to another program.
  package var loans: Int { content.withLock { $0.loans } }

  /// Lets events come in; a `resize` changes the size at once.
  package func push(_ events: [InputEvent]) {
    content.withLock { content in
      for case .resize(let size) in events { content.size = size }
      content.events += events
    }
  }

  /// Wakes `wait`.
  package func ring() { bell.signal() }

  /// Returns what was pushed; without events it waits for a ring, never for time.
  package func wait(milliseconds timeout: Int?) -> Wakeup {
    let events = content.withLock { content in
      defer { content.events = [] }
      return content.events
    }
    if !events.isEmpty || timeout == 0 { return Wakeup(events: events) }
    return Wakeup(isRung: bell.wait(timeout: .now() + Self.patience) == .success)
  }

  /// Keeps a frame.
  package func show(_ frame: Frame) {
    content.withLock { content in
      if content.shown.last != frame { content.shown.append(frame) }
      if content.shown.count > 64 { content.shown.removeFirst() }
    }
  }

  /// Counts a wish to draw everything anew.
  package func invalidate() { content.withLock { $0.invalidations += 1 } }

  /// Counts the loan and runs `body`.
  package func lend<Value>(to body: () -> Value) -> Value {
    content.withLock { $0.loans += 1 }
    return body()
  }

  /// Keeps the text.
  package func copy(_ text: SafeText) { content.withLock { $0.copied.append(text) } }

  /// Counts the ring.
  package func ringBell() { content.withLock { $0.rings += 1 } }

  /// Counts a wish to give the terminal to the shell.
  package func suspend() { content.withLock { $0.suspensions += 1 } }
}
