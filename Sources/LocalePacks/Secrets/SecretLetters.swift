/// A text as letters, folded so that words can be compared, each with its place in the text.
///
/// Invisible characters are left out; combining marks that fold away belong to the letter before them.
package struct SecretLetters: Sendable {
  /// What a letter is.
  package enum Sort: UInt8, Sendable {
    case letter
    case digit
    /// A blank within a line.
    case blank
    case lineEnd
    /// Punctuation, a symbol, a face.
    case mark
    /// Part of something that is masked already.
    case sealed
  }

  /// One scalar that counts.
  package struct Letter: Sendable {
    /// In lower case, narrow, without accents.
    package var folded: UInt32
    /// As it stands in the text.
    package var scalar: Unicode.Scalar
    /// UTF-8 bytes.
    package var start: Int32
    /// UTF-8 bytes, the marks that belong to the letter included.
    package var end: Int32
    /// What it is.
    package var sort: Sort
    /// From 0 to 9; -1 for what is no digit.
    package var digit: Int8
    /// Whether words of its script stand without blanks, or have their particles written together.
    package var isUnspaced: Bool

    /// Whether it is a letter or a digit.
    package var isWord: Bool { sort == .letter || sort == .digit }
  }

  /// The letters, in order.
  package private(set) var letters: [Letter] = []

  /// Reads a text.
  ///
  /// - Complexity: O(text).
  init(_ text: String, _ fold: LetterFold) {
    letters.reserveCapacity(text.utf8.count)
    var offset: Int32 = 0
    for scalar in text.unicodeScalars {
      let start = offset
      offset += Int32(UTF8.width(scalar))
      if scalar.value < 0x80 {
        letters.append(Self.plain(scalar, start))
        continue
      }
      let digit = Self.digit(scalar)
      guard var folded = fold(scalar) else {
        if Self.isAccent(scalar), let last = letters.indices.last, letters[last].end == start {
          letters[last].end = offset
        }
        continue
      }
      let sort = digit >= 0 ? Sort.digit : Self.sort(scalar, folded)
      if digit >= 0 { folded = 0x30 + UInt32(digit) }
      letters.append(
        Letter(
          folded: folded, scalar: scalar, start: start, end: offset, sort: sort, digit: digit,
          isUnspaced: CredentialText.isUnspaced(scalar.value)))
    }
  }

  /// A letter of ASCII, by far the most.
  private static func plain(_ scalar: Unicode.Scalar, _ start: Int32) -> Letter {
    let value = scalar.value
    let folded = 0x41...0x5A ~= value ? value | 0x20 : value
    let digit: Int8 = 0x30...0x39 ~= value ? Int8(value - 0x30) : -1
    return Letter(
      folded: folded, scalar: scalar, start: start, end: start + 1,
      sort: digit >= 0 ? .digit : sort(scalar, folded), digit: digit, isUnspaced: false)
  }

  /// Takes a range of letters for masked.
  package mutating func seal(_ range: Range<Int>) {
    for place in range { letters[place].sort = .sealed }
  }

  /// Accents count as part of their letter; what is merely invisible does not.
  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: !scalar.properties.isVariationSelector
    default: false
    }
  }

  private static let zeros: [UInt32] = [
    0x30, 0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6,
  ]

  /// The value of a digit of the scripts that customers write in; -1 for anything else.
  private static func digit(_ scalar: Unicode.Scalar) -> Int8 {
    let value = scalar.value
    if value < 0x80 { return 0x30...0x39 ~= value ? Int8(value - 0x30) : -1 }
    if value < 0x660 { return -1 }
    for zero in zeros where zero...(zero + 9) ~= value { return Int8(value - zero) }
    return -1
  }

  private static func sort(_ scalar: Unicode.Scalar, _ folded: UInt32) -> Sort {
    let value = scalar.value
    if value < 0x80 {
      if 0x61...0x7A ~= folded { return .letter }
      if value == 0x0A || value == 0x0D || value == 0x0B || value == 0x0C { return .lineEnd }
      return value == 0x20 || value == 0x09 ? .blank : .mark
    }
    if 0x400...0x52F ~= value || 0x4E00...0x9FFF ~= value || 0xAC00...0xD7A3 ~= value { return .letter }
    if value == 0x2028 || value == 0x2029 || value == 0x85 { return .lineEnd }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark:
      return .letter
    case .spaceSeparator: return .blank
    default: return .mark
    }
  }
}
