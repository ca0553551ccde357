import LocalePacks

/// Values that nobody names: what looks like nothing but a password, or like one behind a user name.
enum UnnamedRule {
  /// Finds them.
  ///
  /// - Complexity: O(text).
  static func find(_ context: SecretContext, _ found: inout FoundSecrets) {
    let reading = found.reading
    let password = SecretLexicon.Senses.noun(.password)
    let isNamed = reading.matches.contains { $0.senses.contains(password) } || context.expects(.password)
    var sinceEmail = Int.max
    var nameBehind = false
    var place = 0
    var sinceName = Int.max
    while place < reading.count {
      if reading.letters[place].sort == .lineEnd { sinceName = sinceName > 20 ? sinceName : sinceName + 3 }
      if found.covers(place) || reading.letters[place].sort == .sealed {
        sinceName = Int.max
        sinceEmail = Int.max
      }
      if reading.isBreak(place) || found.covers(place) {
        place += 1
        continue
      }
      let end = reading.chunkEnd(place)
      let core = ValueCore.core(of: ValueCore.start(of: place..<end, reading)..<end, reading)
      var next = core.isEmpty ? max(end, place + 1) : max(place + 1, min(end, core.upperBound))
      defer { place = next }
      guard !core.isEmpty else { continue }
      if SomethingElse.isEmail(reading, core) {
        sinceEmail = 0
        sinceName = 0
        nameBehind = true
        continue
      }
      if let noun = reading.longest(at: core.lowerBound, .noun(.login)) {
        next = max(next, noun.places.upperBound)
        sinceName = 0
        nameBehind = false
        continue
      }
      if sinceName < Int.max { sinceName += 1 }
      if sinceEmail < Int.max { sinceEmail += 1 }
      // The first strange word behind “log in as” is the name; what looks like a password behind that is one.
      let isKnown = reading.matches(at: core.lowerBound).contains { $0.places.upperBound >= core.upperBound }
      let isName = !nameBehind && sinceName <= 5 && !isKnown
      if isName { nameBehind = true }
      let shape = ValueShape(reading, core)
      guard shape.strength >= .phrase, (6...64).contains(core.count), !found.covers(core) else { continue }
      let isBehindName = nameBehind && !isName && sinceName <= 9 && shape.strength != .label
      let isNear = sinceName <= 10 || isNamed
      guard
        sinceEmail <= 5 && shape.strength != .label || isBehindName
          || isAloneBehindName(core, shape, reading, sinceName)
          || isPassword(shape, core, reading, isNear: isNear),
        CardRule.isNamed(before: core.lowerBound, reading) != .other
      else { continue }
      found.add(.password, core)
      sinceName = Int.max
    }
  }

  private static func isPassword(
    _ shape: ValueShape, _ core: Range<Int>, _ reading: SecretReading, isNear: Bool
  ) -> Bool {
    if shape.count >= 6, KeyboardWalk.isPureWalk(reading, core) { return true }
    if shape.strength == .phrase {
      let words = longWords(core, reading)
      return words >= 4 || words >= 3 && (isNear || isAlone(core, reading))
    }
    if shape.digits == 0 || shape.strength < .strong { return false }
    // Longer than any word or number that people write.
    if shape.count >= 14, shape.lower > 2, shape.upper > 2, shape.signs + shape.joints <= shape.count / 3 {
      return !core.contains { reading.folded($0) == 0x2F }
    }
    if isNear { return shape.strength == .veryStrong && shape.lower + shape.uncased > 0 }
    guard shape.signs > 0, shape.lower + shape.uncased > 0, shape.count >= 7 else { return false }
    return core.dropFirst().contains { place in
      [0x21, 0x40, 0x23, 0x24, 0x25, 0x5E, 0x2A].contains(reading.folded(place))
    }
  }

  /// How many words hyphens or dots join, when all have four small letters or more; else 0.
  private static func longWords(_ core: Range<Int>, _ reading: SecretReading) -> Int {
    var words = 0
    var length = 0
    for place in core {
      let letter = reading.letters[place]
      if letter.sort == .letter, letter.scalar.isASCII, letter.scalar.properties.isLowercase {
        length += 1
      } else if letter.sort == .mark, length >= 4 {
        words += 1
        length = 0
      } else {
        return 0
      }
    }
    return length >= 4 ? words + 1 : 0
  }

  /// Whether a value has a line for itself, and a name one of the lines before.
  private static func isAloneBehindName(
    _ core: Range<Int>, _ shape: ValueShape, _ reading: SecretReading, _ sinceName: Int
  ) -> Bool {
    guard shape.isPasswordLike || shape.strength == .phrase, isAlone(core, reading) else { return false }
    if sinceName <= 12 { return true }
    let start = reading.chunkStart(core.lowerBound)
    guard start > 1 else { return false }
    let end = start - 1
    let before = reading.chunkStart(end)..<end
    return !before.isEmpty && isAlone(before, reading) && PairRule.isName(before, reading)
  }

  /// Whether a value has a line for itself.
  private static func isAlone(_ core: Range<Int>, _ reading: SecretReading) -> Bool {
    let start = reading.chunkStart(core.lowerBound)
    let end = reading.chunkEnd(core.upperBound)
    return (start == 0 || reading.letters[start - 1].sort == .lineEnd)
      && (end >= reading.count || reading.letters[end].sort == .lineEnd)
  }
}
