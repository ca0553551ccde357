/// How well a pattern fits a text, and where.
package struct FuzzyMatch: Sendable, Hashable {
  /// Higher is better; comparable only among matches of one pattern.
  package let score: Int
  /// The matched parts of the text in UTF-8 byte offsets, ascending, neighbours merged; for highlighting.
  package let ranges: [Range<Int>]
}

/// Finds texts that hold the letters of a pattern in order, not necessarily together.
///
/// Letters are graphemes, compared without case in any script. Starts of words and letters in a row count
/// for more, gaps for less; the best of all ways to match is taken (an alignment in the manner of
/// Smith and Waterman, 1981). Spaces in the pattern are skipped, so "as ol" finds "Assign to Olena".
package struct FuzzyMatcher: Sendable {
  /// Graphemes of a pattern that are looked at; the rest is ignored.
  package static let patternLimit = 64
  /// Graphemes of a text that are looked at; the rest never matches.
  package static let textLimit = 512

  private let pattern: [Character]
  /// The pattern in bytes; nil when it is not all ASCII and can match no ASCII text.
  private let asciiPattern: [UInt8]?

  /// Prepares a pattern.
  package init(_ pattern: String) {
    let letters = pattern.lazy.filter { !$0.isWhitespace }.prefix(Self.patternLimit)
    self.pattern = letters.map(FuzzyLetter.fold)
    let bytes = self.pattern.compactMap(\.asciiValue)
    asciiPattern = bytes.count == self.pattern.count ? bytes : nil
  }

  /// Whether the pattern holds nothing to look for; such a pattern matches everything with score 0.
  package var isEmpty: Bool { pattern.isEmpty }

  /// The best match in a text; nil when the pattern's letters are not all there in order.
  ///
  /// - Complexity: O(pattern · text), both bounded by the limits; O(text) where there is no match.
  package func match(_ text: String) -> FuzzyMatch? {
    guard !pattern.isEmpty else { return FuzzyMatch(score: 0, ranges: []) }
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      guard let asciiPattern else { return nil }
      let bytes = Array(text.utf8.prefix(Self.textLimit))
      return match(bytes.map(FuzzyLetter.fold), asciiPattern) {
        (bytes.map(FuzzyLetter.init), Array(0...bytes.count))
      }
    }
    let characters = Array(text.prefix(Self.textLimit))
    return match(characters.map(FuzzyLetter.fold), pattern) {
      let offsets = characters.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.utf8.count) }
      return (characters.map(FuzzyLetter.init), offsets)
    }
  }

  /// The texts that match, best first: by score, then the shorter, then in their own order.
  ///
  /// - Complexity: O(texts · match + found · log found).
  package func rank(_ texts: [String]) -> [(index: Int, match: FuzzyMatch)] {
    var found: [(index: Int, match: FuzzyMatch)] = []
    for (index, text) in texts.enumerated() {
      if let match = match(text) { found.append((index, match)) }
    }
    guard !pattern.isEmpty else { return found }
    return found.sorted { left, right in
      if left.match.score != right.match.score { return left.match.score > right.match.score }
      let lengths = (texts[left.index].utf8.count, texts[right.index].utf8.count)
      return lengths.0 != lengths.1 ? lengths.0 < lengths.1 : left.index < right.index
    }
  }

  private func match<Letter: Equatable>(
    _ text: [Letter], _ pattern: [Letter], _ details: () -> (letters: [FuzzyLetter], offsets: [Int])
  ) -> FuzzyMatch? {
    var next = 0
    for letter in text where next < pattern.count && letter == pattern[next] { next += 1 }
    guard next == pattern.count else { return nil }
    let (letters, offsets) = details()
    let alignment = FuzzyAlignment(
      pattern: pattern, text: text, bonuses: FuzzyAlignment.bonuses(of: letters))
    guard let best = alignment.best else { return nil }
    var ranges: [Range<Int>] = []
    for column in best.columns {
      let range = offsets[column]..<offsets[column + 1]
      if let last = ranges.last, last.upperBound == range.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
      } else {
        ranges.append(range)
      }
    }
    return FuzzyMatch(score: best.score, ranges: ranges)
  }
}
