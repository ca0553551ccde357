/// Mirrored characters and paired brackets (UAX #9, Bidi_Mirroring_Glyph, Bidi_Paired_Bracket).
enum Mirroring {
  enum Bracket: UInt64 {
    case none, opening, closing
  }

  /// The mirror of a scalar and what bracket the scalar is; nil when it has no mirror.
  ///
  /// - Complexity: O(log *n*) in the size of the table.
  static func entry(of scalar: UInt32) -> (scalar: UInt32, bracket: Bracket)? {
    guard ScalarRecord(scalar).isMirrored else { return nil }
    let entries = MirroredPairs.entries
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] >> 32 < UInt64(scalar) { low = middle + 1 } else { high = middle }
    }
    guard low < entries.count, entries[low] >> 32 == UInt64(scalar) else { return nil }
    let mirror = UInt32(entries[low] >> 8 & 0xFF_FFFF)
    return (mirror, Bracket(rawValue: entries[low] & 0xFF) ?? .none)
  }

  /// Angle brackets U+2329 and U+232A are canonically equivalent to U+3008 and U+3009.
  static func canonical(_ bracket: UInt32) -> UInt32 {
    switch bracket {
    case 0x2329: 0x3008
    case 0x232A: 0x3009
    default: bracket
    }
  }
}
