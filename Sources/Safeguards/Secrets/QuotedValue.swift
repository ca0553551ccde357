import LocalePacks

/// What stands in quotation marks, backticks or marks of emphasis.
struct QuotedValue {
  private let reading: SecretReading
  /// What stands inside.
  let inside: Range<Int>
  /// Where the closing mark stands.
  let end: Int

  private static let closers: [UInt32: [UInt32]] = [
    0x22: [0x22], 0x27: [0x27], 0x60: [0x60], 0x201C: [0x201D, 0x22], 0x201D: [0x201D],
    0x201E: [0x201C, 0x201D, 0x22],
    0xAB: [0xBB], 0xBB: [0xAB], 0x2018: [0x2019], 0x201A: [0x2018, 0x2019], 0x2019: [0x2019],
    0x300C: [0x300D],
    0x300E: [0x300F], 0x2A: [0x2A], 0x5F: [0x5F], 0x3C: [0x3E], 0x5B: [0x5D], 0x7B: [0x7D], 0x2039: [0x203A],
    0xFF62: [0xFF63], 0x3010: [0x3011], 0x7E: [0x7E],
  ]

  /// Reads what is quoted from a place on; nil when nothing is.
  ///
  /// - Complexity: O(1): the closing mark must stand within 100 letters.
  init?(_ reading: SecretReading, at place: Int) {
    guard let closers = Self.closers[reading.folded(place)] else { return nil }
    let mark = reading.folded(place)
    var start = place + 1
    while reading.folded(start) == mark { start += 1 }
    guard start < reading.count, reading.letters[start].sort != .blank else { return nil }
    let last = min(reading.count, start + 100)
    var end = start
    while end < last {
      if reading.letters[end].sort == .lineEnd || reading.letters[end].sort == .sealed { return nil }
      if closers.contains(reading.folded(end)), end > start, Self.closes(end, reading) { break }
      end += 1
    }
    guard end < last else { return nil }
    self.reading = reading
    inside = start..<end
    self.end = end
  }

  /// Whether what stands behind a closing mark lets it be one.
  private static func closes(_ place: Int, _ reading: SecretReading) -> Bool {
    guard place + 1 < reading.count else { return true }
    let next = reading.letters[place + 1]
    return !next.isWord || next.isUnspaced
  }

  /// The value, when a noun's rule takes what is quoted for one.
  func value(for rule: NamedValueRule) -> Range<Int>? {
    var range = inside
    while range.count > 2, let mark = range.first, [0x2A, 0x5F, 0x60].contains(reading.folded(mark)),
      reading.folded(range.upperBound - 1) == reading.folded(mark)
    {
      range = range.lowerBound + 1..<range.upperBound - 1
    }
    if rule.kind.isNumber {
      guard let run = DigitRun(reading, at: range.lowerBound) else {
        return ValueShape(reading, range).strength >= .label && range.count <= 12 ? range : nil
      }
      return NumberFit.range(rule.kind, run, reading)
    }
    let isBare = rule.gaps == 0 && rule.betweens <= 4
    let shape = ValueShape(reading, range)
    if shape.strength >= .phrase { return range }
    guard isBare, rule.link > .loose, range.count >= 4, !reading.letters[range.lowerBound].isUnspaced else {
      return nil
    }
    let words = range.count { reading.letters[$0].sort == .blank } + 1
    let isKnown =
      reading.longest(at: range.lowerBound, [.notValue, .nouns, .copula, .other]).map {
        $0.places.upperBound >= range.upperBound || words > 2
      } ?? false
    return words <= 6 && !isKnown && shape.hasLetters || shape.digits >= 4 && words == 1 ? range : nil
  }
}
