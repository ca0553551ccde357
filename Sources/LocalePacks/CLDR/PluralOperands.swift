/// What plural rules ask of a number as it is written: UTS #35, Part 3, 5.1.1.
package struct PluralOperands: Sendable, Hashable {
  /// The digits before the decimal mark; above 10^18 its last 18 digits and 10^18, which every rule takes alike.
  package let i: Int
  /// How many digits stand behind the decimal mark, with zeros at the end.
  package let v: Int
  /// How many digits stand behind the decimal mark, without zeros at the end.
  package let w: Int
  /// The digits behind the decimal mark as a number, with zeros at the end; the first 18 count.
  package let f: Int
  /// The digits behind the decimal mark as a number, without zeros at the end; the first 18 count.
  package let t: Int
  /// The exponent of a compact form: 6 for `1c6`, a million.
  package let c: Int

  /// Reads a decimal number in ASCII digits: `1`, `-1.50`, `1.2c6`; nil for anything else.
  ///
  /// `e` may stand for `c`; its exponent is 0 to 30.
  /// - Complexity: O(length).
  package init?(_ text: some StringProtocol) {
    var text = text.utf8[...]
    var exponent = 0
    if let mark = text.firstIndex(where: { $0 == UInt8(ascii: "c") || $0 == UInt8(ascii: "e") }) {
      guard let value = Int(String(decoding: text[text.index(after: mark)...], as: UTF8.self)),
        (0...30).contains(value)
      else { return nil }
      exponent = value
      text = text[..<mark]
    }
    guard let number = DecimalText(String(decoding: text, as: UTF8.self)) else { return nil }
    var whole = number.whole
    var fraction = number.fraction
    for _ in 0..<exponent {
      whole.append(fraction.isEmpty ? UInt8(ascii: "0") : fraction.removeFirst())
    }
    i =
      Self.value(whole.suffix(18))
      + (whole.drop { $0 == UInt8(ascii: "0") }.count > 18 ? 1_000_000_000_000_000_000 : 0)
    v = fraction.count
    f = Self.value(fraction.prefix(18))
    while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
    w = fraction.count
    t = Self.value(fraction.prefix(18))
    c = exponent
  }

  /// The whole number of an operand by its letter; nil for `n` with a fraction.
  func whole(_ operand: Character) -> Int? {
    switch operand {
    case "n": w == 0 ? i : nil
    case "i": i
    case "v": v
    case "w": w
    case "f": f
    case "t": t
    default: c
    }
  }

  private static func value(_ digits: some Sequence<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }
}
