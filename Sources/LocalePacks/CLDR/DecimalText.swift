/// A decimal number as ASCII text, of any length: no binary fraction comes between what was typed and what is shown.
package struct DecimalText: Sendable, Hashable {
  /// Whether a minus stands before it and it is not zero.
  package private(set) var isNegative: Bool
  /// Digits before the mark as ASCII bytes, at least one, no zeros in front.
  package private(set) var whole: [UInt8]
  /// Digits behind the mark as ASCII bytes, as they were written.
  package private(set) var fraction: [UInt8]

  /// Reads `-`, digits, and a point with digits after it; nil for anything else.
  ///
  /// - Complexity: O(length).
  package init?(_ text: String) {
    var bytes = Array(text.utf8)[...]
    let minus = bytes.first == UInt8(ascii: "-")
    if minus { bytes.removeFirst() }
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isDigit) })
    else {
      return nil
    }
    whole = Array(parts[0].drop { $0 == UInt8(ascii: "0") })
    if whole.isEmpty { whole = [UInt8(ascii: "0")] }
    fraction = parts.count == 2 ? Array(parts[1]) : []
    isNegative = minus
    isNegative = minus && !isZero
  }

  /// Whether all digits are zeros.
  package var isZero: Bool { (whole + fraction).allSatisfy { $0 == UInt8(ascii: "0") } }

  /// The number with exactly `count` digits behind the mark; halves go to the even digit, as CLDR rounds.
  ///
  /// - Complexity: O(length).
  package func rounded(toFraction count: Int) -> DecimalText {
    var result = self
    guard fraction.count > count else {
      result.fraction += Array(repeating: UInt8(ascii: "0"), count: count - fraction.count)
      return result
    }
    let rest = fraction[count...]
    var digits = whole + fraction[..<count]
    let half = UInt8(ascii: "5")
    let isHalf = rest.first == half && rest.dropFirst().allSatisfy { $0 == UInt8(ascii: "0") }
    let goesUp = (rest.first ?? 0) >= half && (!isHalf || (digits.last ?? 0) % 2 == 1)
    if goesUp {
      var place = digits.count - 1
      while place >= 0, digits[place] == UInt8(ascii: "9") {
        digits[place] = UInt8(ascii: "0")
        place -= 1
      }
      if place >= 0 { digits[place] += 1 } else { digits.insert(UInt8(ascii: "1"), at: 0) }
    }
    result.whole = Array(digits.dropLast(count))
    result.fraction = Array(digits.suffix(count))
    result.isNegative = isNegative && !result.isZero
    return result
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
