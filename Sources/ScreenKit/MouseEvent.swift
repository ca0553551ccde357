/// Something done with the mouse.
///
/// Only what the console uses: other buttons, releases and movements are swallowed, and with Shift the terminal keeps
/// the mouse for its own selection.
package struct MouseEvent: Sendable, Hashable {
  /// What was done.
  package enum Kind: Sendable, Hashable {
    /// The left button went down.
    case press
    /// One notch of the wheel.
    case wheelUp, wheelDown
  }

  /// What was done.
  package var kind: Kind
  /// The cell under the pointer.
  package var place: ScreenPosition

  /// Makes an event.
  package init(_ kind: Kind, at place: ScreenPosition) {
    self.kind = kind
    self.place = place
  }
}
