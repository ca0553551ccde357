internal import CNcursesShim
internal import ScreenKit

/// What ncurses calls each style: a colour pair and attribute bits, looked up once a theme.
struct Palette {
  struct Look {
    var pair: UInt16
    var attributes: UInt8
  }

  /// Four looks a role: plain, bold, reversed, both.
  private let looks: [Look]

  init(_ theme: Theme) {
    looks = StyleRole.allCases.flatMap { role in
      [(false, false), (true, false), (false, true), (true, true)].map { isBold, isReversed in
        Self.look(theme.appearance(of: Style(role, bold: isBold, reversed: isReversed)))
      }
    }
  }

  subscript(style: Style) -> Look {
    looks[Int(style.role.rawValue) * 4 + (style.isBold ? 1 : 0) + (style.isReversed ? 2 : 0)]
  }

  private static func look(_ appearance: Appearance) -> Look {
    let pair = sapa_pair(
      Int32(appearance.foreground.index ?? -1), Int32(appearance.background.index ?? -1))
    var attributes = 0
    if appearance.isBold { attributes |= SAPA_BOLD }
    if appearance.isUnderlined { attributes |= SAPA_UNDERLINE }
    if appearance.isDim { attributes |= SAPA_DIM }
    if appearance.isReversed { attributes |= SAPA_REVERSE }
    return Look(pair: pair, attributes: UInt8(attributes))
  }
}
