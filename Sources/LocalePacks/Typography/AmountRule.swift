/// The marks inside an amount of money become the language's own, where they can mean only one thing.
///
/// So it is when a currency stands beside the amount and both marks are there, or when plain spaces part its groups.
enum AmountRule {
  private struct Amount {
    var digits: [Range<Int>]
    var range: Range<Int> { digits[0].lowerBound..<digits[digits.count - 1].upperBound }

    /// Where the mark before each group but the first stands.
    var marks: [Int] { digits.dropFirst().map { $0.lowerBound - 1 } }
  }

  /// The changes that the rule asks for; O(length).
  static func changes(in draft: TypographyDraft, _ style: TypographyStyle) -> [TypographyDraft.Change] {
    guard let group = style.groupMark?.unicodeScalars.first?.value, draft.has(.digit) else { return [] }
    let decimal = style.decimalMark?.unicodeScalars.first?.value
    var changes: [TypographyDraft.Change] = []
    var index = 0
    while index < draft.cells.count {
      guard draft.cells[index].scalar.isASCIIDigit else {
        index += 1
        continue
      }
      let amount = amount(from: index, in: draft)
      index = amount.range.upperBound
      guard amount.digits.count > 1, isWhole(amount, in: draft, style),
        isMoney(amount.range, in: draft, style)
      else {
        continue
      }
      changes += self.changes(of: amount, in: draft, group: group, decimal: decimal)
    }
    return changes
  }

  /// The digits from `start` with the single marks between them.
  private static func amount(from start: Int, in draft: TypographyDraft) -> Amount {
    func digits(_ start: Int) -> Range<Int> { start..<draft.end(of: start) { $0.scalar.isASCIIDigit } }
    var amount = Amount(digits: [digits(start)])
    while let last = amount.digits.last, draft.scalar(last.upperBound + 1).isASCIIDigit {
      let mark = draft.cells[last.upperBound]
      let next = digits(last.upperBound + 1)
      switch mark.scalar {
      case 0x2E, 0x2C, 0x27, 0x2019: break
      default:
        guard mark.kind == .space || mark.kind == .noBreakSpace, next.count == 3 else { return amount }
      }
      amount.digits.append(next)
    }
    return amount
  }

  /// Whether the amount is no part of a telephone number, an order or a word.
  private static func isWhole(
    _ amount: Amount, in draft: TypographyDraft, _ style: TypographyStyle
  ) -> Bool {
    let range = amount.range
    guard draft.cells[range].allSatisfy(\.isOpen), amount.digits[0].count <= 3 else { return false }
    switch draft.scalar(range.lowerBound - 1) {
    case 0x2B, 0x23, 0x2116, 0x2D: return false
    default: break
    }
    // What stands against it is a currency or no part of a word.
    guard
      !draft.isWord(range.upperBound)
        || isCurrency(draft.currencyWord(from: range.upperBound), in: draft, style)
    else { return false }
    return !draft.isWord(range.lowerBound - 1)
      || isCurrency(draft.currencyWord(before: range.lowerBound), in: draft, style)
  }

  private static func changes(
    of amount: Amount, in draft: TypographyDraft, group: UInt32, decimal: UInt32?
  ) -> [TypographyDraft.Change] {
    let marks = amount.marks
    let last = amount.digits[amount.digits.count - 1]
    let lastMark = draft.cells[marks[marks.count - 1]].scalar
    let groupMark = draft.cells[marks[0]].scalar
    let hasDecimals =
      marks.count > 1 && lastMark != groupMark && (lastMark == 0x2E || lastMark == 0x2C) && last.count <= 2
    let groups = amount.digits.dropFirst().dropLast(hasDecimals ? 1 : 0)
    let groupMarks = marks.dropLast(hasDecimals ? 1 : 0)
    guard groups.allSatisfy({ $0.count == 3 }),
      groupMarks.allSatisfy({ draft.cells[$0].scalar == groupMark })
    else { return [] }
    if !hasDecimals {
      guard groupMark == 0x20, ScalarKind(group) == .noBreakSpace else { return [] }
    }
    guard !hasDecimals || decimal != nil else { return [] }
    // Either of the no-break spaces is right.
    let keepsGroup =
      ScalarKind(groupMark) == .noBreakSpace && ScalarKind(group) == .noBreakSpace
      || groupMark == 0x2019 && group == 0x2019
    var changes: [TypographyDraft.Change] = []
    if !keepsGroup {
      changes += groupMarks.map { TypographyDraft.Change(range: $0..<$0 + 1, scalars: [group]) }
    }
    if hasDecimals, let decimal {
      changes.append(TypographyDraft.Change(range: last.lowerBound - 1..<last.lowerBound, scalars: [decimal]))
    }
    return changes
  }

  /// Whether a currency stands beside.
  private static func isMoney(
    _ range: Range<Int>, in draft: TypographyDraft, _ style: TypographyStyle
  ) -> Bool {
    let right = draft.end(of: range.upperBound) { $0.kind == .space || $0.kind == .noBreakSpace }
    let left = draft.start(before: range.lowerBound) { $0.kind == .space || $0.kind == .noBreakSpace }
    if draft.kind(right) == .currencySign || draft.kind(left - 1) == .currencySign { return true }
    return isCurrency(draft.currencyWord(from: right), in: draft, style)
      || isCurrency(draft.currencyWord(before: left), in: draft, style)
  }

  private static func isCurrency(
    _ word: Range<Int>, in draft: TypographyDraft, _ style: TypographyStyle
  ) -> Bool {
    draft.isCurrencyCode(word) || draft.spells(word, one: style.currency?.words ?? [])
  }
}

extension TypographyDraft {
  /// The letters and signs of a currency from `index`, without a full stop; empty when none stand there.
  func currencyWord(from index: Int) -> Range<Int> {
    index..<max(index, end(of: index) { ($0.kind.isLetter || $0.kind == .currencySign) && $0.isOpen })
  }

  /// The letters and signs of a currency before `index`, with a full stop; empty when none stand there.
  func currencyWord(before index: Int) -> Range<Int> {
    let end = scalar(index - 1) == 0x2E ? index - 1 : index
    return start(before: end) { ($0.kind.isLetter || $0.kind == .currencySign) && $0.isOpen }..<index
  }

  /// Whether a word is one of the list, with the full stop behind it or without.
  func spells(_ word: Range<Int>, one words: WordList) -> Bool {
    words.contains(cells, word, anyCase: false)
      || scalar(word.upperBound) == 0x2E
        && words.contains(cells, word.lowerBound..<word.upperBound + 1, anyCase: false)
  }

  /// Whether a word is the code of a currency in much use (ISO 4217).
  func isCurrencyCode(_ range: Range<Int>) -> Bool {
    guard range.count == 3 else { return false }
    switch String(String.UnicodeScalarView(cells[range].compactMap { Unicode.Scalar($0.scalar) })) {
    case "AED", "ARS", "AUD", "BDT", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EGP", "EUR",
      "GBP",
      "HKD", "HUF", "IDR", "ILS", "INR", "IRR", "JPY", "KRW", "KZT", "MXN", "MYR", "NOK", "NZD", "PEN", "PHP",
      "PLN", "RON", "RUB", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "UAH", "USD", "UZS", "VND", "ZAR":
      return true
    default: return false
    }
  }
}
