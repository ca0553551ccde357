/// The number of a card: its brand's beginnings and lengths, and the check digit.
enum CardNumber {
  /// Beginnings, from and to with the same count of digits, then the shortest and the longest number.
  private struct Brand {
    let from: Int
    let to: Int
    let shortest: Int
    let longest: Int
  }

  private static let brands: [Brand] =
    """
    4-4:13-19 51-55:16-16 2221-2720:16-16 34-34:15-15 37-37:15-15 6011-6011:16-19 644-649:16-19
    65-65:16-19 622126-622925:16-19 62-62:14-19 81-81:14-19 300-305:14-19 3095-3095:14-19
    36-36:14-19 38-39:14-19 3528-3589:16-19 5018-5018:12-19 5020-5020:12-19 5038-5038:12-19
    5893-5893:12-19 6304-6304:12-19 6759-6759:12-19 6761-6763:12-19 50-50:12-19 56-58:12-19
    67-67:12-19 2200-2204:16-19 60-60:16-16 508-508:16-16 353-353:16-16 356-356:16-16
    9792-9792:16-16 636-637:16-16 6062-6062:16-16 5067-5067:16-16 4571-4571:16-16 8600-8600:16-16
    9860-9860:16-16 9704-9704:16-19 1946-1946:16-16 94-94:16-16 506099-506198:16-19
    650002-650027:16-19 357111-357111:16-16 637-637:16-16 5392-5392:16-16 6221-6221:16-19
    603799-603799:16-16 589-589:16-16 627-628:16-16 639-639:16-16 504-504:16-16 505-505:16-16
    502-502:16-16
    """.split { $0 == " " || $0 == "\n" }.compactMap { row in
      let numbers = row.split { $0 == "-" || $0 == ":" }.compactMap { Int($0) }
      guard numbers.count == 4 else { return nil }
      return Brand(from: numbers[0], to: numbers[1], shortest: numbers[2], longest: numbers[3])
    }

  /// Whether digits begin as a brand's cards do, and are as many.
  static func hasBrand(_ digits: [Int]) -> Bool {
    guard (12...19).contains(digits.count) else { return false }
    return brands.contains { brand in
      let wanted = String(brand.from).count
      let beginning = digits.prefix(wanted).reduce(0) { $0 * 10 + $1 }
      return brand.from <= beginning && beginning <= brand.to && brand.shortest <= digits.count
        && digits.count <= brand.longest
    }
  }

  /// Whether the last digit is the one that the others ask for (Luhn).
  static func passesLuhn(_ digits: [Int]) -> Bool {
    guard digits.contains(where: { $0 != 0 }) else { return false }
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let doubled = place % 2 == 1 ? digit * 2 : digit
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0
  }
}
