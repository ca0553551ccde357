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

  /// Whether letters are such a walk, all but two of their steps.
  static func isWalk(_ reading: SecretReading, _ range: Range<Int>) -> Bool {
    guard range.count >= 5 else { return false }
    var steps = 0
    for place in range.dropFirst() {
      let pair = UInt64(reading.letters[place - 1].folded) << 32 | UInt64(reading.letters[place].folded)
      if neighbours.contains(pair) { steps += 1 }
    }
    return steps >= range.count - 2 && steps >= 4
  }
}
