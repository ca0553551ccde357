import LocalePacks

/// A value that stands in the same message as its noun, however the sentence goes: “the app wanted my PIN, I typed 4711”.
enum NearbyValueRule {
  /// How far from its noun a value may stand, in letters.
  private static let reach = (certain: 160, likely: 80, number: 60)
  /// How many nouns are looked at.
  private static let mostNouns = 12

  /// Finds them, for nouns of kinds of which no value was found.
  ///
  /// - Complexity: O(text).
  static func find(_ found: inout FoundSecrets) {
    let nouns = NounRules.nouns(found.reading).filter { !found.covers($0.places.lowerBound) }.prefix(
      mostNouns)
    for noun in nouns {
      for kind in NounRules.kinds(noun) where !found.has(kind) {
        switch kind {
        case .password, .key: text(kind, noun, &found)
        case .pin, .cardCode, .oneTime, .account: number(kind, noun, &found)
        case .answer: answer(noun, &found)
        default: break
        }
      }
    }
  }

  /// “Rex is what I put for the security question”: a name at the very beginning, or in quotation marks.
  private static func answer(_ noun: SecretLexicon.Match, _ found: inout FoundSecrets) {
    let reading = found.reading
    let cores = BareAnswerRule.Chunks(reading).cores
    guard let first = cores.first, first.upperBound <= noun.places.lowerBound, cores.count <= 14,
      first.count >= 3,
      !found.covers(first), ValueShape(reading, first).strength == .plain,
      reading.letters[first.lowerBound].scalar.properties.isUppercase,
      !reading.matches(at: first.lowerBound).contains(where: { $0.places.upperBound >= first.upperBound }),
      reading.letters[first.upperBound - 1].scalar.properties.isLowercase
    else { return }
    found.add(.answer, first)
  }

  private static func around(_ noun: SecretLexicon.Match, _ reach: Int, _ reading: SecretReading) -> Range<
    Int
  > {
    max(0, noun.places.lowerBound - reach)..<min(reading.count, noun.places.upperBound + reach)
  }

  /// How far a range is from a noun.
  private static func distance(_ noun: SecretLexicon.Match, _ range: Range<Int>) -> Int {
    max(noun.places.lowerBound - range.upperBound, range.lowerBound - noun.places.upperBound)
  }

  private static func text(_ kind: SecretKind, _ noun: SecretLexicon.Match, _ found: inout FoundSecrets) {
    let reading = found.reading
    var best: (distance: Int, range: Range<Int>)?
    for core in BareAnswerRule.Chunks(reading, in: around(noun, reach.certain, reading)).cores {
      guard !found.covers(core), core.count >= 5, isLikely(kind, core, distance(noun, core), reading),
        CardRule.isNamed(before: core.lowerBound, reading) != .other,
        !ValueFirstRule.isName(core.lowerBound, reading)
      else { continue }
      let distance = distance(noun, core)
      if distance < best?.distance ?? Int.max { best = (distance, core) }
    }
    if let best { found.add(kind, best.range) }
  }

  private static func isLikely(
    _ kind: SecretKind, _ core: Range<Int>, _ distance: Int, _ reading: SecretReading
  ) -> Bool {
    let shape = ValueShape(reading, core)
    if kind == .key { return shape.strength >= .label && core.count >= 16 && distance <= reach.certain }
    switch shape.strength {
    case .veryStrong: return shape.lower + shape.uncased > 0 && distance <= reach.certain
    case .strong, .phrase: return distance <= reach.likely
    default: return false
    }
  }

  private static func number(_ kind: SecretKind, _ noun: SecretLexicon.Match, _ found: inout FoundSecrets) {
    let reading = found.reading
    var best: (distance: Int, range: Range<Int>)?
    let around = around(noun, reach.number, reading)
    var behind = 0
    for place in around where place >= behind && reading.letters[place].sort == .digit {
      guard let run = DigitRun(reading, at: place) else { continue }
      behind = run.range.upperBound
      guard let range = NumberFit.range(kind, run, reading), range.upperBound == run.range.upperBound,
        !found.covers(range),
        !run.isMeasure(reading), isInSentence(noun, range, reading), kind != .cardCode || run.digits == 3,
        kind != .oneTime || run.digits <= 8, kind != .account || (8...20).contains(run.digits),
        !NamedValueRule.isYear(range, reading),
        CardRule.isNamed(before: place, reading) != .other,
        !CardRule.isOther(behind: range.upperBound, reading)
      else { continue }
      let distance = distance(noun, range)
      if distance < best?.distance ?? Int.max { best = (distance, range) }
    }
    if let best { found.add(kind, best.range) }
  }

  private static func isInSentence(
    _ noun: SecretLexicon.Match, _ range: Range<Int>, _ reading: SecretReading
  ) -> Bool {
    let between =
      noun.places.upperBound <= range.lowerBound
      ? noun.places.upperBound..<range.lowerBound
      : range.upperBound..<max(range.upperBound, noun.places.lowerBound)
    let ends = between.count { place in
      [0x2E, 0x21, 0x3F, 0x3002, 0x964, 0xFF01, 0xFF1F, 0x61F].contains(reading.folded(place))
        && reading.isBreakOrEnd(place + 1)
    }
    // “I found my PIN. Try 4711.”
    return ends == 0 || ends == 1 && noun.senses.contains(.noun(.pin)) && range.count == 4
  }
}
