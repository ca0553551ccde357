import JSONText

/// A JSON value as somebody else wrote it, kept byte for byte but for white space outside of strings.
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
    do { self.bytes = try JSONBytes.minified(bytes) } catch { throw .syntax(error) }
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
