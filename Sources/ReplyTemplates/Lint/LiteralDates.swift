import LocalePacks

/// A date that stands in a text as it is.
struct LiteralDate: Sendable {
  /// Year, month and day as written; the year is nil where none stands.
  struct Reading: Sendable, Hashable {
    var year: Int?
    var month: Int
    var day: Int

    /// Whether the calendar has such a day in that year, or in a leap year when none is written.
    var exists: Bool { days(inYear: year ?? 2028) != nil }

    /// Days since 1970-01-01; nil without a year, and for a day that does not exist.
    var days: Int? { year.flatMap { days(inYear: $0) } }

    private func days(inYear year: Int) -> Int? {
      func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
      }
      return CivilDay.days("\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))")
    }
  }

  /// What it can mean: day and month may be either way round.
  var readings: [Reading]
  /// Its characters in the text.
  var places: Range<Int>
}

/// Finds dates in a text: `31 June`, `June 31, 2027`, `31.06.2027`, `2027-06-31`, `6月31日`.
struct LiteralDates: Sendable {
  private struct Token {
    var text: String
    var number: Int?
    var places: Range<Int>
  }

  private let text: [Character]
  private let tokens: [Token]
  private let months: [String: Int]
  private let weekdays: [String: Int]

  init(_ text: [Character], _ style: DateStyle?) {
    self.text = text
    tokens = Self.tokens(of: text)
    // The calendars of Thailand and Iran count otherwise.
    let style = style?.calendar == .gregorian ? style : nil
    func table(_ words: [String]) -> [String: Int] {
      Dictionary(
        words.enumerated().flatMap { index, word in
          [(word, index), (word.prefix(1).uppercased() + word.dropFirst(), index)]
        }
      ) { $1 }
    }
    months = table(style?.months ?? [])
    weekdays = table(style?.weekdays ?? [])
  }

  private static func tokens(of text: [Character]) -> [Token] {
    var tokens: [Token] = []
    var place = 0
    while place < text.count {
      let isDigits = LiteralFacts.isDigit(text[place])
      guard isDigits || text[place].isLetter else {
        place += 1
        continue
      }
      let start = place
      while place < text.count,
        isDigits ? LiteralFacts.isDigit(text[place]) : text[place].isLetter || text[place] == "’"
      { place += 1 }
      let word = String(text[start..<place])
      let number = isDigits && place - start <= 4 ? Int(word) : nil
      tokens.append(Token(text: word, number: number, places: start..<place))
    }
    return tokens
  }

  /// All dates, in the text's order.
  var all: [LiteralDate] { tokens.indices.compactMap { named(at: $0) ?? numeric(at: $0) } }

  /// A date with the name of its month, whose first token is at a place.
  private func named(at index: Int) -> LiteralDate? {
    if let month = months[tokens[index].text] {
      guard let day = number(index + 1, ""), day <= 31 else { return nil }
      let year = number(index + 2, ",").flatMap { $0 > 1_900 ? $0 : nil }
      return date(index...(year == nil ? index + 1 : index + 2), year: year, month: month + 1, day: day)
    }
    guard let day = tokens[index].number, (1...31).contains(day) else { return nil }
    var next = index + 1
    while next < tokens.count, ["st", "nd", "rd", "th", "de", "of"].contains(tokens[next].text),
      next - index <= 2
    {
      next += 1
    }
    guard next < tokens.count, let month = months[tokens[next].text], isNear(next - 1, next, ".") else {
      return nil
    }
    var last = next + 1
    if last < tokens.count, tokens[last].text == "de" { last += 1 }
    let year = number(last, ",").flatMap { $0 > 1_900 ? $0 : nil }
    return date(index...(year == nil ? next : last), year: year, month: month + 1, day: day)
  }

  /// A date in digits, whose first token is at a place.
  private func numeric(at index: Int) -> LiteralDate? {
    guard index + 2 < tokens.count, let first = tokens[index].number, let second = tokens[index + 1].number
    else {
      return japanese(at: index)
    }
    guard let third = tokens[index + 2].number else { return japanese(at: index) }
    let marks = [between(index, index + 1), between(index + 1, index + 2)]
    let lengths = (index...(index + 2)).map { tokens[$0].places.count }
    let places = tokens[index].places.lowerBound..<tokens[index + 2].places.upperBound
    let isAlone = (places.lowerBound == 0 || !".-/".contains(text[places.lowerBound - 1]))
    if lengths[0] == 4, lengths[1] == 2, lengths[2] == 2, marks == ["-", "-"], isAlone {
      return LiteralDate(
        readings: [LiteralDate.Reading(year: first, month: second, day: third)], places: places)
    }
    guard lengths[2] == 4, third > 1_900, third < 2_200, lengths[0] <= 2, lengths[1] <= 2,
      marks[0] == marks[1],
      marks[0] == "." || marks[0] == "/", isAlone
    else { return nil }
    let readings = [
      LiteralDate.Reading(year: third, month: second, day: first),
      LiteralDate.Reading(year: third, month: first, day: second),
    ]
    return LiteralDate(readings: first == second ? [readings[0]] : readings, places: places)
  }

  private func japanese(at index: Int) -> LiteralDate? {
    guard let month = tokens[index].number, index + 2 < tokens.count, tokens[index + 1].text == "月",
      let day = tokens[index + 2].number, index + 3 < tokens.count, tokens[index + 3].text.hasPrefix("日")
    else { return nil }
    return date(index...(index + 2), year: nil, month: month, day: day)
  }

  private func date(_ tokens: ClosedRange<Int>, year: Int?, month: Int, day: Int) -> LiteralDate {
    LiteralDate(
      readings: [LiteralDate.Reading(year: year, month: month, day: day)],
      places: self.tokens[tokens.lowerBound].places
        .lowerBound..<self.tokens[tokens.upperBound].places.upperBound)
  }

  private func between(_ left: Int, _ right: Int) -> String {
    String(text[tokens[left].places.upperBound..<tokens[right].places.lowerBound])
  }

  /// Whether nothing but some marks stands between two tokens.
  private func isNear(_ left: Int, _ right: Int, _ marks: String) -> Bool {
    let gap = between(left, right)
    return gap.count <= 3 && gap.allSatisfy { $0.isWhitespace && !$0.isNewline || marks.contains($0) }
  }

  private func number(_ index: Int, _ marks: String) -> Int? {
    guard index > 0, index < tokens.count, isNear(index - 1, index, marks) else { return nil }
    return tokens[index].number
  }

  /// The day of the week that stands right before a date, 0 for Monday, with its word.
  func weekday(before date: LiteralDate) -> (day: Int, word: String)? {
    guard let index = tokens.lastIndex(where: { $0.places.upperBound <= date.places.lowerBound }),
      let day = weekdays[tokens[index].text]
    else { return nil }
    let gap = text[tokens[index].places.upperBound..<date.places.lowerBound]
    return gap.count <= 2 && gap.allSatisfy { $0 == "," || $0.isWhitespace } ? (day, tokens[index].text) : nil
  }

  /// The name of a weekday, 0 for Monday, as the language writes it.
  func name(ofWeekday day: Int) -> String {
    weekdays.filter { $0.value == day }.keys.min() ?? ""
  }
}
