import JSONText

/// A JSON value as somebody else wrote it.
///
/// Numbers and escapes stay as they are, white space outside of strings is left out, controls in strings are
/// escaped.
package struct RawJSON: Sendable, Hashable {
  /// The value on one line.
  package let bytes: [UInt8]

  /// Checks and keeps a value.
  ///
  /// - Throws: `ProtocolError` when it is not UTF-8, not one JSON value, or nested deeper than
  ///   `ProtocolLimits.rawDepth`.
  /// - Complexity: O(bytes).
  package init(_ bytes: [UInt8]) throws(ProtocolError) {
    guard JSONBytes.isValidUTF8(bytes, range: 0..<bytes.count) else { throw .encoding }
    do { self.bytes = Self.escaped(try JSONBytes.minified(bytes)) } catch { throw .syntax(error) }
    let depth = Self.depth(of: self.bytes)
    guard depth <= ProtocolLimits.rawDepth else {
      throw .field(
        path: "", expected: "nesting of at most \(ProtocolLimits.rawDepth) levels", found: "\(depth) levels")
    }
  }

  private init(object: ()) { bytes = [UInt8(ascii: "{"), UInt8(ascii: "}")] }

  /// `{}`.
  package static let emptyObject = RawJSON(object: ())

  /// Whether it is an object.
  package var isObject: Bool { bytes.first == UInt8(ascii: "{") }

  /// DEL, C1, U+2028 and U+2029 may stand in strings of JSON as they are; in a line of ours they do not.
  private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      switch (bytes[index], index + 1 < bytes.count ? bytes[index + 1] : 0) {
      case (0x7F, _): result += "\\u007f".utf8
      case (0xC2, let next) where next < 0xA0:
        result += "\\u00\(String(next, radix: 16))".utf8
        index += 1
      case (0xE2, 0x80) where bytes[index + 2] & 0xFE == 0xA8:
        result += "\\u202\(String(bytes[index + 2] - 0xA0, radix: 16))".utf8
        index += 2
      default: result.append(bytes[index])
      }
      index += 1
    }
    return result
  }

  private static func depth(of bytes: [UInt8]) -> Int {
    var (depth, deepest, isInString, isEscaped) = (0, 0, false, false)
    for byte in bytes {
      switch byte {
      case _ where isEscaped: isEscaped = false
      case UInt8(ascii: "\\"): isEscaped = true
      case UInt8(ascii: "\""): isInString.toggle()
      case _ where isInString: continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        deepest = max(deepest, depth)
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: continue
      }
    }
    return deepest
  }
}

extension RawJSON: WireValue {
  static var phrase: String { "a value" }

  init(reading slot: WireSlot) throws(ProtocolError) { try self.init(Array(slot.bytes[slot.range])) }

  func write(to writer: inout JSONWriter) { writer.raw(bytes) }
}
