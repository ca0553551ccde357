import LocalePacks

extension NamedValueRule {
  /// Reads a word, or a value, behind a noun.
  mutating func word() -> Step {
    let chunk = place..<reading.chunkEnd(place)
    let isRight = link >= .line || betweens == 0 && reading.letters[noun.places.upperBound - 1].isUnspaced
    if isRight, kind == .password, reading.letters[place].isUnspaced,
      let name = ValueCore.localName(chunk, reading)
    {
      return .found(ValueCore.core(of: name, reading))
    }
    if let word = known(chunk) {
      switch read(word) {
      case .goOn: return .goOn
      case .stop: return .stop
      case .found(let range): return .found(range)
      }
    }
    if isNameToCome, link >= .loose || gaps > 0 || betweens > 0 || reading.isBreak(place - 1) {
      isNameToCome = false
      if let behind = PairRule.second(behind: chunk, reading) { return .found(behind) }
    }
    if kind.isNumber {
      if let found = number(chunk) { return .found(found) }
    } else if let found = text(chunk) {
      return .found(found)
    }
    return passOver(chunk)
  }

  /// The word of a list that fills a chunk, or that a link or another script parts from the rest of it.
  private func known(_ chunk: Range<Int>) -> SecretLexicon.Match? {
    guard let match = reading.matches(at: chunk.lowerBound).last(where: { counts($0, .all) }) else {
      return nil
    }
    let end = match.places.upperBound
    if match.touchesDigit { return nil }
    if end >= chunk.upperBound { return match }
    let next = reading.letters[end]
    if next.isUnspaced || reading.letters[end - 1].isUnspaced {
      // さくら2024: a word of the value's own script.
      return match.senses.isDisjoint(with: [.copula, .between, .after, .nouns, .notValue, .other])
        ? nil : match
    }
    guard next.sort == .mark else { return nil }
    // The rest of the chunk is marks, or begins with one that links.
    if [0x3A, 0x3D, 0x2C, 0xFF1A, 0x2F, 0x28].contains(next.folded) { return match }
    var place = end
    while place < chunk.upperBound, reading.letters[place].sort == .mark { place += 1 }
    if place == chunk.upperBound { return match }
    // isn't, c'est-à-dire, up-to-date: apostrophes and hyphens with words behind them.
    let hasDigit = reading.letters[chunk].contains { $0.sort == .digit || $0.scalar.properties.isUppercase }
    return hasDigit ? nil : match
  }

  private mutating func read(_ word: SecretLexicon.Match) -> Step {
    let isBetween = counts(word, [.between, .after])
    if kind.isNumber, word.digit >= 0, let spoken = SpokenDigits.run(reading, at: place), fits(spoken.digits)
    {
      return .found(spoken.range)
    }
    if counts(word, .notValue), !(isBetween && link < .copula), !counts(word, .copula) { return .stop }
    place = word.places.upperBound
    if counts(word, .copula), !(isBetween && link >= .copula) {
      link = max(link, .copula)
      isEnglishCopula = reading.languages(word, .copula) & 1 != 0
      gaps = 0
      betweensAfterLink = 0
      return .goOn
    }
    if isBetween {
      betweens += 1
      betweensAfterLink += 1
      return .goOn
    }
    if counts(word, .nouns) { return readNoun(word) }
    if counts(word, .other) {
      isOther = true
      betweens += 1
      return link >= .copula ? .stop : .goOn
    }
    betweens += 1
    return .goOn
  }

  /// More nouns between a noun and its value are a list of words, or hostile.
  private static let mostNouns = 4

  private mutating func readNoun(_ word: SecretLexicon.Match) -> Step {
    let isLogin = counts(word, .noun(.login))
    nouns += 1
    if link >= .copula && !isLogin || nouns > Self.mostNouns { return .stop }
    betweens += 1
    return .goOn
  }

  static func sense(_ kind: SecretKind) -> SecretLexicon.Senses {
    let nouns = SecretWords.Noun.allCases.filter { SecretKind($0) == kind }
    return nouns.reduce(into: []) { $0.formUnion(.noun($1)) }
  }

  private func fits(_ digits: Int) -> Bool {
    switch kind {
    case .pin: (4...8).contains(digits)
    case .cardCode: (3...4).contains(digits)
    case .oneTime: (4...10).contains(digits)
    case .card: (12...19).contains(digits)
    case .account: (6...30).contains(digits)
    default: false
    }
  }

  private mutating func passOver(_ chunk: Range<Int>) -> Step {
    if reading.letters[place].isUnspaced {
      strangeLetters += 1
      place += 1
      return strangeLetters > 6 ? .stop : .goOn
    }
    let core = ValueCore.core(of: chunk, reading)
    let isNumber = !core.isEmpty && reading.letters[core.lowerBound].sort == .digit
    if isOther, isNumber {
      isOther = link < .copula ? false : isOther
    } else if core.isEmpty || !SomethingElse.isAddress(reading, core) {
      gaps += 1
    }
    // A long unknown run ends what can be followed.
    if gaps > (link >= .copula ? 2 : 6) { return .stop }
    place = max(place + 1, core.upperBound)
    return .goOn
  }
}
