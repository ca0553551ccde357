/// Nouns of secrets with one typing error: a letter too many, too few, another, or two in the wrong order.
///
/// Nouns stand by their first letter, each with the set of its letters: one error changes that by two at most, so nearly all nouns
/// are passed over by one look.
struct SecretTypos: Sendable {
  private struct Noun: Sendable {
    var letters: [UInt32]
    var meaning: SecretLexicon.Meaning
  }

  /// Shorter words have too many neighbours.
  private static let shortest = 6
  private static let longest = 24
  private static let shortestPhrase = 8

  private var nouns: [Noun] = []
  /// The nouns that begin with a letter.
  private var places: [UInt32: [Candidate]] = [:]

  private struct Candidate: Sendable {
    var letterSet: UInt64
    var count: Int32
    var place: Int32
  }

  /// Takes the nouns, phrases without their blanks.
  ///
  /// - Complexity: O(letters²).
  init(_ entries: [SecretLexicon.Entry]) {
    for entry in entries where !entry.meaning.sense.isDisjoint(with: Self.wanted) {
      let isPhrase = entry.key.contains(SecretLexicon.blank)
      let letters = entry.key.filter { $0 != SecretLexicon.star && $0 != SecretLexicon.blank }
      guard ((isPhrase ? Self.shortestPhrase : Self.shortest)...Self.longest).contains(letters.count),
        letters.allSatisfy({ Self.isSpelt($0) })
      else { continue }
      if let last = nouns.indices.last, nouns[last].letters == letters,
        nouns[last].meaning.sense == entry.meaning.sense
      {
        nouns[last].meaning.languages |= entry.meaning.languages
        continue
      }
      places[letters[0], default: []].append(
        Candidate(
          letterSet: Self.letterSet(letters[...]), count: Int32(letters.count), place: Int32(nouns.count)))
      nouns.append(Noun(letters: letters, meaning: entry.meaning))
    }
  }

  private static let wanted: SecretLexicon.Senses = [
    .noun(.password), .noun(.pin), .noun(.oneTime), .noun(.cardCode), .noun(.key),
  ]

  /// Letters of alphabets, in which typing errors are of this sort.
  private static func isSpelt(_ letter: UInt32) -> Bool {
    0x61...0x7A ~= letter || 0x100...0x530 ~= letter || 0x5D0...0x6D3 ~= letter || 0x900...0x9FF ~= letter
  }

  /// The meaning of the noun that a word is one typing error away from; nil when there is none.
  ///
  /// - Complexity: O(nouns with the word's first letter), and O(letters) for each that shares its letters.
  func meaning(of word: [UInt32]) -> SecretLexicon.Meaning? {
    // People mistype the first letter least.
    guard (Self.shortest - 1...Self.longest + 1).contains(word.count), let near = places[word[0]] else {
      return nil
    }
    let letterSet = Self.letterSet(word[...])
    for candidate in near
    where (candidate.letterSet ^ letterSet).nonzeroBitCount <= 2
      && abs(Int(candidate.count) - word.count) <= 1
    {
      let noun = nouns[Int(candidate.place)]
      if noun.letters != word, Self.isNear(noun.letters, word) { return noun.meaning }
    }
    return nil
  }

  /// The letters of a word, one bit each; some share a bit.
  private static func letterSet(_ word: ArraySlice<UInt32>) -> UInt64 {
    word.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }

  private static func isNear(_ first: [UInt32], _ second: [UInt32]) -> Bool {
    if abs(first.count - second.count) > 1 { return false }
    var start = 0
    while start < min(first.count, second.count), first[start] == second[start] { start += 1 }
    var end = 0
    while end < min(first.count, second.count) - start,
      first[first.count - 1 - end] == second[second.count - 1 - end]
    {
      end += 1
    }
    let left = first.count - start - end
    let right = second.count - start - end
    if left <= 1, right <= 1 { return true }
    return left == 2 && right == 2 && first[start] == second[start + 1] && first[start + 1] == second[start]
  }
}

extension SecretLexicon {
  /// The word or words at some places, when they are a noun of a secret with a typing error; nil when it is none.
  ///
  /// - Complexity: O(letters of the word).
  package func misspeltNoun(_ places: Range<Int>, in text: SecretLetters) -> Match? {
    var letters: [UInt32] = []
    letters.reserveCapacity(places.count)
    for place in places where text.letters[place].isWord { letters.append(text.letters[place].folded) }
    guard let meaning = typos.meaning(of: letters) else { return nil }
    var match = Match(places: places, senses: meaning.sense, digit: -1, node: -1)
    match.ownLanguages = meaning.languages
    return match
  }
}
