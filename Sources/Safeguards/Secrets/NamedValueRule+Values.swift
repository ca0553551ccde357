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
      guard let range = NumberFit.range(kind, run, reading) else { return nil }
      let isNear = gaps == 0 || link >= .copula && gaps <= 1
      guard isNear, !isOther || link >= .copula, !isNewSentence || gaps + betweens <= 2 else { return nil }
      if link < .copula, betweens > 0, isYear(range) { return nil }
      return chunk.lowerBound < range.lowerBound ? chunk.lowerBound..<range.upperBound : range
    }
    // Codes of letters and digits; a PIN that is a password.
    guard gaps == 0, !isOther, link >= .copula || betweens == 0 && link == .none else { return nil }
    let core = ValueCore.core(of: chunk, reading)
    guard !core.isEmpty else { return nil }
    let shape = ValueShape(reading, core)
    switch kind {
    case .pin: return shape.strength >= .strong && link >= .copula && core.count >= 4 ? core : nil
    case .oneTime:
      let isCode = shape.strength >= .label && shape.signs == 0 && (4...12).contains(core.count)
      return isCode && (link >= .colon || shape.lower == 0 || shape.strength == .label) ? core : nil
    case .account:
      let isAccount = shape.lower == 0 && shape.signs == 0 && shape.digits >= 6
      return isAccount ? core : nil
    default: return nil
    }
  }

  private func isYear(_ range: Range<Int>) -> Bool {
    range.count == 4
      && (reading.letters[range.lowerBound].digit == 1 && reading.letters[range.lowerBound + 1].digit == 9
        || reading.letters[range.lowerBound].digit == 2 && reading.letters[range.lowerBound + 1].digit == 0)
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
      guard !isOther, gaps == 0, core.count >= 4, link >= .line || betweens == 0 && link == .none else {
        return nil
      }
      return core
    case .plain:
      return plain(core)
    }
  }

  /// A word, or some words to the end of the line, that can only be a value.
  private func plain(_ core: Range<Int>) -> Range<Int>? {
    guard link >= .line, gaps == 0, !isOther, !isNewSentence, !noun.isMisspelt else { return nil }
    if endsClause(core.upperBound) {
      return core.count >= 4 && betweens <= 3 ? core : nil
    }
    return phrase(core)
  }

  /// Three to eight words in a row of which no list has any.
  private func phrase(_ first: Range<Int>) -> Range<Int>? {
    var end = first.upperBound
    var words = 1
    while words <= 8 {
      let next = reading.skipBlanks(end)
      if next >= reading.count || reading.letters[next].sort != .letter { break }
      let chunk = next..<reading.chunkEnd(next)
      if reading.matches(at: next).contains(where: { $0.places.upperBound >= chunk.upperBound }) {
        return nil
      }
      let core = ValueCore.core(of: chunk, reading)
      guard core.lowerBound == next, ValueShape(reading, core).strength == .plain else { return nil }
      end = core.upperBound
      words += 1
      if core.upperBound < chunk.upperBound { break }
    }
    return (3...8).contains(words) && endsClause(end) ? first.lowerBound..<end : nil
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
    guard link >= .copula, gaps == 0, !isNewSentence else { return nil }
    var end = first.upperBound
    for _ in 0..<3 {
      if endsClause(end) { return first.lowerBound..<end }
      let next = reading.skipBlanks(end)
      let chunk = next..<reading.chunkEnd(next)
      if reading.matches(at: next).contains(where: { $0.places.upperBound >= chunk.upperBound }) { break }
      let core = ValueCore.core(of: chunk, reading)
      guard core.lowerBound == next, !core.isEmpty else { break }
      end = core.upperBound
    }
    return first.lowerBound..<end
  }
}
