/// How each role looks on a terminal of a given number of colours.
///
/// Ordinary text keeps the terminal's own colours. Colour never stands alone; the words on the screen say the same.
package struct Theme: Sendable, Hashable {
  /// The number of colours to use.
  package let level: ColourLevel
  private var appearances: [Appearance]

  /// Makes a theme; the level `.none` is for monochrome terminals and for NO_COLOR, and looks like `mono`.
  ///
  /// Where a role was changed to a colour that the level lacks, the nearest one is taken.
  package init(_ choice: ThemeChoice = ThemeChoice(), level: ColourLevel = .none) {
    self.level = choice.base == .mono ? .none : level
    appearances = StyleRole.allCases.map { Self.builtIn($0, choice.base, level) }
    for (role, change) in choice.changes { self[role].apply(change, level: self.level) }
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

  private static func builtIn(_ role: StyleRole, _ name: ThemeName, _ level: ColourLevel) -> Appearance {
    switch (name, level) {
    case (.mono, _), (_, .none): monochrome(role)
    case (.auto, .eight): autoEight(role)
    case (.auto, .sixteen): autoSixteen(role)
    case (.auto, .palette): autoPalette(role)
    case (.dark, .eight): darkEight(role)
    case (.dark, .sixteen): darkSixteen(role)
    case (.dark, .palette): darkPalette(role)
    case (.light, .eight): lightEight(role)
    case (.light, .sixteen): lightSixteen(role)
    case (.light, .palette): lightPalette(role)
    case (.contrast, .eight): contrastEight(role)
    case (.contrast, .sixteen): contrastSixteen(role)
    case (.contrast, .palette): contrastPalette(role)
    }
  }

  static func monochrome(_ role: StyleRole) -> Appearance {
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
}

extension Appearance {
  fileprivate mutating func apply(_ change: ThemeChoice.Change, level: ColourLevel) {
    if let colour = change.foreground { foreground = .nearest(colour, level: level) }
    if let colour = change.background { background = .nearest(colour, level: level) }
    for (attribute, isOn) in change.attributes {
      switch attribute {
      case .bold: isBold = isOn
      case .underline: isUnderlined = isOn
      case .dim: isDim = isOn
      case .reverse: isReversed = isOn
      }
    }
  }
}
