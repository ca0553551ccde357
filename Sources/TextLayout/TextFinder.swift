/// Finds some words in texts of any script; case does not matter.
///
/// Scalars are compared by their lower-case mappings, so that a half-typed syllable of a script with combining vowels is
/// found, too. Texts that differ only in their normal form (é as one scalar or two) are told apart.
package struct TextFinder: Sendable, Hashable {
  private let wanted: [UInt32]

  /// Prepares a search; nil when there is nothing to look for.
  package init?(_ wanted: String) {
    self.wanted = Self.folded(wanted).scalars
    if self.wanted.isEmpty { return nil }
  }

  /// Where the words stand, in UTF-8 bytes of the text, in order, not overlapping.
  ///
  /// - Complexity: O(text · wanted).
  package func ranges(in text: String) -> [Range<Int>] {
    guard !text.isEmpty else { return [] }
    let (scalars, starts, ends) = Self.folded(text)
    guard let first = wanted.first, scalars.count >= wanted.count else { return [] }
    var found: [Range<Int>] = []
    var place = 0
    while place + wanted.count <= scalars.count {
      let last = place + wanted.count - 1
      // Two scalars can come from one: what begins in the middle of it belongs to the match before.
      if scalars[place] == first, starts[place] >= found.last?.upperBound ?? 0,
        scalars[place...last].elementsEqual(wanted)
      {
        found.append(starts[place]..<ends[last])
        place = last + 1
      } else {
        place += 1
      }
    }
    return found
  }

  /// Lower-case scalars, and the bytes at which those that they come from begin and end in the text.
  private static func folded(_ text: String) -> (scalars: [UInt32], starts: [Int], ends: [Int]) {
    var scalars: [UInt32] = []
    var starts: [Int] = []
    var ends: [Int] = []
    scalars.reserveCapacity(text.utf8.count)
    starts.reserveCapacity(text.utf8.count)
    ends.reserveCapacity(text.utf8.count)
    var offset = 0
    for scalar in text.unicodeScalars {
      let end = offset + UTF8.width(scalar)
      func add(_ value: UInt32) {
        scalars.append(value)
        starts.append(offset)
        ends.append(end)
      }
      if scalar.isASCII {
        let value = scalar.value
        add((0x41...0x5A).contains(value) ? value + 0x20 : value)
      } else if scalar.properties.isLowercase || !scalar.properties.isCased {
        add(scalar.value)
      } else {
        for lower in scalar.properties.lowercaseMapping.unicodeScalars { add(lower.value) }
      }
      offset = end
    }
    return (scalars, starts, ends)
  }
}
