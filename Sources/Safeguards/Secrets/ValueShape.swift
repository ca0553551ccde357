import LocalePacks

/// What a value looks like, whatever stands around it.
struct ValueShape: Sendable {
  /// How much a value looks like a password.
  enum Strength: Int, Comparable, Sendable {
    /// An address, a link, a date, an amount: something else.
    case other
    /// A word.
    case plain
    /// Nothing but digits.
    case digits
    /// Words joined by hyphens or dots.
    case phrase
    /// Capitals and digits, as in numbers of orders; or hexadecimal digits.
    case label
    /// Letters with digits or signs among them.
    case strong
    /// Small letters, capitals and digits, or letters, digits and signs.
    case veryStrong

    static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
  }

  private(set) var lower = 0
  private(set) var upper = 0
  /// Letters that are neither small nor capital.
  private(set) var uncased = 0
  private(set) var digits = 0
  /// Signs that passwords have and words have not.
  private(set) var signs = 0
  /// Hyphens, dots, low lines.
  private(set) var joints = 0
  private(set) var others = 0
  /// Capitals behind small letters.
  private(set) var humps = 0
  let count: Int
  private(set) var strength: Strength = .other

  var hasLetters: Bool { lower + upper + uncased > 0 }
  var isAllDigits: Bool { digits == count }
  /// Whether it has small letters among digits or signs.
  var isPasswordLike: Bool { strength >= .strong && lower + uncased > 0 }

  /// Looks at a range of letters.
  ///
  /// - Complexity: O(range).
  init(_ reading: SecretReading, _ range: Range<Int>) {
    count = range.count
    var before: Unicode.Scalar = " "
    for place in range {
      let letter = reading.letters[place]
      switch letter.sort {
      case .digit: digits += 1
      case .letter:
        let properties = letter.scalar.properties
        if properties.isUppercase {
          upper += 1
          if before.properties.isLowercase { humps += 1 }
        } else if properties.isLowercase {
          lower += 1
        } else {
          uncased += 1
        }
      default:
        switch letter.folded {
        case 0x2D, 0x2E, 0x5F, 0x27, 0x2019, 0x2010, 0x2011, 0x2BC: joints += 1
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: signs += 1
        default: others += 1
        }
      }
      before = letter.scalar
    }
    strength = strength(reading, range)
  }

  private func strength(_ reading: SecretReading, _ range: Range<Int>) -> Strength {
    let letters = lower + upper + uncased
    guard letters + digits > 0, count >= 3 else { return .other }
    if SomethingElse.isAddress(reading, range) || SomethingElse.isMeasure(reading, range, self) {
      return .other
    }
    if digits == 0 {
      if signs > 0 && joints == 0 && others == 0 && hasInnerSign(reading, range) {
        return letters >= 4 && count >= 6 && !isAlternative(reading, range) ? .strong : .plain
      }
      if KeyboardWalk.isWalk(reading, range) { return .strong }
      if joints >= 2, count >= 12 { return .phrase }
      if humps >= 3, count >= 8 { return .strong }
      return .plain
    }
    if letters == 0 { return signs > 0 && hasInnerSign(reading, range) ? .other : .digits }
    if count < 4 { return .other }
    if lower == 0 && uncased == 0 && signs == 0 { return .label }
    if isHexadecimal(reading, range) { return .label }
    if signs > 0 || (lower > 0 && upper > 0 && count >= 7) { return .veryStrong }
    return .strong
  }

  /// Whether a sign stands between other letters, not merely behind them.
  private func hasInnerSign(_ reading: SecretReading, _ range: Range<Int>) -> Bool {
    range.dropFirst().dropLast().contains { place in
      let letter = reading.letters[place]
      return letter.sort == .mark && letter.folded < 0x80 && reading.letters[place - 1].sort != .blank
    }
  }

  /// “and/or”, “yes,no”, “and(not)”: words with a sign between them.
  private func isAlternative(_ reading: SecretReading, _ range: Range<Int>) -> Bool {
    range.allSatisfy { place in
      let letter = reading.letters[place]
      return letter.sort == .letter
        || [0x2F, 0x2C, 0x28, 0x29, 0x3B, 0x3A, 0x26, 0x2B, 0x22, 0x3F, 0x21, 0x7C].contains(letter.folded)
    }
  }

  private func isHexadecimal(_ reading: SecretReading, _ range: Range<Int>) -> Bool {
    guard upper == 0 || lower == 0, count >= 7, signs == 0, uncased == 0 else { return false }
    return range.allSatisfy { place in
      let value = reading.letters[place].folded
      return 0x30...0x39 ~= value || 0x61...0x66 ~= value || value == 0x2D
    }
  }
}
