/// Names of several words that stand for firms, venues and addresses.
struct PhraseBook: Sendable {
  private struct Phrase: Sendable {
    /// Folded.
    let words: [String]
    let made: String
    /// Whether it is replaced without capitals, too.
    let isLoose: Bool
  }

  private let seed: UInt64
  private let language: String
  private let said: Set<String>
  private let letters: LetterMap
  private var phrases: [String: [Phrase]] = [:]
  private var used: Set<String> = []
  private var known: [String: String] = [:]

  /// Makes an empty book.
  init(seed: UInt64, language: String, said: Set<String>, letters: LetterMap) {
    self.seed = seed
    self.language = language
    self.said = said
    self.letters = letters
  }

  /// Takes in a firm; gives the name of the one that stands for it.
  mutating func add(company: String) -> String {
    let words = PseudonymBuilder.nameWords(company)
    let core = Self.core(words)
    guard !core.isEmpty else {
      return choose(NameLists.language(language).companies, FoldedWord(company).text)
    }
    let key = FoldedWord(core.joined(separator: " ")).text
    if let made = known[key] { return made }
    let made = choose(NameLists.language(language).companies, key)
    known[key] = made
    insert(words, made, isLoose: true)
    insert(core, made, isLoose: true)
    return made
  }

  /// Takes in a venue, a bank or the like.
  mutating func add(thing: String) {
    let words = PseudonymBuilder.nameWords(thing)
    let core = Self.core(words)
    guard !core.isEmpty else { return }
    let key = FoldedWord(core.joined(separator: " ")).text
    guard known[key] == nil else { return }
    let made = choose(NameLists.things, key)
    known[key] = made
    let isLoose = core.count > 1 || !KnownNames.alsoWords.contains(key) && key.count >= 5
    insert(words, made, isLoose: isLoose)
    insert(core, made, isLoose: isLoose)
    // “Shadyside” for “Shadyside Inn”; “Heights” alone could be anybody’s.
    if core.count > 1, let first = core.first, first.unicodeScalars.count >= 5 {
      insert([first], String(made.prefix { $0 != " " }), isLoose: false)
    }
  }

  /// Takes in words with what stands for them.
  mutating func add(_ text: String, made: String) {
    insert(PseudonymBuilder.nameWords(text), made, isLoose: true)
  }

  /// Without the words that any firm or venue has.
  private static func core(_ words: [String]) -> [String] {
    var core = words[...]
    while let first = core.first, core.count > 1,
      ["the", "тов", "ооо", "ип", "фоп", "pt", "cv"].contains(FoldedWord(first).text)
    {
      core = core.dropFirst()
    }
    while let last = core.last, core.count > 1, KnownNames.generic.contains(FoldedWord(last).text) {
      core = core.dropLast()
    }
    return Array(core)
  }

  private mutating func insert(_ words: [String], _ made: String, isLoose: Bool) {
    let folded = words.map { FoldedWord($0).text }
    guard let first = folded.first, !folded.allSatisfy(KnownNames.ordinary.contains) else { return }
    let phrase = Phrase(words: folded, made: made, isLoose: isLoose)
    if phrases[first]?.contains(where: { $0.words == folded }) ?? false { return }
    phrases[first, default: []].append(phrase)
  }

  private mutating func choose(_ list: [String], _ key: String) -> String {
    var chooser = Chooser(seed: seed, key: "phrase " + key)
    let free = chooser.shuffled(list).first { name in
      let words = name.split(separator: " ").map { FoldedWord($0).text }
      return !used.contains(name) && words.allSatisfy { !said.contains($0) }
        && !letters.forbidden.contains { FoldedWord(name).text.contains($0) }
    }
    let name = free ?? letters.run(Array("Aaaaaaa".unicodeScalars)[...], salt: key)
    used.insert(name)
    return name
  }

  /// The longest phrase that begins at a piece; how many pieces it takes.
  ///
  /// - Complexity: O(phrases).
  func phrase(
    at place: Int, _ text: [Unicode.Scalar], _ pieces: [TextPiece]
  ) -> (made: String, count: Int)? {
    guard !phrases.isEmpty, pieces[place].kind == .word else { return nil }
    let first = text[pieces[place].range]
    let capitals = Capitals(first)
    guard let candidates = phrases[FoldedWord(first).text] else { return nil }
    var best: (made: String, count: Int)?
    for phrase in candidates where phrase.isLoose || capitals != .lower {
      guard let end = end(of: phrase.words, at: place, text, pieces), end - place > (best?.count ?? 0) else {
        continue
      }
      let isLower = capitals == .lower
      best = (
        isLower
          ? phrase.made.lowercased()
          : capitals == .all && phrase.words.count > 1 ? phrase.made.uppercased() : phrase.made, end - place
      )
    }
    return best
  }

  private func end(
    of words: [String], at start: Int, _ text: [Unicode.Scalar], _ pieces: [TextPiece]
  ) -> Int? {
    var place = start
    for (number, word) in words.enumerated() {
      if number > 0 {
        var marks = 0
        while place < pieces.count, pieces[place].kind != .word, marks < 4 {
          if pieces[place].kind == .other, text[pieces[place].range.lowerBound] == "\n" { return nil }
          place += 1
          marks += 1
        }
      }
      guard place < pieces.count, pieces[place].kind == .word else { return nil }
      let scalars = text[pieces[place].range]
      // “the Shadyside’s pool”
      let isLast = number == words.count - 1
      let folded = FoldedWord(scalars).text
      guard folded == word || isLast && folded == word + "'s" else { return nil }
      place += 1
    }
    return place
  }
}
