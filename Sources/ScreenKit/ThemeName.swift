/// The themes that ship with the console.
package enum ThemeName: String, Sendable, Hashable, CaseIterable {
  /// Readable on dark and on light backgrounds: nothing is asked of the terminal.
  case auto
  /// For dark backgrounds.
  case dark
  /// For light backgrounds.
  case light
  /// For eyes that need much contrast, on either background.
  case contrast
  /// Without colours: attributes only.
  case mono
}

/// What a person wants of a theme: one to begin with, and how some roles differ from it.
package struct ThemeChoice: Sendable, Hashable {
  /// How one role differs; nil leaves what the theme has.
  package struct Change: Sendable, Hashable {
    /// A colour of xterm's palette, 0...255.
    package var foreground: UInt8?
    /// A colour of xterm's palette, 0...255.
    package var background: UInt8?
    /// Attributes to be switched on or off.
    package var attributes: [Appearance.Attribute: Bool]

    /// Makes a change.
    package init(
      foreground: UInt8? = nil, background: UInt8? = nil, attributes: [Appearance.Attribute: Bool] = [:]
    ) {
      self.foreground = foreground
      self.background = background
      self.attributes = attributes
    }
  }

  /// The theme to begin with.
  package var base: ThemeName
  /// What differs from it.
  package var changes: [StyleRole: Change]

  /// Makes a choice.
  package init(base: ThemeName = .auto, changes: [StyleRole: Change] = [:]) {
    self.base = base
    self.changes = changes
  }
}
