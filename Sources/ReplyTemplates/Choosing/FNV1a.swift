/// The hash FNV-1a of 64 bits, the same on every machine and in every run.
enum FNV1a {
  /// The hash of bytes.
  ///
  /// - Complexity: O(bytes).
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}
