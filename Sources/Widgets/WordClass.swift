/// What a grapheme is to the word commands.
enum WordClass: Hashable {
  case space
  case punctuation
  /// Letters, digits and marks: a run of them is a word.
  case word
  /// Scripts written without spaces: each grapheme is a word by itself.
  case single

  /// Classifies a grapheme by its first scalar.
  init(_ character: Character) {
    guard let scalar = character.unicodeScalars.first else {
      self = .space
      return
    }
    if character.isWhitespace {
      self = .space
    } else if Self.isWrittenWithoutSpaces(scalar) {
      self = .single
    } else if Self.isWordScalar(scalar) {
      self = .word
    } else {
      self = .punctuation
    }
  }

  /// Whether a grapheme joins two letters into one word: don't, об'єкт, пам’ять.
  static func isApostrophe(_ character: Character) -> Bool {
    character == "'" || character == "\u{2019}" || character == "\u{2BC}"
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "_" { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      return true
    default:
      return false
    }
  }

  /// Ideographs, kana, Thai, Lao, Tibetan, Myanmar, Khmer.
  ///
  /// The complex-context and ideographic classes of UAX #14, as blocks. Hangul is left out: Korean writes spaces.
  private static func isWrittenWithoutSpaces(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF: return !(0x0E50...0x0E59).contains(scalar.value)
    case 0x0F00...0x0FFF, 0x1000...0x109F, 0x1780...0x17FF: return true
    case 0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF: return true
    case 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFF: return true
    default: return false
    }
  }
}

extension StringProtocol {
  /// The UTF-8 offset where the word after `offset` ends: spaces and punctuation are passed, then a word.
  ///
  /// `offset` is on a grapheme boundary.
  /// - Complexity: O(distance).
  func wordEnd(after offset: Int) -> Int {
    var index = utf8.index(startIndex, offsetBy: offset)
    while index < endIndex, WordClass(self[index]).isBetweenWords { index = self.index(after: index) }
    guard index < endIndex else { return utf8.distance(from: startIndex, to: index) }
    let isSingle = WordClass(self[index]) == .single
    index = self.index(after: index)
    while !isSingle, index < endIndex, continuesWord(at: index) { index = self.index(after: index) }
    return utf8.distance(from: startIndex, to: index)
  }

  /// The UTF-8 offset where the word before `offset` starts: spaces and punctuation are passed, then a word.
  ///
  /// `offset` is on a grapheme boundary.
  /// - Complexity: O(distance).
  func wordStart(before offset: Int) -> Int {
    var index = utf8.index(startIndex, offsetBy: offset)
    while index > startIndex, WordClass(self[self.index(before: index)]).isBetweenWords {
      index = self.index(before: index)
    }
    guard index > startIndex else { return 0 }
    index = self.index(before: index)
    guard WordClass(self[index]) != .single else { return utf8.distance(from: startIndex, to: index) }
    while index > startIndex, continuesWord(at: self.index(before: index)) {
      index = self.index(before: index)
    }
    return utf8.distance(from: startIndex, to: index)
  }

  private func continuesWord(at index: Index) -> Bool {
    if WordClass(self[index]) == .word { return true }
    guard WordClass.isApostrophe(self[index]), index > startIndex else { return false }
    let next = self.index(after: index)
    return next < endIndex && WordClass(self[next]) == .word
      && WordClass(self[self.index(before: index)]) == .word
  }
}

extension WordClass {
  fileprivate var isBetweenWords: Bool { self == .space || self == .punctuation }
}
