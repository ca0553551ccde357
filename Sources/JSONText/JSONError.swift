/// A place in a text.
package struct JSONPosition: Sendable, Hashable {
  /// Bytes from the start of the text, from 0.
  package let offset: Int
  /// The line, from 1; lines end with LF.
  package let line: Int
  /// The column in Unicode scalars, from 1.
  package let column: Int

  /// The place of a byte of a text that begins at `start`; an offset beyond the end counts as the end.
  ///
  /// - Complexity: O(offset).
  package init(offset: Int, in bytes: [UInt8], from start: Int = 0) {
    let start = max(0, min(start, bytes.count))
    let offset = max(start, min(offset, bytes.count))
    var line = 1
    var column = 1
    for index in start..<offset {
      let byte = bytes[index]
      if byte == Byte.lineFeed {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    self.offset = offset - start
    self.line = line
    self.column = column
  }
}

/// Why a text is not JSON (RFC 8259) or not JSON5.
package struct JSONError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Where.
  package let position: JSONPosition
  /// What the grammar allows there, such as `"," or "}"`.
  package let expected: String
  /// What stands there instead, such as `the end of the text`.
  package let found: String

  /// Makes an error.
  package init(position: JSONPosition, expected: String, found: String) {
    self.position = position
    self.expected = expected
    self.found = found
  }

  /// One sentence with line and column, both from 1.
  package var description: String {
    "line \(position.line), column \(position.column): expected \(expected), found \(found)"
  }
}

/// Bytes that the grammar names.
enum Byte {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let dollar: UInt8 = 0x24
  static let apostrophe: UInt8 = 0x27
  static let star: UInt8 = 0x2A
  static let plus: UInt8 = 0x2B
  static let comma: UInt8 = 0x2C
  static let minus: UInt8 = 0x2D
  static let dot: UInt8 = 0x2E
  static let slash: UInt8 = 0x2F
  static let zero: UInt8 = 0x30
  static let nine: UInt8 = 0x39
  static let colon: UInt8 = 0x3A
  static let openBracket: UInt8 = 0x5B
  static let backslash: UInt8 = 0x5C
  static let closeBracket: UInt8 = 0x5D
  static let underscore: UInt8 = 0x5F
  static let openBrace: UInt8 = 0x7B
  static let closeBrace: UInt8 = 0x7D

  static func isDigit(_ byte: UInt8) -> Bool { byte >= zero && byte <= nine }

  static func hexValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }
}
