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

  /// The second of two values that stand in a row, whatever it looks like: behind “login and password:”.
  static func second(behind chunk: Range<Int>, _ reading: SecretReading) -> Range<Int>? {
    let marks: [UInt32] = [0x3A, 0x2F, 0x7C, 0x3B, 0x2C]
    let isEmail = chunk.contains { reading.folded($0) == 0x40 }
    if let mark = chunk.dropFirst().dropLast().first(where: { marks.contains(reading.folded($0)) }),
      !SomethingElse.isLink(reading, chunk) || isEmail
    {
      let core = ValueCore.core(of: mark + 1..<chunk.upperBound, reading)
      if core.count >= 4 { return core }
    }
    let name = ValueCore.core(of: chunk, reading)
    guard !name.isEmpty, let (start, separator) = next(name.upperBound, reading, isEmail: true) else {
      return nil
    }
    if reading.letters[start].sort == .letter, reading.longest(at: start, [.nouns, .copula]) != nil {
      return nil
    }
    let core = ValueCore.core(of: start..<reading.chunkEnd(start), reading)
    guard core.count >= 4 else { return nil }
    let wanted: ValueShape.Strength = separator == .blank ? .digits : .plain
    return ValueShape(reading, core).strength >= wanted ? core : nil
  }

  private static func value(behind chunk: Range<Int>, _ found: FoundSecrets) -> Range<Int>? {
    let reading = found.reading
    if let joined = joined(chunk, reading) { return joined }
    let name = ValueCore.core(of: chunk, reading)
    guard !name.isEmpty, !found.covers(name) else { return nil }
    let isEmail = SomethingElse.isEmail(reading, name)
    guard isEmail || isName(name, reading) else { return nil }
    if !isEmail, let joined = byWords(name, reading) { return joined }
    guard let (start, separator) = next(name.upperBound, reading, isEmail: isEmail) else { return nil }
    let core = ValueCore.core(of: start..<reading.chunkEnd(start), reading)
    guard !core.isEmpty, core.count >= 5, !core.contains(where: { reading.folded($0) == 0x40 && isEmail })
    else {
      return nil
    }
    let strength = ValueShape(reading, core).strength
    if isEmail {
      return strength >= (separator == .slash ? .digits : .strong) ? core : nil
    }
    return separator == .slash && strength >= .strong ? core : nil
  }

  /// “use peter.w and Hunter2”: a user name that can be nothing else, a little word or two, a password.
  private static func byWords(_ name: Range<Int>, _ reading: SecretReading) -> Range<Int>? {
    guard name.dropFirst().dropLast().contains(where: { [0x2E, 0x5F].contains(reading.folded($0)) }),
      !SomethingElse.isLink(reading, name)
    else { return nil }
    var place = reading.skipBlanks(name.upperBound)
    for _ in 0..<2 {
      guard let word = reading.longest(at: place, [.between, .copula]) else { break }
      place = reading.skipBlanks(word.places.upperBound)
    }
    guard place < reading.count, !reading.isBreak(place) else { return nil }
    let core = ValueCore.core(of: place..<reading.chunkEnd(place), reading)
    guard core.count >= 6, core.lowerBound == place else { return nil }
    let shape = ValueShape(reading, core)
    return shape.isPasswordLike && shape.digits > 0 ? core : nil
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
      case .mark where [0x2F, 0x7C, 0x5C].contains(letter.folded) || letter.folded == 0x3A && isEmail:
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
      return strength >= (isEmail ? .phrase : .veryStrong) ? core : nil
    }
    return nil
  }

  /// Whether a word can be a user name: small letters, digits, dots.
  static func isName(_ range: Range<Int>, _ reading: SecretReading) -> Bool {
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
