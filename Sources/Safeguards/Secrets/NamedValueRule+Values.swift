import LocalePacks

extension NamedValueRule {
  /// The number at a place, when it can be what the noun names.
  func number(_ chunk: Range<Int>) -> Range<Int>? {
    var place = chunk.lowerBound
    // G-482913, FA-1234
    if kind == .oneTime, let dash = chunk.prefix(5).first(where: { reading.folded($0) == 0x2D }),
      reading.letters[chunk.lowerBound..<dash].allSatisfy({ $0.sort == .letter }), dash > place
    {
      if DigitRun(reading, at: dash + 1) != nil { place = dash + 1 }
    }
    if let run = DigitRun(reading, at: place) {
      guard let range = NumberFit.range(kind, run, reading), range.lowerBound >= chunk.lowerBound else {
        return nil
      }
      let isNear = gaps == 0 || link >= .copula && gaps <= 1 || gaps <= 3 && isTold(range)
      guard isNear, !isOther || link >= .copula, !isNewSentence || gaps + betweens <= 2 else { return nil }
      if link < .copula, betweens > 0, isYear(range) { return nil }
      return range
    }
    // Codes of letters and digits; a PIN that is a password.
    guard gaps == 0, !isOther, link >= .copula || betweens == 0 && link == .none else { return nil }
    let core = ValueCore.core(of: chunk, reading)
    guard !core.isEmpty else { return nil }
    let shape = ValueShape(reading, core)
    switch kind {
    case .pin: return shape.strength >= .strong && link >= .copula && core.count >= 4 ? core : nil
    case .oneTime:
      let isCode =
        shape.strength >= .label && shape.signs == 0 && (4...12).contains(core.count) && !isPromotion(core)
      return isCode && (link >= .colon || shape.lower == 0 || shape.strength == .label) ? core : nil
    case .account:
      let isAccount = shape.lower == 0 && shape.signs == 0 && shape.digits >= 6
      return isAccount ? core : nil
    default: return nil
    }
  }

  /// A number some words behind its noun, in a sentence that goes on: “asks for my PIN so I typed 1234”.
  private func isTold(_ range: Range<Int>) -> Bool {
    switch kind {
    case .pin: range.count >= 4 && !isYear(range) && !isNewSentence
    case .cardCode: range.count == 3 && !isNewSentence
    default: false
    }
  }

  func isYear(_ range: Range<Int>) -> Bool { Self.isYear(range, reading) }

  /// Whether a number reads as a year of our time.
  static func isYear(_ range: Range<Int>, _ reading: SecretReading) -> Bool {
    range.count == 4
      && (reading.letters[range.lowerBound].digit == 1 && reading.letters[range.lowerBound + 1].digit == 9
        || reading.letters[range.lowerBound].digit == 2 && reading.letters[range.lowerBound + 1].digit == 0)
  }

  /// SUMMER24: a word and a number.
  private func isPromotion(_ core: Range<Int>) -> Bool {
    let word = core.prefix { reading.letters[$0].sort == .letter }
    return word.count >= 3 && core.dropFirst(word.count).allSatisfy { reading.letters[$0].sort == .digit }
  }

  /// The text at a place, when it can be what the noun names.
  func text(_ chunk: Range<Int>) -> Range<Int>? {
    let core = ValueCore.core(of: chunk, reading)
    guard !core.isEmpty else { return nil }
    switch kind {
    case .password: return password(core)
    case .key: return key(core)
    case .link:
      return SomethingElse.isLink(reading, core) && core.contains(where: { reading.folded($0) == 0x2F })
        ? core : nil
    case .answer: return answer(core)
    default: return nil
    }
  }

  private func password(_ core: Range<Int>) -> Range<Int>? {
    let shape = ValueShape(reading, core)
    let isNear = gaps == 0 && (link >= .line || betweens <= 2)
    if reading.letters[core.lowerBound].isUnspaced, strangeLetters > 0 || link < .copula { return nil }
    switch shape.strength {
    case .other: return nil
    case .veryStrong: return isNear || link >= .copula || gaps <= 2 && !isOther ? core : nil
    case .strong:
      if isNewSentence, link < .copula, !endsClause(core.upperBound) { return nil }
      return isNear || link >= .copula && gaps <= 2 ? core : nil
    case .label:
      return !isOther && gaps == 0 && (link >= .line || betweens == 0) ? core : nil
    case .phrase:
      return gaps == 0 && (link >= .line || betweens == 0) ? core : nil
    case .digits:
      // The key of a wireless network.
      if !isOther, gaps <= 2, (8...16).contains(core.count) { return core }
      guard !isOther, gaps == 0, core.count >= 4, link >= .line || betweens == 0 && link == .none else {
        return nil
      }
      return (link == .none || betweensAfterLink > 0) && isYear(core) ? nil : core
    case .plain:
      return plain(core)
    }
  }

  /// A word, or some words to the end of the line, that can only be a value.
  private func plain(_ core: Range<Int>) -> Range<Int>? {
    guard gaps == 0, !isOther, !isNewSentence, !noun.isMisspelt, !reading.letters[core.lowerBound].isUnspaced
    else {
      return nil
    }
    // Latin words behind a noun of another script are no part of the sentence.
    let isForeign =
      reading.letters[core.lowerBound].scalar.isASCII
      && reading.letters[noun.places.upperBound - 1].folded >= 0x370
    if isForeign, let phrase = phrase(core) { return phrase }
    guard link >= .copula, betweensAfterLink == 0 else { return nil }
    if endsClause(core.upperBound), core.count >= 4, link == .colon || isPlainSpeech(core) { return core }
    return phrase(core)
  }

  /// “My password is sunshine.”: in English only, where nothing but such a word can follow.
  private func isPlainSpeech(_ core: Range<Int>) -> Bool {
    guard isEnglishCopula, languages & 1 != 0, betweens == 0, core.count >= 5 else { return false }
    let next = reading.skipBlanks(core.upperBound)
    return
      (next >= reading.count || [0x2E, 0x21].contains(reading.folded(next))
      || reading.letters[next].sort == .lineEnd)
      && core.allSatisfy { reading.letters[$0].scalar.isASCII }
  }

  /// Three to eight words in a row of which no list has any.
  private func phrase(_ first: Range<Int>) -> Range<Int>? {
    var end = first.upperBound
    var words = 1
    var isCut = false
    while words <= 8 {
      let next = reading.skipBlanks(end)
      if next >= reading.count || reading.letters[next].sort != .letter { break }
      let chunk = next..<reading.chunkEnd(next)
      let core = ValueCore.core(of: chunk, reading)
      if reading.matches(at: next).contains(where: {
        $0.places.upperBound >= core.upperBound && counts($0, .all)
      }) {
        isCut = true
        break
      }
      guard core.lowerBound == next, ValueShape(reading, core).strength == .plain else { return nil }
      end = core.upperBound
      words += 1
      if core.upperBound < chunk.upperBound { break }
    }
    let isSmall = (first.lowerBound..<end).allSatisfy { place in
      reading.letters[place].sort != .letter
        || reading.letters[place].scalar.isASCII && reading.letters[place].scalar.properties.isLowercase
    }
    return isSmall && (3...8).contains(words) && (isCut || endsClause(end)) ? first.lowerBound..<end : nil
  }

  private func key(_ core: Range<Int>) -> Range<Int>? {
    let shape = ValueShape(reading, core)
    guard shape.strength >= .digits, core.count >= 6, shape.digits > 0 || core.count >= 12 else { return nil }
    guard gaps == 0 || link >= .copula && gaps <= 1, !isOther || link >= .copula else { return nil }
    if shape.strength < .strong, link < .line, betweens > 1 { return nil }
    return groups(core)
  }

  /// “7F3K 9X2M-QQ81”: groups of the same kind that follow.
  private func groups(_ first: Range<Int>) -> Range<Int> {
    var end = first.upperBound
    guard first.count <= 9 else { return first }
    for _ in 0..<8 {
      let next = reading.skipBlanks(end)
      guard next > end, next < reading.count else { break }
      let core = ValueCore.core(of: next..<reading.chunkEnd(next), reading)
      guard core.lowerBound == next, core.count == first.count, ValueShape(reading, core).digits > 0 else {
        break
      }
      end = core.upperBound
    }
    return first.lowerBound..<end
  }

  /// The words up to the end of the clause.
  private func answer(_ first: Range<Int>) -> Range<Int>? {
    guard link >= .copula, gaps == 0, !isNewSentence, betweensAfterLink == 0, first.count <= 16 else {
      return nil
    }
    let isName = reading.letters[first.lowerBound].scalar.properties.isUppercase
    var end = first.upperBound
    for _ in 0..<3 {
      if endsClause(end) { return first.lowerBound..<end }
      if !isName { break }
      let next = reading.skipBlanks(end)
      let chunk = next..<reading.chunkEnd(next)
      if reading.matches(at: next).contains(where: { $0.places.upperBound >= chunk.upperBound }) { break }
      let core = ValueCore.core(of: chunk, reading)
      guard core.lowerBound == next, !core.isEmpty else { break }
      end = core.upperBound
    }
    return isName ? first.lowerBound..<end : nil
  }
}
