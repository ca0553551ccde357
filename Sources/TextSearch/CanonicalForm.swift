/// The two ways of writing letters with marks (UAX #15): composed, as most keyboards send them, and decomposed.
///
/// Marks are taken in the order in which they stand; those in another order than the canonical one stay as they
/// are.
package enum CanonicalForm {
  /// Scalars taken apart as far as possible.
  ///
  /// - Complexity: O(n log t), t the size of the table.
  package static func decomposed(_ scalars: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    for scalar in scalars { append(scalar, to: &result) }
    return result
  }

  private static func append(_ scalar: UInt32, to result: inout [UInt32]) {
    if let parts = hangulParts(scalar) {
      result += parts
    } else if let place = place(of: scalar) {
      append(CanonicalPairs.entries[place + 1], to: &result)
      append(CanonicalPairs.entries[place + 2], to: &result)
    } else {
      result.append(scalar)
    }
  }

  /// Scalars put together as far as possible.
  ///
  /// - Complexity: O(n t), t the size of the table; for what a person has typed.
  package static func composed(_ scalars: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    for scalar in decomposed(scalars) {
      if let last = result.last, let whole = compose(last, scalar) {
        result[result.count - 1] = whole
      } else {
        result.append(scalar)
      }
    }
    return result
  }

  private static func place(of scalar: UInt32) -> Int? {
    if scalar < 0xC0 { return nil }
    let table = CanonicalPairs.entries
    var low = 0
    var high = table.count / 4
    while low < high {
      let middle = (low + high) / 2
      if table[middle * 4] < scalar { low = middle + 1 } else { high = middle }
    }
    return low < table.count / 4 && table[low * 4] == scalar ? low * 4 : nil
  }

  private static func compose(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if second < 0x300 { return nil }
    if let syllable = hangul(first, second) { return syllable }
    let table = CanonicalPairs.entries
    for place in stride(from: 0, to: table.count, by: 4)
    where table[place + 1] == first && table[place + 2] == second && table[place + 3] == 1 {
      return table[place]
    }
    return nil
  }

  // MARK: - Hangul (The Unicode Standard, 3.12)

  private static func hangulParts(_ scalar: UInt32) -> [UInt32]? {
    let index = scalar &- 0xAC00
    guard index < 11_172 else { return nil }
    let parts = [0x1100 + index / 588, 0x1161 + index % 588 / 28]
    return index % 28 == 0 ? parts : parts + [0x11A7 + index % 28]
  }

  private static func hangul(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if first &- 0x1100 < 19, second &- 0x1161 < 21 {
      return 0xAC00 + (first - 0x1100) * 588 + (second - 0x1161) * 28
    }
    let index = first &- 0xAC00
    guard index < 11_172, index % 28 == 0, second > 0x11A7, second < 0x11C3 else { return nil }
    return first + second - 0x11A7
  }
}
