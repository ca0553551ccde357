package import TextLayout

/// What woke the loop.
package struct Wakeup: Sendable, Hashable {
  /// All input that was waiting, in order.
  package var events: [InputEvent]
  /// Whether the bell was rung: another thread has left something in the mailbox.
  package var isRung: Bool

  /// Makes a wake-up.
  package init(events: [InputEvent] = [], isRung: Bool = false) {
    self.events = events
    self.isRung = isRung
  }
}

/// The narrow door between the console and a screen.
///
/// Only the loop's thread calls it.
package protocol Terminal {
  /// The present size.
  var size: Size { get }

  /// Waits for input, for the bell, or until `timeout` milliseconds have passed; nil waits for ever.
  ///
  /// All input that is already there is returned at once, so that a burst costs one frame.
  mutating func wait(milliseconds timeout: Int?) -> Wakeup

  /// Shows a frame; writes only what differs from the last one.
  mutating func show(_ frame: Frame)

  /// Draws everything anew at the next `show` (Ctrl-L).
  mutating func invalidate()

  /// Gives the terminal back to the shell, stops the process (Ctrl-Z), and takes the terminal
  /// again when the process goes on.
  mutating func suspend()

  /// Gives the terminal to another program, an editor for instance, while `body` runs.
  mutating func lend<Value>(to body: () -> Value) -> Value

  /// Puts a text into the clipboard, where the terminal does that.
  mutating func copy(_ text: SafeText)

  /// Rings the bell.
  mutating func ringBell()
}
