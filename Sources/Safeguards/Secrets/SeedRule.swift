import LocalePacks

/// The words that restore a wallet: twelve to twenty-four plain words.
enum SeedRule {
  /// A run of words.
  private struct Run {
    var words: [Range<Int>] = []
  }

  private static let lengths = [12, 15, 18, 21, 24]

  /// Finds them.
  ///
  /// - Complexity: O(text).
  static func find(_ context: SecretContext, _ found: inout FoundSecrets) {
    let reading = found.reading
    let seed = SecretLexicon.Senses.noun(.seed)
    let nouns = NounRules.nouns(reading).filter { $0.senses.contains(seed) }
    for noun in nouns where !found.covers(noun.places.lowerBound) {
      let start = firstWord(noun.places.upperBound, reading)
      if let range = phrase(start, reading) { found.add(.seed, range) }
    }
    if nouns.isEmpty, context.expects(.seed), let range = phrase(reading.skipBlanks(0), reading) {
      found.add(.seed, range)
    }
    if !nouns.isEmpty || context.expects(.seed), !found.has(.seed) {
      findAnywhere(&found)
    }
    if found.isEmpty { findAlone(&found) }
  }

  /// The first word behind a noun that can be one of the phrase: behind “is” or a colon.
  private static func firstWord(_ end: Int, _ reading: SecretReading) -> Int {
    var place = end
    let limit = min(reading.count, end + 80)
    var afterLink: Int?
    while place < limit {
      if let copula = reading.longest(at: place, .copula) {
        place = copula.places.upperBound
        afterLink = place
      } else if [0x3A, 0xFF1A, 0x3D, 0x2013, 0x2014].contains(reading.folded(place)) {
        afterLink = place + 1
        break
      } else {
        place += 1
      }
    }
    return afterLink ?? end
  }

  /// The phrase that begins at a place or a little behind it; nil when there are less than twelve words.
  private static func phrase(_ start: Int, _ reading: SecretReading) -> Range<Int>? {
    var start = start
    for _ in 0..<6 {
      let run = run(start, reading)
      if run.words.count >= 12 { return cut(run, reading) }
      guard let next = nextWord(start, reading) else { return nil }
      start = next
    }
    return nil
  }

  private static func nextWord(_ start: Int, _ reading: SecretReading) -> Int? {
    var place = start
    while place < reading.count, !reading.letters[place].isWord { place += 1 }
    while place < reading.count, reading.letters[place].isWord { place += 1 }
    return place < reading.count ? place : nil
  }

  /// The phrase at the head of a run: as many words as there can be, up to where the words of a sentence begin.
  private static func cut(_ run: Run, _ reading: SecretReading) -> Range<Int>? {
    guard let first = run.words.first else { return nil }
    let known = run.words.map { word in
      reading.matches(at: word.lowerBound).contains {
        $0.places.upperBound >= word.upperBound
          && !$0.senses.isDisjoint(with: [.between, .copula, .after, .nouns, .notValue])
      }
    }
    var best = (score: -1.0, length: 12)
    for length in lengths where length <= run.words.count {
      let behind = known[length..<min(length + 3, known.count)]
      let inside = known[length - 3..<length]
      let after = behind.isEmpty ? 1 : Double(behind.count { $0 }) / Double(behind.count)
      var score = after - Double(inside.count { $0 }) / 3
      if length < run.words.count, isNewLine(run.words[length - 1], run.words[length], reading),
        !isNewLine(run.words[0], run.words[1], reading)
      {
        score += 1
      }
      if score >= best.score { best = (score, length) }
    }
    return first.lowerBound..<run.words[best.length - 1].upperBound
  }

  private static func isNewLine(_ word: Range<Int>, _ next: Range<Int>, _ reading: SecretReading) -> Bool {
    (word.upperBound..<next.lowerBound).contains {
      reading.letters[$0].sort == .lineEnd || reading.folded($0) == 0x2E
    }
  }

  /// Words of three to eight small letters, with numbers, commas or line ends between them.
  private static func run(_ start: Int, _ reading: SecretReading, limit: Int = 25) -> Run {
    var run = Run()
    var place = start
    while place < reading.count, run.words.count < limit {
      let letter = reading.letters[place]
      if letter.sort == .letter {
        var end = place
        while end < reading.count, reading.letters[end].sort == .letter, end - place < 12 { end += 1 }
        let isWord = (3...10).contains(end - place) && (end == reading.count || !reading.letters[end].isWord)
        let isSmall =
          run.words.isEmpty || !letter.scalar.properties.isUppercase
          || reading.letters[run.words[0].lowerBound].scalar.properties.isUppercase
        let isSameScript =
          run.words.first.map { reading.letters[$0.lowerBound].scalar.isASCII == letter.scalar.isASCII }
          ?? true
        guard isWord, isSmall, isSameScript else { break }
        run.words.append(place..<end)
        place = end
      } else if letter.sort == .sealed {
        break
      } else if letter.sort == .mark,
        ![0x2C, 0x2D, 0x2E, 0x29, 0x3B, 0x22, 0x2F, 0x7C, 0x60, 0x2A, 0x3A].contains(letter.folded)
      {
        break
      } else if letter.folded == 0x2E, run.words.count >= 12, reading.isBreakOrEnd(place + 1) {
        break
      } else {
        place += 1
      }
    }
    return run
  }

  /// A phrase before its noun: twelve words in a row of which the lists have at most one.
  private static func findAnywhere(_ found: inout FoundSecrets) {
    let reading = found.reading
    guard reading.count <= 2400 else { return }
    var place = 0
    while place < reading.count {
      let run = run(place, reading, limit: 60)
      guard run.words.count >= 12, let last = run.words.last else {
        place = nextWord(place, reading) ?? reading.count
        continue
      }
      let known = run.words.map { word in
        reading.matches(at: word.lowerBound).contains { $0.places.upperBound >= word.upperBound }
      }
      for first in 0...(run.words.count - 12)
      where known[first..<first + 12].count(where: { $0 }) <= 2 && !known[first] {
        var end = first + 12
        while end < min(run.words.count, first + 24), !known[end] { end += 1 }
        let length = lengths.last { $0 <= end - first } ?? 12
        return found.add(.seed, run.words[first].lowerBound..<run.words[first + length - 1].upperBound)
      }
      place = last.upperBound
    }
  }

  /// Twelve words or more that stand alone on their lines, none of them a word of a sentence.
  private static func findAlone(_ found: inout FoundSecrets) {
    let reading = found.reading
    guard reading.count <= 1200 else { return }
    var place = 0
    while place < reading.count {
      let run = run(place, reading)
      if run.words.count >= 12, let first = run.words.first, let last = run.words.last {
        let range = first.lowerBound..<last.upperBound
        let known = run.words.filter { word in
          reading.matches(at: word.lowerBound).contains {
            $0.places.upperBound >= word.upperBound
              && !$0.senses.isDisjoint(with: [.copula, .between, .after])
          }
        }
        if known.count * 12 <= run.words.count, lengths.contains(run.words.count) {
          found.add(.seed, range)
        }
        place = range.upperBound
      } else {
        while place < reading.count, reading.letters[place].sort != .lineEnd { place += 1 }
        place += 1
      }
    }
  }
}
