/// A key without its modifiers.
package enum KeyCode: Sendable, Hashable {
  /// A printing character; letters as typed (an upper-case letter carries no `shift`).
  case character(Character)
  case enter, tab, escape, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// A function key, 1...24.
  case function(Int)
}

/// The keys held down with another.
package struct KeyModifiers: OptionSet, Sendable, Hashable {
  /// The bits, as in `rawValue`.
  package let rawValue: UInt8
  /// Makes a set from bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Shift; only where a terminal tells it apart (Shift-Tab, Shift-arrows).
  package static let shift = KeyModifiers(rawValue: 1)
  /// Alt, sent as a leading ESC or a CSI modifier.
  package static let alt = KeyModifiers(rawValue: 2)
  /// Control.
  package static let control = KeyModifiers(rawValue: 4)
}

/// One key press, as Ctrl-K or Alt-Down.
package struct KeyPress: Sendable, Hashable {
  /// The key.
  package var code: KeyCode
  /// What was held down with it.
  package var modifiers: KeyModifiers

  /// Makes a key press.
  package init(_ code: KeyCode, _ modifiers: KeyModifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }
}

/// Why the program was asked to end or to redraw, from outside.
package enum TerminalSignal: Sendable, Hashable {
  /// SIGTERM or SIGINT from another process.
  case terminate
  /// SIGHUP: the terminal is gone.
  case hangUp
  /// The program runs in the foreground again after Ctrl-Z.
  case resumed
}

/// Everything that a terminal can tell.
package enum InputEvent: Sendable, Hashable {
  /// A key was pressed.
  case key(KeyPress)
  /// The mouse was used; only where the driver was told to listen to it.
  case mouse(MouseEvent)
  /// Text was pasted, whole, as it came; line ends are LF. Not yet safe to show.
  case paste(String)
  /// The size is another one now.
  case resize(Size)
  /// The process got a signal.
  case signal(TerminalSignal)
  /// Input has ended: the terminal is closed.
  case endOfInput
}
