import LocalePacks

/// What a scalar is in a text whose words are compared.
enum ScalarRole: UInt8, Sendable {
  /// Blanks, marks, symbols, emoji: they part words.
  case gap
  case letter
  /// A letter of a script without blanks between words.
  case unspaced
  case digit
  /// A mark on the letter before it.
  case mark
  /// Joiners, variation selectors: as if they were not there.
  case nothing
  case apostrophe
  /// Comma, colon, dash: they part what belongs together less.
  case pause
  case sentenceEnd
  case newline
  /// Currency and per cent signs.
  case sign
}

/// Roles of scalars and what they are compared as: small letters, ASCII digits, as a pack's `text` wants it.
struct ScalarTable: Sendable {
  /// Scalars below stand in the table.
  private static let limit: UInt32 = 0x3000

  private var roles: [ScalarRole]
  private var folds: [UInt32]
  private var capitals: [Bool]
  private let hasCase: [Bool]
  private var high: [UInt32: UInt32] = [:]
  private var stripped: Set<UInt32> = []

  /// Letters of Hindi and Bengali with a dot below, and those without it.
  private static let withoutDot: [UInt32: UInt32] = [
    0x929: 0x928, 0x931: 0x930, 0x934: 0x933, 0x958: 0x915, 0x959: 0x916, 0x95A: 0x917, 0x95B: 0x91C,
    0x95C: 0x921, 0x95D: 0x922, 0x95E: 0x92B, 0x95F: 0x92F, 0x9DC: 0x9A1, 0x9DD: 0x9A2, 0x9DF: 0x9AF,
  ]

  private static let standard = ScalarTable()

  private init() {
    let count = Int(Self.limit)
    roles = Array(repeating: .gap, count: count)
    folds = (0..<Self.limit).map { $0 }
    capitals = Array(repeating: false, count: count)
    var hasCase = capitals
    for value in 0..<Self.limit {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let place = Int(value)
      roles[place] = Self.role(of: scalar)
      if let plain = Self.withoutDot[value] { folds[place] = plain }
      if scalar.properties.isCased { hasCase[place] = true }
      if roles[place] == .digit {
        folds[place] = 0x30 + UInt32(scalar.properties.numericValue ?? 0)
      } else if let lower = scalar.properties.lowercaseMapping.unicodeScalars.first, lower != scalar {
        folds[place] = lower.value
        capitals[place] = true
      }
    }
    self.hasCase = hasCase
  }

  /// Makes the table of a pack.
  ///
  /// - Complexity: O(1) after the first, besides the pack's own characters.
  init(_ rules: TextRules) {
    self = .standard
    if rules.casing == .turkish {
      folds[0x49] = 0x131
      folds[0x130] = 0x69
    }
    for scalar in rules.strip {
      if scalar.value < Self.limit {
        roles[Int(scalar.value)] = .nothing
      } else {
        stripped.insert(scalar.value)
      }
    }
    for (from, to) in rules.map {
      guard from.unicodeScalars.count == 1, to.unicodeScalars.count == 1,
        let from = from.unicodeScalars.first?.value, let to = to.unicodeScalars.first?.value
      else { continue }
      if from < Self.limit {
        roles[Int(from)] = role(to)
        folds[Int(from)] = fold(to)
      } else {
        high[from] = fold(to)
      }
    }
  }

  /// What a scalar is.
  func role(_ value: UInt32) -> ScalarRole {
    if value < Self.limit { return roles[Int(value)] }
    if stripped.contains(value) { return .nothing }
    switch value {
    case 0x3001: return .pause
    case 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61: return .sentenceEnd
    case 0xFF0C, 0xFF1A, 0xFF1B, 0xFF64: return .pause
    case 0xFF04, 0xFF05, 0xFFE0, 0xFFE1, 0xFFE5, 0xFFE6: return .sign
    case 0xFF10...0xFF19: return .digit
    case 0xFF21...0xFF3A, 0xFF41...0xFF5A: return .letter
    case 0x3005...0x3007, 0x3040...0x30FA, 0x30FC...0x312F, 0x3400...0x9FFF, 0xF900...0xFAFF,
      0xFF66...0xFF9F, 0x20000...0x3FFFF:
      return .unspaced
    case 0xAC00...0xD7A3: return .letter
    case 0xFE00...0xFE0F, 0xFEFF, 0xE0000...0xE0FFF: return .nothing
    case 0xFFE9...0x1FFFF: return Self.letterOrGap(value)
    case 0xA000...0xABFF, 0xD7B0...0xDFFF, 0xFB00...0xFDFF, 0xFE70...0xFEFC: return Self.letterOrGap(value)
    default: return .gap
    }
  }

  /// What a scalar is compared as.
  func fold(_ value: UInt32) -> UInt32 {
    if value < Self.limit { return folds[Int(value)] }
    if !high.isEmpty, let folded = high[value] { return folded }
    switch value {
    case 0xFF01...0xFF5E: return fold(value - 0xFEE0)
    case 0xFFE5: return 0xA5
    default: return value
    }
  }

  /// Whether a scalar is a capital letter.
  func isCapital(_ value: UInt32) -> Bool { value < Self.limit && capitals[Int(value)] }

  /// Whether a scalar is a letter that has a capital or small counterpart.
  func isCased(_ value: UInt32) -> Bool { value < Self.limit && hasCase[Int(value)] }

  private static func letterOrGap(_ value: UInt32) -> ScalarRole {
    Unicode.Scalar(value)?.properties.isAlphabetic == true ? .letter : .gap
  }

  private static func role(of scalar: Unicode.Scalar) -> ScalarRole {
    switch scalar.value {
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: return .newline
    case 0x21, 0x2E, 0x3F, 0x2026, 0x61F, 0x6D4, 0x964, 0x965, 0x203C, 0x2048, 0x2049: return .sentenceEnd
    case 0x2C, 0x3A, 0x3B, 0x28, 0x29, 0x2013...0x2015, 0x60C, 0x61B: return .pause
    case 0x27, 0x60, 0xB4, 0x2B9, 0x2BB, 0x2BC, 0x2018, 0x2019, 0x2032: return .apostrophe
    case 0x25, 0x66A: return .sign
    // Vowel points of Arabic and Hebrew are hardly ever written.
    // The dot below of Hindi and Bengali is left out as often as not.
    case 0x93C, 0x9BC, 0xAD, 0x34F, 0x591...0x5C7, 0x640, 0x64B...0x65F, 0x670, 0x200B...0x200F,
      0x202A...0x202E,
      0x2060...0x206F:
      return .nothing
    case 0xE00...0xE4E, 0xE80...0xEFF, 0x1000...0x109F, 0x1780...0x17DD:
      return scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
        ? .unspaced : .gap
    case 0x2E80...0x2FFF: return .unspaced
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
      return .letter
    case .nonspacingMark, .spacingMark: return .mark
    case .decimalNumber: return .digit
    case .currencySymbol: return .sign
    default: return .gap
    }
  }
}

/// Letters that were typed as a letter and a mark.
enum Composition {
  /// What a letter and a mark are as one, looked up without regard to how either is written.
  private static let composed: [String: UInt32] = {
    var table: [String: UInt32] = [:]
    let letters: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x386...0x3CE, 0x400...0x4FF, 0x1E00...0x1EFF]
    for value in letters.joined() {
      if let scalar = Unicode.Scalar(value) { table[String(Character(scalar))] = value }
    }
    return table
  }()

  /// The letter that a letter and a mark make together; nil when there is none.
  static func scalar(_ base: UInt32, _ mark: UInt32) -> UInt32? {
    switch (base, mark) {
    case (0x1100...0x1112, 0x1161...0x1175): return 0xAC00 + ((base - 0x1100) * 21 + mark - 0x1161) * 28
    case (0xAC00...0xD7A3, 0x11A8...0x11C2): return (base - 0xAC00) % 28 == 0 ? base + mark - 0x11A7 : nil
    case (_, 0x300...0x36F):
      guard let base = Unicode.Scalar(base), let mark = Unicode.Scalar(mark) else { return nil }
      return composed[String(String.UnicodeScalarView([base, mark]))]
    default: return nil
    }
  }
}
