import LocalePacks

/// A noun and its value behind it: “password: X”, “my password is X”, “pw X”.
struct NamedValueRule {
  typealias Match = SecretLexicon.Match

  /// What joins a value to its noun.
  enum Link: Int, Comparable {
    /// Nothing but a blank.
    case none
    /// A comma, a slash, a bracket.
    case loose
    /// The end of a line right behind the noun.
    case line
    /// A word such as “is”.
    case copula
    /// A colon, an equals sign, an arrow.
    case colon

    static func < (left: Link, right: Link) -> Bool { left.rawValue < right.rawValue }
  }

  let reading: SecretReading
  let noun: Match
  let kind: SecretKind
  /// The languages of the noun, one bit each.
  let languages: UInt64
  /// Where to read on from.
  var place: Int
  var link = Link.none
  /// Words in between that no list has.
  var gaps = 0
  /// Words in between that lists have.
  var betweens = 0
  /// Other nouns in between.
  var nouns = 0
  /// Whether an English word joins, such as “is”.
  var isEnglishCopula = false
  /// The same, behind what joins.
  var betweensAfterLink = 0
  /// Whether the number of something else was named.
  var isOther = false
  /// Whether a sentence ended behind the noun.
  var isNewSentence = false
  private var lineEnds = 0
  /// Whether a user name comes before the password: “login and password: a / b”.
  var isNameToCome = false
  /// Letters of a script without blanks in between that no list has.
  var strangeLetters = 0

  /// How far behind a noun its value may stand: letters, and words.
  private static let limits = (letters: 240, steps: 26)

  init(_ reading: SecretReading, _ noun: Match, _ kind: SecretKind) {
    self.reading = reading
    self.noun = noun
    self.kind = kind
    languages = reading.languages(noun, .nouns)
    place = noun.places.upperBound
    isNameToCome = kind == .password && Self.isPaired(noun, reading)
  }

  /// Whether a noun of user names stands right before a noun: “login/pass”.
  private static func isPaired(_ noun: Match, _ reading: SecretReading) -> Bool {
    var start = noun.places.lowerBound
    let first = max(0, start - 24)
    while start > first {
      start -= 1
      if reading.letters[start].sort == .lineEnd || [0x3A, 0x3D].contains(reading.folded(start)) {
        return false
      }
      for match in reading.matches(at: start) where match.senses.contains(.noun(.login)) {
        let gap = match.places.upperBound..<noun.places.lowerBound
        if match.places.upperBound > noun.places.lowerBound { continue }
        let isJoined = gap.allSatisfy { place in
          !reading.letters[place].isWord
            || gap.contains { reading.longest(at: $0, .between).map { $0.places.contains(place) } ?? false }
        }
        return isJoined && gap.count <= 8
      }
    }
    return false
  }

  /// The value; nil when there is none.
  ///
  /// - Complexity: O(1): at most 240 letters behind the noun are looked at.
  mutating func value() -> Range<Int>? {
    if noun.touchesDigit, !kind.isNumber { return nil }
    skipEnding()
    let limit = min(reading.count, place + Self.limits.letters)
    var steps = 0
    while place < limit, steps < Self.limits.steps {
      switch reading.letters[place].sort {
      case .blank: place += 1
      case .sealed: return nil
      case .lineEnd: guard crossLine() else { return nil }
      case .mark:
        steps += 1
        switch mark() {
        case .goOn: break
        case .stop: return nil
        case .found(let range): return range
        }
      case .letter, .digit:
        steps += 1
        switch word() {
        case .goOn: break
        case .stop: return nil
        case .found(let range): return range
        }
      }
    }
    return nil
  }

  enum Step {
    case goOn
    case stop
    case found(Range<Int>)
  }

  /// “PIN'im”, “PIN-ul”: an ending behind an apostrophe.
  private mutating func skipEnding() {
    guard [0x27, 0x2019].contains(reading.folded(place)) else { return }
    var end = place + 1
    while end < reading.count, reading.letters[end].sort == .letter { end += 1 }
    if end > place + 1, end - place <= 6 { place = end }
  }

  private mutating func crossLine() -> Bool {
    lineEnds += 1
    place += 1
    if lineEnds > 2 { return false }
    if link == .none || link == .loose {
      guard gaps == 0, betweens <= 3 else { return false }
      link = .line
    } else if gaps > 0 {
      return false
    }
    // A quoted mail goes on on the next line.
    place = reading.skipBlanks(place)
    while reading.folded(place) == 0x3E { place = reading.skipBlanks(place + 1) }
    return true
  }

  /// Whether a meaning holds in a language of the noun.
  func counts(_ match: Match, _ senses: SecretLexicon.Senses) -> Bool {
    let own = reading.languages(match, senses)
    return own != 0 && (languages & 1 != 0 || own & (languages | 1) != 0)
  }

  /// Whether a value's end is the end of what is said.
  func endsClause(_ end: Int) -> Bool {
    var place = end
    while place < reading.count {
      switch reading.letters[place].sort {
      case .blank: place += 1
      case .lineEnd, .sealed: return true
      case .mark:
        if [0x2D, 0x26, 0x2B, 0x2F, 0x7C].contains(reading.folded(place)) {
          return reading.longest(at: reading.skipBlanks(place + 1), .nouns) != nil
        }
        return true
      case .letter, .digit: return false
      }
    }
    return true
  }
}

extension SecretKind {
  /// Whether it is made of digits, as a rule.
  var isNumber: Bool {
    switch self {
    case .pin, .cardCode, .oneTime, .card, .account: true
    default: false
    }
  }
}
