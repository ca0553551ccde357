import LocalePacks

/// A user name and a password in a row: “anna@example.com / Hunter2”, “anna:Hunter2”, two lines.
enum PairRule {
  /// Finds them.
  ///
  /// - Complexity: O(text).
  static func find(_ found: inout FoundSecrets) {
    let reading = found.reading
    var place = 0
    while place < reading.count {
      if reading.isBreak(place) {
        place += 1
        continue
      }
      let end = reading.chunkEnd(place)
      if let value = value(behind: place..<end, found), !found.covers(value),
        CardRule.isNamed(before: place, reading) != .other
      {
        found.add(.password, value)
      }
      place = end
    }
  }

  private static func value(behind chunk: Range<Int>, _ found: FoundSecrets) -> Range<Int>? {
    let reading = found.reading
    if let joined = joined(chunk, reading) { return joined }
    let name = ValueCore.core(of: chunk, reading)
    guard !name.isEmpty, !found.covers(name) else { return nil }
    let isEmail = SomethingElse.isEmail(reading, name)
    guard isEmail || isName(name, reading) else { return nil }
    guard let (start, separator) = next(name.upperBound, reading, isEmail: isEmail) else { return nil }
    let core = ValueCore.core(of: start..<reading.chunkEnd(start), reading)
    guard !core.isEmpty, core.count >= 5 else { return nil }
    let strength = ValueShape(reading, core).strength
    if isEmail {
      return strength >= (separator == .slash ? .digits : .strong) ? core : nil
    }
    return separator == .slash && strength >= .strong ? core : nil
  }

  enum Separator { case slash, line, blank }

  /// Where the second of two begins, and what parts them.
  private static func next(_ end: Int, _ reading: SecretReading, isEmail: Bool) -> (Int, Separator)? {
    var place = end
    var separator = Separator.blank
    var lines = 0
    while place < reading.count, place - end < 8 {
      let letter = reading.letters[place]
      switch letter.sort {
      case .blank: place += 1
      case .lineEnd:
        guard isEmail else { return nil }
        lines += 1
        if lines > 2 { return nil }
        separator = separator == .slash ? .slash : .line
        place += 1
      case .mark where [0x2F, 0x7C, 0x3A, 0x5C].contains(letter.folded):
        separator = .slash
        place += 1
      case .mark where isEmail && [0x2C, 0x3B, 0x2D, 0x2013, 0x2014, 0x2B, 0x26].contains(letter.folded):
        place += 1
      case .sealed: return nil
      default: return (place, separator)
      }
    }
    return nil
  }

  /// “anna@example.com:Hunter2”, “anna/Hunter2!”.
  private static func joined(_ chunk: Range<Int>, _ reading: SecretReading) -> Range<Int>? {
    for place in chunk.dropFirst().dropLast()
    where [0x3A, 0x2F, 0x7C, 0x3B, 0x2C].contains(reading.folded(place)) {
      if reading.folded(place) == 0x3A, reading.folded(place + 1) == 0x2F { return nil }
      let name = ValueCore.core(of: chunk.lowerBound..<place, reading)
      guard !name.isEmpty else { return nil }
      let isEmail = SomethingElse.isEmail(reading, name)
      guard isEmail || isName(name, reading) && [0x3A, 0x2F, 0x7C].contains(reading.folded(place)) else {
        return nil
      }
      if !isEmail, SomethingElse.isLink(reading, chunk) { return nil }
      let core = ValueCore.core(of: place + 1..<chunk.upperBound, reading)
      guard core.count >= 5 else { return nil }
      let strength = ValueShape(reading, core).strength
      return strength >= (isEmail ? .strong : .veryStrong) ? core : nil
    }
    return nil
  }

  /// Whether a word can be a user name: small letters, digits, dots.
  private static func isName(_ range: Range<Int>, _ reading: SecretReading) -> Bool {
    guard (3...40).contains(range.count), reading.letters[range.lowerBound].sort == .letter else {
      return false
    }
    if reading.matches(at: range.lowerBound).contains(where: { $0.places.upperBound >= range.upperBound }) {
      return false
    }
    return range.allSatisfy { place in
      let letter = reading.letters[place]
      return letter.isWord && letter.scalar.isASCII || [0x2E, 0x5F, 0x2D].contains(letter.folded)
    }
  }
}
