import LocalePacks

/// Keys that are neighbours on a keyboard, one after the other: qwerty, asdfgh, йцукен.
enum KeyboardWalk {
  private static let rows: [[UInt32]] = [
    "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn",
    "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "фівапролджє", "йцукенгшщзхї", "1234567890", "qazwsxedcrfv",
    "abcdefgh",
  ].map { $0.unicodeScalars.map(\.value) }

  private static let neighbours: Set<UInt64> = {
    var pairs: Set<UInt64> = []
    for row in rows {
      for (first, second) in zip(row, row.dropFirst()) {
        pairs.insert(UInt64(first) << 32 | UInt64(second))
        pairs.insert(UInt64(second) << 32 | UInt64(first))
      }
    }
    return pairs
  }()

  /// The same, and from row to row: 1q2w3e4r, 1qaz.
  private static let wideNeighbours: Set<UInt64> = {
    var pairs = neighbours
    // From row to row: 1q2w3e4r, 1qaz.
    for (upper, lower) in zip(
      ["1234567890", "qwertyuiop", "asdfghjkl;"], ["qwertyuiop", "asdfghjkl;", "zxcvbnm,./"])
    {
      let upper = upper.unicodeScalars.map(\.value)
      let lower = lower.unicodeScalars.map(\.value)
      for place in upper.indices {
        for other in [place, place - 1] where lower.indices.contains(other) {
          pairs.insert(UInt64(upper[place]) << 32 | UInt64(lower[other]))
          pairs.insert(UInt64(lower[other]) << 32 | UInt64(upper[place]))
        }
      }
    }
    return pairs
  }()

  /// Whether a value is nothing else, a sign or some digits at its end aside.
  static func isPureWalk(_ reading: SecretReading, _ range: Range<Int>) -> Bool {
    let word = range.prefix { reading.letters[$0].isWord && reading.letters[$0].folded < 0x80 }
    guard range.count - word.count <= 2 else { return false }
    var steps = 0
    for place in word.dropFirst() {
      guard isStep(place, wideNeighbours, reading) else { break }
      steps += 1
    }
    let rest = word.dropFirst(steps + 1)
    let hasLetter = word.prefix(steps + 1).count { reading.letters[$0].sort == .letter } >= 4
    return steps >= 5 && hasLetter && rest.allSatisfy { reading.letters[$0].sort == .digit }
  }

  /// Whether a letter is a neighbour of the one before it.
  static func isStep(_ place: Int, _ reading: SecretReading) -> Bool {
    isStep(place, wideNeighbours, reading)
  }

  private static func isStep(_ place: Int, _ pairs: Set<UInt64>, _ reading: SecretReading) -> Bool {
    pairs.contains(UInt64(reading.letters[place - 1].folded) << 32 | UInt64(reading.letters[place].folded))
  }

  /// Whether letters are such a walk along one row, a sign or a digit at the end aside.
  static func isWalk(_ reading: SecretReading, _ range: Range<Int>) -> Bool {
    let word = range.prefix { reading.letters[$0].sort == .letter }
    return word.count >= 5 && range.count - word.count <= 3
      && word.dropFirst().allSatisfy { isStep($0, neighbours, reading) }
  }
}
