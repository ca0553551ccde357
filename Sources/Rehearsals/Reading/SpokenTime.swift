/// Times as scenarios write them: `40 seconds`, `3 minutes`, `2 hours ago`, `yesterday`.
enum SpokenTime {
  private static let units: [(word: Substring, seconds: Int64)] = [
    ("second", 1), ("minute", 60), ("hour", 3_600), ("day", 86_400), ("week", 604_800),
  ]

  /// Seconds; nil for what is no time, and for more than a year.
  static func seconds(_ text: some StringProtocol) -> Int64? {
    let words = text.lowercased().split(separator: " ")
    if words == ["yesterday"] { return 86_400 }
    if words == ["today"] || words == ["just", "now"] { return 60 }
    let amount = words.last == "ago" ? words.dropLast() : words[...]
    guard amount.count == 2, let number = Int64(amount[0]), (1...9_999).contains(number),
      let unit = units.first(where: { amount[1] == $0.word || amount[1] == $0.word + "s" }),
      number * unit.seconds <= 366 * 86_400
    else { return nil }
    return number * unit.seconds
  }
}
