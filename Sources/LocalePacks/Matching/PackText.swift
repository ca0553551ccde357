/// A text as words and sentences, compared in the manner of a pack.
struct PackText: Sendable {
  /// One word.
  struct Word: Sendable {
    /// Its places in `characters`.
    var places: Range<Int>
    /// Normalised, in lower case.
    var folded: String
    /// Normalised, with its capitals.
    var exact: String
    /// The sentence, from 0.
    var sentence: Int
    /// Whether only blanks, hyphens or apostrophes stand between it and the word before.
    var isJoined: Bool
    /// Whether any of it stands in code, a link, a placeholder or a quotation.
    var isMuted: Bool
  }

  /// The graphemes, normalised and in lower case.
  private(set) var characters: [Character] = []
  /// The graphemes, normalised, with their capitals.
  private(set) var exact: [Character] = []
  /// UTF-8 offset in the text of each grapheme, and of the end.
  private(set) var offsets: [Int] = []
  /// Whether a grapheme stands in code, a link, a placeholder or a quotation.
  private(set) var isMuted: [Bool]
  private(set) var words: [Word] = []
  /// Places of each sentence, its marks included; they touch, and cover the text.
  private(set) var sentences: [Range<Int>] = []
  /// For each sentence, its words as places in `words`.
  private var wordRanges: [Range<Int>] = []
  private var cores: [Range<Int>] = []
  /// How many muted characters stand before each place, and before the end.
  private var mutedBefore: [Int] = [0]

  /// Reads a text.
  ///
  /// - Complexity: O(text).
  init(_ text: String, _ rules: TextRules = TextRules()) {
    let fold = CharacterFold(rules)
    var offset = 0
    let count = text.utf8.count
    characters.reserveCapacity(count)
    exact.reserveCapacity(count)
    offsets.reserveCapacity(count + 1)
    for character in text {
      if let (exact, folded) = fold(character) {
        self.exact.append(exact)
        characters.append(folded)
        offsets.append(offset)
      }
      offset += character.utf8.count
    }
    offsets.append(offset)
    isMuted = MutedPlaces.find(in: exact)
    mutedBefore.reserveCapacity(characters.count + 1)
    for place in isMuted.indices { mutedBefore.append(mutedBefore[place] + (isMuted[place] ? 1 : 0)) }
    split(rules)
  }

  /// UTF-8 offsets of a range of places.
  func bytes(_ places: Range<Int>) -> Range<Int> {
    offsets[places.lowerBound]..<offsets[places.upperBound]
  }

  /// Whether a place in a range is muted.
  func hasMuted(in places: Range<Int>) -> Bool {
    mutedBefore[places.lowerBound] < mutedBefore[places.upperBound]
  }

  /// The words of a sentence, as places in `words`.
  func words(ofSentence sentence: Int) -> Range<Int> { wordRanges[sentence] }

  /// The first word that begins at a place or behind it, as a place in `words`; their count when there is none.
  ///
  /// - Complexity: O(log words).
  func word(from place: Int) -> Int { words.partitioned { $0.places.lowerBound >= place } }

  /// The sentence in which a place stands, from 0; the last for the end of the text.
  ///
  /// - Complexity: O(log sentences).
  func sentence(at place: Int) -> Int {
    min(sentences.partitioned { $0.upperBound > place }, max(0, sentences.count - 1))
  }

  /// A sentence without the blanks and marks around it.
  func core(ofSentence sentence: Int) -> Range<Int> { cores[sentence] }

  private func core(_ sentence: Range<Int>) -> Range<Int> {
    var range = sentence
    while let last = range.last, !Self.isContent(characters[last]) { range = range.lowerBound..<last }
    while let first = range.first, !Self.isContent(characters[first]) {
      range = first + 1..<range.upperBound
    }
    return range
  }

  /// Whether the sentence holds a digit: a time, a date, an amount.
  ///
  /// - Complexity: O(sentence).
  func hasNumber(inSentence sentence: Int) -> Bool {
    sentences.indices.contains(sentence)
      && sentences[sentence].contains { place in
        characters[place].unicodeScalars.first?.properties.numericType == .decimal
      }
  }

  /// Whether a character is a letter, a number or a symbol of a word.
  static func isContent(_ character: Character) -> Bool { character.isLetter || character.isNumber }

  private mutating func split(_ rules: TextRules) {
    var sentenceStart = 0
    var place = 0
    var isJoined = false
    while place < characters.count {
      let character = characters[place]
      if Self.isContent(character) {
        let start = place
        place += 1
        while place < characters.count, continuesWord(at: place, rules) { place += 1 }
        words.append(
          Word(
            places: start..<place, folded: String(characters[start..<place]),
            exact: String(exact[start..<place]), sentence: sentences.count, isJoined: isJoined,
            isMuted: hasMuted(in: start..<place)))
        isJoined = true
        continue
      }
      if endsSentence(at: place, rules) {
        while place + 1 < characters.count, Self.isTerminator(characters[place + 1]) { place += 1 }
        close(sentenceStart..<place + 1)
        sentenceStart = place + 1
        isJoined = false
      } else if !(character.isWhitespace || Self.isHyphen(character) || Self.isApostrophe(character)) {
        isJoined = false
      }
      place += 1
    }
    if sentenceStart < characters.count { close(sentenceStart..<characters.count) }
  }

  private mutating func close(_ sentence: Range<Int>) {
    sentences.append(sentence)
    wordRanges.append((wordRanges.last?.upperBound ?? 0)..<words.count)
    cores.append(core(sentence))
  }

  private func continuesWord(at place: Int, _ rules: TextRules) -> Bool {
    if Self.isContent(characters[place]) {
      // "PDFを" are two words.
      return !rules.isUnspaced || characters[place].isASCII == characters[place - 1].isASCII
    }
    guard Self.isApostrophe(characters[place]), rules.apostrophe == .letter else { return false }
    return place + 1 < characters.count && characters[place + 1].isLetter
  }

  private func endsSentence(at place: Int, _ rules: TextRules) -> Bool {
    let character = characters[place]
    guard Self.isTerminator(character) else { return false }
    guard character == "." else { return true }
    // "2.5", "z.B.", "www.x.y": a full stop with a letter or digit right behind it ends nothing, nor one behind an initial.
    if place + 1 < characters.count, Self.isContent(characters[place + 1]) { return false }
    if let word = words.last, word.places.upperBound == place, rules.abbreviations.contains(word.folded) {
      return false
    }
    let isInitial =
      place > 0 && characters[place - 1].isCased && (place < 2 || !Self.isContent(characters[place - 2]))
    return !isInitial || place + 1 >= characters.count
  }

  static func isTerminator(_ character: Character) -> Bool {
    switch character {
    case ".", "!", "?", "…", "。", "！", "？", "؟", "।", "॥", "۔", "\n", "\r\n", "⁉", "‼": true
    default: false
    }
  }

  static func isHyphen(_ character: Character) -> Bool {
    character == "-" || character == "\u{2010}" || character == "\u{2011}" || character == "־"
  }

  static func isApostrophe(_ character: Character) -> Bool {
    switch character {
    case "'", "’", "ʼ", "ʻ", "‘", "`", "ʹ", "′": true
    default: false
    }
  }
}

extension Array {
  /// The place of the first element that satisfies a condition which all behind it satisfy too; the count for none.
  ///
  /// - Complexity: O(log count).
  func partitioned(by condition: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
