/// How many colours a terminal shows.
package enum ColourLevel: Int, Sendable, Hashable, CaseIterable, Comparable {
  /// None: attributes only.
  case none = 0
  /// The eight of ANSI.
  case eight = 8
  /// Those and their bright forms.
  case sixteen = 16
  /// xterm's palette of 256.
  case palette = 256

  /// The level that a number of colours allows.
  package init(colours: Int) {
    self = colours >= 256 ? .palette : colours >= 16 ? .sixteen : colours >= 8 ? .eight : .none
  }

  /// Whether the left level has fewer colours.
  package static func < (left: ColourLevel, right: ColourLevel) -> Bool { left.rawValue < right.rawValue }
}

/// One colour.
package enum TerminalColour: Sendable, Hashable {
  /// What the terminal uses by itself.
  case `default`
  /// 0...7 as ANSI has them (black, red, green, yellow, blue, magenta, cyan, white), 8...15 bright.
  case ansi(UInt8)
  /// An index of xterm's palette.
  case palette(UInt8)

  /// The index that terminals understand; nil for the default.
  package var index: Int? {
    switch self {
    case .default: nil
    case .ansi(let number), .palette(let number): Int(number)
    }
  }
}

/// Colours and attributes of a cell.
package struct Appearance: Sendable, Hashable {
  /// One attribute.
  package enum Attribute: String, Sendable, Hashable, CaseIterable { case bold, underline, dim, reverse }

  /// The colour of the glyph.
  package var foreground: TerminalColour
  /// The colour behind the glyph.
  package var background: TerminalColour
  /// Whether the glyph is heavier.
  package var isBold: Bool
  /// Whether a line is drawn under it.
  package var isUnderlined: Bool
  /// Whether it is fainter.
  package var isDim: Bool
  /// Whether foreground and background are exchanged.
  package var isReversed: Bool

  /// Makes an appearance.
  package init(
    foreground: TerminalColour = .default, background: TerminalColour = .default, _ attributes: Attribute...
  ) {
    self.foreground = foreground
    self.background = background
    isBold = attributes.contains(.bold)
    isUnderlined = attributes.contains(.underline)
    isDim = attributes.contains(.dim)
    isReversed = attributes.contains(.reverse)
  }

  /// The same without colours that a terminal of this level lacks.
  package func limited(to level: ColourLevel) -> Appearance {
    func limited(_ colour: TerminalColour) -> TerminalColour {
      colour.index.map { $0 < level.rawValue ? colour : .default } ?? .default
    }
    var result = self
    result.foreground = limited(foreground)
    result.background = limited(background)
    return result
  }
}
