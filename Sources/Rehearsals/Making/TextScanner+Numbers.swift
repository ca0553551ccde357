extension TextScanner {
  /// A date, a time, a price or any other digits.
  func number(_ start: Int) -> TextPiece? {
    guard isDigit(start) else { return nil }
    let first = end(start) { $0.isDigit }
    if let date = date(start) { return date }
    if isLetter(first) { return nil }
    if let time = time(start) { return TextPiece(kind: .small, range: start..<time) }
    if let price = price(start) { return price }
    let groups = groups(start, first)
    if groups.count == 1 {
      return TextPiece(kind: groups[0].count >= 3 ? .number(groups) : .small, range: groups[0])
    }
    let whole = start..<(groups.last?.upperBound ?? first)
    let digits = groups.reduce(0) { $0 + $1.count }
    let areShort = groups.allSatisfy { $0.count <= 2 }
    let marks = Set(
      zip(groups, groups.dropFirst()).map { text[$0.upperBound..<$1.lowerBound] }.map(Array.init))
    if areShort, marks == [["."]], groups.count <= 3 { return TextPiece(kind: .small, range: whole) }
    if groups.count == 2 {
      let isSpaced = text[groups[0].upperBound].isSpace
      if areShort, !isSpaced { return TextPiece(kind: .small, range: whole) }
      // A month with a year, the number of a house with that of a flat.
      if groups[0].count <= 2, marks == [["/"]] || marks == [["."]] {
        return TextPiece(kind: .small, range: groups[0])
      }
      if isSpaced, !isOneNumber(groups[0].count, groups[1].count) {
        return TextPiece(kind: groups[0].count >= 3 ? .number([groups[0]]) : .small, range: groups[0])
      }
    }
    return TextPiece(kind: digits >= 3 ? .number(groups) : .small, range: whole)
  }

  /// Whether two groups with a space between them are one number: thousands, a PIN in pairs, a long number in
  /// two.
  private func isOneNumber(_ first: Int, _ second: Int) -> Bool {
    (first <= 3 && second == 3) || (first == 2 && second == 2) || (first >= 3 && second >= 3)
  }

  /// Groups of digits with one mark between them, up to what is a date, a time or a word of its own.
  private func groups(_ start: Int, _ first: Int) -> [Range<Int>] {
    var groups = [start..<first]
    var place = first
    while let next = nextGroup(place) {
      let end = end(next) { $0.isDigit }
      if isLetter(end) || time(next) != nil || date(next) != nil { break }
      groups.append(next..<end)
      place = end
    }
    return groups
  }

  private func nextGroup(_ place: Int) -> Int? {
    guard let mark = scalar(place) else { return nil }
    if mark.isSpace || Self.marksInNumbers.contains(mark), isDigit(place + 1) { return place + 1 }
    let isBracket = mark == ")" || scalar(place + 1) == "("
    if isBracket, mark == ")" || mark.isSpace || mark == "-", isDigit(place + 2),
      let next = scalar(place + 1),
      next == "(" || next.isSpace || next == "-"
    {
      return place + 2
    }
    return mark == ")" || mark == "(" ? (isDigit(place + 1) ? place + 1 : nil) : nil
  }

  private static let marksInNumbers: Set<Unicode.Scalar> = ["-", "‐", "‑", "–", "−", ".", "/"]

  /// The end of a time of day.
  private func time(_ start: Int) -> Int? {
    let hour = end(start) { $0.isDigit }
    guard hour - start <= 2, scalar(hour) == ":" else { return nil }
    var last = end(hour + 1) { $0.isDigit }
    guard last - hour == 3 else { return nil }
    if scalar(last) == ":", end(last + 1, while: { $0.isDigit }) - last == 3 { last += 3 }
    if scalar(last) == ":", isDigit(last + 1) { return nil }
    return isDigit(last) ? nil : last
  }

  /// A date with a year of four digits.
  private func date(_ start: Int) -> TextPiece? {
    var parts: [Range<Int>] = []
    var place = start
    var mark: Unicode.Scalar?
    while parts.count < 3 {
      let end = end(place) { $0.isDigit }
      guard end > place, end - place <= 4 else { return nil }
      parts.append(place..<end)
      if parts.count == 3 { break }
      guard let next = scalar(end), "-./".unicodeScalars.contains(next), mark == nil || mark == next else {
        return nil
      }
      mark = next
      place = end + 1
    }
    let last = parts[2].upperBound
    let isTimed = scalar(last) == "T" && isDigit(last + 1)
    guard !isAlphanumeric(last) || isTimed, !(scalar(last) == mark && mark != "." && isDigit(last + 1)) else {
      return nil
    }
    let date: TextDate?
    if parts[0].count == 4, parts[1].count <= 2, parts[2].count <= 2 {
      date = TextDate(text, day: parts[2], month: parts[1], year: parts[0])
    } else if parts[2].count == 4, parts[0].count <= 2, parts[1].count <= 2 {
      let dayFirst = TextDate(text, day: parts[0], month: parts[1], year: parts[2])
      let monthFirst = TextDate(text, day: parts[1], month: parts[0], year: parts[2])
      date = isMonthFirst && mark == "/" ? monthFirst ?? dayFirst : dayFirst ?? monthFirst
    } else {
      date = nil
    }
    return date.map { TextPiece(kind: .date($0), range: start..<last) }
  }

  /// An amount with two decimals beside a sign or a word for money, as `84.90 €`.
  private func price(_ start: Int) -> TextPiece? {
    let whole = end(start) { $0.isDigit }
    guard whole - start <= 2, let mark = scalar(whole), mark == "." || mark == "," else { return nil }
    let last = end(whole + 1) { $0.isDigit }
    guard last - whole == 3 else { return nil }
    if let next = scalar(last), next == "." || next == ",", isDigit(last + 1) { return nil }
    guard isMoney(before: start) || isMoney(after: last) else { return nil }
    return TextPiece(kind: .number([start..<whole, whole + 1..<last]), range: start..<last)
  }

  private func isMoney(before place: Int) -> Bool {
    let end = scalar(place - 1)?.isSpace == true ? place - 1 : place
    if scalar(end - 1)?.properties.generalCategory == .currencySymbol { return true }
    var start = end
    while isLetter(start - 1), end - start < 5 { start -= 1 }
    return start < end && Self.money.contains(FoldedWord(text[start..<end]).text)
  }

  private func isMoney(after place: Int) -> Bool {
    let start = scalar(place)?.isSpace == true ? place + 1 : place
    if scalar(start)?.properties.generalCategory == .currencySymbol { return true }
    let end = end(start, limit: 8) { $0.isLetter }
    return start < end && Self.money.contains(FoldedWord(text[start..<end]).text)
  }

  private static let money: Set<String> = [
    "usd", "eur", "gbp", "uah", "rub", "pln", "idr", "try", "chf", "rp", "zl", "tl", "грн", "гривень", "руб",
    "рублей",
    "euro", "euros", "dollars", "bucks", "credits", "złotych", "zlotych", "lira", "rupiah", "rm", "egp",
    "sar", "aed", "inr", "cad", "aud", "jpy", "cny", "brl", "mxn", "czk", "huf", "sek", "nok", "kzt",
  ]
}
