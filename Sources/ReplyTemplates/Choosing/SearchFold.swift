import TextSearch

/// Writes texts so that what a person types meets what an answer holds: without case, accents and marks.
///
/// Harakat and points of vowels are left out, letters of full width and katakana become the usual ones; what
/// is neither letter nor digit
/// nor symbol becomes one blank.
struct SearchFold: Sendable {
  /// Up to two scalars for each scalar below `tabled`; 0 for nothing.
  private let low: [UInt64]

  init() { low = (0..<Self.tabled).map { Self.folded($0) } }

  /// The scalars of all alphabets; behind them come ideographs, syllables, emoji and rarities.
  private static let tabled: UInt32 = 0x3100

  /// The text's words as scalars, a blank before each and behind the last; one blank for a text without
  /// words.
  ///
  /// What comes behind `limit` scalars is left out.
  /// - Complexity: O(text), at most O(limit).
  func words(of text: String, limit: Int = .max) -> [UInt32] {
    var result = [Self.blank]
    for scalar in text.unicodeScalars {
      if result.count >= limit { break }
      let value = scalar.value
      switch value {
      case ..<Self.tabled: put(low[Int(value)], in: &result)
      case 0x4E00...0x9FFF: result.append(value)
      case 0xAC00...0xD7A3:
        // Letters of syllables (The Unicode Standard, 3.12), so that an unfinished syllable is found.
        let index = value - 0xAC00
        result.append(0x1100 + index / 588)
        result.append(0x1161 + index % 588 / 28)
        if index % 28 > 0 { result.append(0x11A7 + index % 28) }
      default: put(Self.folded(value), in: &result)
      }
    }
    if result.last != Self.blank { result.append(Self.blank) }
    return result
  }

  static let blank: UInt32 = 0x20

  private func put(_ pair: UInt64, in result: inout [UInt32]) {
    let first = UInt32(truncatingIfNeeded: pair)
    if first == 0 || first == Self.blank && result.last == Self.blank { return }
    result.append(first)
    let second = UInt32(truncatingIfNeeded: pair >> 32)
    if second != 0 { result.append(second) }
  }

  /// Whether words of this scalar's script stand without blanks between them, each scalar saying much.
  static func isIdeograph(_ value: UInt32) -> Bool {
    switch value {
    case 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// Whether words of this scalar's script stand without blanks between them.
  static func isUnspaced(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: true
    default: isIdeograph(value)
    }
  }

  private static func folded(_ scalar: UInt32) -> UInt64 {
    switch scalar {
    case 0xDF: return pair("s", "s")
    case 0xC6, 0xE6: return pair("a", "e")
    case 0x152, 0x153: return pair("o", "e")
    case 0xD8, 0xF8: return pair("o")
    case 0xD0, 0xF0, 0x110, 0x111: return pair("d")
    case 0xDE, 0xFE: return pair("t", "h")
    case 0x141, 0x142: return pair("l")
    case 0x649: return 0x64A
    case 0x629: return 0x647
    // Apostrophes stand within words: what one writes another leaves out.
    case 0x27, 0x2019, 0x2BC, 0x2BB: return 0
    case 0x30A1...0x30F6: return UInt64(scalar - 0x60)
    case 0xFF01...0xFF5E: return folded(scalar - 0xFEE0)
    default: break
    }
    var kept: [UInt32] = []
    for part in CanonicalForm.decomposed([scalar]) where !isDropped(part) {
      let small = CaseFold.fold(part)
      kept.append(counts(small) ? small : blank)
    }
    return UInt64(kept.first ?? 0) | UInt64(kept.count > 1 ? kept[1] : 0) << 32
  }

  private static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar? = nil) -> UInt64 {
    UInt64(first.value) | UInt64(second?.value ?? 0) << 32
  }

  /// Marks without which a word is still the same word to whoever types it in a hurry.
  private static func isDropped(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x300...0x36F, 0x591...0x5BD, 0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5, 0x5C7, 0x610...0x61A, 0x640,
      0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x200B...0x200F, 0x20D0...0x20FF,
      0xFE00...0xFE0F, 0xFEFF:
      true
    default: false
    }
  }

  private static func counts(_ scalar: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(scalar) else { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .otherSymbol:
      return true
    default: return false
    }
  }
}
