/// Letters in a row, by which texts are alike where their words are not.
enum LetterGrams {
  /// Hashes of the runs of letters of a text, sorted.
  ///
  /// Three of an alphabet with a blank between words; two of a script in which a character is a syllable or a word.
  ///
  /// - Complexity: O(text · log text).
  static func of(_ text: ReplyText) -> [UInt32] {
    var grams: [UInt32] = []
    grams.reserveCapacity(text.scalars.count + 2)
    var (first, second): (UInt64, UInt64) = (0x20, 0x20)
    func add(_ scalar: UInt32) {
      let third = UInt64(scalar)
      let isLarge = scalar >= 0x3040
      let value = isLarge ? second << 21 | third : (first << 42 | second << 21 | third)
      if !(isLarge && second == 0x20) {
        grams.append(UInt32(truncatingIfNeeded: TextHash.mix(value)))
      }
      (first, second) = (second, third)
    }
    for word in text.words {
      for place in Int(word.start)..<Int(word.start + word.count) { add(text.scalars[place]) }
      if word.kind != .character { add(0x20) }
    }
    grams.sort()
    return grams
  }

  /// Twice the grams that two texts share, to all they have, 0...1; each counts as often as it stands.
  ///
  /// - Complexity: O(grams).
  static func dice(_ left: [UInt32], _ right: [UInt32]) -> Double {
    guard !left.isEmpty, !right.isEmpty else { return left.isEmpty && right.isEmpty ? 1 : 0 }
    var (i, j, common) = (0, 0, 0)
    while i < left.count, j < right.count {
      let (a, b) = (left[i], right[j])
      if a == b { common += 1 }
      if a <= b { i += 1 }
      if b <= a { j += 1 }
    }
    return Double(2 * common) / Double(left.count + right.count)
  }
}
