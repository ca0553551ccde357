package import ScreenKit

/// Where the panes stand; a dictionary would hash for every look, and there are many in a frame.
package struct PanePlaces: Sendable, Hashable {
  private var queue: Rect?
  private var conversation: Rect?
  private var thread: Rect?
  private var customer: Rect?
  private var composer: Rect?

  /// Makes places of which none is taken.
  package init() {}

  /// The place of a pane; nil when it is not on the screen.
  package subscript(pane: Pane) -> Rect? {
    get {
      switch pane {
      case .queue: queue
      case .conversation: conversation
      case .thread: thread
      case .customer: customer
      case .composer: composer
      }
    }
    set {
      switch pane {
      case .queue: queue = newValue
      case .conversation: conversation = newValue
      case .thread: thread = newValue
      case .customer: customer = newValue
      case .composer: composer = newValue
      }
    }
  }
}
