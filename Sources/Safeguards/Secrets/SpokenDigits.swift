import LocalePacks

/// Digits that are spoken: “one two three four”.
enum SpokenDigits {
  /// The words for digits that stand in a row from a place on; nil when there are less than three.
  ///
  /// - Complexity: O(1): at most 20 words are looked at.
  static func run(_ reading: SecretReading, at start: Int) -> (range: Range<Int>, digits: Int)? {
    var place = start
    var end = start
    var digits = 0
    while digits < 20, place < reading.count {
      if let word = reading.longest(at: place, .digit), !word.touchesDigit {
        digits += 1
        end = word.places.upperBound
      } else if reading.letters[place].sort == .digit {
        digits += 1
        end = place + 1
      } else {
        break
      }
      place = end
      while place < reading.count, place - end < 3,
        reading.letters[place].sort == .blank || [0x2C, 0x2D].contains(reading.folded(place))
      {
        place += 1
      }
    }
    return digits >= 3 ? (start..<end, digits) : nil
  }
}
