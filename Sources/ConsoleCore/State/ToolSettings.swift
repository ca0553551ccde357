/// When the terminal's bell rings.
package enum BellWish: String, Sendable, Hashable, CaseIterable {
  case never
  /// For new burning work: see `Alarms`.
  case burning
  /// For every new message to me, too.
  case message
}

/// What a person has set of the tools around the console, as far as the console itself needs it.
package struct ToolSettings: Sendable, Hashable {
  /// The most UTF-8 bytes that the clipboard takes.
  package var clipboardLimit: Int
  /// Whether the window gets a title.
  package var showsTitle: Bool
  /// When the bell rings.
  package var bell: BellWish
  /// Whether a program is told of new burning work.
  package var notifies: Bool

  /// Makes settings.
  package init(
    clipboardLimit: Int = 74_994, showsTitle: Bool = true, bell: BellWish = .never, notifies: Bool = false
  ) {
    self.clipboardLimit = clipboardLimit
    self.showsTitle = showsTitle
    self.bell = bell
    self.notifies = notifies
  }

  /// Whether anybody wants to hear of new work.
  var wantsAlarms: Bool { notifies || bell != .never }
}
