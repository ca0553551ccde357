import LocalePacks

/// A text with the words in it by which secrets are known.
struct SecretReading: Sendable {
  typealias Letter = SecretLetters.Letter
  typealias Match = SecretLexicon.Match
  typealias Senses = SecretLexicon.Senses

  let lexicon: SecretLexicon
  private(set) var text: SecretLetters
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
      let found = lexicon.matches(at: place, in: text)
      matches += found
      if found.isEmpty, let word = wordStart(place), let noun = lexicon.misspeltNoun(word, in: text) {
        matches.append(noun)
      }
    }
    firstMatch.append(Int32(matches.count))
  }

  /// The words that begin at a place, shortest first.
  func matches(at place: Int) -> ArraySlice<Match> {
    guard place < count else { return [] }
    return matches[Int(firstMatch[place])..<Int(firstMatch[place + 1])]
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
    default: false
    }
  }

  /// Whether a place is behind the text, or a letter there parts values.
  func isBreakOrEnd(_ place: Int) -> Bool { place >= count || isBreak(place) }

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
      let isMark = MaskedText.names.contains { inside == $0 || inside.hasPrefix($0 + " ••") }
      if isMark {
        text.seal(place..<end + 1)
        place = end
      }
    }
  }
}
