import SeededRandom

/// Makes numbers with right check digits.
enum SecretNumberGenerator {
  private static func digits(_ count: Int, _ random: inout SeededGenerator) -> String {
    (0..<count).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
  }

  /// A number with the digit behind it that Luhn's check asks for.
  static func luhn(_ number: String) -> String {
    var sum = 0
    for (place, digit) in number.compactMap(\.wholeNumberValue).reversed().enumerated() {
      let doubled = place % 2 == 0 ? digit * 2 : digit
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return number + String((10 - sum % 10) % 10)
  }

  /// A card of one of the brands, in groups or not.
  static func card(_ half: SecretMessageTemplate.Half, _ random: inout SeededGenerator) -> String {
    let beginnings =
      half == .tune
      ? ["4", "51", "55", "37", "6011", "2200"] : ["4", "53", "2221", "34", "65", "3530", "62"]
    let beginning = beginnings.randomElement(using: &random) ?? "4"
    let isAmex = beginning.hasPrefix("34") || beginning.hasPrefix("37")
    let number = luhn(beginning + digits((isAmex ? 14 : 15) - beginning.count, &random))
    let joint = ["", " ", " ", "-"].randomElement(using: &random) ?? ""
    let sizes = isAmex ? [4, 6, 5] : [4, 4, 4, 4]
    var rest = number[...]
    var groups: [Substring] = []
    for size in sizes {
      groups.append(rest.prefix(size))
      rest = rest.dropFirst(size)
    }
    return groups.joined(separator: joint)
  }

  /// An IBAN, in groups of four or not.
  static func iban(_ half: SecretMessageTemplate.Half, _ random: inout SeededGenerator) -> String {
    let countries =
      half == .tune
      ? [("DE", 22), ("PL", 28), ("UA", 29), ("AT", 20)] : [("ES", 24), ("CH", 21), ("TR", 26), ("KZ", 20)]
    let (country, length) = countries.randomElement(using: &random) ?? ("DE", 22)
    let account = digits(length - 4, &random)
    let tail = country.unicodeScalars.map { String($0.value - 0x41 + 10) }.joined() + "00"
    let remainder = (account + tail).compactMap(\.wholeNumberValue).reduce(0) { ($0 * 10 + $1) % 97 }
    let check = 98 - remainder
    let number = country + (check < 10 ? "0" : "") + String(check) + account
    guard Bool.random(using: &random) else { return number }
    var groups: [Substring] = []
    var rest = number[...]
    while !rest.isEmpty {
      groups.append(rest.prefix(4))
      rest = rest.dropFirst(4)
    }
    return groups.joined(separator: " ")
  }
}
