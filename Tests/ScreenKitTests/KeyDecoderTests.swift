import ScreenKit
import SeededRandom
import Testing

@Suite("KeyDecoder: sequences")
struct KeyDecoderTests {
  /// What a terminal sends, and the keys' names.
  struct Sample: Sendable, CustomTestStringConvertible {
    let bytes: String
    let names: [String]
    init(_ bytes: String, _ names: String...) {
      self.bytes = bytes
      self.names = names
    }
    var testDescription: String { names.joined(separator: " ") + " " + bytes.debugDescription }
  }

  static let samples: [Sample] = [
    // Text.
    Sample("aZ ~", "a", "Z", "Space", "~"), Sample("é", "é"), Sample("ж日👍", "ж", "日", "👍"),
    Sample("\u{301}", "\u{301}"), Sample("e\u{301}", "e", "\u{301}"),
    // Control characters.
    Sample("\r", "Enter"), Sample("\n", "Ctrl-J"), Sample("\t", "Tab"), Sample("\u{7F}", "Backspace"),
    Sample("\u{8}", "Backspace"), Sample("\0", "Ctrl-Space"), Sample("\u{1}", "Ctrl-A"),
    Sample("\u{B}", "Ctrl-K"), Sample("\u{1A}", "Ctrl-Z"), Sample("\u{1C}", "Ctrl-\\"),
    Sample("\u{1F}", "Ctrl-_"),
    // Arrows and their like: plain, application mode, xterm's modifiers, rxvt, Linux.
    Sample("\u{1B}[A", "Up"), Sample("\u{1B}OB", "Down"), Sample("\u{1B}[C\u{1B}[D", "Right", "Left"),
    Sample("\u{1B}[1;5A", "Ctrl-Up"), Sample("\u{1B}[1;2D", "Shift-Left"), Sample("\u{1B}[1;3B", "Alt-Down"),
    Sample("\u{1B}[1;8C", "Ctrl-Alt-Shift-Right"), Sample("\u{1B}O5A", "Ctrl-Up"),
    Sample("\u{1B}Oa", "Ctrl-Up"), Sample("\u{1B}[b", "Shift-Down"), Sample("\u{1B}\u{1B}[A", "Alt-Up"),
    Sample("\u{1B}\u{1B}OC", "Alt-Right"), Sample("\u{1B}[1;65A", "Up"),
    Sample("\u{1B}[H\u{1B}[F", "Home", "End"), Sample("\u{1B}OH\u{1B}OF", "Home", "End"),
    Sample("\u{1B}[1~\u{1B}[4~", "Home", "End"), Sample("\u{1B}[7~\u{1B}[8~", "Home", "End"),
    Sample("\u{1B}[2~\u{1B}[3~", "Insert", "Delete"), Sample("\u{1B}[5~\u{1B}[6~", "PageUp", "PageDown"),
    Sample("\u{1B}[3;5~", "Ctrl-Delete"), Sample("\u{1B}[3$", "Shift-Delete"),
    Sample("\u{1B}[3^", "Ctrl-Delete"),
    Sample("\u{1B}[3@", "Ctrl-Shift-Delete"), Sample("\u{1B}[6;3~", "Alt-PageDown"),
    // Function keys.
    Sample("\u{1B}OP\u{1B}OS", "F1", "F4"), Sample("\u{1B}[11~\u{1B}[15~", "F1", "F5"),
    Sample("\u{1B}[17~\u{1B}[21~", "F6", "F10"), Sample("\u{1B}[23~\u{1B}[24~", "F11", "F12"),
    Sample("\u{1B}[[A\u{1B}[[E", "F1", "F5"), Sample("\u{1B}[25~\u{1B}[34~", "F13", "F20"),
    Sample("\u{1B}[1;2P", "Shift-F1"), Sample("\u{1B}[1;5R", "Ctrl-F3"), Sample("\u{1B}[R", "F3"),
    Sample("\u{1B}[45~", "F24"), Sample("\u{1B}[57387u", "F24"), Sample("\u{1B}[15;3~", "Alt-F5"),
    // Tab, Enter, Alt.
    Sample("\u{1B}[Z", "Shift-Tab"), Sample("\u{1B}x", "Alt-X"), Sample("\u{1B}N", "Alt-Shift-N"),
    Sample("\u{1B}é", "Alt-É"), Sample("\u{1B}\r", "Alt-Enter"), Sample("\u{1B}\n", "Ctrl-Alt-J"),
    Sample("\u{1B}\u{7F}", "Alt-Backspace"), Sample("\u{1B}\u{B}", "Ctrl-Alt-K"),
    Sample("\u{1B} ", "Alt-Space"),
    Sample("\u{1B}\u{1B}x", "Esc", "Alt-X"), Sample("\u{1B}OM", "Enter"),
    Sample("\u{1B}Op\u{1B}Ok", "0", "+"),
    // kitty and xterm's modifyOtherKeys.
    Sample("\u{1B}[13;2u", "Shift-Enter"), Sample("\u{1B}[13;5u", "Ctrl-Enter"), Sample("\u{1B}[27u", "Esc"),
    Sample("\u{1B}[97;5u", "Ctrl-A"), Sample("\u{1B}[97;2u", "A"), Sample("\u{1B}[107;6u", "Ctrl-Shift-K"),
    Sample("\u{1B}[49:33;2u", "!"), Sample("\u{1B}[97;1:3u"), Sample("\u{1B}[97;1:2u", "a"),
    Sample("\u{1B}[57414u", "Enter"), Sample("\u{1B}[57400u", "1"), Sample("\u{1B}[9;2u", "Shift-Tab"),
    Sample("\u{1B}[1:1;1:3A"), Sample("\u{1B}[1078;5u", "Ctrl-Ж"), Sample("\u{1B}[97;9u"),
    Sample("\u{1B}[97;33u", "Alt-A"), Sample("\u{1B}[27;5;13~", "Ctrl-Enter"),
    Sample("\u{1B}[27;6;75~", "Ctrl-Shift-K"),
    Sample("\u{1B}[57441u"),
    // Swallowed: answers, mouse, focus, unknown.
    Sample("a\u{1B}]11;rgb:0000/0000/0000\u{7}b", "a", "b"), Sample("a\u{1B}]52;c;aGk=\u{1B}\\b", "a", "b"),
    Sample("\u{1B}P>|xterm(390)\u{1B}\\x", "x"), Sample("\u{1B}_Gi=1;OK\u{1B}\\x", "x"),
    Sample("\u{1B}[<1;12;7M\u{1B}[<0;12;7mx", "x"), Sample("\u{1B}[M !!x", "x"),
    Sample("\u{1B}[I\u{1B}[Ox", "x"),
    Sample("\u{1B}[?62;22cx", "x"), Sample("\u{1B}[12;40Rx", "x"), Sample("\u{1B}[?2026;1$yx", "x"),
    Sample("\u{1B}[99;99Xx", "x"), Sample("\u{1B}[201~x", "x"), Sample("\u{1B}[200u", "È"),
    // Cut or mistyped: the rest survives.
    Sample("\u{1B}[1;5\u{1B}[Ax", "Up", "x"), Sample("\u{1B}[1\u{18}x", "x"),
    Sample("\u{1B}[\rx", "Alt-[", "Enter", "x"),
    Sample("\u{1B}[1;é", "é"), Sample("\u{1B}]abc", "Alt-]", "a", "b", "c"),
    Sample("\u{1B}Pq", "Alt-Shift-P", "q"),
    Sample("\u{1B}O\u{1B}[A", "Alt-Shift-O", "Up"), Sample("\u{1B}O!", "Alt-Shift-O", "!"),
    Sample("\u{1B}[[x", "x"), Sample("\u{1B}]1;t\u{1B}[Bx", "Down", "x"),
    Sample("\u{1B}[999999999999999999999;99999999999999999999~x", "x"),
  ]

  static func names(_ events: [InputEvent]) -> [String] {
    events.map { event in
      guard case .key(let press) = event else { return "\(event)" }
      return press.name
    }
  }

  @Test("each sequence is its keys, whole, byte by byte and cut in two at every place", arguments: samples)
  func sequence(_ sample: Sample) {
    let bytes = Array(sample.bytes.utf8)
    var decoder = KeyDecoder()
    #expect(Self.names(decoder.feed(bytes)) == sample.names)
    #expect(decoder.pendingTimeout == nil)
    for cut in 0...bytes.count {
      var halves = KeyDecoder()
      let events = halves.feed(Array(bytes[..<cut])) + halves.feed(Array(bytes[cut...]))
      #expect(Self.names(events) == sample.names, "cut at \(cut)")
    }
    var single = KeyDecoder()
    #expect(Self.names(bytes.flatMap { single.feed([$0]) }) == sample.names)
  }

  @Test(
    "what stands alone is decided by the time-out",
    arguments: [
      Sample("\u{1B}", "Esc"), Sample("\u{1B}\u{1B}", "Esc", "Esc"), Sample("\u{1B}[", "Alt-["),
      Sample("\u{1B}O", "Alt-Shift-O"), Sample("\u{1B}]", "Alt-]"), Sample("\u{1B}[1;", ""),
      Sample("\u{1B}[[", ""),
      Sample("\u{1B}]11;rgb", ""), Sample("\u{1B}\u{1B}[", "Esc", "Alt-["), Sample("\u{1B}[M!", ""),
    ])
  func timeOut(_ sample: Sample) {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array(sample.bytes.utf8)).isEmpty)
    #expect(decoder.pendingTimeout != nil)
    #expect(Self.names(decoder.timeOut()) == sample.names.filter { !$0.isEmpty })
    #expect(decoder.pendingTimeout == nil)
    #expect(decoder.timeOut().isEmpty)
    #expect(Self.names(decoder.feed([0x78])) == ["x"])
  }

  @Test("a lone ESC waits as long as the owner says, at least a millisecond")
  func escapeDelay() {
    var decoder = KeyDecoder(escapeDelay: 25)
    _ = decoder.feed([0x1B])
    #expect(decoder.pendingTimeout == 25)
    var none = KeyDecoder(escapeDelay: -3)
    _ = none.feed([0x1B])
    #expect(none.pendingTimeout == 1)
  }

  @Test(
    "bytes that are no UTF-8 become U+FFFD, one for each maximal part, and the text around survives",
    arguments: [
      ([0x61, 0xFF, 0x62], "a\u{FFFD}b"), ([0xC3, 0x28], "\u{FFFD}("), ([0xE2, 0x82, 0x61], "\u{FFFD}a"),
      ([0xC0, 0xAF], "\u{FFFD}\u{FFFD}"), ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xF0, 0x9F, 0x91, 0xF0, 0x9F, 0x91, 0x8D], "\u{FFFD}👍"),
      ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0x80, 0x61], "\u{FFFD}a"), ([0xC2, 0x9B, 0x61], "\u{FFFD}a"),
    ] as [([UInt8], String)])
  func malformed(_ bytes: [UInt8], _ text: String) {
    var decoder = KeyDecoder()
    #expect(Self.names(decoder.feed(bytes)).joined() == text)
  }

  @Test("half a character becomes U+FFFD when nothing follows")
  func halfCharacter() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0xF0, 0x9F]).isEmpty)
    #expect(Self.names(decoder.timeOut()) == ["\u{FFFD}"])
  }

  @Test("random bytes never trap, keep nothing for long, and lose no text after them", arguments: 0..<40)
  func randomBytes(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let interesting: [UInt8] = [
      0x1B, 0x5B, 0x4F, 0x5D, 0x50, 0x32, 0x30, 0x7E, 0x3B, 0x0D, 0x07, 0x9B, 0xC3, 0xF0,
    ]
    var decoder = KeyDecoder()
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random) : interesting.randomElement(using: &random) ?? 0
      }
      _ = decoder.feed(bytes)
      if Int.random(in: 0...9, using: &random) == 0 { _ = decoder.timeOut() }
    }
    while decoder.pendingTimeout != nil { _ = decoder.timeOut() }
    let after = decoder.feed(Array("\u{1B}[201~".utf8)) + decoder.feed([0x7A])
    #expect(after.last == .key(KeyPress(.character("z"))))
  }

  @Test("an endless sequence or answer gives the keyboard back")
  func bounded() {
    var decoder = KeyDecoder()
    _ = decoder.feed(Array("\u{1B}[".utf8) + Array(repeating: 0x31, count: 1000))
    #expect(Self.names(decoder.feed([0x78])).last == "x")
    _ = decoder.feed(Array("\u{1B}]1".utf8) + Array(repeating: 0x31, count: 1 << 17))
    #expect(Self.names(decoder.feed([0x78])).last == "x")
  }
}
