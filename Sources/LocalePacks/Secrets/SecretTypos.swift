/// Nouns of secrets with one typing error: a letter too many, too few, another, or two in the wrong order.
///
/// Each noun is stored under itself and under itself without each of its letters; a word is looked up the same way.
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
  private var places: [UInt64: [Int32]] = [:]

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
      for hash in Self.hashes(letters) { places[hash, default: []].append(Int32(nouns.count)) }
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
  /// - Complexity: O(letters of the word · nouns that share its letters).
  func meaning(of word: [UInt32]) -> SecretLexicon.Meaning? {
    guard (Self.shortest - 1...Self.longest + 1).contains(word.count), let first = word.first else {
      return nil
    }
    for hash in Self.hashes(word) {
      for place in places[hash] ?? [] {
        let noun = nouns[Int(place)]
        // People mistype the first letter least.
        if noun.letters.first == first, noun.letters != word, Self.isNear(noun.letters, word) {
          return noun.meaning
        }
      }
    }
    return nil
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

  private static func hashes(_ letters: [UInt32]) -> [UInt64] {
    var hashes = [hash(letters, without: -1)]
    for place in letters.indices { hashes.append(hash(letters, without: place)) }
    return hashes
  }

  private static func hash(_ letters: [UInt32], without left: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in letters.indices where place != left {
      hash = (hash ^ UInt64(letters[place])) &* 0x100_0000_01B3
    }
    return hash
  }
}

extension SecretLexicon {
  /// The word or words at some places, when they are a noun of a secret with a typing error; nil when it is none.
  ///
  /// - Complexity: O(letters of the word).
  package func misspeltNoun(_ places: Range<Int>, in text: SecretLetters) -> Match? {
    let letters = text.letters[places].filter(\.isWord).map(\.folded)
    guard let meaning = typos.meaning(of: letters) else { return nil }
    var match = Match(places: places, senses: meaning.sense, digit: -1, node: -1)
    match.ownLanguages = meaning.languages
    return match
  }
}
