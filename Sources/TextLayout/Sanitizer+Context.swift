/// Where an otherwise invisible scalar is part of correct writing and stays.
extension Sanitizer {
  /// The scalar after one of `length` bytes at `position`; 0 at the end.
  private func next(after length: Int) -> UInt32 {
    let offset = position + length
    return offset < bytes.count ? decode(at: offset).scalar : 0
  }

  /// Whether a scalar that is not plain may stay where it stands.
  mutating func allows(_ scalar: UInt32, length: Int, record: ScalarRecord) -> Bool {
    switch record.safety {
    case .directionalMark: paragraphHoldsStrongRightToLeft()
    case .joinControl: allowsJoiner(scalar)
    case .variationSelector: allowsSelector(scalar)
    case .wordSeparator: allowsWordSeparator(length)
    case .mongolianSeparator:
      (Self.isMongolian(previous) || Self.isMongolianSelector(previous))
        && Self.isMongolian(next(after: length))
    case .hieroglyphFormat: (0x13000...0x13455).contains(previous)
    default: false
    }
  }

  /// ZWJ and ZWNJ: in recommended emoji sequences, at viramas (RFC 5892 CONTEXTJ), before one
  /// (Bengali ya-phalaa, Kannada), and by letters of joining scripts.
  private mutating func allowsJoiner(_ scalar: UInt32) -> Bool {
    guard clusterLength <= Self.contextLimit, markCount < Self.markLimit else { return false }
    let isZWJ = scalar == 0x200D
    if isZWJ, position < emojiEnd || matchesEmojiSequence() { return true }
    let before = ScalarRecord(previous)
    if before.isVirama { return true }
    let following = next(after: 3)
    if before.isBrahmic,
      ScalarRecord(following).isVirama || following == 0x17C9 || following == 0x17CA
    {
      return true
    }
    let left = ScalarRecord(lastBase).joining
    let right = joiningAfter(offset: position + 3)
    let joinsRight = right == .dual || right == .right
    if isZWJ { return left == .dual || left == .left || joinsRight }
    return joinsRight && (left == .dual || left == .left || left == .right)
  }

  /// Joining type after marks that are transparent to joining.
  private func joiningAfter(offset: Int) -> ScalarRecord.Joining {
    var offset = offset
    for _ in markCount..<Self.markLimit where offset < bytes.count {
      let (scalar, length) = decode(at: offset)
      let record = ScalarRecord(scalar)
      if record.joining != .transparent { return record.joining }
      if record.safety != .plain { return .none }
      offset += length
    }
    return .none
  }

  /// Variation selectors: after their bases in the standardized and emoji sequences, after unified
  /// ideographs (the range that the Ideographic Variation Database uses), and FVS after Mongolian
  /// letters.
  private func allowsSelector(_ scalar: UInt32) -> Bool {
    let number: UInt32
    switch scalar {
    case 0xFE0E...0xFE0F where ScalarRecord(previous).takesEmojiSelector: return true
    case 0xFE00...0xFE0F: number = scalar - 0xFE00
    case 0x180B...0x180D, 0x180F: return Self.isMongolian(previous)
    case 0xE0100...0xE011F: return Self.isUnifiedIdeograph(previous)
    default: return false
    }
    let key = previous << 8 | number
    var low = 0
    var high = VariationSequences.pairs.count
    while low < high {
      let middle = (low + high) / 2
      if VariationSequences.pairs[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < VariationSequences.pairs.count && VariationSequences.pairs[low] == key
  }

  /// ZWSP between letters of scripts that are written without spaces (Khmer, Thai, Lao, Burmese).
  private func allowsWordSeparator(_ length: Int) -> Bool {
    let after = ScalarRecord(next(after: length))
    return Self.isComplex(ScalarRecord(previous)) && Self.isComplex(after) && !after.extends
  }

  /// Blanks: ideographic space in wide text, blank braille in braille, Hangul fillers that stand
  /// for the missing part of a syllable.
  func allowsBlank(_ scalar: UInt32, length: Int) -> Bool {
    switch scalar {
    case 0x3000: return isByWideText(length)
    case 0x2800:
      return Self.isBraille(previous) || Self.isBraille(next(after: length))
    case 0x115F:
      guard clusterLength <= Self.contextLimit else { return false }
      let vowel = next(after: length)
      return vowel == 0x1160
        ? Self.isFinalJamo(next(after: length + 3)) : Self.isVowelJamo(vowel)
    case 0x1160:
      guard clusterLength <= Self.contextLimit else { return false }
      if previous == 0x115F { return Self.isFinalJamo(next(after: length)) }
      return Self.isLeadingJamo(previous)
    default: return false
    }
  }

  private func isByWideText(_ length: Int) -> Bool {
    if ScalarRecord(previous).columns == 2 { return true }
    var offset = position + length
    for _ in 0..<8 where offset < bytes.count {
      let (scalar, length) = decode(at: offset)
      let record = ScalarRecord(scalar)
      if scalar != 0x3000 { return record.columns == 2 && record.safety == .plain }
      offset += length
    }
    return false
  }

  /// LRM, RLM and ALM are of use only in a paragraph with letters that run from right to left.
  private mutating func paragraphHoldsStrongRightToLeft() -> Bool {
    if position < strongChecked.end { return strongChecked.holdsStrong }
    var offset = paragraphStart
    var holdsStrong = false
    while offset < bytes.count, bytes[offset] != 0x0A {
      if bytes[offset] < 0x80 {
        offset += 1
        continue
      }
      let (scalar, length) = decode(at: offset)
      let record = ScalarRecord(scalar)
      if record.safety == .lineSeparator { break }
      if record.safety == .plain, record.bidiClass == .right || record.bidiClass == .arabicLetter {
        holdsStrong = true
      }
      offset += length
    }
    strongChecked = (max(offset, position + 1), holdsStrong)
    return holdsStrong
  }

  static func isMongolian(_ scalar: UInt32) -> Bool { (0x1820...0x18AA).contains(scalar) }
  static func isMongolianSelector(_ scalar: UInt32) -> Bool {
    (0x180B...0x180D).contains(scalar) || scalar == 0x180F
  }
  private static func isBraille(_ scalar: UInt32) -> Bool { (0x2801...0x28FF).contains(scalar) }
  private static func isVowelJamo(_ scalar: UInt32) -> Bool {
    (0x1161...0x11A7).contains(scalar) || (0xD7B0...0xD7C6).contains(scalar)
  }
  private static func isFinalJamo(_ scalar: UInt32) -> Bool {
    (0x11A8...0x11FF).contains(scalar) || (0xD7CB...0xD7FB).contains(scalar)
  }
  private static func isComplex(_ record: ScalarRecord) -> Bool {
    switch record.lineClass {
    case .complex, .complexNoEnd, .complexNoStart: record.safety == .plain
    default: false
    }
  }
  private static func isUnifiedIdeograph(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x323AF: true
    case 0xFA0E, 0xFA0F, 0xFA11, 0xFA13, 0xFA14, 0xFA1F, 0xFA21, 0xFA23, 0xFA24, 0xFA27...0xFA29:
      true
    default: false
    }
  }
}
