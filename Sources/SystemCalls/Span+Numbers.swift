extension Span<UInt8> {
  /// The little-endian number at a byte offset; 0 where it would reach outside.
  // Called for every row of a filter from another module: unspecialised it would cost ten times as much.
  @inlinable
  package func number<Number: FixedWidthInteger & BitwiseCopyable>(_ type: Number.Type, at offset: Int)
    -> Number
  {
    guard offset >= 0, offset <= count - MemoryLayout<Number>.size else { return 0 }
    // The bounds have been checked, and any bits are a number.
    return Number(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: type))
  }
}
