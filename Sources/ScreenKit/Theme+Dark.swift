// The theme for dark backgrounds: every colour has 4.5 to 1 on black.

extension Theme {
  static func darkPalette(_ role: StyleRole) -> Appearance {
    switch role {
    case .plain: Appearance()
    case .title, .unread: Appearance(.bold)
    case .muted, .event: Appearance(foreground: .palette(245))
    case .placeholder, .border: Appearance(foreground: .palette(243))
    case .focusedBorder, .key: Appearance(foreground: .palette(80), .bold)
    case .accent: Appearance(foreground: .palette(80))
    case .link: Appearance(foreground: .palette(75), .underline)
    case .customer: Appearance(foreground: .palette(222))
    case .agent, .success: Appearance(foreground: .palette(114))
    case .colleague: Appearance(foreground: .palette(116))
    case .stranger: Appearance(foreground: .palette(182))
    case .bot: Appearance(foreground: .palette(110))
    case .note: Appearance(foreground: .palette(179), .underline)
    case .warning: Appearance(foreground: .palette(215), .bold)
    case .error: Appearance(foreground: .palette(203), .bold)
    default: filledPalette(role)
    }
  }

  static func darkSixteen(_ role: StyleRole) -> Appearance {
    switch role {
    case .muted, .placeholder, .event, .border: Appearance(foreground: .ansi(8))
    case .focusedBorder, .key: Appearance(foreground: .ansi(14), .bold)
    case .accent, .colleague: Appearance(foreground: .ansi(14))
    case .link: Appearance(foreground: .ansi(14), .underline)
    case .customer: Appearance(foreground: .ansi(11))
    case .agent, .success: Appearance(foreground: .ansi(10))
    case .stranger: Appearance(foreground: .ansi(13))
    case .bot: Appearance(foreground: .ansi(6))
    case .note: Appearance(foreground: .ansi(11), .underline)
    case .publicAudience: Appearance(foreground: .ansi(15), background: .ansi(5), .bold)
    case .warning: Appearance(foreground: .ansi(11), .bold)
    case .error: Appearance(foreground: .ansi(9), .bold)
    case .late: Appearance(foreground: .ansi(15), background: .ansi(1), .bold)
    default: darkEight(role)
    }
  }

  static func darkEight(_ role: StyleRole) -> Appearance {
    switch role {
    case .plain: Appearance()
    case .muted, .placeholder, .border, .event, .bot: Appearance(.dim)
    case .title, .unread: Appearance(.bold)
    case .focusedBorder, .key: Appearance(foreground: .ansi(6), .bold)
    case .accent, .colleague: Appearance(foreground: .ansi(6))
    case .link: Appearance(foreground: .ansi(6), .underline)
    case .customer: Appearance(foreground: .ansi(3))
    case .agent, .success: Appearance(foreground: .ansi(2))
    case .stranger: Appearance(foreground: .ansi(7))
    case .note: Appearance(foreground: .ansi(3), .underline)
    case .warning: Appearance(foreground: .ansi(3), .bold)
    default: filledEight(role)
    }
  }
}
