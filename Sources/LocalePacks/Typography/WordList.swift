/// A set of words that is asked for words in a draft without making strings.
package struct WordList: Sendable, Hashable, ExpressibleByArrayLiteral {
  private let entries: [[UInt32]]
  /// The length of the longest word, in scalars.
  let longest: Int

  /// Makes a list; empty words are left out.
  package init(_ words: [String]) {
    entries = words.map { $0.unicodeScalars.map(\.value) }.filter { !$0.isEmpty }
      .sorted { $0.lexicographicallyPrecedes($1) }
    longest = entries.map(\.count).max() ?? 0
  }

  /// Makes a list of the words of a literal.
  package init(arrayLiteral words: String...) { self.init(words) }

  /// Whether there is no word.
  package var isEmpty: Bool { entries.isEmpty }

  /// Looks for what the cells of a range spell; O(log of the list).
  ///
  /// - Parameters:
  ///   - cells: The cells of a draft.
  ///   - range: Where the word stands in them.
  ///   - anyCase: Whether capital letters of the draft match small letters of the list.
  /// - Returns: Whether it is a word of the list.
  func contains(_ cells: [TypographyCell], _ range: Range<Int>, anyCase: Bool) -> Bool {
    guard range.count <= longest, !range.isEmpty else { return false }
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      switch order(of: entries[middle], to: cells, range, anyCase: anyCase) {
      case 0: return true
      case ..<0: low = middle + 1
      default: high = middle
      }
    }
    return false
  }

  /// Below zero when the word comes before the cells, zero when it is equal to them.
  private func order(
    of word: [UInt32], to cells: [TypographyCell], _ range: Range<Int>, anyCase: Bool
  ) -> Int {
    for (offset, scalar) in word.enumerated() {
      guard offset < range.count else { return 1 }
      let typed = cells[range.lowerBound + offset].scalar
      let other = anyCase ? typed.lowercasedScalar : typed
      if scalar != other { return scalar < other ? -1 : 1 }
    }
    return word.count < range.count ? -1 : 0
  }
}
