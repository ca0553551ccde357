import LocalePacks

/// Digits in a row, in groups that blanks or hyphens part.
struct DigitRun: Sendable {
  /// The groups: places in the text's letters.
  private(set) var groups: [Range<Int>] = []

  /// From the first digit to behind the last.
  var range: Range<Int> {
    guard let first = groups.first, let last = groups.last else { return 0..<0 }
    return first.lowerBound..<last.upperBound
  }
  /// How many digits there are.
  var digits: Int { groups.reduce(0) { $0 + $1.count } }

  /// No number is longer than this, in digits.
  private static let most = 40

  /// Reads the digits that begin at a place; nil when it is in the middle of a word or number.
  ///
  /// - Complexity: O(1): at most 40 digits are looked at.
  init?(_ reading: SecretReading, at place: Int) {
    guard place < reading.count, reading.letters[place].sort == .digit else { return nil }
    if place > 0, reading.letters[place - 1].isWord, !reading.letters[place - 1].isUnspaced { return nil }
    var start = place
    var total = 0
    while start < reading.count, reading.letters[start].sort == .digit {
      var end = start
      while end < reading.count, reading.letters[end].sort == .digit, total <= Self.most {
        end += 1
        total += 1
      }
      if total > Self.most { return nil }
      groups.append(start..<end)
      guard let next = Self.next(end, reading) else { break }
      start = next
    }
  }

  /// The end of a run that is longer than any number; the place itself where none is.
  ///
  /// - Complexity: O(run): whoever walks through a text jumps over it.
  static func end(_ reading: SecretReading, at place: Int) -> Int {
    var end = place
    var total = 0
    while end < reading.count, reading.letters[end].sort == .digit {
      while end < reading.count, reading.letters[end].sort == .digit {
        end += 1
        total += 1
      }
      guard let next = next(end, reading) else { break }
      end = next
    }
    return total > most ? end : place
  }

  /// Where the next group begins behind a separator.
  private static func next(_ end: Int, _ reading: SecretReading) -> Int? {
    guard end < reading.count else { return nil }
    var place = end
    if reading.letters[place].sort == .blank {
      place += 1
      if place < reading.count, reading.letters[place].sort == .blank { place += 1 }
      if isHyphen(reading.folded(place)), reading.folded(place + 1) == 0x20 { place += 2 }
    } else if isHyphen(reading.folded(place)) {
      place += 1
    } else {
      return nil
    }
    return place < reading.count && reading.letters[place].sort == .digit ? place : nil
  }

  private static func isHyphen(_ value: UInt32) -> Bool { value == 0x2D || 0x2010...0x2014 ~= value }

  /// The first groups, as many as given.
  func prefix(_ groups: Int) -> DigitRun {
    var run = self
    run.groups = Array(self.groups.prefix(groups))
    return run
  }

  /// Whether what stands right behind makes the number another thing: 50%, 12:30, 5.99, 12/27, 20GB.
  func isMeasure(_ reading: SecretReading) -> Bool {
    let before = range.lowerBound - 1
    if [0x24, 0x20AC, 0xA3, 0x2B, 0xA5, 0x20B9].contains(reading.folded(before)) { return true }
    if before > 0, [0x2E, 0x2C, 0x3A, 0x2F].contains(reading.folded(before)),
      reading.letters[before - 1].sort == .digit
    {
      return true
    }
    let end = range.upperBound
    guard end < reading.count else { return false }
    let letter = reading.letters[end]
    if letter.sort == .letter { return !Self.isParticle(end, reading) }
    if [0x25, 0x24, 0x20AC, 0xA3, 0x20BD, 0x20B4].contains(letter.folded) { return true }
    if [0x3A, 0x2F, 0x2E, 0x2C, 0x2D].contains(letter.folded), end + 1 < reading.count,
      reading.letters[end + 1].sort == .digit
    {
      return true
    }
    return false
  }

  private static func isParticle(_ place: Int, _ reading: SecretReading) -> Bool {
    reading.longest(at: place, [.copula, .after, .between, .nouns]) != nil
  }

  /// The digits, from 0 to 9.
  func values(_ reading: SecretReading) -> [Int] {
    groups.flatMap { group in group.map { Int(reading.letters[$0].digit) } }
  }
}
