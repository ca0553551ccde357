/// A text as its sorted trigrams, to be compared with others.
struct TrigramProfile: Sendable {
  private let trigrams: [UInt64]

  /// Takes the text's letters and digits in small letters, with one blank between words.
  ///
  /// Text of fewer than three characters has no trigrams.
  /// - Complexity: O(n log n).
  init(_ text: String) {
    var scalars: [UInt64] = []
    var isGap = true
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
      {
        scalars.append(UInt64(scalar.value))
        isGap = false
      } else if !isGap {
        scalars.append(0x20)
        isGap = true
      }
    }
    if scalars.last == 0x20 { scalars.removeLast() }
    trigrams =
      scalars.count < 3
      ? [] : (2..<scalars.count).map { scalars[$0 - 2] << 42 | scalars[$0 - 1] << 21 | scalars[$0] }.sorted()
  }

  /// How many trigrams it has.
  var count: Int { trigrams.count }

  /// Dice's coefficient of the two multisets in hundredths: 100 for the same, 0 when they share nothing or one is empty.
  ///
  /// - Complexity: O(n).
  func likeness(to other: TrigramProfile) -> Int {
    guard !trigrams.isEmpty, !other.trigrams.isEmpty else { return 0 }
    return 200 * shared(with: other) / (trigrams.count + other.trigrams.count)
  }

  /// How many trigrams two texts have in common, each as often as both have it.
  ///
  /// - Complexity: O(n).
  func shared(with other: TrigramProfile) -> Int {
    var shared = 0
    var left = 0
    var right = 0
    while left < trigrams.count, right < other.trigrams.count {
      if trigrams[left] == other.trigrams[right] {
        shared += 1
        left += 1
        right += 1
      } else if trigrams[left] < other.trigrams[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return shared
  }

  /// Whether the lengths alone let the likeness reach a limit in hundredths.
  func canReach(_ limit: Int, with other: TrigramProfile) -> Bool {
    200 * min(count, other.count) >= limit * (count + other.count)
  }
}
