/// The words of all languages by which secrets are known, found in one walk through a text.
///
/// The forms are a tree whose nodes stand in the order of their depth, so that the children of a node stand together.
package struct SecretLexicon: Sendable {
  /// What words mean.
  package struct Senses: OptionSet, Sendable, Hashable {
    /// One bit a sense.
    package let rawValue: UInt32
    /// Makes a set from its bits.
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The sense of a noun.
    package static func noun(_ noun: SecretWords.Noun) -> Senses {
      Senses(rawValue: 1 << UInt32(SecretWords.Noun.allCases.firstIndex(of: noun) ?? 0))
    }
    /// All nouns.
    package static let nouns = Senses(rawValue: (1 << UInt32(SecretWords.Noun.allCases.count)) - 1)
    /// Nouns of secrets, without those of user names.
    package static let secretNouns = nouns.subtracting(.noun(.login))
    /// `is`.
    package static let copula = Senses(rawValue: 1 << 16)
    /// `between`.
    package static let between = Senses(rawValue: 1 << 17)
    /// `after`.
    package static let after = Senses(rawValue: 1 << 18)
    /// `notValues`.
    package static let notValue = Senses(rawValue: 1 << 19)
    /// `otherNumbers`.
    package static let other = Senses(rawValue: 1 << 20)
    /// `asks`.
    package static let ask = Senses(rawValue: 1 << 21)
    /// `digits`.
    package static let digit = Senses(rawValue: 1 << 22)
    /// All of them.
    package static let all = Senses(rawValue: UInt32.max)
  }

  /// What a form means in which languages: one bit a language, the lowest for the root.
  struct Meaning: Sendable, Hashable {
    var sense: Senses
    var languages: UInt64
    /// The digit that a word stands for.
    var digit: Int8 = -1
  }

  /// The end of a word in a form that says so.
  static let star: UInt32 = 0x2A
  static let blank: UInt32 = 0x20

  let fold = LetterFold()
  /// The letter that leads to each node.
  var letters: [UInt32] = []
  /// The first child of each node, and behind the last node the end.
  var children: [Int32] = []
  /// The first meaning of each node, and behind the last node the end.
  var meaningStarts: [Int32] = []
  var meanings: [Meaning] = []
  let typos: SecretTypos
  /// The children of the root behind the letters of ASCII; -1 for none.
  private var firstNodes: [Int32] = []

  /// Prepares words.
  ///
  /// - Complexity: O(letters of the forms · log forms).
  package init(_ words: [SecretWords]) {
    var entries: [Entry] = []
    for (place, words) in words.enumerated() {
      let isRoot = words.tag == .root || words.tag.language == "en"
      let bit: UInt64 = isRoot ? 1 : 1 << UInt64(1 + place % 63)
      Self.collect(words, bit, fold, &entries)
    }
    entries.sort { $0.key.lexicographicallyPrecedes($1.key) }
    typos = SecretTypos(entries)
    build(entries)
  }

  /// A form with what it means.
  struct Entry {
    var key: [UInt32]
    var meaning: Meaning
  }

  private static func collect(
    _ words: SecretWords, _ bit: UInt64, _ fold: LetterFold, _ entries: inout [Entry]
  ) {
    func add(_ forms: [String], _ sense: Senses, digit: Int8 = -1) {
      for form in forms {
        for key in keys(form, fold) {
          entries.append(Entry(key: key, meaning: Meaning(sense: sense, languages: bit, digit: digit)))
        }
      }
    }
    for noun in SecretWords.Noun.allCases { add(words.nouns[noun] ?? [], .noun(noun)) }
    add(words.copulas, .copula)
    add(words.between, .between)
    add(words.after, .after)
    add(words.notValues, .notValue)
    add(words.otherNumbers, .other)
    add(words.asks, .ask)
    for (digit, forms) in words.digits.enumerated() { add(forms, .digit, digit: Int8(digit)) }
  }

  /// A form as it is looked for: once with its hyphens as blanks, once without them.
  private static func keys(_ form: String, _ fold: LetterFold) -> [[UInt32]] {
    var withBlanks: [UInt32] = []
    var joined: [UInt32] = []
    for letter in SecretLetters(form, fold).letters {
      switch letter.sort {
      case .letter, .digit:
        withBlanks.append(letter.folded)
        joined.append(letter.folded)
      case .blank, .lineEnd:
        if withBlanks.last != blank { withBlanks.append(blank) }
        if joined.last != blank { joined.append(blank) }
      case .mark where letter.folded == star:
        withBlanks.append(star)
        joined.append(star)
      case .mark where letter.folded == 0x2D || letter.folded == 0x2F:
        if withBlanks.last != blank { withBlanks.append(blank) }
      default: break
      }
    }
    let keys = [withBlanks, joined].map { key in
      Array(key.drop { $0 == blank }.reversed().drop { $0 == blank }.reversed())
    }
    return keys[0] == keys[1] ? [keys[0]] : keys
  }

  private mutating func build(_ entries: [Entry]) {
    var level: [Range<Int>] = [entries.startIndex..<entries.endIndex]
    letters = [0]
    var depth = 0
    while !level.isEmpty {
      var next: [Range<Int>] = []
      for range in level {
        meaningStarts.append(Int32(meanings.count))
        children.append(Int32(letters.count))
        var place = range.lowerBound
        let first = meanings.count
        while place < range.upperBound, entries[place].key.count == depth {
          merge(entries[place].meaning, from: first)
          place += 1
        }
        while place < range.upperBound {
          let start = place
          let letter = entries[start].key[depth]
          while place < range.upperBound, entries[place].key[depth] == letter { place += 1 }
          letters.append(letter)
          next.append(start..<place)
        }
      }
      level = next
      depth += 1
    }
    children.append(Int32(letters.count))
    meaningStarts.append(Int32(meanings.count))
    firstNodes = (0..<0x80).map { Int32(search(0, $0) ?? -1) }
  }

  private mutating func merge(_ meaning: Meaning, from first: Int) {
    for place in first..<meanings.count
    where meanings[place].sense == meaning.sense && meanings[place].digit == meaning.digit {
      meanings[place].languages |= meaning.languages
      return
    }
    meanings.append(meaning)
  }

  /// The child of a node behind a letter; nil when no form goes on so.
  ///
  /// - Complexity: O(log children).
  func child(_ node: Int, _ letter: UInt32) -> Int? {
    guard node == 0, letter < 0x80 else { return search(node, letter) }
    let first = Int(firstNodes[Int(letter)])
    return first < 0 ? nil : first
  }

  private func search(_ node: Int, _ letter: UInt32) -> Int? {
    var low = Int(children[node])
    let end = Int(children[node + 1])
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if letters[middle] < letter { low = middle + 1 } else { high = middle }
    }
    return low < end && letters[low] == letter ? low : nil
  }
}
