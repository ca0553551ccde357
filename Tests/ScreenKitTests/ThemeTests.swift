import ScreenKit
import Testing

@Suite("Theme")
struct ThemeTests {
  @Test("no role uses a colour that the level lacks", arguments: ColourLevel.allCases)
  func withinLevel(_ level: ColourLevel) {
    let theme = Theme(level: level)
    for role in StyleRole.allCases {
      for colour in [theme[role].foreground, theme[role].background] {
        #expect((colour.index ?? -1) < level.rawValue, "\(role)")
      }
    }
  }

  @Test("the public audience looks like nothing else", arguments: ColourLevel.allCases)
  func publicAudience(_ level: ColourLevel) {
    let theme = Theme(level: level)
    for role in StyleRole.allCases where role != .publicAudience {
      #expect(theme[role] != theme[.publicAudience], "\(role)")
    }
    #expect(theme[.publicAudience].isBold)
    #expect(theme[.publicAudience].isReversed || theme[.publicAudience].background != .default)
  }

  @Test("roles that meet on one screen differ", arguments: ColourLevel.allCases)
  func families(_ level: ColourLevel) {
    let theme = Theme(level: level)
    var families: [[StyleRole]] = [
      [.publicAudience, .internalAudience, .customerAudience], [.warning, .error, .success],
      [.plain, .muted, .title], [.border, .focusedBorder], [.agent, .note], [.unread, .late, .plain],
    ]
    // Whole paragraphs are told apart by words and place where there is no colour.
    if level != .none { families.append([.customer, .agent, .colleague, .stranger, .bot, .note]) }
    for family in families {
      #expect(Set(family.map { theme[$0] }).count == family.count, "\(family)")
    }
  }

  @Test("without colours the public audience is reversed and bold, and nothing has a colour")
  func monochrome() {
    let theme = Theme(level: .none)
    #expect(theme[.publicAudience] == Appearance(.reverse, .bold))
    #expect(
      StyleRole.allCases.allSatisfy { theme[$0].foreground == .default && theme[$0].background == .default })
  }

  @Test("a selected cell always differs from the same cell unselected", arguments: ColourLevel.allCases)
  func reversal(_ level: ColourLevel) {
    let theme = Theme(level: level)
    for role in StyleRole.allCases where role != .error && role != .late {
      #expect(theme.appearance(of: Style(role)) != theme.appearance(of: Style(role).reversed), "\(role)")
    }
  }

  @Test("bold wins over dim, which terminals draw alike")
  func boldIsNotDim() {
    let look = Theme(level: .none).appearance(of: Style(.muted, bold: true))
    #expect(look.isBold && !look.isDim)
  }

  @Test("a changed colour beyond the level falls back to the default")
  func limited() {
    var theme = Theme(level: .eight)
    theme[.accent] = Appearance(foreground: .palette(200), background: .ansi(3), .underline)
    #expect(theme[.accent] == Appearance(background: .ansi(3), .underline))
    theme[.accent].background = .ansi(9)
    #expect(theme[.accent].background == .default)
  }

  @Test(
    "a number of colours is its level",
    arguments: [
      (0, ColourLevel.none), (2, .none), (8, .eight), (15, .eight), (16, .sixteen), (88, .sixteen),
      (256, .palette), (1 << 24, .palette),
    ])
  func levels(_ colours: Int, _ level: ColourLevel) {
    #expect(ColourLevel(colours: colours) == level)
  }
}
