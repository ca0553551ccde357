// The theme for light backgrounds: every colour has 4.5 to 1 on white.

extension Theme {
  static func lightPalette(_ role: StyleRole) -> Appearance {
    switch role {
    case .plain: Appearance()
    case .title, .unread: Appearance(.bold)
    case .muted, .event: Appearance(foreground: .palette(241))
    case .placeholder, .border: Appearance(foreground: .palette(243))
    case .focusedBorder, .key: Appearance(foreground: .palette(25), .bold)
    case .accent: Appearance(foreground: .palette(25))
    case .link: Appearance(foreground: .palette(26), .underline)
    case .customer: Appearance(foreground: .palette(94))
    case .agent, .success: Appearance(foreground: .palette(22))
    case .colleague: Appearance(foreground: .palette(24))
    case .stranger: Appearance(foreground: .palette(90))
    case .bot: Appearance(foreground: .palette(60))
    case .note: Appearance(foreground: .palette(94), .underline)
    case .warning: Appearance(foreground: .palette(130), .bold)
    case .error: Appearance(foreground: .palette(124), .bold)
    default: filledPalette(role)
    }
  }

  static func lightSixteen(_ role: StyleRole) -> Appearance {
    switch role {
    case .stranger: Appearance(foreground: .ansi(12))
    case .publicAudience: Appearance(foreground: .ansi(15), background: .ansi(5), .bold)
    case .late: Appearance(foreground: .ansi(15), background: .ansi(1), .bold)
    default: lightEight(role)
    }
  }

  static func lightEight(_ role: StyleRole) -> Appearance {
    switch role {
    case .plain: Appearance()
    case .muted, .placeholder, .border, .event, .bot: Appearance(.dim)
    case .title, .unread, .customer: Appearance(.bold)
    case .focusedBorder, .key: Appearance(foreground: .ansi(4), .bold)
    case .accent, .agent: Appearance(foreground: .ansi(4))
    case .link: Appearance(foreground: .ansi(4), .underline)
    case .success: Appearance(foreground: .ansi(4), .bold)
    case .colleague: Appearance(foreground: .ansi(5))
    case .stranger: Appearance(foreground: .ansi(1))
    case .note: Appearance(foreground: .ansi(5), .underline)
    case .warning: Appearance(foreground: .ansi(5), .bold)
    case .error: Appearance(foreground: .ansi(1), .bold)
    default: filledEight(role)
    }
  }
}
