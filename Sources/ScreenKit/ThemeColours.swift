/// A colour as light: red, green and blue, 0...255 each (sRGB).
package struct RGBColour: Sendable, Hashable {
  /// The parts.
  package var red: Int, green: Int, blue: Int

  /// Makes a colour.
  package init(_ red: Int, _ green: Int, _ blue: Int) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// What xterm shows for an index of its palette: 0...15 by its defaults, then the cube, then the greys.
  package init(paletteIndex index: UInt8) {
    switch Int(index) {
    case ..<16: self = Self.ansi[Int(index)]
    case ..<232:
      let place = Int(index) - 16
      self.init(Self.steps[place / 36], Self.steps[place / 6 % 6], Self.steps[place % 6])
    default:
      let grey = 8 + (Int(index) - 232) * 10
      self.init(grey, grey, grey)
    }
  }

  /// How far two colours are apart: the square of the distance.
  package func distance(to other: RGBColour) -> Int {
    let (red, green, blue) = (red - other.red, green - other.green, blue - other.blue)
    return red * red + green * green + blue * blue
  }

  /// xterm's defaults (XTerm-col.ad).
  private static let ansi: [RGBColour] = [
    RGBColour(0, 0, 0), RGBColour(205, 0, 0), RGBColour(0, 205, 0), RGBColour(205, 205, 0),
    RGBColour(0, 0, 238), RGBColour(205, 0, 205), RGBColour(0, 205, 205), RGBColour(229, 229, 229),
    RGBColour(127, 127, 127), RGBColour(255, 0, 0), RGBColour(0, 255, 0), RGBColour(255, 255, 0),
    RGBColour(92, 92, 255), RGBColour(255, 0, 255), RGBColour(0, 255, 255), RGBColour(255, 255, 255),
  ]
  private static let steps = [0, 95, 135, 175, 215, 255]
}

extension TerminalColour {
  /// The colour of the palette, or the nearest one that a terminal of fewer colours has; without colours the default.
  ///
  /// - Complexity: O(colours of the level).
  package static func nearest(_ index: UInt8, level: ColourLevel) -> TerminalColour {
    if level == .none { return .default }
    if level == .palette { return .palette(index) }
    if Int(index) < level.rawValue { return .ansi(index) }
    let wanted = RGBColour(paletteIndex: index)
    let best = (0..<UInt8(level.rawValue)).min {
      RGBColour(paletteIndex: $0).distance(to: wanted) < RGBColour(paletteIndex: $1).distance(to: wanted)
    }
    return .ansi(best ?? 7)
  }
}
