/// A number as it was written, so that nothing is rounded on the way.
package struct JSONNumber: Sendable, Hashable {
  /// The number as written; hexadecimal ones as decimal.
  package let text: String

  /// Wraps the text of a number.
  package init(text: String) { self.text = text }

  /// Wraps a whole number.
  package init(_ value: Int) { text = String(value) }

  /// The exact whole number; nil when it has a fraction or is too large.
  package var int: Int? {
    if let value = Int(text) { return value }
    return Int(exactly: double)
  }

  /// The nearest double; infinite when it is too large.
  package var double: Double {
    switch text {
    case "Infinity": .infinity
    case "-Infinity": -.infinity
    default: Double(text) ?? .nan
    }
  }
}

extension JSONReader {
  /// Reads a number of any size.
  package mutating func number() throws(JSONError) -> JSONNumber {
    try skipBlank()
    let range = try numberRange()
    return JSONNumber(text: normalized(range))
  }

  /// Reads over the number that starts here.
  mutating func numberRange() throws(JSONError) -> Range<Int> {
    let start = offset
    var index = offset
    if index < end, bytes[index] == Byte.minus || (dialect == .json5 && bytes[index] == Byte.plus) {
      index += 1
    }
    if dialect == .json5, let special = specialEnd(at: index) {
      return accept(start..<special)
    }
    let whole = digits(&index)
    if whole == 0, !(dialect == .json5 && index < end && bytes[index] == Byte.dot) {
      throw fail(index == start ? "a number" : "a digit", at: index)
    }
    if whole > 1, bytes[index - whole] == Byte.zero {
      throw fail("no zero before other digits", at: index - whole)
    }
    if index < end, bytes[index] == Byte.dot {
      index += 1
      let fraction = digits(&index)
      if fraction == 0, dialect == .json || whole == 0 {
        throw fail("a digit after the decimal point", at: index)
      }
    }
    if index < end, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < end, bytes[index] == Byte.plus || bytes[index] == Byte.minus { index += 1 }
      if digits(&index) == 0 { throw fail("a digit in the exponent", at: index) }
    }
    if index < end, bytes[index] < 0x80, isWordByte(bytes[index]) {
      throw fail("the end of the number", at: index)
    }
    return accept(start..<index)
  }

  private mutating func accept(_ range: Range<Int>) -> Range<Int> {
    offset = range.upperBound
    isFirst = false
    return range
  }

  private func digits(_ index: inout Int) -> Int {
    let start = index
    while index < end, Byte.isDigit(bytes[index]) { index += 1 }
    return index - start
  }

  /// Where a hexadecimal number, `Infinity` or `NaN` at `start` ends; nil when none stands there.
  private func specialEnd(at start: Int) -> Int? {
    for word in ["Infinity", "NaN"] where end - start >= word.utf8.count {
      if bytes[start..<start + word.utf8.count].elementsEqual(word.utf8) { return start + word.utf8.count }
    }
    guard end - start > 2, bytes[start] == Byte.zero, bytes[start + 1] | 0x20 == UInt8(ascii: "x") else {
      return nil
    }
    var index = start + 2
    while index < end, Byte.hexValue(bytes[index]) != nil { index += 1 }
    return index > start + 2 ? index : nil
  }

  private func normalized(_ range: Range<Int>) -> String {
    let text = String(decoding: bytes[range], as: UTF8.self)
    guard dialect == .json5 else { return text }
    let isNegative = text.hasPrefix("-")
    var body = text.drop { $0 == "+" || $0 == "-" }
    if body.hasPrefix("0x") || body.hasPrefix("0X") {
      let digits = body.dropFirst(2)
      let whole = UInt64(digits, radix: 16).map { String($0) }
      return (isNegative ? "-" : "") + (whole ?? hexDouble(digits))
    }
    if body == "NaN" { return "NaN" }
    if body.hasPrefix(".") { body = "0" + body }
    var result = String(body)
    if let dot = result.firstIndex(of: "."), !(result[dot...].dropFirst().first?.isNumber ?? false) {
      result.remove(at: dot)
    }
    return (isNegative ? "-" : "") + result
  }

  private func hexDouble(_ digits: Substring) -> String {
    let value = digits.utf8.reduce(0.0) { $0 * 16 + Double(Byte.hexValue($1) ?? 0) }
    return value.isFinite ? String(value) : "Infinity"
  }
}
