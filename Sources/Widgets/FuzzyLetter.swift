/// What a letter is to the bonuses of a fuzzy match.
enum FuzzyLetter: Hashable {
  case other, digit, caseless, lower, upper

  /// Classifies a grapheme.
  init(_ character: Character) {
    if let ascii = character.asciiValue {
      self.init(ascii)
    } else if character.isNumber {
      self = .digit
    } else if !character.isLetter {
      self = .other
    } else {
      self = character.isUppercase ? .upper : character.isLowercase ? .lower : .caseless
    }
  }

  /// Classifies an ASCII byte.
  init(_ ascii: UInt8) {
    switch ascii {
    case 0x30...0x39: self = .digit
    case 0x41...0x5A: self = .upper
    case 0x61...0x7A: self = .lower
    default: self = .other
    }
  }

  /// One grapheme without case; a Greek final sigma is a sigma.
  static func fold(_ letter: Character) -> Character {
    if let ascii = letter.asciiValue { return Character(Unicode.Scalar(fold(ascii))) }
    if letter == "ς" { return "σ" }
    let lower = letter.lowercased()
    return lower.count == 1 ? lower.first ?? letter : letter
  }

  /// One ASCII byte without case.
  static func fold(_ ascii: UInt8) -> UInt8 {
    (0x41...0x5A).contains(ascii) ? ascii + 0x20 : ascii
  }
}
