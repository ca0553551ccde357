import LocalePacks

/// A text with the words in it by which secrets are known.
struct SecretReading: Sendable {
  typealias Letter = SecretLetters.Letter
  typealias Match = SecretLexicon.Match
  typealias Senses = SecretLexicon.Senses

  let lexicon: SecretLexicon
  private(set) var text: SecretLetters
  /// The kinds of secrets that are masked in the text already.
  private(set) var masked: Set<SecretKind> = []
  /// All words, by where they begin, shortest first.
  private(set) var matches: [Match] = []
  /// For each letter, the first word that begins there or later.
  private var firstMatch: [Int32] = []

  var letters: [Letter] { text.letters }
  var count: Int { text.letters.count }

  /// No value is longer than this, in letters.
  static let longestValue = 256

  /// Reads a text.
  ///
  /// - Complexity: O(text · letters of the longest form).
  init(_ string: String, _ lexicon: SecretLexicon) {
    self.lexicon = lexicon
    text = lexicon.read(string)
    sealMarks()
    firstMatch.reserveCapacity(text.letters.count + 1)
    for place in text.letters.indices {
      firstMatch.append(Int32(matches.count))
      let found = merged(lexicon.matches(at: place, in: text))
      matches += found
      let isNoun = found.contains { !$0.senses.isDisjoint(with: .nouns) }
      if !isNoun, let word = wordStart(place), let noun = misspeltNoun(word, isAlone: found.isEmpty) {
        matches.append(noun)
      }
    }
    firstMatch.append(Int32(matches.count))
    hideInnerNouns()
  }

  /// The “code” of a promo code names no secret: nouns within a longer name of something else count no more.
  private mutating func hideInnerNouns() {
    var other = 0..<0
    var place = 0
    while place < matches.count {
      let start = matches[place].places.lowerBound
      var end = place
      while end < matches.count, matches[end].places.lowerBound == start { end += 1 }
      let longest = matches[place..<end].last {
        $0.senses.contains(.other) && $0.senses.isDisjoint(with: .nouns)
      }
      if let longest, longest.places.upperBound > other.upperBound { other = longest.places }
      for inner in place..<end
      where matches[inner].places.upperBound <= other.upperBound && matches[inner].places.count < other.count
      {
        matches[inner].senses.subtract(.nouns)
      }
      place = end
    }
  }

  /// The words that begin at a place, shortest first.
  func matches(at place: Int) -> ArraySlice<Match> {
    guard place < count else { return [] }
    return matches[Int(firstMatch[place])..<Int(firstMatch[place + 1])]
  }

  /// The languages in which a word has one of some senses, whichever of the forms that fit it says so.
  func languages(_ match: Match, _ senses: Senses) -> UInt64 {
    matches(at: match.places.lowerBound).reduce(0) {
      $1.places == match.places ? $0 | lexicon.languages($1, senses) : $0
    }
  }

  /// Words by their length; where several forms fit the same letters, each knows the senses of all.
  private func merged(_ found: [Match]) -> [Match] {
    guard found.count > 1 else { return found }
    var found = found.sorted { $0.places.upperBound < $1.places.upperBound }
    for place in found.indices {
      for other in found where other.places == found[place].places {
        found[place].senses.formUnion(other.senses)
        found[place].digit = max(found[place].digit, other.digit)
      }
    }
    return found
  }

  /// A noun with a typing error: the word, or it and one or two more.
  private func misspeltNoun(_ word: Range<Int>, isAlone: Bool) -> Match? {
    if isAlone, let noun = lexicon.misspeltNoun(word, in: text) { return noun }
    var end = word.upperBound
    for _ in 0..<2 {
      guard end + 1 < count, text.letters[end].sort == .blank, let next = wordStart(end + 1) else {
        return nil
      }
      end = next.upperBound
      if let noun = lexicon.misspeltNoun(word.lowerBound..<end, in: text) { return noun }
    }
    return nil
  }

  /// The longest word at a place that has one of some senses.
  func longest(at place: Int, _ senses: Senses) -> Match? {
    matches(at: place).last { !$0.senses.isDisjoint(with: senses) }
  }

  /// Whether a word begins in a range that has one of some senses.
  ///
  /// - Complexity: O(words in the range).
  func has(_ senses: Senses, in range: Range<Int>) -> Bool {
    guard range.lowerBound < range.upperBound else { return false }
    return matches[Int(firstMatch[range.lowerBound])..<Int(firstMatch[min(count, range.upperBound)])].contains
    {
      !$0.senses.isDisjoint(with: senses)
    }
  }

  /// The bytes of a range of letters.
  func span(_ kind: SecretKind, _ range: Range<Int>) -> SecretSpan {
    SecretSpan(
      kind: kind, start: Int(letters[range.lowerBound].start), end: Int(letters[range.upperBound - 1].end))
  }

  /// The end of what stands without blanks from a place on, at most `longestValue` letters.
  func chunkEnd(_ place: Int, limit: Int = longestValue) -> Int {
    var end = place
    let last = min(count, place + limit)
    while end < last, !isBreak(end) { end += 1 }
    return end
  }

  /// The beginning of what stands without blanks before a place.
  func chunkStart(_ place: Int, limit: Int = longestValue) -> Int {
    var start = place
    let first = max(0, place - limit)
    while start > first, !isBreak(start - 1) { start -= 1 }
    return start
  }

  /// Whether a letter is a blank, the end of a line, or masked.
  func isBreak(_ place: Int) -> Bool {
    switch text.letters[place].sort {
    case .blank, .lineEnd, .sealed: true
    case .mark: Self.isWideMark(text.letters[place].folded)
    default: false
    }
  }

  /// Punctuation of Chinese and Japanese, which nobody has in a password.
  private static func isWideMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x3001, 0x3002, 0x3008...0x3011, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF08, 0xFF09: true
    default: false
    }
  }

  /// Whether a place is behind the text, or a letter there parts values.
  func isBreakOrEnd(_ place: Int) -> Bool { place < 0 || place >= count || isBreak(place) }

  /// The next place that is no blank.
  func skipBlanks(_ place: Int) -> Int {
    var place = place
    while place < count, text.letters[place].sort == .blank { place += 1 }
    return place
  }

  /// The folded letter at a place; 0 behind the text.
  func folded(_ place: Int) -> UInt32 {
    place >= 0 && place < text.letters.count ? text.letters[place].folded : 0
  }

  /// The value of a digit; nil for anything else.
  static func digit(_ scalar: Unicode.Scalar) -> Int? {
    guard let value = scalar.properties.numericValue, scalar.properties.numericType == .decimal else {
      return nil
    }
    return Int(value)
  }

  /// For each letter, whether it stands in a line that is quoted.
  ///
  /// - Complexity: O(text).
  var quotedLines: [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for place in 0...count where place == count || letters[place].sort == .lineEnd {
      if folded(skipBlanks(start)) == 0x3E, start < place { lines.append(start..<place) }
      start = place + 1
    }
    return lines
  }

  /// The word that begins at a place; nil in the middle of one.
  private func wordStart(_ place: Int) -> Range<Int>? {
    guard letters[place].sort == .letter, !letters[place].isUnspaced,
      place == 0 || !letters[place - 1].isWord
    else { return nil }
    var end = place
    let last = min(count, place + 20)
    while end < last, letters[end].sort == .letter { end += 1 }
    guard end == count || !letters[end].isWord else { return nil }
    return place..<end
  }

  private mutating func sealMarks() {
    var place = 0
    while place < text.letters.count {
      defer { place += 1 }
      guard text.letters[place].scalar == "‹" else { continue }
      let last = min(text.letters.count, place + 48)
      guard let end = (place + 1..<last).first(where: { text.letters[$0].scalar == "›" }) else { continue }
      var inside = ""
      for letter in text.letters[place + 1..<end] { inside.unicodeScalars.append(letter.scalar) }
      let name = MaskedText.names.first { inside == $0.text || inside.hasPrefix($0.text + " ••") }
      if let name {
        masked.insert(name.kind)
        text.seal(place..<end + 1)
        place = end
      }
    }
  }
}
