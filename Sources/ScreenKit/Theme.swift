/// How each role looks on a terminal of a given number of colours.
///
/// Made for dark backgrounds, readable on light ones: ordinary text keeps the terminal's own
/// colours. Colour never stands alone; the words on the screen say the same.
package struct Theme: Sendable, Hashable {
  /// The number of colours to use.
  package let level: ColourLevel
  private var appearances: [Appearance]

  /// Makes the built-in theme; `.none` is for monochrome terminals and for NO_COLOR.
  package init(level: ColourLevel = .none) {
    self.level = level
    appearances = StyleRole.allCases.map { Self.builtIn($0, level) }
  }

  /// How a role looks; a colour that is beyond the level is set back to the default.
  package subscript(role: StyleRole) -> Appearance {
    get { appearances[Int(role.rawValue)] }
    set { appearances[Int(role.rawValue)] = newValue.limited(to: level) }
  }

  /// How a cell looks: its role's appearance, with the style's own weight and reversal.
  ///
  /// Reversing what is reversed already makes it stand out by an underline instead, so that a
  /// selected badge is neither invisible nor plain.
  package func appearance(of style: Style) -> Appearance {
    var result = self[style.role]
    if style.isBold {
      result.isBold = true
      result.isDim = false
    }
    if style.isReversed {
      if result.isReversed { result.isUnderlined = true } else { result.isReversed = true }
    }
    return result
  }

  private static func builtIn(_ role: StyleRole, _ level: ColourLevel) -> Appearance {
    switch level {
    case .none: monochrome(role)
    case .eight: eight(role)
    case .sixteen: sixteen(role)
    case .palette: palette(role)
    }
  }

  private static func monochrome(_ role: StyleRole) -> Appearance {
    switch role {
    case .plain, .customer, .border, .event: Appearance()
    case .muted, .placeholder: Appearance(.dim)
    case .agent: Appearance()
    case .title, .key, .accent, .unread, .success: Appearance(.bold)
    case .focusedBorder, .warning, .mark: Appearance(.bold, .underline)
    case .link, .internalAudience: Appearance(.underline)
    // Whole paragraphs: words and places tell them apart, an underline would tire.
    case .colleague, .stranger, .bot: Appearance()
    case .customerAudience, .badge: Appearance(.reverse)
    case .note: Appearance(.dim)
    case .publicAudience: Appearance(.reverse, .bold)
    case .error, .late: Appearance(.reverse, .underline)
    }
  }

  private static func eight(_ role: StyleRole) -> Appearance {
    switch role {
    case .plain: Appearance()
    case .muted, .placeholder: Appearance(.dim)
    case .title: Appearance(.bold)
    case .border: Appearance(.dim)
    case .focusedBorder: Appearance(foreground: .ansi(6), .bold)
    case .accent: Appearance(foreground: .ansi(6))
    case .link: Appearance(foreground: .ansi(4), .underline)
    case .key: Appearance(foreground: .ansi(6), .bold)
    case .customer: Appearance(foreground: .ansi(3))
    case .agent: Appearance(foreground: .ansi(2))
    case .colleague: Appearance(foreground: .ansi(6))
    case .stranger: Appearance(foreground: .ansi(5))
    case .bot: Appearance(foreground: .ansi(4))
    case .note: Appearance(foreground: .ansi(3), .underline)
    case .event: Appearance(.dim)
    case .publicAudience: Appearance(foreground: .ansi(7), background: .ansi(5), .bold)
    case .internalAudience: Appearance(foreground: .ansi(0), background: .ansi(3))
    case .customerAudience: Appearance(foreground: .ansi(0), background: .ansi(2))
    case .warning: Appearance(foreground: .ansi(3), .bold)
    case .error: Appearance(foreground: .ansi(1), .bold)
    case .success: Appearance(foreground: .ansi(2))
    case .unread: Appearance(.bold)
    case .late: Appearance(foreground: .ansi(7), background: .ansi(1), .bold)
    case .badge: Appearance(foreground: .ansi(0), background: .ansi(6))
    case .mark: Appearance(foreground: .ansi(0), background: .ansi(3), .bold)
    }
  }

  private static func sixteen(_ role: StyleRole) -> Appearance {
    switch role {
    case .muted, .placeholder, .event, .border: Appearance(foreground: .ansi(8))
    case .focusedBorder, .key: Appearance(foreground: .ansi(14), .bold)
    case .accent, .colleague: Appearance(foreground: .ansi(14))
    case .link: Appearance(foreground: .ansi(12), .underline)
    case .customer: Appearance(foreground: .ansi(11))
    case .agent, .success: Appearance(foreground: .ansi(10))
    case .stranger: Appearance(foreground: .ansi(13))
    case .bot: Appearance(foreground: .ansi(12))
    case .note: Appearance(foreground: .ansi(11), .underline)
    case .publicAudience: Appearance(foreground: .ansi(15), background: .ansi(5), .bold)
    case .warning: Appearance(foreground: .ansi(11), .bold)
    case .error: Appearance(foreground: .ansi(9), .bold)
    case .late: Appearance(foreground: .ansi(15), background: .ansi(1), .bold)
    default: eight(role)
    }
  }

  private static func palette(_ role: StyleRole) -> Appearance {
    switch role {
    case .plain, .title, .unread: eight(role)
    case .muted, .event: Appearance(foreground: .palette(245))
    case .placeholder: Appearance(foreground: .palette(243))
    case .border: Appearance(foreground: .palette(240))
    case .focusedBorder: Appearance(foreground: .palette(80), .bold)
    case .accent: Appearance(foreground: .palette(80))
    case .key: Appearance(foreground: .palette(80), .bold)
    case .link: Appearance(foreground: .palette(75), .underline)
    case .customer: Appearance(foreground: .palette(222))
    case .agent: Appearance(foreground: .palette(114))
    case .colleague: Appearance(foreground: .palette(116))
    case .stranger: Appearance(foreground: .palette(182))
    case .bot: Appearance(foreground: .palette(110))
    case .note: Appearance(foreground: .palette(179), .underline)
    case .publicAudience: Appearance(foreground: .palette(231), background: .palette(127), .bold)
    case .internalAudience: Appearance(foreground: .palette(16), background: .palette(179))
    case .customerAudience: Appearance(foreground: .palette(16), background: .palette(114))
    case .warning: Appearance(foreground: .palette(215), .bold)
    case .error: Appearance(foreground: .palette(203), .bold)
    case .success: Appearance(foreground: .palette(114))
    case .late: Appearance(foreground: .palette(231), background: .palette(160), .bold)
    case .badge: Appearance(foreground: .palette(16), background: .palette(80))
    case .mark: Appearance(foreground: .palette(16), background: .palette(222), .bold)
    }
  }
}
