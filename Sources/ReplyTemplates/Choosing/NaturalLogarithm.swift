/// The natural logarithm, the same on every machine.
enum NaturalLogarithm {
  /// The logarithm of a positive, finite number, to about fifteen digits.
  static func of(_ value: Double) -> Double {
    // ln x = e ln 2 + 2 artanh((m − 1)/(m + 1)), m between √½ and √2.
    var exponent = Double(value.exponent)
    var part = value.significand
    if part > 1.414_213_562_373_095_1 {
      part /= 2
      exponent += 1
    }
    let ratio = (part - 1) / (part + 1)
    let square = ratio * ratio
    var sum = 0.0
    var divisor = 19.0
    while divisor > 0 {
      sum = sum * square + 1 / divisor
      divisor -= 2
    }
    return exponent * 0.693_147_180_559_945_3 + 2 * ratio * sum
  }
}
