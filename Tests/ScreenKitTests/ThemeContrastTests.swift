import Foundation
import ScreenKit
import Testing

/// Readability by numbers: WCAG 2.2's contrast of each role's colour and what it stands on.
@Suite("Theme: contrast")
struct ThemeContrastTests {
  /// Relative luminance, 0...1 (WCAG 2.2).
  private static func luminance(_ colour: RGBColour) -> Double {
    func linear(_ value: Int) -> Double {
      let part = Double(value) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
  }

  private static func contrast(_ one: RGBColour, _ other: RGBColour) -> Double {
    let (left, right) = (luminance(one), luminance(other))
    return (max(left, right) + 0.05) / (min(left, right) + 0.05)
  }

  private static let black = RGBColour(0, 0, 0)
  private static let white = RGBColour(255, 255, 255)
  static let themes: [(ThemeName, ColourLevel)] = ThemeName.allCases.flatMap { name in
    ColourLevel.allCases.map { (name, $0) }
  }

  @Test("black on white is 21 to 1, a colour on itself 1 to 1")
  func formula() {
    #expect(abs(Self.contrast(Self.black, Self.white) - 21) < 0.001)
    #expect(Self.contrast(RGBColour(paletteIndex: 80), RGBColour(paletteIndex: 80)) == 1)
  }

  @Test("every role can be read on the backgrounds that its theme is for", arguments: themes)
  func readable(name: ThemeName, level: ColourLevel) {
    let theme = Theme(ThemeChoice(base: name), level: level)
    let backgrounds: [RGBColour] =
      switch name {
      case .dark: [Self.black]
      case .light: [Self.white]
      default: [Self.black, Self.white]
      }
    // xterm's magenta, the one of sixteen colours that is readable on both, has 4.48 on black.
    let isNarrow = name == .auto && level != .palette
    let least = name == .contrast ? 7 : isNarrow ? 4.4 : 4.5
    for role in StyleRole.allCases {
      let look = theme[role]
      // The terminal's own foreground is as readable as its owner wants it.
      guard let foreground = look.foreground.index.map({ RGBColour(paletteIndex: UInt8($0)) }) else {
        #expect(look.background == .default, "\(role): a background of ours under a foreground of theirs")
        continue
      }
      let own = look.background.index.map { [RGBColour(paletteIndex: UInt8($0))] }
      for background in own ?? backgrounds {
        let found = Self.contrast(foreground, background)
        #expect(found >= least, "\(name) \(level) \(role): \(found)")
      }
    }
  }

  @Test("high contrast dims nothing", arguments: ColourLevel.allCases.filter { $0 != .none })
  func nothingDim(level: ColourLevel) {
    let theme = Theme(ThemeChoice(base: .contrast), level: level)
    #expect(StyleRole.allCases.allSatisfy { !theme[$0].isDim })
  }

  @Test(
    "in every theme the public audience looks like nothing else, and an error unlike a success",
    arguments: themes)
  func alarms(name: ThemeName, level: ColourLevel) {
    let theme = Theme(ThemeChoice(base: name), level: level)
    for role in StyleRole.allCases where role != .publicAudience {
      #expect(theme[role] != theme[.publicAudience], "\(role)")
    }
    #expect(theme[.error] != theme[.success] && theme[.warning] != theme[.success])
    #expect(theme[.warning] != theme[.plain] && theme[.note] != theme[.agent])
  }

  @Test("mono has no colour however many the terminal has", arguments: ColourLevel.allCases)
  func mono(level: ColourLevel) {
    #expect(Theme(ThemeChoice(base: .mono), level: level) == Theme(level: .none))
  }

  @Test("a changed role takes the colour given, or the nearest that the terminal has")
  func changes() {
    let change = ThemeChoice.Change(
      foreground: 196, background: 17, attributes: [.bold: true, .underline: false])
    let choice = ThemeChoice(base: .dark, changes: [.link: change])
    let full = Theme(choice, level: .palette)[.link]
    #expect(full == Appearance(foreground: .palette(196), background: .palette(17), .bold))
    #expect(
      Theme(choice, level: .sixteen)[.link] == Appearance(foreground: .ansi(9), background: .ansi(0), .bold))
    #expect(
      Theme(choice, level: .eight)[.link] == Appearance(foreground: .ansi(1), background: .ansi(0), .bold))
    #expect(Theme(choice, level: .none)[.link] == Appearance(.bold))
    #expect(Theme(choice, level: .palette)[.late] == Theme(ThemeChoice(base: .dark), level: .palette)[.late])
  }

  static let neighbours: [(UInt8, UInt8)] = [(3, 3), (231, 15), (16, 0), (46, 10), (21, 4), (244, 8)]

  @Test("a colour that the terminal lacks becomes its nearest", arguments: neighbours)
  func nearest(index: UInt8, expected: UInt8) {
    #expect(TerminalColour.nearest(index, level: .sixteen) == .ansi(expected))
    #expect(TerminalColour.nearest(index, level: .palette) == .palette(index))
    #expect(TerminalColour.nearest(index, level: .none) == .default)
  }
}
