/// A fact that stands in a text as it is, where a placeholder could be.
struct LiteralFact: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case number, amount, link, mail
  }

  var kind: Kind
  /// What it is compared by: digits alone, or the link without the full stop behind it.
  var key: String
  /// Its characters in the text.
  var places: Range<Int>
}

/// Finds numbers, amounts, links and addresses in a text.
enum LiteralFacts {
  /// All of them in the text's order.
  ///
  /// - Complexity: O(text).
  static func all(in text: [Character]) -> [LiteralFact] {
    let tokens = tokens(in: text)
    let inTokens = tokens.reduce(into: Set<Int>()) { $0.formUnion($1.places) }
    return (tokens + numbers(in: text, without: inTokens)).sorted {
      $0.places.lowerBound < $1.places.lowerBound
    }
  }

  static func isGap(_ character: Character) -> Bool {
    character.isWhitespace || character == MappedText.gap || character == MappedText.border
  }

  /// Links and addresses.
  private static func tokens(in text: [Character]) -> [LiteralFact] {
    var result: [LiteralFact] = []
    var start = 0
    while start < text.count {
      guard !isGap(text[start]) else {
        start += 1
        continue
      }
      var end = start
      while end < text.count, !isGap(text[end]) { end += 1 }
      var from = start
      var last = end
      while from < last, "([{<«„“\"'‘".contains(text[from]) { from += 1 }
      while last > from, ".,;:!?)]}>»“”\"'’…".contains(text[last - 1]) { last -= 1 }
      let token = String(text[from..<last])
      if token.contains("://") || token.hasPrefix("www.") {
        result.append(LiteralFact(kind: .link, key: token, places: from..<last))
      } else if let at = token.firstIndex(of: "@"), at > token.startIndex, token[at...].contains(".") {
        result.append(LiteralFact(kind: .mail, key: token.lowercased(), places: from..<last))
      }
      start = end
    }
    return result
  }

  private static func numbers(in text: [Character], without tokens: Set<Int>) -> [LiteralFact] {
    var result: [LiteralFact] = []
    var place = 0
    while place < text.count {
      guard isDigit(text[place]), !tokens.contains(place) else {
        place += 1
        continue
      }
      let start = place
      while place < text.count, isDigit(text[place]) || isSeparator(text, place) { place += 1 }
      guard isOwn(text, start..<place) else { continue }
      let digits = text[start..<place].compactMap(\.wholeNumberValue).map(String.init).joined()
      let kind: LiteralFact.Kind = hasCurrency(text, start..<place) ? .amount : .number
      result.append(LiteralFact(kind: kind, key: digits, places: start..<place))
    }
    return result
  }

  static func isDigit(_ character: Character) -> Bool {
    character.unicodeScalars.count == 1 && character.wholeNumberValue.map { $0 < 10 } ?? false
      && character.unicodeScalars.first?.properties.generalCategory == .decimalNumber
  }

  /// A mark within a number, with digits on both sides.
  private static func isSeparator(_ text: [Character], _ place: Int) -> Bool {
    guard place > 0, place + 1 < text.count, isDigit(text[place - 1]), isDigit(text[place + 1]) else {
      return false
    }
    return ".,:/-\u{A0}\u{202F}’".contains(text[place])
  }

  /// Whether digits are a number of their own: no part of a name, no number of a list's item.
  private static func isOwn(_ text: [Character], _ places: Range<Int>) -> Bool {
    let before = places.lowerBound > 0 ? text[places.lowerBound - 1] : "\n"
    let after = places.upperBound < text.count ? text[places.upperBound] : "\n"
    let word = String(text[..<places.lowerBound].suffix(5).reversed().prefix { $0.isLetter }.reversed())
    if before.isCased && !codes.contains(word) || before == "_" || before == "#" || before == "/" {
      return false
    }
    if after.isCased && after.isUppercase || after == "/" { return false }
    let behind = places.upperBound + 1 < text.count ? text[places.upperBound + 1] : "\n"
    let isItem = (before == "\n" || places.lowerBound == 0) && (after == "." || after == ")") && isGap(behind)
    // 24/7 is a saying.
    return !isItem && !text[places].contains("/") || text[places].count > 4 && !isItem
  }

  private static let codes: Set<String> = [
    "EUR", "USD", "GBP", "IDR", "JPY", "RUB", "UAH", "VND", "BRL", "MXN", "Rp", "грн", "руб", "₫", "euro",
    "euros",
    "dollars", "円", "đồng",
  ]

  private static func hasCurrency(_ text: [Character], _ places: Range<Int>) -> Bool {
    func isSign(_ character: Character) -> Bool {
      character.unicodeScalars.first?.properties.generalCategory == .currencySymbol
    }
    var before = text[..<places.lowerBound].suffix(5)[...]
    while before.last?.isWhitespace == true { before = before.dropLast() }
    var after = text[places.upperBound...].prefix(8)[...]
    while after.first?.isWhitespace == true { after = after.dropFirst() }
    if before.last.map(isSign) == true || after.first.map(isSign) == true || after.first == "円" {
      return true
    }
    let wordBefore = String(before.reversed().prefix { $0.isLetter }.reversed())
    let wordAfter = String(after.prefix { $0.isLetter })
    return codes.contains(wordBefore) || codes.contains(wordAfter)
  }
}
