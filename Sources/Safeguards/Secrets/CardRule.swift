import LocalePacks

/// Card numbers by their brand, length and check digit; expiry and code behind them.
enum CardRule {
  /// Finds them.
  ///
  /// - Complexity: O(text).
  static func find(_ context: SecretContext, _ found: inout FoundSecrets) {
    let reading = found.reading
    var place = 0
    while place < reading.count {
      guard reading.letters[place].sort == .digit else {
        place += 1
        continue
      }
      var end = place
      while end < reading.count, reading.letters[end].sort == .digit { end += 1 }
      guard !found.covers(place), let run = DigitRun(reading, at: place),
        let card = card(run, context, reading)
      else {
        place = max(end, DigitRun.end(reading, at: place))
        continue
      }
      found.add(.card, card)
      if let code = code(behind: card.upperBound, reading) { found.add(.cardCode, code) }
      place = card.upperBound
    }
  }

  private static func card(_ run: DigitRun, _ context: SecretContext, _ reading: SecretReading) -> Range<Int>?
  {
    // With what follows (“4111 1111 1111 1111 123”), the number is the first groups.
    for count in stride(from: run.groups.count, to: 0, by: -1) {
      let part = run.prefix(count)
      guard (12...19).contains(part.digits), isGrouped(part.groups.map(\.count)) else { continue }
      let values = part.values(reading)
      guard CardNumber.passesLuhn(values), CardNumber.hasBrand(values) else { continue }
      if isPart(part.range, reading) { return nil }
      let named = isNamed(before: part.range.lowerBound, reading)
      if named == .other { return nil }
      // A number in one piece may be anything of that length; one in ten passes the check.
      if named != .card, part.groups.count == 1,
        context.expectsOther || reading.folded(part.range.lowerBound - 1) == 0x23
          || isOther(behind: part.range.upperBound, reading)
      {
        return nil
      }
      // 15 digits may be a telephone's own number; those begin with 35, and hardly ever as an American Express card does.
      if values.count <= 15, part.groups.count == 1, named != .card,
        !(values.count == 15 && values[0] == 3 && [4, 7].contains(values[1]))
      {
        return nil
      }
      return part.range
    }
    return nil
  }

  /// Groups as people write cards: in fours, 4-6-5, or in one.
  private static func isGrouped(_ sizes: [Int]) -> Bool {
    if sizes.count == 1 { return true }
    if sizes == [4, 6, 5] || sizes == [4, 6, 4] { return true }
    return sizes.dropLast().allSatisfy { $0 == 4 } && (sizes.last ?? 0) <= 7
      || sizes.allSatisfy { $0 == 2 || $0 == 3 || $0 == 4 } || sizes == [8, 8] || sizes == [6, 10]
      || sizes == [6, 13]
  }

  /// Whether digits are a piece of something longer: letters, a link, a decimal number.
  private static func isPart(_ range: Range<Int>, _ reading: SecretReading) -> Bool {
    for (edge, beyond) in [
      (range.lowerBound - 1, range.lowerBound - 2), (range.upperBound, range.upperBound + 1),
    ] {
      guard edge >= 0, edge < reading.count else { continue }
      let letter = reading.letters[edge]
      if letter.isWord, !letter.isUnspaced { return true }
      if [0x5F, 0x2B, 0x24, 0x40, 0x25].contains(letter.folded) { return true }
      if [0x2D, 0x2F, 0x2E, 0x2C, 0x3D].contains(letter.folded), beyond >= 0, beyond < reading.count,
        reading.letters[beyond].isWord
      {
        // card/expiry
        if edge == range.upperBound, reading.letters[beyond].sort == .digit,
          [0x2F, 0x2C, 0x3B].contains(letter.folded)
        {
          continue
        }
        if edge < range.lowerBound, letter.folded == 0x3D || letter.folded == 0x2C || letter.folded == 0x2F {
          continue
        }
        return true
      }
    }
    return false
  }

  /// Whether a number's noun follows: “4111… numaralı sipariş”.
  static func isOther(behind place: Int, _ reading: SecretReading) -> Bool {
    var end = place
    while end < min(reading.count, place + 20), !isSentenceEnd(end, reading), reading.folded(end) != 0x2C {
      if let match = reading.longest(at: end, [.other, .noun(.card)]) {
        if match.senses.contains(.noun(.card)) { return false }
        let behind = match.places.upperBound..<min(reading.count, match.places.upperBound + 8)
        return !behind.contains { reading.letters[$0].sort == .digit }
      }
      end += 1
    }
    return false
  }

  enum Naming { case none, card, other }

  /// What the words before a number say that it is: the nearest of the last eight.
  static func isNamed(before place: Int, _ reading: SecretReading) -> Naming {
    var start = place
    let first = max(0, place - 60)
    while start > first {
      start -= 1
      if reading.letters[start].sort == .sealed { return .none }
      if isSentenceEnd(start, reading) { return .none }
      var isOther = false
      for match in reading.matches(at: start) where match.places.upperBound <= place {
        if match.senses.contains(.noun(.card)) { return .card }
        if !match.senses.isDisjoint(with: .secretNouns) { return .none }
        if match.senses.contains(.other) { isOther = true }
      }
      if isOther { return .other }
    }
    return .none
  }

  private static func isSentenceEnd(_ place: Int, _ reading: SecretReading) -> Bool {
    let letter = reading.letters[place]
    if letter.sort == .lineEnd { return true }
    return [0x2E, 0x21, 0x3F, 0x3002, 0x964, 0x3B].contains(letter.folded) && reading.isBreakOrEnd(place + 1)
      && !(reading.folded(place) == 0x2E && place > 2 && reading.letters[place - 1].isWord && place >= 3
        && (reading.isBreakOrEnd(place - 3) || reading.isBreakOrEnd(place - 4)))
  }

  /// “12/27 123”: the code behind a card's expiry, or right behind its number.
  private static func code(behind end: Int, _ reading: SecretReading) -> Range<Int>? {
    var place = separator(end, reading)
    var hasExpiry = false
    if let expiry = expiry(at: place, reading) {
      hasExpiry = true
      place = separator(expiry, reading)
    }
    guard place > end, let run = DigitRun(reading, at: place), let first = run.groups.first,
      (3...4).contains(first.count)
    else { return nil }
    let part = run.prefix(1)
    if part.isMeasure(reading) || !hasExpiry && run.groups.count > 1 { return nil }
    if !hasExpiry, first.count == 4 { return nil }
    let behind = reading.skipBlanks(first.upperBound)
    if !hasExpiry, behind < reading.count, reading.letters[behind].sort == .letter { return nil }
    return first
  }

  private static func separator(_ start: Int, _ reading: SecretReading) -> Int {
    var place = start
    while place < reading.count, place - start < 4,
      reading.letters[place].sort == .blank
        || reading.letters[place].sort == .lineEnd
        || [0x2C, 0x2F, 0x3B, 0x7C, 0x2D, 0x3001, 0xFF0C, 0x28, 0x2A, 0x60, 0x22].contains(
          reading.folded(place))
    {
      place += 1
    }
    return place
  }

  /// The end of 12/27, 12/2027, 12-27, 12.27, 1227 behind a place; words such as “exp” may stand before it.
  private static func expiry(at start: Int, _ reading: SecretReading) -> Int? {
    var place = start
    var letters = 0
    while place < reading.count, place - start < 16,
      reading.letters[place].sort == .letter
        || letters > 0
          && (reading.letters[place].sort == .blank || [0x3A, 0x2E].contains(reading.folded(place)))
    {
      letters += 1
      place += 1
    }
    guard place + 3 < reading.count, reading.letters[place].sort == .digit else { return nil }
    var end = place
    while end < reading.count, end - place < 3, reading.letters[end].sort == .digit { end += 1 }
    let month = reading.letters[place..<end].reduce(0) { $0 * 10 + Int($1.digit) }
    guard end - place <= 2, (1...12).contains(month) else { return nil }
    end = reading.skipBlanks(end)
    guard [0x2F, 0x2D, 0x2E].contains(reading.folded(end)) else { return nil }
    end = reading.skipBlanks(end + 1)
    let year = end
    while end < reading.count, end - year < 4, reading.letters[end].sort == .digit { end += 1 }
    return [2, 4].contains(end - year) ? end : nil
  }
}
