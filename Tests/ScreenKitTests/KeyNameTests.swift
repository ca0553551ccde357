import ScreenKit
import Testing

@Suite("KeyName")
struct KeyNameTests {
  @Test(
    "names read back to the key that they were made of",
    arguments: [
      (KeyPress(.character("k"), .control), "Ctrl-K"), (KeyPress(.character("n"), .alt), "Alt-N"),
      (KeyPress(.character("N"), .alt), "Alt-Shift-N"), (KeyPress(.character("K"), .control), "Ctrl-Shift-K"),
      (KeyPress(.character("n")), "n"), (KeyPress(.character("N")), "N"), (KeyPress(.character("?")), "?"),
      (KeyPress(.character("-")), "-"), (KeyPress(.character("-"), .control), "Ctrl--"),
      (KeyPress(.character(" ")), "Space"), (KeyPress(.character(" "), .control), "Ctrl-Space"),
      (KeyPress(.enter, .alt), "Alt-Enter"), (KeyPress(.tab, .shift), "Shift-Tab"),
      (KeyPress(.function(2)), "F2"),
      (KeyPress(.function(24), [.control, .alt, .shift]), "Ctrl-Alt-Shift-F24"), (KeyPress(.escape), "Esc"),
      (KeyPress(.pageUp), "PageUp"), (KeyPress(.down, .alt), "Alt-Down"),
      (KeyPress(.character("ж"), .alt), "Alt-Ж"),
      (KeyPress(.character("ß"), .alt), "Alt-ß"), (KeyPress(.character("日")), "日"),
      (KeyPress(.character("F")), "F"),
      (KeyPress(.character("/"), .alt), "Alt-/"), (KeyPress(.character("\u{301}")), "\u{301}"),
    ])
  func roundTrip(_ press: KeyPress, _ name: String) throws {
    #expect(press.name == name)
    #expect(try KeyPress(named: name) == press)
  }

  @Test("every named key reads back with every modifier")
  func allNamed() throws {
    let codes: [KeyCode] =
      [
        .enter, .tab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp,
        .pageDown, .character(" "),
      ] + (1...24).map(KeyCode.function)
    for code in codes {
      for bits in UInt8(0)...7 {
        let press = KeyPress(code, KeyModifiers(rawValue: bits))
        #expect(try KeyPress(named: press.name) == press)
      }
    }
  }

  @Test(
    "case, order and usual other names do not matter",
    arguments: [
      ("ctrl-k", "Ctrl-K"), ("CTRL-ALT-k", "Ctrl-Alt-K"), ("shift-alt-down", "Alt-Shift-Down"),
      ("escape", "Esc"),
      ("Return", "Enter"), ("del", "Delete"), ("pgdn", "PageDown"), ("f12", "F12"), ("shift-n", "N"),
      ("alt-N", "Alt-N"), ("SPACE", "Space"), (" ", "Space"),
    ])
  func lenient(_ written: String, _ name: String) throws {
    #expect(try KeyPress(named: written).name == name)
  }

  @Test(
    "what names no key is refused with the reason",
    arguments: [
      ("", .empty), ("Foo", .unknownKey("Foo")), ("Ctrl-", .unknownKey("Ctrl-")),
      ("Ctrl-Foo", .unknownKey("Foo")),
      ("Ctrl-ctrl-k", .repeatedModifier("Ctrl")), ("F0", .noSuchFunctionKey(0)),
      ("F25", .noSuchFunctionKey(25)),
      ("Shift-1", .shiftedCharacter("1")), ("Shift-日", .shiftedCharacter("日")),
      ("\u{1B}", .unknownKey("\u{1B}")),
      ("F99999999999999999999", .unknownKey("F99999999999999999999")), ("F+1", .unknownKey("F+1")),
      ("F-1", .unknownKey("F-1")),
      ("\u{9B}", .unknownKey("\u{9B}")), ("Super-k", .unknownKey("Super-k")),
    ] as [(String, KeyNameError)])
  func refused(_ written: String, _ error: KeyNameError) {
    #expect(throws: error) { try KeyPress(named: written) }
  }
}
