import SystemCalls

/// A hash that is the same in every process: 64-bit FNV-1a with a final mix (MurmurHash3's).
enum StableHash {
  /// - Complexity: O(bytes).
  static func of(_ text: String) -> UInt64 { of(text.utf8) }

  /// - Complexity: O(bytes).
  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ hash >> 33
  }

  /// Of an imported line, without the blanks around it: eight bytes at a time, for it is made of every line.
  ///
  /// - Complexity: O(range).
  static func ofLine(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    var range = range.clamped(to: 0..<bytes.count)
    while let first = range.first, isBlank(bytes[first]) { range = first + 1..<range.upperBound }
    while let last = range.last, isBlank(bytes[last]) { range = range.lowerBound..<last }
    var hash = UInt64(range.count) &* 0x9E37_79B9_7F4A_7C15
    var place = range.lowerBound
    while place + 8 <= range.upperBound {
      hash = (hash ^ (bytes.load(UInt64.self, at: place) ?? 0)) &* 0x9FB2_1C65_1E98_DF25
      hash ^= hash >> 32
      place += 8
    }
    while place < range.upperBound {
      hash = (hash ^ UInt64(bytes[place])) &* 0x100_0000_01B3
      place += 1
    }
    hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
    return hash ^ hash >> 33
  }
}
