// The theme of high contrast, on dark and on light backgrounds: the terminal's own colours, told apart by weight and
// lines, and pairs of colours of 7 to 1 and more (WCAG 2.2, 1.4.6). Nothing is dim.

extension Theme {
  static func contrastPalette(_ role: StyleRole) -> Appearance {
    switch role {
    case .publicAudience: Appearance(foreground: .palette(231), background: .palette(90), .bold)
    case .internalAudience: Appearance(foreground: .palette(16), background: .palette(226))
    case .customerAudience: Appearance(foreground: .palette(16), background: .palette(120))
    case .error: Appearance(foreground: .palette(231), background: .palette(88), .bold)
    case .late: Appearance(foreground: .palette(231), background: .palette(124), .bold)
    case .badge: Appearance(foreground: .palette(16), background: .palette(51))
    case .mark: Appearance(foreground: .palette(16), background: .palette(226), .bold)
    default: contrastText(role)
    }
  }

  static func contrastSixteen(_ role: StyleRole) -> Appearance {
    switch role {
    case .publicAudience: Appearance(foreground: .ansi(15), background: .ansi(4), .bold)
    case .internalAudience: Appearance(foreground: .ansi(0), background: .ansi(11))
    case .customerAudience: Appearance(foreground: .ansi(0), background: .ansi(10))
    case .badge: Appearance(foreground: .ansi(0), background: .ansi(14))
    case .mark: Appearance(foreground: .ansi(0), background: .ansi(11), .bold)
    default: contrastEight(role)
    }
  }

  static func contrastEight(_ role: StyleRole) -> Appearance {
    switch role {
    case .publicAudience, .internalAudience, .customerAudience, .badge, .mark: filledEight(role)
    case .error, .late: Appearance(.reverse, .bold)
    default: contrastText(role)
    }
  }

  private static func contrastText(_ role: StyleRole) -> Appearance {
    switch role {
    case .title, .key, .accent, .unread, .success, .customer, .stranger: Appearance(.bold)
    case .focusedBorder, .warning: Appearance(.bold, .underline)
    case .link, .note: Appearance(.underline)
    default: Appearance()
    }
  }
}
