/// How many digits an amount of money has behind the decimal mark.
package enum MoneyDigits: Sendable, Hashable {
  /// As accounts have it: rupiah has two.
  case accounts
  /// As it is paid in cash: rupiah has none.
  case cash
  /// None when only zeros stand there, otherwise as accounts have it.
  case short
}

/// Where the sign of a currency stands.
package enum CurrencyPosition: String, Sendable, Hashable {
  case before, after
}

/// How numbers, shares and money are written in a locale; the values of CLDR.
///
/// Numbers come in as ASCII text (see `DecimalText`), so that none loses a digit on the way. What is written may hold
/// the invisible marks of direction that CLDR has in right-to-left languages.
package struct NumberStyle: Sendable, Hashable {
  /// Between whole digits and the rest.
  package var decimal: String
  /// Between groups of digits.
  package var group: String
  /// As `decimal`, in money.
  package var currencyDecimal: String
  /// As `group`, in money.
  package var currencyGroup: String
  /// Before negative numbers, with marks of direction.
  package var minus: String
  /// The percent sign, with marks of direction.
  package var percentSign: String
  /// How many digits must stand before the first group mark: 2 writes 1234 but 12.345.
  package var minimumGrouping: Int
  /// Digits of the group before the decimal mark, 1 or more.
  package var primaryGroup: Int
  /// Digits of the groups before that one: 2 in India, where 1,00,000 is a lakh.
  package var secondaryGroup: Int
  /// The numbering system of CLDR: `latn`, `arab`, `arabext`, `beng`.
  package var numbering: String
  /// The digits 0 to 9.
  package var digits: [Character]
  /// Around shares.
  package var percentPattern: NumberPattern
  /// Around money.
  package var currencyPattern: NumberPattern
  /// What keeps letters of a currency from digits beside them.
  package var currencySpacing: String
  /// The signs of currencies by their ISO 4217 codes.
  package var symbols: [String: String]
  /// Digits behind the decimal mark, in accounts and in cash, of currencies that have not two and two.
  package var fractions: [String: CurrencyFraction]

  /// Where the sign of a currency stands.
  package var currencyPosition: CurrencyPosition {
    currencyPattern.prefix.contains(.currency) ? .before : .after
  }

  /// What stands between a sign that is no letter and the number; often nothing.
  package var currencyGap: String {
    let beside = currencyPosition == .before ? currencyPattern.prefix.reversed() : currencyPattern.suffix
    var gap = ""
    for piece in beside {
      guard case .literal(let text) = piece else { break }
      gap += text
    }
    return gap
  }

  /// The sign of a currency in this locale; its code when there is none.
  package func symbol(of currency: String) -> String { symbols[currency] ?? currency }

  /// Writes a number; nil when the text is none.
  ///
  /// `fraction` digits stand behind the decimal mark, as many as were given if nil.
  /// - Complexity: O(length).
  package func decimal(_ number: String, fraction: Int? = nil) -> String? {
    guard var value = DecimalText(number) else { return nil }
    if let fraction { value = value.rounded(toFraction: max(0, fraction)) }
    return (value.isNegative ? minus : "") + body(value, decimal: decimal, group: group)
  }

  /// Writes a share that is given in hundredths: `5` is five percent; nil when the text is no number.
  ///
  /// - Complexity: O(length).
  package func percent(_ hundredths: String) -> String? {
    guard let value = DecimalText(hundredths) else { return nil }
    return around(body(value, decimal: decimal, group: group), value.isNegative, percentPattern, "")
  }

  /// Writes an amount of money; nil when the text is no number.
  ///
  /// `currency` is an ISO 4217 code. The amount is rounded to the digits of the currency, halves to the even digit.
  /// - Complexity: O(length).
  package func money(_ amount: String, currency: String, digits: MoneyDigits = .accounts) -> String? {
    guard let value = DecimalText(amount) else { return nil }
    let fraction = fractions[currency] ?? CurrencyFraction(accounts: 2, cash: 2)
    var rounded = value.rounded(toFraction: digits == .cash ? fraction.cash : fraction.accounts)
    if digits == .short, rounded.fraction.allSatisfy({ $0 == UInt8(ascii: "0") }) {
      rounded = rounded.rounded(toFraction: 0)
    }
    return around(
      body(rounded, decimal: currencyDecimal, group: currencyGroup), rounded.isNegative, currencyPattern,
      symbol(of: currency))
  }

  // MARK: - Parts

  /// The digits with their marks, without a sign.
  private func body(_ number: DecimalText, decimal: String, group: String) -> String {
    var text = ""
    let count = number.whole.count
    let isGrouped = count >= primaryGroup + minimumGrouping
    for (index, byte) in number.whole.enumerated() {
      text.append(digit(byte))
      let left = count - index - 1
      if isGrouped, left >= primaryGroup, (left - primaryGroup) % secondaryGroup == 0 { text += group }
    }
    if !number.fraction.isEmpty {
      text += decimal
      for byte in number.fraction { text.append(digit(byte)) }
    }
    return text
  }

  private func digit(_ byte: UInt8) -> Character { digits[Int(byte - UInt8(ascii: "0"))] }

  private func around(_ body: String, _ isNegative: Bool, _ pattern: NumberPattern, _ symbol: String)
    -> String
  {
    let prefix = isNegative ? pattern.negativePrefix : pattern.prefix
    let suffix = isNegative ? pattern.negativeSuffix : pattern.suffix
    var text = ""
    for piece in prefix { text += string(piece, symbol) }
    // CLDR keeps apart what would be read as one: letters of a currency and the digits right beside them.
    if prefix.last == .currency, Self.isLetterLike(symbol.unicodeScalars.last) { text += currencySpacing }
    text += body
    if suffix.first == .currency, Self.isLetterLike(symbol.unicodeScalars.first) { text += currencySpacing }
    for piece in suffix { text += string(piece, symbol) }
    return text
  }

  private func string(_ piece: NumberPattern.Piece, _ symbol: String) -> String {
    switch piece {
    case .literal(let text): text
    case .minus: minus
    case .percent: percentSign
    case .currency: symbol
    }
  }

  /// Whether a scalar is in CLDR's `[[:^S:]&[:^Z:]]`: neither a symbol nor a space.
  private static func isLetterLike(_ scalar: Unicode.Scalar?) -> Bool {
    switch scalar?.properties.generalCategory {
    case nil, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .spaceSeparator, .lineSeparator,
      .paragraphSeparator:
      false
    default: true
    }
  }
}

/// Digits behind the decimal mark of a currency, 0 or more.
package struct CurrencyFraction: Sendable, Hashable {
  /// In accounts.
  package let accounts: Int
  /// In cash.
  package let cash: Int

  /// Makes a pair of counts.
  package init(accounts: Int, cash: Int) {
    self.accounts = accounts
    self.cash = cash
  }
}
