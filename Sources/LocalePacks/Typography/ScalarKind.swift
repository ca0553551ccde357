/// What a scalar is to the rules of typography.
enum ScalarKind: UInt8 {
  // Words: their raw values stay below that of `space`.
  case letter
  case arabic
  case hebrew
  case hangul
  /// Chinese characters and kana.
  case han
  /// Thai, Lao, Burmese and Khmer, which are written without spaces too.
  case southeast
  case digit

  /// U+0020 alone.
  case space
  /// A space at which no line breaks.
  case noBreakSpace
  case otherSpace
  case newline
  /// `"` and `'`.
  case straightQuote
  case quote
  case openBracket
  case closeBracket
  /// A mark behind a word: `.` `,` `;` `:` `!` `?` and `…`.
  case mark
  /// A mark of another script behind a word.
  case scriptMark
  /// A hyphen, a minus or a dash.
  case dash
  case percent
  case currencySign
  case other

  /// Whether it is part of a word or a number.
  var isWord: Bool { rawValue < ScalarKind.space.rawValue }

  /// Whether it parts words from one another.
  var isBlank: Bool {
    rawValue >= ScalarKind.space.rawValue && rawValue <= ScalarKind.newline.rawValue
  }

  /// Whether its script runs on without spaces or sets endings behind quotation marks.
  var joinsQuotes: Bool {
    rawValue >= ScalarKind.hangul.rawValue && rawValue <= ScalarKind.southeast.rawValue
  }

  /// The kind of a scalar.
  init(_ scalar: UInt32) {
    self = scalar < 0x80 ? Self.ascii(scalar) : Self.beyondASCII(scalar)
  }

  private static func ascii(_ scalar: UInt32) -> ScalarKind {
    switch scalar {
    case 0x61...0x7A, 0x41...0x5A: .letter
    case 0x20: .space
    case 0x30...0x39: .digit
    case 0x0A, 0x0D: .newline
    case 0x09, 0x0B, 0x0C: .otherSpace
    case 0x22, 0x27: .straightQuote
    case 0x28, 0x5B, 0x7B: .openBracket
    case 0x29, 0x5D, 0x7D: .closeBracket
    case 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F: .mark
    case 0x2D: .dash
    case 0x25: .percent
    case 0x24: .currencySign
    default: .other
    }
  }

  private static func beyondASCII(_ scalar: UInt32) -> ScalarKind {
    switch scalar {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF, 0x300...0x36F, 0x400...0x481, 0x483...0x52F: .letter
    case 0x80...0x2AF: latinOne(scalar)
    case 0x2B0...0x2FF, 0x370...0x3FF: .letter
    case 0x590...0x5FF: .hebrew
    case 0x600...0x6FF: arabicBlock(scalar)
    case 0x750...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFE: .arabic
    case 0xE3F: .currencySign
    case 0xE50...0xE59, 0xED0...0xED9, 0x966...0x96F, 0x9E6...0x9EF: .digit
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF: .southeast
    case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7A3: .hangul
    case 0x2000...0x206F: punctuationBlock(scalar)
    case 0x20A0...0x20CF: .currencySign
    case 0x3000...0x303F: cjkPunctuation(scalar)
    case 0x2E80...0x2FDF, 0x3041...0x312F, 0x31A0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0xFF66...0xFF9F, 0x20000...0x3FFFF:
      .han
    case 0xFF00...0xFFEF: wideForm(scalar)
    default: byProperties(scalar)
    }
  }

  private static func latinOne(_ scalar: UInt32) -> ScalarKind {
    switch scalar {
    case 0xA0: .noBreakSpace
    case 0x85: .newline
    case 0xA2...0xA5: .currencySign
    case 0xAB, 0xBB: .quote
    case 0xA1, 0xBF: .openBracket
    case 0xAA, 0xB5, 0xBA: .letter
    default: .other
    }
  }

  private static func arabicBlock(_ scalar: UInt32) -> ScalarKind {
    switch scalar {
    case 0x660...0x669, 0x6F0...0x6F9: .digit
    case 0x60C, 0x61B, 0x61F, 0x6D4: .scriptMark
    case 0x66A: .percent
    case 0x60B: .currencySign
    case 0x600...0x60F, 0x61C...0x61E, 0x66B...0x66D: .other
    default: .arabic
    }
  }

  private static func punctuationBlock(_ scalar: UInt32) -> ScalarKind {
    switch scalar {
    case 0x2007, 0x202F: .noBreakSpace
    case 0x2000...0x200A, 0x205F: .otherSpace
    // Joiners and marks of direction belong to the word beside them.
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F: .letter
    case 0x2010...0x2015: .dash
    case 0x2018...0x201F, 0x2039, 0x203A: .quote
    case 0x2026: .mark
    case 0x203C, 0x203D, 0x2047...0x2049: .scriptMark
    case 0x2028, 0x2029: .newline
    default: .other
    }
  }

  private static func cjkPunctuation(_ scalar: UInt32) -> ScalarKind {
    switch scalar {
    case 0x3000: .otherSpace
    case 0x3001, 0x3002: .scriptMark
    case 0x3005...0x3007, 0x3021...0x3029: .han
    case 0x300C...0x300F, 0x301D...0x301F: .quote
    case 0x3008, 0x300A, 0x3010, 0x3014, 0x3016, 0x3018, 0x301A: .openBracket
    case 0x3009, 0x300B, 0x3011, 0x3015, 0x3017, 0x3019, 0x301B: .closeBracket
    default: .other
    }
  }

  private static func wideForm(_ scalar: UInt32) -> ScalarKind {
    switch scalar {
    case 0xFF01, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF61, 0xFF64: .scriptMark
    case 0xFF10...0xFF19: .digit
    case 0xFF21...0xFF3A, 0xFF41...0xFF5A: .letter
    case 0xFF08, 0xFF3B, 0xFF5B: .openBracket
    case 0xFF09, 0xFF3D, 0xFF5D: .closeBracket
    case 0xFFE0, 0xFFE1, 0xFFE5, 0xFFE6: .currencySign
    default: .other
    }
  }

  private static func byProperties(_ scalar: UInt32) -> ScalarKind {
    guard let scalar = Unicode.Scalar(scalar) else { return .other }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .format:
      return .letter
    case .decimalNumber, .otherNumber, .letterNumber: return .digit
    case .currencySymbol: return .currencySign
    default: return .other
    }
  }
}

extension UInt32 {
  /// The small letter of a Latin or Cyrillic capital; every other scalar as it is.
  var lowercasedScalar: UInt32 {
    switch self {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x410...0x42F: self + 0x20
    case 0x400...0x40F: self + 0x50
    case 0x100...0x137, 0x14A...0x177, 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F: self | 1
    case 0x139...0x148, 0x179...0x17E, 0x4C1...0x4CE: self + (self & 1)
    default: self
    }
  }

  /// Whether it is a capital, in any script.
  var isCapital: Bool {
    if self < 0x80 { return 0x41...0x5A ~= self }
    if 0x400...0x52F ~= self { return self != lowercasedScalar }
    return Unicode.Scalar(self)?.properties.isUppercase ?? false
  }

  /// Whether it is a letter or a digit of ASCII.
  var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }

  /// Whether it is a letter of ASCII.
  var isASCIILetter: Bool { self < 0x80 && 0x61...0x7A ~= self | 0x20 }

  /// Whether it is a digit of ASCII.
  var isASCIIDigit: Bool { 0x30...0x39 ~= self }
}
