/// Decoding of valid UTF-8, as strings hold it.
enum UTF8Decoding {
  /// The scalar at a byte offset and its length in bytes.
  @inline(__always)
  static func scalar(in span: Span<UInt8>, at offset: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(span[offset])
    if first < 0x80 { return (first, 1) }
    let second = UInt32(span[offset + 1] & 0x3F)
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
    let third = UInt32(span[offset + 2] & 0x3F)
    if first < 0xF0 { return ((first & 0xF) << 12 | second << 6 | third, 3) }
    let fourth = UInt32(span[offset + 3] & 0x3F)
    return ((first & 7) << 18 | second << 12 | third << 6 | fourth, 4)
  }
}
