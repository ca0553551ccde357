/// Writes compact JSON as UTF-8 bytes, on one line.
///
/// Control characters (C0, DEL, C1), U+2028 and U+2029 are escaped, so that the bytes are safe to show,
/// to split at line ends and to paste into a script. The caller keeps the nesting right.
package struct JSONWriter: Sendable {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Makes an empty writer.
  package init() {}

  /// Makes a writer that goes on behind bytes already there.
  package init(appendingTo bytes: consuming [UInt8]) { self.bytes = bytes }

  /// Writes `{`.
  package mutating func beginObject() { open(Byte.openBrace) }

  /// Writes `}`.
  package mutating func endObject() { close(Byte.closeBrace) }

  /// Writes `[`.
  package mutating func beginArray() { open(Byte.openBracket) }

  /// Writes `]`.
  package mutating func endArray() { close(Byte.closeBracket) }

  /// Writes a key; its value must follow.
  package mutating func key(_ name: String) {
    string(name)
    bytes.append(Byte.colon)
    needsComma = false
  }

  /// Writes a string.
  ///
  /// - Complexity: O(bytes).
  package mutating func string(_ text: String) {
    separate()
    bytes.append(Byte.quote)
    escape(text.utf8.span)
    bytes.append(Byte.quote)
  }

  /// Writes a whole number.
  package mutating func int(_ value: Int) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Writes a number; infinity and NaN become null.
  package mutating func double(_ value: Double) {
    guard value.isFinite else { return null() }
    separate()
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Writes `true` or `false`.
  package mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// Writes `null`.
  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Writes bytes that are one whole JSON value already.
  package mutating func raw(_ value: some Collection<UInt8>) {
    separate()
    bytes.append(contentsOf: value)
  }

  /// Writes a tree.
  package mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let flag): bool(flag)
    case .number(let number): number.double.isFinite ? raw(number.text.utf8) : null()
    case .string(let text): string(text)
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .object(let members):
      beginObject()
      for member in members {
        key(member.key)
        self.value(member.value)
      }
      endObject()
    }
  }

  /// Writes a key with a string.
  package mutating func member(_ name: String, _ text: String) {
    key(name)
    string(text)
  }

  /// Writes a key with a string, nothing when there is none.
  package mutating func member(_ name: String, ifPresent text: String?) {
    if let text { member(name, text) }
  }

  /// Writes a key with an array of strings.
  package mutating func strings(_ name: String, _ texts: [String]) {
    key(name)
    beginArray()
    for text in texts { string(text) }
    endArray()
  }

  // MARK: - Parts

  private mutating func separate() {
    if needsComma { bytes.append(Byte.comma) }
    needsComma = true
  }

  private mutating func open(_ byte: UInt8) {
    separate()
    bytes.append(byte)
    needsComma = false
  }

  private mutating func close(_ byte: UInt8) {
    bytes.append(byte)
    needsComma = true
  }

  private mutating func escape(_ text: Span<UInt8>) {
    var index = 0
    let count = text.count
    while index < count {
      let byte = text[index]
      switch byte {
      case Byte.quote, Byte.backslash:
        bytes.append(Byte.backslash)
        bytes.append(byte)
      case 0x08: append("\\b")
      case 0x0C: append("\\f")
      case Byte.lineFeed: append("\\n")
      case Byte.carriageReturn: append("\\r")
      case Byte.tab: append("\\t")
      case 0..<0x20, 0x7F: appendEscape(UInt16(byte))
      case 0xC2 where index + 1 < count && text[index + 1] < 0xA0:
        appendEscape(UInt16(text[index + 1]))
        index += 1
      case 0xE2 where index + 2 < count && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8:
        appendEscape(0x2028 + UInt16(text[index + 2] - 0xA8))
        index += 2
      default: bytes.append(byte)
      }
      index += 1
    }
  }

  private mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: text.description.utf8)
  }

  private mutating func appendEscape(_ value: UInt16) {
    append("\\u")
    for shift in [12, 8, 4, 0] as [UInt16] {
      let digit = UInt8(value >> shift & 0xF)
      bytes.append(digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
    }
  }
}
