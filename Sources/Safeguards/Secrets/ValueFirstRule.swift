import LocalePacks

/// A value before its noun: “X is my password”, “I enter X as PIN”.
enum ValueFirstRule {
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
      let core = ValueCore.core(of: ValueCore.start(of: place..<end, reading)..<end, reading)
      if !core.isEmpty, core.count >= 3, !found.covers(core) { look(at: core, &found) }
      place = max(place + 1, min(end, core.isEmpty ? end : max(core.upperBound, place + 1)))
    }
  }

  private static func look(at core: Range<Int>, _ found: inout FoundSecrets) {
    let reading = found.reading
    let shape = ValueShape(reading, core)
    let isQuoted = isQuoted(core, reading)
    let run = DigitRun(reading, at: core.lowerBound)
    guard shape.strength >= .digits || isQuoted && shape.hasLetters || run != nil else { return }
    let end = run.map { $0.digits > shape.digits ? $0.range.upperBound : core.upperBound } ?? core.upperBound
    guard let noun = NounBehind(reading, end) else { return }
    // A noun with its own value behind it.
    if let own = noun.value, found.kind(own) != nil || reading.letters[own].sort == .sealed { return }
    if CardRule.isNamed(before: core.lowerBound, reading) == .other { return }
    if isName(core.lowerBound, reading) { return }
    for kind in NounRules.kinds(noun.match) {
      if kind.isNumber {
        guard let run, let range = NumberFit.range(kind, run, reading), noun.isSure || kind != .account else {
          continue
        }
        if !noun.isSure, range.count == 4, isYear(range, reading) { continue }
        return found.add(kind, range)
      }
      let wanted: ValueShape.Strength = noun.isSure ? .digits : .strong
      guard kind == .password || kind == .key && core.count >= 8 else { continue }
      if shape.strength >= (noun.gaps > 0 ? .veryStrong : wanted) || isQuoted && noun.isSure && noun.gaps == 0
      {
        return found.add(kind, core)
      }
    }
  }

  /// Whether a noun of user names stands before a value, with nothing but words of lists between.
  static func isName(_ place: Int, _ reading: SecretReading) -> Bool {
    var start = place
    while start > max(0, place - 30) {
      start -= 1
      if reading.letters[start].sort == .lineEnd { return false }
      guard let match = reading.longest(at: start, .noun(.login)), match.places.upperBound <= place else {
        continue
      }
      let gap = match.places.upperBound..<place
      return gap.allSatisfy { at in
        !reading.letters[at].isWord
          || gap.contains {
            reading.longest(at: $0, [.copula, .between]).map { $0.places.contains(at) } ?? false
          }
      }
    }
    return false
  }

  private static func isYear(_ range: Range<Int>, _ reading: SecretReading) -> Bool {
    let first = reading.letters[range.lowerBound].digit
    let second = reading.letters[range.lowerBound + 1].digit
    return first == 1 && second == 9 || first == 2 && second == 0
  }

  private static func isQuoted(_ core: Range<Int>, _ reading: SecretReading) -> Bool {
    let marks: [UInt32] = [
      0x22, 0x27, 0x60, 0x201C, 0x201D, 0x201E, 0xAB, 0xBB, 0x300C, 0x300D, 0x2018, 0x2019,
    ]
    return marks.contains(reading.folded(core.lowerBound - 1))
      && marks.contains(reading.folded(core.upperBound))
  }
}

/// The noun that follows a value, with only words of lists in between.
struct NounBehind {
  let match: SecretLexicon.Match
  /// Whether a word such as “is” or “is my” stands between.
  private(set) var isSure = false
  /// Words that no list has.
  private(set) var gaps = 0
  /// Where the noun's own value would stand.
  private(set) var value: Int?

  init?(_ reading: SecretReading, _ end: Int) {
    var place = end
    var steps = 0
    var words = 0
    var sure = false
    var gaps = 0
    var strange = 0
    var noun: SecretLexicon.Match?
    let limit = min(reading.count, end + 60)
    while place < limit, steps < 16 {
      steps += 1
      let letter = reading.letters[place]
      switch letter.sort {
      case .blank:
        place += 1
        continue
      case .lineEnd, .sealed: return nil
      case .mark:
        if [0x2D, 0x2013, 0x2014, 0x3C, 0x2190, 0x3D, 0x28, 0xFF08].contains(letter.folded) { sure = true }
        if [0x2E, 0x21, 0x3F, 0x3A, 0xFF1A, 0x3002, 0x2F, 0x7C, 0x2C, 0x3B, 0x3001, 0xFF0C].contains(
          letter.folded)
        {
          return nil
        }
        place += 1
        continue
      case .letter, .digit: break
      }
      let found = reading.matches(at: place)
      if let match = found.last(where: { !$0.senses.isDisjoint(with: .nouns) && !$0.touchesDigit }),
        found.last(where: {
          !$0.senses.isDisjoint(with: [.after]) && $0.places.upperBound > match.places.upperBound
        }) == nil
      {
        if NounRules.kinds(match).isEmpty {
          place = match.places.upperBound
          words += 1
          continue
        }
        noun = match
        break
      }
      if let word = found.last(where: {
        !$0.senses.isDisjoint(with: [.after, .copula, .between]) && !$0.touchesDigit
      }) {
        if !word.senses.isDisjoint(with: [.after, .copula]) { sure = true }
        place = word.places.upperBound
        words += 1
        continue
      }
      if found.contains(where: { !$0.senses.isDisjoint(with: [.other, .notValue]) }) { return nil }
      if letter.isUnspaced {
        strange += 1
        if strange > 4 { return nil }
        place += 1
        continue
      }
      gaps += 1
      if gaps > 1 { return nil }
      place = reading.chunkEnd(place, limit: 40)
    }
    guard let noun, words > 0 || sure else { return nil }
    match = noun
    isSure = sure
    self.gaps = gaps
    // The value that the noun's own rule may have found.
    var behind = noun.places.upperBound
    while behind < min(reading.count, noun.places.upperBound + 12), !reading.letters[behind].isWord,
      reading.letters[behind].sort != .sealed
    {
      behind += 1
    }
    value = behind < reading.count ? behind : nil
  }
}
