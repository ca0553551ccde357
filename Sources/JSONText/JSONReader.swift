/// Which grammar a reader accepts.
package enum JSONDialect: Sendable, Hashable {
  /// RFC 8259, nothing else.
  case json
  /// JSON5 (spec.json5.org): comments, trailing commas, unquoted keys, single quotes, hex, `+`, bare dots.
  case json5
}

/// What kind of value stands next.
package enum JSONKind: String, Sendable, Hashable {
  case object, array, string, number, bool, null

  /// The kind with its article, for messages.
  package var phrase: String {
    switch self {
    case .object: "an object"
    case .array: "an array"
    case .string: "a string"
    case .number: "a number"
    case .bool: "true or false"
    case .null: "null"
    }
  }
}

/// Reads JSON bytes by pulling: the caller asks for what it expects, and skips what it does not know.
///
/// Never traps, whatever the bytes are. Invalid UTF-8 inside strings becomes U+FFFD; a lone surrogate
/// escape does, too. Nesting deeper than 128 is an error. A byte order mark at the start is skipped.
package struct JSONReader: Sendable {
  /// The deepest nesting that is read.
  package static let depthLimit = 128

  let bytes: [UInt8]
  let start: Int
  let end: Int
  let dialect: JSONDialect
  /// Where the reader stands: bytes from the start of the whole array, from 0.
  package internal(set) var offset: Int
  var depth = 0
  /// Whether nothing of the innermost container has been read yet, so that no comma is due.
  var isFirst = true

  /// Reads `range` of the bytes, all of them if nil; a range outside is cut to what there is.
  package init(_ bytes: [UInt8], range: Range<Int>? = nil, dialect: JSONDialect = .json) {
    self.bytes = bytes
    self.dialect = dialect
    let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    end = range.upperBound
    start = range.lowerBound
    offset = range.lowerBound
    if end - offset >= 3, bytes[offset] == 0xEF, bytes[offset + 1] == 0xBB, bytes[offset + 2] == 0xBF {
      offset += 3
    }
  }

  /// The place where the reader stands, counted from the start of its range.
  ///
  /// - Complexity: O(offset).
  package var position: JSONPosition { JSONPosition(offset: offset, in: bytes, from: start) }

  /// The kind of the value that stands next; nothing is read.
  ///
  /// - Throws: `JSONError` when no value stands there.
  package mutating func peek() throws(JSONError) -> JSONKind {
    try skipBlank()
    guard offset < end else { throw fail("a value") }
    switch bytes[offset] {
    case Byte.openBrace: return .object
    case Byte.openBracket: return .array
    case Byte.quote: return .string
    case Byte.apostrophe where dialect == .json5: return .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
    case UInt8(ascii: "n"): return .null
    case Byte.minus, Byte.zero...Byte.nine: return .number
    case Byte.plus, Byte.dot, UInt8(ascii: "I"), UInt8(ascii: "N"):
      if dialect == .json5 { return .number }
      throw fail("a value")
    default: throw fail("a value")
    }
  }

  /// Steps into an object; read its members with `nextKey` until that returns nil.
  package mutating func beginObject() throws(JSONError) {
    try open(Byte.openBrace, "an object")
  }

  /// The next key of the object, whose value must be read or skipped then; nil when the object is over.
  package mutating func nextKey() throws(JSONError) -> String? {
    guard try hasNext(Byte.closeBrace, "\"}\"") else { return nil }
    guard offset < end else { throw fail("a key") }
    let key: String
    if bytes[offset] == Byte.quote || (dialect == .json5 && bytes[offset] == Byte.apostrophe) {
      key = try quoted()
    } else if dialect == .json5 {
      key = try identifier()
    } else {
      throw fail(isFirst ? "a key in double quotes or \"}\"" : "a key in double quotes")
    }
    try skipBlank()
    guard offset < end, bytes[offset] == Byte.colon else { throw fail("\":\"") }
    offset += 1
    isFirst = false
    return key
  }

  /// Steps into an array; call `nextElement` before each element.
  package mutating func beginArray() throws(JSONError) {
    try open(Byte.openBracket, "an array")
  }

  /// Whether another element follows, which must be read or skipped then; false when the array is over.
  package mutating func nextElement() throws(JSONError) -> Bool {
    guard try hasNext(Byte.closeBracket, "\"]\"") else { return false }
    isFirst = false
    return true
  }

  /// Reads a string.
  ///
  /// - Complexity: O(bytes).
  package mutating func string() throws(JSONError) -> String {
    try skipBlank()
    guard offset < end,
      bytes[offset] == Byte.quote || (dialect == .json5 && bytes[offset] == Byte.apostrophe)
    else { throw fail("a string") }
    let text = try quoted()
    isFirst = false
    return text
  }

  /// Reads `true` or `false`.
  package mutating func bool() throws(JSONError) -> Bool {
    try skipBlank()
    if takeWord("true") { return true }
    if takeWord("false") { return false }
    throw fail("true or false")
  }

  /// Reads `null`.
  package mutating func null() throws(JSONError) {
    try skipBlank()
    if !takeWord("null") { throw fail("null") }
  }

  /// Reads over the next value, whatever it is, and checks its grammar.
  ///
  /// - Returns: where its bytes stand in the whole array.
  /// - Complexity: O(bytes).
  @discardableResult
  package mutating func skip() throws(JSONError) -> Range<Int> {
    let kind = try peek()
    let start = offset
    switch kind {
    case .object:
      try beginObject()
      while try skipKey() { try skip() }
    case .array:
      try beginArray()
      while try nextElement() { try skip() }
    case .string:
      _ = try quotedRange()
      isFirst = false
    case .number: _ = try numberRange()
    case .bool: _ = try bool()
    case .null: try null()
    }
    return start..<offset
  }

  /// Checks that nothing but blanks follows.
  package mutating func finish() throws(JSONError) {
    try skipBlank()
    if offset < end { throw fail("the end of the text") }
  }

  /// An error at the place where the reader stands, or at `at`.
  package func fail(_ expected: String, at place: Int? = nil) -> JSONError {
    let place = place ?? offset
    return JSONError(
      position: JSONPosition(offset: place, in: bytes, from: start), expected: expected,
      found: found(at: place))
  }

  // MARK: - Parts

  private mutating func open(_ byte: UInt8, _ name: String) throws(JSONError) {
    try skipBlank()
    guard offset < end, bytes[offset] == byte else { throw fail(name) }
    guard depth < Self.depthLimit else { throw fail("nesting of at most \(Self.depthLimit) levels") }
    depth += 1
    offset += 1
    isFirst = true
  }

  /// Reads up to the next member or element, or over the closing bracket.
  private mutating func hasNext(_ close: UInt8, _ closeName: String) throws(JSONError) -> Bool {
    try skipBlank()
    guard offset < end else {
      throw fail(isFirst ? "a value or \(closeName)" : "\",\" or \(closeName)")
    }
    if bytes[offset] == close { return leave() }
    if isFirst { return true }
    guard bytes[offset] == Byte.comma else { throw fail("\",\" or \(closeName)") }
    offset += 1
    try skipBlank()
    if dialect == .json5, offset < end, bytes[offset] == close { return leave() }
    return true
  }

  private mutating func leave() -> Bool {
    offset += 1
    depth = max(0, depth - 1)
    isFirst = false
    return false
  }

  /// As `nextKey`, without making a string in the common case.
  private mutating func skipKey() throws(JSONError) -> Bool {
    guard try hasNext(Byte.closeBrace, "\"}\"") else { return false }
    guard offset < end else { throw fail("a key") }
    if bytes[offset] == Byte.quote || (dialect == .json5 && bytes[offset] == Byte.apostrophe) {
      _ = try quotedRange()
    } else if dialect == .json5 {
      _ = try identifier()
    } else {
      throw fail("a key in double quotes")
    }
    try skipBlank()
    guard offset < end, bytes[offset] == Byte.colon else { throw fail("\":\"") }
    offset += 1
    isFirst = false
    return true
  }

  private mutating func takeWord(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard end - offset >= count else { return false }
    var index = 0
    for byte in word.description.utf8 {
      if bytes[offset + index] != byte { return false }
      index += 1
    }
    let next = offset + count
    if next < end, bytes[next] < 0x80, isWordByte(bytes[next]) { return false }
    offset = next
    isFirst = false
    return true
  }

  func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, Byte.underscore, Byte.dollar, 0x80...0xFF: true
    default: false
    }
  }

  private func found(at place: Int) -> String {
    guard place < end else { return "the end of the text" }
    let byte = bytes[place]
    if byte < 0x20 || byte == 0x7F {
      let hex = String(byte, radix: 16, uppercase: true)
      return "the control character U+" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
    }
    let text = String(decoding: bytes[place..<min(end, place + 4)], as: UTF8.self)
    guard let scalar = text.unicodeScalars.first else { return "nothing" }
    return "\"\(Character(scalar))\""
  }
}
