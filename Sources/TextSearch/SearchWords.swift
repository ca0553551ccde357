/// What a person looks for: words, divided by white space, all of which must be found.
///
/// A word is found anywhere, also within a longer one; case does not matter, nor whether marks are composed.
package struct SearchWords: Sendable, Hashable {
  /// Of each word the folded scalars, in every way in which it is looked for: as typed, composed, decomposed.
  let words: [[[UInt32]]]

  /// Takes a search apart.
  package init(_ text: String) {
    var words: [[[UInt32]]] = []
    for word in text.unicodeScalars.split(whereSeparator: { $0.properties.isWhitespace }) {
      let typed = word.map { $0.value }
      var ways: [[UInt32]] = []
      for way in [typed, CanonicalForm.composed(typed), CanonicalForm.decomposed(typed)] {
        let folded = way.map { CaseFold.fold($0) }
        if !ways.contains(folded) { ways.append(folded) }
      }
      if !words.contains(ways) { words.append(ways) }
    }
    self.words = words
  }

  /// Whether nothing is looked for.
  package var isEmpty: Bool { words.isEmpty }

  /// Whether each word stands in at least one of some texts.
  ///
  /// - Complexity: O(bytes of the texts, times words).
  package func stand(in texts: [String]) -> Bool {
    let folded = texts.map { FoldedText($0) }
    return words.allSatisfy { ways in
      ways.contains { way in folded.contains { $0.find(way, from: 0) != nil } }
    }
  }

  /// Where words stand in a text, in UTF-8 bytes from 0, ascending; what overlaps or touches is one range.
  ///
  /// - Complexity: O(bytes of the text, times words).
  package func ranges(in text: String) -> [Range<Int>] {
    let folded = FoldedText(text)
    var found: [Range<Int>] = []
    for way in words.joined() {
      var start = 0
      while let place = folded.find(way, from: start) {
        found.append(folded.offsets[place]..<folded.offsets[place + way.count])
        start = place + way.count
      }
    }
    found.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    var result: [Range<Int>] = []
    for range in found {
      if let last = result.last, range.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}

/// A text's folded scalars, and where each begins.
struct FoldedText {
  private var scalars: [UInt32] = []
  /// UTF-8 bytes from 0; one more than there are scalars.
  private(set) var offsets: [Int] = []

  init(_ text: String) {
    scalars.reserveCapacity(text.utf8.count)
    offsets.reserveCapacity(text.utf8.count + 1)
    var offset = 0
    for scalar in text.unicodeScalars {
      scalars.append(CaseFold.fold(scalar.value))
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
  }

  /// The first place, in scalars from `start` on, at which some folded scalars stand.
  func find(_ word: [UInt32], from start: Int) -> Int? {
    guard let first = word.first, scalars.count - start >= word.count else { return nil }
    for place in start...scalars.count - word.count
    where scalars[place] == first && scalars[place..<place + word.count].elementsEqual(word) {
      return place
    }
    return nil
  }
}
