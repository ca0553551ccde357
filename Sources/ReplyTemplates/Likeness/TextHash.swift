/// Hashes of runs of scalars of which any part can be had at once.
struct TextHash: Sendable {
  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Powers of the base, as far as parts are asked for.
  private static let powers: [UInt64] = {
    var powers: [UInt64] = [1]
    for _ in 0..<ReplyTokens.longestWord { powers.append((powers.last ?? 1) &* base) }
    return powers
  }()

  private var sums: [UInt64] = [0]

  /// Prepares the parts of a text.
  ///
  /// - Complexity: O(scalars).
  init(_ scalars: [UInt32]) {
    sums.reserveCapacity(scalars.count + 1)
    var sum: UInt64 = 0
    for scalar in scalars {
      sum = sum &* Self.base &+ UInt64(scalar) &+ 1
      sums.append(sum)
    }
  }

  /// The hash of the part that begins at a place; at most `ReplyTokens.longestWord` scalars.
  func part(_ start: Int, _ count: Int) -> UInt64 {
    sums[start + count] &- sums[start] &* Self.powers[count]
  }

  /// The hash of a whole text, as `part` would give it.
  static func of(_ scalars: some Sequence<UInt32>) -> UInt64 {
    scalars.reduce(0) { $0 &* base &+ UInt64($1) &+ 1 }
  }

  /// A hash in which every bit depends on every bit.
  static func mix(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
