import LocalePacks

/// Whether a message is so ordinary that no rule but that of seed phrases can find anything in it.
///
/// Nearly all messages are: words, a price, a time. Then what costs most is not done. It must never be wrong, so it says no
/// wherever it is not sure.
enum OrdinaryMessage {
  /// More digits than these could be an account or a card.
  private static let mostDigits = 7

  /// What has so many Latin letters may be a key.
  private static let longestWord = 25
  private static let longestCapitals = 14

  /// Looks at a message; `context` is what is expected of it.
  ///
  /// - Complexity: O(text).
  static func isOne(_ reading: SecretReading, _ context: SecretContext) -> Bool {
    guard context.expectations.isEmpty, !context.expectsName, reading.masked.isEmpty, !hasTellingWord(reading)
    else { return false }
    var digits = 0
    var place = 0
    while place < reading.count {
      if reading.isBreak(place) {
        if reading.letters[place].sort == .sealed { return false }
        place += 1
        continue
      }
      let end = reading.chunkEnd(place, limit: reading.count)
      guard isPlain(place..<end, reading, &digits) else { return false }
      place = end
    }
    return true
  }

  private static func hasTellingWord(_ reading: SecretReading) -> Bool {
    let telling = SecretLexicon.Senses.nouns.union(.digit)
    return reading.matches.contains { !$0.senses.isDisjoint(with: telling) }
  }

  /// Whether what stands without blanks is a word, or an amount, a time, a date.
  private static func isPlain(_ chunk: Range<Int>, _ reading: SecretReading, _ digits: inout Int) -> Bool {
    var letters = 0
    var ownDigits = 0
    var joints = 0
    var humps = 0
    var steps = 0
    var wasSmall = false
    var hasSmall = false
    // A sign between them is inside of what stands there, however many signs there are.
    let first = chunk.first { reading.letters[$0].isWord } ?? chunk.upperBound
    let last = chunk.last { reading.letters[$0].isWord } ?? chunk.lowerBound
    for place in chunk {
      let letter = reading.letters[place]
      switch letter.sort {
      case .letter:
        letters += 1
        let isCapital = letter.folded != letter.scalar.value && letter.scalar.properties.isUppercase
        if isCapital, wasSmall { humps += 1 }
        wasSmall = !isCapital
        hasSmall = hasSmall || wasSmall
        if place > chunk.lowerBound, KeyboardWalk.isStep(place, reading) {
          steps += 1
          if steps >= 4 { return false }
        } else {
          steps = 0
        }
      case .digit: ownDigits += 1
      default:
        let isInner = place > first && place < last
        if isJoint(letter.folded) {
          if isInner { joints += 1 }
        } else if letter.folded < 0x80, isInner || !isPunctuation(letter.folded) {
          return false
        }
      }
    }
    digits += ownDigits
    if digits > mostDigits || letters > 0 && ownDigits > 0 { return false }
    if letters == 0 { return joints <= 3 }
    let isLong = letters >= (hasSmall ? longestWord : longestCapitals) && reading.letters[first].folded < 0x80
    return joints <= 1 && humps <= 2 && !isLong
  }

  /// Hyphens, dots, commas, apostrophes, colons: in “it’s”, “well-known”, “4,990.00”, “09:30”.
  private static func isJoint(_ value: UInt32) -> Bool {
    switch value {
    case 0x27, 0x2C, 0x2D, 0x2E, 0x3A, 0x2019, 0x2BC, 0x2010, 0x2011: true
    default: false
    }
  }

  /// Signs of ASCII that stand at the ends of words, and those of amounts.
  private static func isPunctuation(_ value: UInt32) -> Bool {
    switch value {
    case 0x21, 0x22, 0x24, 0x25, 0x28, 0x29, 0x3B, 0x3F: true
    default: false
    }
  }
}
