/// Simple case folding of single scalars (Unicode, CaseFolding.txt, statuses C and S).
///
/// One thing is our own: the Turkish dotless `ı` and dotted `İ` fold to `i`, so that whoever types one finds the
/// others; which of them a customer used depends on the keyboard.
package enum CaseFold {
  /// What a scalar folds to; itself when nothing is known about it.
  ///
  /// - Complexity: O(1) for ASCII, else O(log n).
  package static func fold(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return scalar &- 0x41 < 26 ? scalar | 0x20 : scalar }
    let table = CaseFoldings.entries
    var low = 0
    var high = table.count
    while low < high {
      let middle = (low + high) / 2
      if UInt32(table[middle] >> 32) < scalar { low = middle + 1 } else { high = middle }
    }
    guard low < table.count, UInt32(table[low] >> 32) == scalar else { return scalar }
    return UInt32(truncatingIfNeeded: table[low])
  }

  /// All scalars that fold to a folded one: itself first, the others ascending.
  ///
  /// - Complexity: O(size of the table).
  package static func variants(of folded: UInt32) -> [UInt32] {
    var result = [folded]
    for entry in CaseFoldings.entries where UInt32(truncatingIfNeeded: entry) == folded {
      result.append(UInt32(entry >> 32))
    }
    return result
  }
}
