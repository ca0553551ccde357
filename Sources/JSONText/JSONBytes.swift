/// Operations on JSON bytes that need no tree.
package enum JSONBytes {
  /// Whether bytes are well-formed UTF-8.
  ///
  /// - Complexity: O(range).
  package static func isValidUTF8(_ bytes: [UInt8], range: Range<Int>) -> Bool {
    let range = range.clamped(to: 0..<bytes.count)
    return (try? UTF8Span(validating: bytes.span.extracting(range))) != nil
  }

  /// The bytes with each ill-formed sequence replaced by U+FFFD.
  ///
  /// - Complexity: O(range).
  package static func repairedUTF8(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  /// One JSON text without the white space outside strings: it stands on one line then.
  ///
  /// - Throws: `JSONError` when the bytes are not one JSON value.
  /// - Complexity: O(bytes).
  package static func minified(_ bytes: [UInt8]) throws(JSONError) -> [UInt8] {
    var reader = JSONReader(bytes)
    let range = try reader.skip()
    try reader.finish()
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var isInString = false
    var isEscaped = false
    for byte in bytes[range] {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == Byte.backslash {
          isEscaped = true
        } else if byte == Byte.quote {
          isInString = false
        }
      } else if byte == Byte.quote {
        isInString = true
      } else if byte <= Byte.space {
        continue
      }
      result.append(byte)
    }
    return result
  }
}
