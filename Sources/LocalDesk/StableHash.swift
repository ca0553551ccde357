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
}
