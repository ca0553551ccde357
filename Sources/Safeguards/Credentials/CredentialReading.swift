import LocalePacks

/// A draft, or a message before it, with the words by which a request for a secret is known.
struct CredentialReading: Sendable {
  /// A kind of words.
  typealias Kind = CredentialWords.Kind
  /// Words that were found.
  typealias Match = CredentialMatcher.Match

  /// A request that was found.
  struct Request: Sendable, Hashable {
    /// What is asked for.
    var secret: Kind
    /// The words that name it, or that point at it.
    var name: Match
    /// Where the request stands: places in the text's letters.
    var places: Range<Int>
  }

  let text: CredentialText
  /// For each sentence, its words, in order.
  let sentences: [[Match]]
  /// The secrets that are named, with what the sentences around tell of bare codes.
  let secrets: [Match]

  /// Reads a text; `expectsCode` where a code that is used once was spoken of before.
  ///
  /// - Complexity: O(text).
  init(_ string: String, _ matcher: CredentialMatcher, expectsCode: Bool = false) {
    text = matcher.read(string)
    let matches = matcher.matches(in: text)
    let isOneTime =
      expectsCode || matches.contains { $0.kind == .received || $0.kind == .oneTime }
    var sentences = [[Match]](repeating: [], count: text.sentences.count)
    for match in matches where sentences.indices.contains(match.sentence) {
      var match = match
      if match.kind == .code, isOneTime { match.kind = .oneTime }
      sentences[match.sentence].append(match)
      if match.kind == .renew {
        match.kind = .context
        sentences[match.sentence].append(match)
      }
    }
    for sentence in sentences.indices where sentences[sentence].contains(where: { $0.kind == .partial }) {
      sentences[sentence].removeAll { $0.kind == .cardNumber }
    }
    self.sentences = sentences
    secrets = sentences.flatMap { $0.filter(\.kind.isSecret) }
  }

  /// What is between two words of a sentence.
  func between(_ first: Match, _ second: Match) -> Range<Int> {
    let start = min(first.places.upperBound, second.places.upperBound)
    return start..<max(start, max(first.places.lowerBound, second.places.lowerBound))
  }

  /// Whether two words stand so near that one can be the object of the other.
  func isNear(_ first: Match, _ second: Match, limit: Int) -> Bool {
    let gap = between(first, second)
    return gap.count <= limit
  }

  /// Whether a word of a kind stands in a range of a sentence.
  func has(_ kinds: Set<Kind>, in range: Range<Int>, ofSentence sentence: Int) -> Bool {
    sentences[sentence].contains {
      kinds.contains($0.kind) && range.lowerBound <= $0.places.lowerBound
        && $0.places.upperBound <= range.upperBound
    }
  }

  /// Whether a sentence has a word of a kind.
  func has(_ kinds: Set<Kind>, inSentence sentence: Int) -> Bool {
    sentences[sentence].contains { kinds.contains($0.kind) }
  }

  /// Whether a request is denied or forbidden: by a word in its sentence, unless a “but” parts them.
  func isForbidden(_ word: Match) -> Bool {
    let words = sentences[word.sentence]
    let buts = words.filter { $0.kind == .but }
    let before = buts.last { $0.places.upperBound <= word.places.lowerBound }
    let behind = buts.first { $0.places.lowerBound >= word.places.upperBound }
    return words.contains { forbid in
      guard forbid.kind == .forbid else { return false }
      if forbid.places.lowerBound >= word.places.lowerBound {
        // Behind the request, as in languages that deny at the end.
        return behind.map { forbid.places.lowerBound < $0.places.upperBound } ?? true
      }
      return before.map { forbid.places.upperBound > $0.places.lowerBound } ?? true
    }
  }

  /// How many words of a sentence, or pairs of signs without blanks, are in no list.
  func leftover(inSentence sentence: Int) -> Int {
    var known = Set<Int>()
    for match in sentences[sentence] where match.kind != .link { known.formUnion(match.places) }
    var words = 0
    var signs = 0
    for place in text.sentences[sentence] where !known.contains(place) {
      if text.letters[place].isUnspaced {
        signs += 1
      } else if text.letters[place].gap != .none || known.contains(place - 1) && !isInWord(place) {
        words += 1
      }
    }
    return words + (signs + 1) / 2
  }

  private func isInWord(_ place: Int) -> Bool { text.letters[place].gap == .none }
}

extension CredentialWords.Kind {
  /// Whether it names a secret that is not to be asked for.
  var isSecret: Bool {
    switch self {
    case .password, .remote, .key, .cardCode, .pin, .oneTime, .seed, .cardNumber: true
    default: false
    }
  }

  /// Whether nothing makes asking for it right.
  var isNever: Bool {
    switch self {
    case .cardCode, .pin, .oneTime, .seed, .cardNumber: true
    default: false
    }
  }
}
