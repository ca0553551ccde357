import LocalePacks

/// Where a value begins and ends within what stands around it: quotation marks, markdown, faces, full stops.
enum ValueCore {
  /// The part of a chunk that is the value; empty when nothing is left.
  ///
  /// - Complexity: O(chunk).
  static func core(of chunk: Range<Int>, _ reading: SecretReading) -> Range<Int> {
    var start = chunk.lowerBound
    var end = chunk.upperBound
    while start < end, isLeading(start, end, reading) { start += 1 }
    end = cutAtParticle(start..<end, reading)
    let isMixed = isMixed(start..<end, reading)
    while end > start, isTrailing(end - 1, start, isMixed, reading) { end -= 1 }
    // **X**, __X__, `X`, ~X~
    while end - start > 2, let mark = markdown(start, reading), reading.folded(end - 1) == mark {
      start += 1
      end -= 1
    }
    return start..<end
  }

  /// Where a value may begin in a chunk of a script without blanks: behind the words of the sentence, if there are any.
  static func start(of chunk: Range<Int>, _ reading: SecretReading) -> Int {
    guard let first = chunk.first, reading.letters[first].isUnspaced else { return chunk.lowerBound }
    if localName(chunk, reading) != nil { return first }
    let words = chunk.prefix { reading.letters[$0].isUnspaced }
    var rest = first + words.count
    while rest < chunk.upperBound, !reading.letters[rest].isWord { rest += 1 }
    return rest < chunk.upperBound ? rest : first
  }

  /// A short word of a script without blanks with digits and signs behind it, such as さくら2024; nil for anything else.
  static func localName(_ chunk: Range<Int>, _ reading: SecretReading) -> Range<Int>? {
    let words = chunk.prefix { reading.letters[$0].isUnspaced }
    guard (1...4).contains(words.count) else { return nil }
    let isSaid = words.contains { place in
      reading.matches(at: place).contains { $0.places.count >= 2 && $0.places.upperBound <= words.endIndex }
    }
    let digits = chunk.dropFirst(words.count).prefix { reading.letters[$0].sort == .digit }
    guard !isSaid, (2...5).contains(digits.count) else { return nil }
    let end = digits.endIndex
    let isEnd =
      end >= chunk.upperBound || reading.letters[end].sort == .mark || reading.letters[end].isUnspaced
    guard isEnd,
      ![0x2F, 0x3A, 0x2E, 0x2D, 0x25].contains(reading.folded(end)) || reading.isBreakOrEnd(end + 1)
    else { return nil }
    return chunk
  }

  private static func markdown(_ place: Int, _ reading: SecretReading) -> UInt32? {
    let mark = reading.folded(place)
    return [0x2A, 0x5F, 0x60, 0x7E, 0x27, 0x22].contains(mark) ? mark : nil
  }

  /// Opening marks, and faces: everything that is no ASCII sign, letter or digit.
  private static func isLeading(_ place: Int, _ end: Int, _ reading: SecretReading) -> Bool {
    let letter = reading.letters[place]
    guard letter.sort == .mark else { return false }
    if letter.folded >= 0x80 { return letter.folded != 0xA3 && letter.folded != 0x20AC }
    switch letter.folded {
    case 0x22, 0x27, 0x3A, 0x2C, 0x3B: return true
    case 0x28: return !(place + 1..<end).dropLast().contains { reading.folded($0) == 0x29 }
    case 0x3D, 0x2D: return place + 1 < end && reading.letters[place + 1].isWord
    case 0x3E: return true
    default: return false
    }
  }

  private static func isTrailing(_ place: Int, _ start: Int, _ isMixed: Bool, _ reading: SecretReading)
    -> Bool
  {
    let letter = reading.letters[place]
    guard letter.sort == .mark else { return false }
    if letter.folded >= 0x80 { return letter.folded != 0xA3 && letter.folded != 0x20AC }
    switch letter.folded {
    case 0x22, 0x27, 0x2C, 0x3B, 0x3A: return true
    case 0x2E: return !isMixed || reading.folded(place - 1) == letter.folded
    case 0x21, 0x3F: return !isMixed && !mayEndInMark(start..<place, reading)
    case 0x29: return !(start..<place).contains { reading.folded($0) == 0x28 }
    case 0x5D: return !(start..<place).contains { reading.folded($0) == 0x5B }
    case 0x7D: return !(start..<place).contains { reading.folded($0) == 0x7B }
    case 0x3E: return !(start..<place).contains { reading.folded($0) == 0x3C }
    case 0x2F, 0x7C: return true
    default: return false
    }
  }

  /// Whether a value has signs inside besides letters or digits, so that one at its end may belong to it.
  private static func isMixed(_ range: Range<Int>, _ reading: SecretReading) -> Bool {
    guard range.count > 3 else { return false }
    var hasWord = false
    var hasSign = false
    for place in range.dropLast() {
      let letter = reading.letters[place]
      if letter.sort == .digit || letter.scalar.properties.isUppercase { hasWord = true }
      if letter.sort == .mark, letter.folded < 0x80,
        ![0x2D, 0x2E, 0x27, 0x5F, 0x2C, 0x22, 0x60].contains(letter.folded),
        reading.letters[place + 1].isWord
      {
        hasSign = true
      }
    }
    return hasWord && hasSign
  }

  /// Whether a mark at the end of a value may belong to it: behind digits or a walk over the keyboard.
  private static func mayEndInMark(_ range: Range<Int>, _ reading: SecretReading) -> Bool {
    var range = range
    while let last = range.last, [0x21, 0x3F].contains(reading.folded(last)) { range = range.dropLast() }
    guard range.count >= 4 else { return false }
    return reading.letters[range].contains { $0.sort == .digit }
      && reading.letters[range].contains { $0.sort == .letter }
      || KeyboardWalk.isWalk(reading, range)
  }

  /// “Hunter2です”, “Hunter2입니다”, “Hunter2'dir”: what is written together with a value and belongs to the sentence.
  private static func cutAtParticle(_ range: Range<Int>, _ reading: SecretReading) -> Int {
    guard let first = range.first else { return range.upperBound }
    let startsUnspaced = reading.letters[first].isUnspaced
    for place in range.dropFirst() {
      let letter = reading.letters[place]
      if letter.sort == .mark {
        if letter.folded == 0x3002 || letter.folded == 0xFF0C || letter.folded == 0x3001
          || letter.folded == 0x300D
        {
          return place
        }
        // A comma or a slash, behind which another noun follows.
        if [0x2C, 0x3B, 0x2F, 0x7C, 0xFF0C].contains(letter.folded),
          reading.longest(at: place + 1, .nouns) != nil
        {
          return place
        }
        // X'dir: an apostrophe and an ending.
        if letter.folded == 0x27 || letter.folded == 0x2019, isEnding(place + 1, range.upperBound, reading) {
          return place
        }
        continue
      }
      guard letter.isUnspaced else { continue }
      // さくら2024 ends where words of the sentence follow.
      if !reading.letters[place - 1].isUnspaced { return place }
      if startsUnspaced || reading.letters[place - 1].isUnspaced,
        let match = reading.longest(at: place, [.copula, .after]),
        isParticleEnd(match.places.upperBound, range, reading),
        place - first >= 2
      {
        return place
      }
    }
    return range.upperBound
  }

  private static func isParticleEnd(_ place: Int, _ range: Range<Int>, _ reading: SecretReading) -> Bool {
    place >= range.upperBound || reading.letters[place].sort == .mark
      || reading.longest(at: place, [.between, .nouns, .copula]) != nil
  }

  private static func isEnding(_ start: Int, _ end: Int, _ reading: SecretReading) -> Bool {
    var place = start
    while place < end, reading.letters[place].sort == .letter,
      !reading.letters[place].scalar.properties.isUppercase
    {
      place += 1
    }
    let isWhole = place == end || [0x2E, 0x2C, 0x21, 0x3F].contains(reading.folded(place))
    return place > start && place - start <= 5 && isWhole
  }
}
