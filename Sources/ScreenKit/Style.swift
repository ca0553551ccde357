/// What a piece of text *is*; which colour that has is the theme's affair.
package enum StyleRole: UInt8, Sendable, Hashable, CaseIterable {
  case plain, muted, title, border, focusedBorder, accent, link, key
  case customer, agent, colleague, stranger, bot, note, event
  case publicAudience, internalAudience, customerAudience
  case warning, error, success, unread, late, badge, mark, placeholder
}

/// The style of one cell: a semantic role and two attributes that every terminal can show.
package struct Style: Sendable, Hashable {
  /// What the text is.
  package var role: StyleRole
  /// Whether the cell is drawn heavier.
  package var isBold: Bool
  /// Whether foreground and background are exchanged (the selected row, a highlighted band).
  package var isReversed: Bool

  /// Makes a style.
  package init(_ role: StyleRole, bold: Bool = false, reversed: Bool = false) {
    self.role = role
    isBold = bold
    isReversed = reversed
  }

  /// Ordinary text.
  package static let plain = Style(.plain)
  /// Text that may be overlooked: times, hints.
  package static let muted = Style(.muted)
  /// A pane's or a popup's heading.
  package static let title = Style(.title, bold: true)

  /// The same style with foreground and background exchanged.
  package var reversed: Style { Style(role, bold: isBold, reversed: true) }
  /// The same style drawn heavier.
  package var bold: Style { Style(role, bold: true, reversed: isReversed) }
}
