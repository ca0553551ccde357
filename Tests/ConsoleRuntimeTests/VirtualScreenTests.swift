import ScreenKit
import TestSupport
import Testing

@Suite("VirtualScreen")
struct VirtualScreenTests {
  private static let escape = "\u{1B}["

  private static func screen(_ text: String, columns: Int = 8, rows: Int = 4) -> VirtualScreen {
    var screen = VirtualScreen(size: Size(columns: columns, rows: rows))
    screen.feed(text.utf8)
    return screen
  }

  /// Four rows of letters: aaaa, bbbb, cccc, dddd.
  private static let letters = "aaaa\r\nbbbb\r\ncccc\r\ndddd"

  @Test(
    "each sequence does what xterm does",
    arguments: [
      ("ab\u{1B}[2;3Hx", ["ab", "  x", "", ""]), ("\u{1B}[3dx\u{1B}[5Gy", ["", "", "x   y", ""]),
      ("ab\u{1B}[2Dx", ["xb", "", "", ""]), ("a\u{1B}[2Cb", ["a  b", "", "", ""]),
      ("abc\u{8}x", ["abx", "", "", ""]),
      ("a\tb", ["a       b", "", "", ""]), (letters + "\u{1B}[2;3H\u{1B}[J", ["aaaa", "bb", "", ""]),
      (letters + "\u{1B}[2;3H\u{1B}[1J", ["", "   b", "cccc", "dddd"]),
      (letters + "\u{1B}[2J", ["", "", "", ""]),
      (letters + "\u{1B}[1;2H\u{1B}[K", ["a", "bbbb", "cccc", "dddd"]),
      (letters + "\u{1B}[1;2H\u{1B}[1K", ["  aa", "bbbb", "cccc", "dddd"]),
      (letters + "\u{1B}[1;2H\u{1B}[2X", ["a  a", "bbbb", "cccc", "dddd"]),
      ("x\u{1B}[4b", ["xxxxx", "", "", ""]),
      (letters + "\u{1B}[2;1H\u{1B}[L", ["aaaa", "", "bbbb", "cccc"]),
      (letters + "\u{1B}[2;1H\u{1B}[2M", ["aaaa", "dddd", "", ""]),
      ("abcd\u{1B}[2G\u{1B}[@", ["a bcd", "", "", ""]),
      ("abcd\u{1B}[2G\u{1B}[2P", ["ad", "", "", ""]), (letters + "\n", ["bbbb", "cccc", "dddd", ""]),
      (letters + "\u{1B}[H\u{1B}M", ["", "aaaa", "bbbb", "cccc"]),
      (letters + "\u{1B}[2;3r\u{1B}[3;1H\n", ["aaaa", "cccc", "", "dddd"]),
      (letters + "\u{1B}[2;3r\u{1B}[2;1H\u{1B}M", ["aaaa", "", "bbbb", "dddd"]),
      (letters + "\u{1B}[S", ["bbbb", "cccc", "dddd", ""]),
      (letters + "\u{1B}[T", ["", "aaaa", "bbbb", "cccc"]),
      ("0123456789", ["0123456789", "", "", ""]), ("0123456789ab", ["0123456789", "ab", "", ""]),
      ("0123456789\r\nx", ["0123456789", "x", "", ""]), ("ab\u{1B}7cd\u{1B}8x", ["abxd", "", "", ""]),
      ("\u{1B}[99;99Hx", ["", "", "", "         x"]),
    ])
  func sequences(_ text: String, _ rows: [String]) {
    let screen = Self.screen(text, columns: 10)
    #expect(screen.rows == rows)
    #expect(screen.unknownSequences.isEmpty)
    var pieces = VirtualScreen(size: Size(columns: 10, rows: 4))
    for byte in text.utf8 { pieces.feed([byte]) }
    #expect(pieces.rows == rows)
  }

  @Test("wide glyphs take two columns, and losing one half loses the other")
  func wide() {
    #expect(Self.screen("漢字x").cursor == ScreenPosition(row: 0, column: 5))
    #expect(Self.screen("漢字\u{1B}[2Gx").row(0) == " x字")
    #expect(Self.screen("漢字\u{1B}[3Gx").row(0) == "漢x")
    #expect(Self.screen("abcdefg漢").rows[0...1] == ["abcdefg", "漢"])
  }

  @Test("marks join the glyph before them, a wide one or the last of a row too")
  func marks() {
    #expect(Self.screen("e\u{301}x").cells[0][0].text == "e\u{301}")
    #expect(Self.screen("漢\u{301}x").cells[0][0].text == "漢\u{301}")
    #expect(Self.screen("abcdefge\u{301}").cells[0][7].text == "e\u{301}")
  }

  @Test("looks are told in runs")
  func looks() {
    let screen = Self.screen("a\u{1B}[1;7mbc\u{1B}[0;38;5;200;41md\u{1B}[m", columns: 5)
    #expect(
      screen.runs(0) == [
        VirtualScreen.Run(text: "a", look: .init()),
        VirtualScreen.Run(text: "bc", look: .init(isBold: true, isReversed: true)),
        VirtualScreen.Run(text: "d", look: .init(foreground: 200, background: 1)),
        VirtualScreen.Run(text: " ", look: .init()),
      ])
  }

  @Test("the alternate screen hides the primary one and gives it back")
  func alternate() {
    var screen = Self.screen("shell\u{1B}[?1049h\u{1B}[Hprogram\u{1B}[?2004h\u{1B}[?25l")
    #expect(screen.isAlternate && screen.isBracketedPaste && !screen.isCursorVisible)
    #expect(screen.row(0) == "program")
    screen.feed("\u{1B}[?25h\u{1B}[?2004l\u{1B}[?1049l".utf8)
    #expect(!screen.isAlternate && !screen.isBracketedPaste && screen.isCursorVisible)
    #expect(screen.row(0) == "shell")
    #expect(screen.cursor == ScreenPosition(row: 0, column: 5))
  }

  @Test("a frame between the marks of an update is not to be looked at before its end")
  func updating() {
    var screen = Self.screen("\u{1B}[?2026hab")
    #expect(screen.isUpdating)
    screen.feed("cd\u{1B}[?2026l".utf8)
    #expect(!screen.isUpdating && screen.row(0) == "abcd")
  }

  @Test("titles are kept, saved and brought back")
  func titles() {
    let screen = Self.screen("\u{1B}]0;one\u{7}\u{1B}[22;0;0t\u{1B}]2;two\u{1B}\\\u{1B}[23;0;0t")
    #expect(screen.titles == ["one", "two"])
    #expect(screen.title == "one")
  }

  @Test(
    "what a program should not send is told", arguments: ["\u{7}", "\u{1}", "\u{7F}", "\u{9B}", "\u{85}"])
  func rawControls(_ text: String) {
    #expect(Self.screen("a\(text)b").sawRawControl)
    #expect(!Self.screen("ab\r\n\tc\u{8}").sawRawControl)
  }

  @Test(
    "what it does not understand is told",
    arguments: [
      "\u{1B}[5n", "\u{1B}[?1003h", "\u{1B}]52;c;x\u{7}", "\u{1B}Pq\u{1B}\\", "\u{1B}c", "\u{1B}[?7",
      "\u{1B}(0",
    ])
  func unknown(_ text: String) {
    #expect(Self.screen(text + "\u{1B}[m").unknownSequences.count == 1)
  }

  @Test("random bytes never trap", arguments: 0..<20)
  func randomBytes(_ seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    let interesting = Array("\u{1B}[;?0123456789ABCDHJKLMPSTX@rmhl漢\u{301}\r\n".utf8)
    var screen = VirtualScreen(size: Size(columns: Int(seed % 5) + 1, rows: Int(seed % 3) + 1))
    for _ in 0..<5000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Int(state >> 33)
      screen.feed([
        value % 3 == 0 ? UInt8(truncatingIfNeeded: value >> 8) : interesting[value % interesting.count]
      ])
    }
    #expect(screen.cells.count == screen.size.rows)
    #expect(screen.cells.allSatisfy { $0.count == screen.size.columns })
  }
}
