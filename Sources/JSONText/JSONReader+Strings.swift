extension JSONReader {
  /// Reads over the quoted string that starts here.
  ///
  /// - Returns: the bytes between the quotes, and whether there are escapes among them.
  mutating func quotedRange() throws(JSONError) -> (range: Range<Int>, hasEscapes: Bool) {
    let opening = offset
    let quote = bytes[opening]
    var index = opening + 1
    var hasEscapes = false
    while index < end {
      let byte = bytes[index]
      if byte == quote {
        offset = index + 1
        return (opening + 1..<index, hasEscapes)
      }
      if byte == Byte.backslash {
        hasEscapes = true
        index = try escapeEnd(at: index)
      } else if byte >= 0x20 {
        index += 1
      } else if dialect == .json5, byte != Byte.lineFeed, byte != Byte.carriageReturn {
        index += 1
      } else {
        throw fail("the closing quote of the string or an escape such as \\n", at: index)
      }
    }
    throw JSONError(
      position: JSONPosition(offset: opening, in: bytes, from: start),
      expected: "a closing quote for this string",
      found: "the end of the text")
  }

  /// Reads the quoted string that starts here.
  mutating func quoted() throws(JSONError) -> String {
    let (range, hasEscapes) = try quotedRange()
    if !hasEscapes { return String(decoding: bytes[range], as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == Byte.backslash {
        index = unescape(at: index, into: &result)
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Where the escape at `index` ends, after a check of its grammar.
  private func escapeEnd(at index: Int) throws(JSONError) -> Int {
    guard index + 1 < end else { throw fail("an escape after \"\\\"", at: index + 1) }
    switch bytes[index + 1] {
    case UInt8(ascii: "u"):
      guard hex(at: index + 2, digits: 4) != nil else {
        throw fail("four hexadecimal digits after \\u", at: index + 2)
      }
      return index + 6
    case Byte.quote, Byte.backslash, Byte.slash, UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
      UInt8(ascii: "r"), UInt8(ascii: "t"):
      return index + 2
    default: break
    }
    guard dialect == .json5 else {
      throw fail("one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u", at: index + 1)
    }
    switch bytes[index + 1] {
    case UInt8(ascii: "x"):
      guard hex(at: index + 2, digits: 2) != nil else {
        throw fail("two hexadecimal digits after \\x", at: index + 2)
      }
      return index + 4
    case Byte.carriageReturn:
      return index + 2 < end && bytes[index + 2] == Byte.lineFeed ? index + 3 : index + 2
    case 0x31...0x39: throw fail("an escape other than a digit", at: index + 1)
    default: return index + 2
    }
  }

  /// Appends what the escape at `index` means; its grammar has been checked.
  ///
  /// - Returns: where it ends.
  private func unescape(at index: Int, into result: inout [UInt8]) -> Int {
    let letter = bytes[index + 1]
    switch letter {
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "n"): result.append(Byte.lineFeed)
    case UInt8(ascii: "r"): result.append(Byte.carriageReturn)
    case UInt8(ascii: "t"): result.append(Byte.tab)
    case UInt8(ascii: "u"): return unescapeUnicode(at: index, into: &result)
    case UInt8(ascii: "x") where dialect == .json5:
      append(hex(at: index + 2, digits: 2) ?? 0xFFFD, to: &result)
      return index + 4
    case UInt8(ascii: "v") where dialect == .json5: result.append(0x0B)
    case UInt8(ascii: "0") where dialect == .json5: result.append(0x00)
    case Byte.lineFeed: break
    case Byte.carriageReturn:
      return index + 2 < end && bytes[index + 2] == Byte.lineFeed ? index + 3 : index + 2
    default: result.append(letter)
    }
    return index + 2
  }

  private func unescapeUnicode(at index: Int, into result: inout [UInt8]) -> Int {
    let unit = hex(at: index + 2, digits: 4) ?? 0xFFFD
    guard (0xD800...0xDBFF).contains(unit) else {
      append(unit, to: &result)
      return index + 6
    }
    if index + 7 < end, bytes[index + 6] == Byte.backslash, bytes[index + 7] == UInt8(ascii: "u"),
      let low = hex(at: index + 8, digits: 4), (0xDC00...0xDFFF).contains(low)
    {
      append(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00), to: &result)
      return index + 12
    }
    append(0xFFFD, to: &result)
    return index + 6
  }

  private func append(_ value: UInt32, to result: inout [UInt8]) {
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private func hex(at index: Int, digits: Int) -> UInt32? {
    guard index + digits <= end else { return nil }
    var value: UInt32 = 0
    for place in index..<index + digits {
      guard let digit = Byte.hexValue(bytes[place]) else { return nil }
      value = value << 4 | digit
    }
    return value
  }

  /// Reads an unquoted key of JSON5: ASCII letters, digits, `_`, `$` and anything beyond ASCII but white space.
  mutating func identifier() throws(JSONError) -> String {
    let start = offset
    while offset < end, isWordByte(bytes[offset]), bytes[offset] < 0x80 || wideBlankWidth() == 0 {
      offset += 1
    }
    guard offset > start, !Byte.isDigit(bytes[start]) else {
      offset = start
      throw fail("a key or \"}\"")
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }
}
