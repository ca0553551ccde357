// The theme for backgrounds that nobody has told us of. A colour that is readable on black and on white (4.5 to 1 on
// both, WCAG 2.2, 1.4.3) has a relative luminance of 0.175 to 0.183: xterm's palette has six of them. Everything that must
// stand out more brings its own background.

extension Theme {
  static func autoPalette(_ role: StyleRole) -> Appearance {
    switch role {
    case .plain: Appearance()
    case .title, .unread: Appearance(.bold)
    case .muted, .event, .placeholder, .border: Appearance(foreground: .palette(243))
    case .focusedBorder, .key: Appearance(foreground: .palette(63), .bold)
    case .accent: Appearance(foreground: .palette(63))
    case .link: Appearance(foreground: .palette(63), .underline)
    case .customer: Appearance(foreground: .palette(131))
    case .agent, .success: Appearance(foreground: .palette(29))
    case .colleague: Appearance(foreground: .palette(63))
    case .stranger: Appearance(foreground: .palette(98))
    case .bot: Appearance(foreground: .palette(243))
    case .note: Appearance(foreground: .palette(131), .underline)
    case .warning: Appearance(foreground: .palette(163), .bold)
    case .error: Appearance(foreground: .palette(231), background: .palette(124), .bold)
    default: filledPalette(role)
    }
  }

  /// Roles that bring their own background, alike in all themes but that of high contrast.
  static func filledPalette(_ role: StyleRole) -> Appearance {
    switch role {
    case .publicAudience: Appearance(foreground: .palette(231), background: .palette(127), .bold)
    case .internalAudience: Appearance(foreground: .palette(16), background: .palette(179))
    case .customerAudience: Appearance(foreground: .palette(16), background: .palette(114))
    case .late: Appearance(foreground: .palette(231), background: .palette(160), .bold)
    case .badge: Appearance(foreground: .palette(16), background: .palette(80))
    case .mark: Appearance(foreground: .palette(16), background: .palette(222), .bold)
    default: Appearance()
    }
  }

  // Of the sixteen only xterm's magenta comes near (4.48 on black, 4.69 on white): attributes do the work.
  static func autoSixteen(_ role: StyleRole) -> Appearance {
    switch role {
    case .publicAudience: Appearance(foreground: .ansi(15), background: .ansi(5), .bold)
    case .late: Appearance(foreground: .ansi(15), background: .ansi(1), .bold)
    default: autoEight(role)
    }
  }

  static func autoEight(_ role: StyleRole) -> Appearance {
    switch role {
    case .plain, .agent: Appearance()
    case .muted, .placeholder, .border, .event, .bot: Appearance(.dim)
    case .title, .key, .accent, .unread, .success, .customer: Appearance(.bold)
    case .focusedBorder, .warning: Appearance(.bold, .underline)
    case .link, .note: Appearance(.underline)
    case .colleague: Appearance(foreground: .ansi(5))
    case .stranger: Appearance(foreground: .ansi(5), .underline)
    default: filledEight(role)
    }
  }

  /// Roles that bring their own background, alike in all themes.
  static func filledEight(_ role: StyleRole) -> Appearance {
    switch role {
    case .publicAudience: Appearance(foreground: .ansi(7), background: .ansi(4), .bold)
    case .internalAudience: Appearance(foreground: .ansi(0), background: .ansi(3))
    case .customerAudience: Appearance(foreground: .ansi(0), background: .ansi(2))
    case .error: Appearance(foreground: .ansi(7), background: .ansi(1))
    case .late: Appearance(foreground: .ansi(7), background: .ansi(1), .bold)
    case .badge: Appearance(foreground: .ansi(0), background: .ansi(6))
    case .mark: Appearance(foreground: .ansi(0), background: .ansi(3), .bold)
    default: Appearance()
    }
  }
}
