/// How much of an offered text was sent.
package enum KeptShare {
  /// What is left of a text that was really used, in hundredths; with less it was thrown away.
  package static let least = 30

  /// The share of the offered words that stand in what was sent, each as often as it does, 0...100.
  ///
  /// Case and marks do not count. In scripts without spaces the letters are the words. An offer without words is kept.
  /// - Complexity: O(bytes).
  package static func percent(of offered: String, in sent: String) -> Int {
    let wanted = counts(offered)
    let total = wanted.values.reduce(0, +)
    guard total > 0 else { return 100 }
    let have = counts(sent)
    let kept = wanted.reduce(0) { $0 + min($1.value, have[$1.key] ?? 0) }
    return kept * 100 / total
  }

  private static func counts(_ text: String) -> [Substring: Int] {
    var counts: [Substring: Int] = [:]
    let lowered = text.lowercased()
    for word in lowered.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      if isUnspaced(word) {
        for index in word.indices { counts[word[index...index], default: 0] += 1 }
      } else {
        counts[word, default: 0] += 1
      }
    }
    return counts
  }

  /// Thai, Chinese, Japanese.
  private static func isUnspaced(_ word: Substring) -> Bool {
    word.unicodeScalars.contains { scalar in
      (0x0E00...0x0E7F).contains(scalar.value) || (0x3040...0x30FF).contains(scalar.value)
        || (0x3400...0x9FFF).contains(scalar.value)
    }
  }
}
