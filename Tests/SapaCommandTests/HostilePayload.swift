/// A text that would harm a terminal or deceive a reader, and what must be seen in its place.
struct HostilePayload: Sendable {
  /// What it is.
  let name: String
  /// The text as Swift holds it.
  let text: String
  /// What stands on the screen where the text begins.
  let mark: String
  /// The text inside the quotes of a JSON string, where the text alone cannot say it.
  var rawJSON: String?

  init(_ name: String, _ text: String, _ mark: String, rawJSON: String? = nil) {
    self.name = name
    self.text = text
    self.mark = mark
    self.rawJSON = rawJSON
  }

  /// The text inside the quotes of a JSON string: every other payload is all escapes, the rest is as raw as JSON allows.
  func json(isEscaped: Bool) -> String {
    if let rawJSON { return rawJSON }
    var result = ""
    for unit in isEscaped ? Array(text.utf16) : [] {
      let digits = String(unit, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
    for scalar in isEscaped ? [] : Array(text.unicodeScalars) {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// All payloads, classes A to F.
  static let all =
    escapes + controls + overwrites + directions + invisibles + selectors + misfits + bombs

  /// A: sequences that begin with ESC.
  ///
  /// Nothing is parsed and dropped: the rest stays readable.
  private static let escapes = [
    HostilePayload("CSI colour", "\u{1B}[31;1;77m", "␛[31;1;77m"),
    HostilePayload("CSI clear", "\u{1B}[2;2J", "␛[2;2J"),
    HostilePayload("CSI cursor", "\u{1B}[7;7;7H", "␛[7;7;7H"),
    HostilePayload("CSI private mode", "\u{1B}[?1337h", "␛[?1337h"),
    HostilePayload("CSI report", "\u{1B}[6n", "␛[6n"),
    HostilePayload("CSI attributes", "\u{1B}[>77c", "␛[>77c"),
    HostilePayload("CSI unfinished", "\u{1B}[38;7;", "␛[38;7;"),
    HostilePayload("OSC title", "\u{1B}]0;owned\u{7}", "␛]0;owned␇"),
    HostilePayload("OSC link", "\u{1B}]8;;http://x.invalid\u{1B}\\bank\u{1B}]8;;\u{1B}\\", "␛]8;;http"),
    HostilePayload("OSC clipboard", "\u{1B}]52;c;cm0gLXJm\u{7}", "␛]52;c;cm0"),
    HostilePayload("OSC unfinished", "\u{1B}]2;never ends", "␛]2;never"),
    HostilePayload("DCS", "\u{1B}P$q\"p\u{1B}\\", "␛P$q\"p␛\\"),
    HostilePayload("APC", "\u{1B}_Gq=1;\u{1B}\\", "␛_Gq=1;␛\\"),
    HostilePayload("PM", "\u{1B}^private\u{1B}\\", "␛^private␛\\"),
    HostilePayload("SOS", "\u{1B}Xstring\u{1B}\\", "␛Xstring␛\\"),
    HostilePayload("full reset", "\u{1B}c", "␛c"),
    HostilePayload("alignment test", "\u{1B}#8", "␛#8"),
    HostilePayload("line drawing", "\u{1B}(0lqk", "␛(0lqk"),
    HostilePayload("lone ESC", "\u{1B}", "␛"),
  ]

  /// A: single controls, and C1 as code points.
  private static let controls = [
    HostilePayload("C1 CSI", "\u{9B}31m", "‹9B›31m"),
    HostilePayload("C1 OSC", "\u{9D}0;owned\u{9C}", "‹9D›0;owned‹9C›"),
    HostilePayload("C1 DCS", "\u{90}q\u{9C}", "‹90›q‹9C›"),
    HostilePayload("C1 APC", "\u{9F}x\u{9C}", "‹9F›x‹9C›"),
    HostilePayload("C1 first and last", "\u{80}\u{9E}", "‹80›‹9E›"),
    HostilePayload("DEL", "\u{7F}x", "␡x"),
    HostilePayload("NUL", "\u{0}x", "␀x"),
    HostilePayload("BEL", "\u{7}\u{7}", "␇␇"),
    HostilePayload("shifts", "\u{E}lqk\u{F}", "␎lqk␏"),
    HostilePayload("ENQ", "\u{5}", "␅"),
    HostilePayload("XOFF", "\u{13}\u{11}", "␓␑"),
    HostilePayload("CAN SUB", "\u{18}\u{1A}", "␘␚"),
  ]

  /// B: what overwrites and what breaks lines.
  private static let overwrites = [
    HostilePayload("CR", "good\rEVIL", "good␍EVIL"),
    HostilePayload("BS", "abc\u{8}\u{8}\u{8}xyz", "abc␈␈␈xyz"),
    HostilePayload("VT FF", "a\u{B}b\u{C}c", "a␋b␌c"),
    HostilePayload("NEL", "a\u{85}b", "a⏎"),
    HostilePayload("LS PS", "a\u{2028}b\u{2029}c", "a⏎"),
    HostilePayload("LF flood", "a" + String(repeating: "\n", count: 120) + "b", "a"),
    HostilePayload("tabs", "a\t\t\tb", "a"),
  ]

  /// C: bidirectional controls.
  private static let directions = [
    HostilePayload("LRE", "\u{202A}x\u{202C}", "‹LRE›x‹PDF›"),
    HostilePayload("RLE", "\u{202B}x\u{202C}", "‹RLE›x‹PDF›"),
    HostilePayload("LRO", "\u{202D}x\u{202C}", "‹LRO›x‹PDF›"),
    HostilePayload("RLO", "\u{202E}gpj.exe", "‹RLO›gpj.exe"),
    HostilePayload("LRI", "\u{2066}x\u{2069}", "‹LRI›x‹PDI›"),
    HostilePayload("RLI", "\u{2067}x\u{2069}", "‹RLI›x‹PDI›"),
    HostilePayload("FSI", "\u{2068}x\u{2069}", "‹FSI›x‹PDI›"),
    HostilePayload("marks in Latin", "a\u{200E}\u{200F}\u{61C}b", "a‹LRM›‹RLM›‹ALM›b"),
    HostilePayload("deep embedding", String(repeating: "\u{202E}\u{2067}", count: 70), "‹RLO›‹RLI›"),
  ]

  /// D: what cannot be seen.
  private static let invisibles = [
    HostilePayload("ZWSP", "pay\u{200B}pal", "pay‹ZWSP›pal"),
    HostilePayload("WJ", "a\u{2060}b", "a‹WJ›b"),
    HostilePayload("BOM", "a\u{FEFF}b", "a‹BOM›b"),
    HostilePayload("SHY", "a\u{AD}b", "a‹SHY›b"),
    HostilePayload("CGJ", "a\u{34F}b", "a‹CGJ›b"),
    HostilePayload("MVS", "a\u{180E}b", "a‹MVS›b"),
    HostilePayload("invisible operators", "a\u{2061}\u{2064}b", "a‹U+2061›‹U+2064›b"),
    HostilePayload("deprecated formats", "a\u{206A}\u{206F}b", "a‹U+206A›‹U+206F›b"),
    HostilePayload("shorthand", "a\u{1BCA0}b", "a‹U+1BCA0›b"),
    HostilePayload("music", "a\u{1D173}b", "a‹U+1D173›b"),
    HostilePayload("joiners in Latin", "a\u{200D}b\u{200C}c", "a‹ZWJ›b‹ZWNJ›c"),
    HostilePayload("tags", "a\u{E0073}\u{E0065}\u{E006E}\u{E0064}", "a‹TAG send›"),
    HostilePayload("Hangul filler", "a\u{3164}b", "a␣b"),
    HostilePayload("choseong filler", "a\u{115F}b", "a␣b"),
    HostilePayload("halfwidth filler", "a\u{FFA0}b", "a␣b"),
    HostilePayload("blank braille", "a\u{2800}b", "a␣b"),
    HostilePayload("em space", "a\u{2003}b", "a␣b"),
    HostilePayload("ideographic space in Latin", "a\u{3000}b", "a␣b"),
    HostilePayload("annotation", "a\u{FFF9}b\u{FFFA}c\u{FFFB}", "a‹IAA›b‹IAS›c‹IAT›"),
    HostilePayload("object", "a\u{FFFC}b", "a‹OBJ›b"),
  ]

  private static let selectors = [
    HostilePayload("selector", "a\u{FE0F}b", "a‹VS16›b"),
    HostilePayload("selector first", "\u{FE00}b", "‹VS1›b"),
    HostilePayload("hidden selectors", "a\u{E0100}\u{E01EF}b", "a‹VS17›‹VS256›b"),
    HostilePayload("Mongolian selector", "a\u{180B}b", "a‹FVS1›b"),
  ]

  /// E: what is no character.
  private static let misfits = [
    HostilePayload("private use", "a\u{E000}b", "a‹U+E000›b"),
    HostilePayload("private plane", "a\u{F0000}\u{10FFFD}b", "a‹U+F0000›‹U+10FFFD›b"),
    HostilePayload(
      "noncharacters",
      "a" + String(decoding: [0xEF, 0xBF, 0xBE, 0xEF, 0xB7, 0x90, 0xF4, 0x8F, 0xBF, 0xBF], as: UTF8.self)
        + "b", "a‹U+FFFE›‹U+FDD0›‹U+10FFFF›b"),
    HostilePayload("unassigned", "a\u{378}\u{2FE0}b", "a‹U+0378›‹U+2FE0›b"),
    HostilePayload("lone high surrogate", "a\u{FFFD}b", "a\u{FFFD}b", rawJSON: "a\\ud800b"),
    HostilePayload("lone low surrogate", "a\u{FFFD}b", "a\u{FFFD}b", rawJSON: "a\\udc00b"),
    HostilePayload(
      "surrogates the wrong way", "a\u{FFFD}\u{FFFD}b", "a\u{FFFD}\u{FFFD}b", rawJSON: "a\\udc00\\ud800b"),
  ]

  /// F: what is too much.
  private static let bombs = [
    HostilePayload("Zalgo", "Z" + String(repeating: "\u{301}", count: 200), "Z"),
    HostilePayload("marks on nothing", String(repeating: "\u{20DD}", count: 40), ""),
    HostilePayload("ZWJ chain", "👨" + String(repeating: "\u{200D}👨", count: 60), ""),
    HostilePayload("regional indicators", String(repeating: "\u{1F1FA}", count: 101), "UU"),
    HostilePayload("number signs", String(repeating: "\u{600}", count: 50) + "x", ""),
    HostilePayload("Hangul leads", String(repeating: "\u{1100}", count: 60), ""),
    HostilePayload("wide cut", String(repeating: "漢", count: 300), "漢漢"),
    HostilePayload("long word", String(repeating: "x", count: 10_000), "xxxxxxxx"),
  ]
}

extension String {
  /// The first scalar that must never reach a terminal from text, told as U+XXXX; nil when there is none.
  ///
  /// LF is allowed, because output has lines.
  var firstHarm: String? {
    for scalar in unicodeScalars where scalar != "\n" {
      if scalar.isHarmful { return "U+" + String(scalar.value, radix: 16, uppercase: true) }
    }
    return nil
  }
}

extension Unicode.Scalar {
  /// Whether a scalar acts on the terminal, turns text round, or hides.
  var isHarmful: Bool {
    switch value {
    case 0x034F, 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0, 0xFFFC, 0xFE00...0xFE0F, 0x180B...0x180F,
      0xE0000...0xE0FFF:
      return true
    case 0x0600...0x0605: return false  // Visible number signs.
    default: break
    }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
      return true
    case .spaceSeparator: return value != 0x20 && value != 0xA0 && value != 0x202F
    default: return false
    }
  }
}
