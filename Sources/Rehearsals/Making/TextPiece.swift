/// A part of a text that is replaced, or kept, as a whole.
struct TextPiece: Sendable, Hashable {
  /// What it is.
  enum Kind: Sendable, Hashable {
    /// Letters, with apostrophes between them.
    case word
    /// Digits in groups, each a range of the text; at least three in all.
    case number([Range<Int>])
    /// Letters and digits as in order numbers, plates and IBANs.
    case code
    case email, link, handle
    /// A date with a year.
    case date(TextDate)
    /// What our masking has left of a secret.
    case mark
    /// Numbers that stay readable, alone or with letters: `09:30`, `2nd`, `5 GB`.
    case small
    /// A space or a mark.
    case other
  }

  /// What it is.
  var kind: Kind
  /// Where it stands in the scalars of the text.
  var range: Range<Int>
}

/// A date in digits: where its parts stand in the text, and what they say.
struct TextDate: Sendable, Hashable {
  var day: Range<Int>
  var month: Range<Int>
  var year: Range<Int>
  var values: (day: Int, month: Int, year: Int) { (dayValue, monthValue, yearValue) }
  private var dayValue: Int
  private var monthValue: Int
  private var yearValue: Int

  /// Makes a date; nil when no calendar has it.
  init?(_ text: [Unicode.Scalar], day: Range<Int>, month: Range<Int>, year: Range<Int>) {
    self.day = day
    self.month = month
    self.year = year
    dayValue = Self.number(text[day])
    monthValue = Self.number(text[month])
    yearValue = Self.number(text[year])
    guard (1...31).contains(dayValue), (1...12).contains(monthValue), (1_800...2_199).contains(yearValue)
    else { return nil }
  }

  /// The value of digits.
  static func number(_ digits: ArraySlice<Unicode.Scalar>) -> Int {
    digits.prefix(9).reduce(0) { $0 * 10 + Int($1.digit ?? 0) }
  }
}

/// Parts a text into pieces, from left to right.
struct TextScanner {
  let text: [Unicode.Scalar]
  /// Whether `5/9/2024` is in May.
  let isMonthFirst: Bool

  /// All pieces, without gaps.
  ///
  /// - Complexity: O(text); what looks like the beginning of an address is read at most 64 scalars ahead.
  func pieces() -> [TextPiece] {
    var pieces: [TextPiece] = []
    var place = 0
    while place < text.count {
      let piece =
        mark(place) ?? address(place) ?? number(place) ?? code(place) ?? word(place)
        ?? TextPiece(kind: .other, range: place..<place + 1)
      pieces.append(piece)
      place = piece.range.upperBound
    }
    return pieces
  }

  func scalar(_ place: Int) -> Unicode.Scalar? { text.indices.contains(place) ? text[place] : nil }

  func isLetter(_ place: Int) -> Bool { scalar(place)?.isLetter ?? false }

  func isDigit(_ place: Int) -> Bool { scalar(place)?.isDigit ?? false }

  func isAlphanumeric(_ place: Int) -> Bool { isLetter(place) || isDigit(place) }

  /// The end of what fulfils a condition, at most so far.
  func end(_ place: Int, limit: Int = .max, while holds: (Unicode.Scalar) -> Bool) -> Int {
    var end = place
    while end < text.count, end - place < limit, holds(text[end]) { end += 1 }
    return end
  }

  // MARK: - Words and marks

  private func word(_ start: Int) -> TextPiece? {
    guard isLetter(start) else { return nil }
    var end = start
    while isLetter(end) || (scalar(end)?.isApostrophe ?? false) && isLetter(end + 1) { end += 1 }
    return TextPiece(kind: .word, range: start..<end)
  }

  private func mark(_ start: Int) -> TextPiece? {
    guard text[start] == "‹" else { return nil }
    let end = self.end(start + 1, limit: 40) { $0 != "›" && $0 != "‹" && $0 != "\n" }
    guard scalar(end) == "›", MarkWords.isMark(text[start + 1..<end]) else { return nil }
    return TextPiece(kind: .mark, range: start..<end + 1)
  }

  // MARK: - Codes

  /// Letters and digits in one token, or in tokens that hyphens join.
  private func code(_ start: Int) -> TextPiece? {
    guard isAlphanumeric(start) else { return nil }
    if let iban = iban(start) { return iban }
    var first = end(start) { $0.isLetter || $0.isDigit }
    if first == start { first = start + 1 }
    var whole = first
    while whole < text.count, whole - start < 128, "-_‐‑".unicodeScalars.contains(text[whole]),
      isAlphanumeric(whole + 1)
    {
      whole = end(whole + 1) { $0.isLetter || $0.isDigit }
    }
    let digits = text[start..<whole].count { $0.isDigit }
    let hasLetters = text[start..<whole].contains { $0.isLetter }
    if digits >= 3, hasLetters,
      whole > first || DigitMap.runs(text[start..<first]).contains(where: { $0.count >= 3 })
    {
      return TextPiece(kind: .code, range: start..<whole)
    }
    let token = text[start..<first]
    guard token.contains(where: \.isDigit), token.contains(where: \.isLetter) else { return nil }
    return TextPiece(kind: Self.looksSecret(token) ? .code : .small, range: start..<first)
  }

  /// Whether a token with one or two digits is a code or a password rather than `2nd`, `10kg` or `iPhone14`.
  private static func looksSecret(_ token: ArraySlice<Unicode.Scalar>) -> Bool {
    guard token.count >= 6, let first = token.first else { return false }
    // “10x15cm”, “2h30m”
    let isMeasure = token.split(by: \.isLetter).allSatisfy {
      $0.first.map(\.isLetter) != true || $0.count <= 2
    }
    if first.isDigit, isMeasure, !token.contains(where: \.properties.isUppercase) { return false }
    var changes = 0
    for (left, right) in zip(token, token.dropFirst()) where left.isDigit != right.isDigit { changes += 1 }
    if changes >= 2 { return true }
    return !first.isDigit && !MarkWords.products.contains(FoldedWord(token.filter { !$0.isDigit }).text)
  }

  /// An account number with its country, in groups or not.
  private func iban(_ start: Int) -> TextPiece? {
    guard isLetter(start), isLetter(start + 1), isDigit(start + 2), isDigit(start + 3) else { return nil }
    var end = start + 4
    var last = end
    var count = 4
    var digits = 2
    while count < 34 {
      if isAlphanumeric(end), text[end].value < 0x80 || text[end].isDigit {
        if isDigit(end) { digits += 1 }
        count += 1
        end += 1
        last = end
      } else if end < text.count, text[end].isSpace || text[end] == "-", isAlphanumeric(end + 1), digits < 30
      {
        // A group of an account has digits; a word that follows has none.
        let group = self.end(end + 1, limit: 5) { $0.isLetter || $0.isDigit }
        guard text[end + 1..<group].contains(where: \.isDigit) else { break }
        end += 1
      } else {
        break
      }
    }
    guard count >= 15, digits >= 10, !isAlphanumeric(last) else { return nil }
    return TextPiece(kind: .code, range: start..<last)
  }
}

/// Words that masking, products and secrets are known by.
enum MarkWords {
  /// What stands for a mark, by the words it begins with.
  private static let placeholders: [(mark: String, text: String)] = [
    ("password", "(a password)"), ("key", "(a key)"), ("recovery phrase", "(a recovery phrase)"),
    ("answer", "(an answer)"), ("one-time link", "(a one-time link)"), ("card code", "(a card code)"),
    ("card", "(a card number)"), ("account", "(an account number)"), ("PIN", "(a PIN)"),
    ("one-time code", "(a one-time code)"),
  ]

  /// Names that have a number of one or two digits and are no secret, folded.
  static let products: Set<String> = [
    "iphone", "ipad", "galaxy", "windows", "android", "covid", "ubuntu", "firefox", "chrome", "pixel",
    "version",
    "xiaomi", "redmi", "huawei", "office", "macbook", "safari", "formula", "section", "chapter",
  ]

  /// Whether this stood between ‹ and › in the place of a secret.
  static func isMark(_ inner: ArraySlice<Unicode.Scalar>) -> Bool {
    let text = string(inner)
    return text.contains("••••") || text.hasSuffix("removed")
  }

  /// What a person reads in the place of a mark.
  static func placeholder(_ inner: ArraySlice<Unicode.Scalar>) -> String {
    let text = string(inner)
    return placeholders.first { text.hasPrefix($0.mark) }?.text ?? "(a secret)"
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
