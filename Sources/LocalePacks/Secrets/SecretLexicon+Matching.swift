extension SecretLexicon {
  /// Words that were found.
  package struct Match: Sendable {
    /// Places in the text's letters.
    package var places: Range<Int>
    /// What they mean, in any language.
    package var senses: Senses
    /// The digit that they stand for; -1 for none.
    package var digit: Int8
    /// The node of the form; negative for a misspelt one.
    var node: Int
    /// The languages of a misspelt form.
    var ownLanguages: UInt64 = 0
    /// Whether a digit follows right behind: “pin1234”.
    package var touchesDigit = false
    /// Whether the word is misspelt.
    package var isMisspelt: Bool { node < 0 }
  }

  /// A text as this lexicon reads it.
  ///
  /// - Complexity: O(text).
  package func read(_ text: String) -> SecretLetters { SecretLetters(text, fold) }

  /// The languages in which a match has one of some senses: one bit a language.
  package func languages(_ match: Match, _ senses: Senses) -> UInt64 {
    if match.node < 0 { return match.senses.isDisjoint(with: senses) ? 0 : match.ownLanguages }
    var languages: UInt64 = 0
    for place in Int(meaningStarts[match.node])..<Int(meaningStarts[match.node + 1])
    where !meanings[place].sense.isDisjoint(with: senses) {
      languages |= meanings[place].languages
    }
    return languages
  }

  /// All words that begin at a place, shortest first.
  ///
  /// - Complexity: O(letters of the longest form).
  package func matches(at place: Int, in text: SecretLetters) -> [Match] {
    guard text.letters[place].isWord, isStart(place, text) else { return [] }
    var found: [Match] = []
    walk(from: place, at: place, node: 0, text, &found)
    return found
  }

  private func isStart(_ place: Int, _ text: SecretLetters) -> Bool {
    guard place > 0, text.letters[place - 1].isWord else { return true }
    if text.letters[place].isUnspaced || text.letters[place - 1].isUnspaced { return true }
    // “4111…pin” and “Latin letters behind others”.
    if text.letters[place - 1].sort == .digit, text.letters[place].sort == .letter {
      return false
    }
    var before = place
    while before > 0, place - before < 4, text.letters[before - 1].isWord {
      before -= 1
      guard CredentialMatcher.heads.contains(text.letters[before].folded) else { return false }
    }
    return before < place && (before == 0 || !text.letters[before - 1].isWord)
  }

  private func walk(
    from start: Int, at first: Int, node firstNode: Int, _ text: SecretLetters, _ found: inout [Match]
  ) {
    var place = first
    var node = firstNode
    while true {
      if place > start { accept(node, start, place, text, &found) }
      guard place < text.letters.count else { return }
      let letter = text.letters[place]
      switch letter.sort {
      case .letter, .digit:
        guard let next = child(node, letter.folded) else { return }
        node = next
        place += 1
      case .blank, .lineEnd, .mark:
        guard place > start, let step = gap(at: place, node, text) else { return }
        (place, node) = step
      case .sealed: return
      }
    }
  }

  /// What follows behind blanks, a hyphen or an apostrophe; nil when no form goes on so.
  private func gap(at place: Int, _ node: Int, _ text: SecretLetters) -> (place: Int, node: Int)? {
    let mark = text.letters[place].folded
    let isBlank = text.letters[place].sort != .mark
    guard isBlank || Self.soft.contains(mark) else { return nil }
    if let behind = child(node, Self.blank) {
      var place = place
      var lineEnds = 0
      var marks = 0
      let limit = min(text.letters.count, place + 5)
      while place < limit {
        switch text.letters[place].sort {
        case .lineEnd: lineEnds += 1
        case .blank: break
        case .mark where Self.soft.contains(text.letters[place].folded): marks += 1
        default:
          return lineEnds < 2 && marks < 2 && text.letters[place].isWord ? (place, behind) : nil
        }
        place += 1
      }
      return nil
    }
    guard !isBlank, place + 1 < text.letters.count, text.letters[place + 1].sort == .letter else {
      return nil
    }
    return (place + 1, node)
  }

  /// What joins the parts of a word: apostrophes, hyphens, a low line.
  private static let soft: Set<UInt32> = [
    0x27, 0x2019, 0x2018, 0x2BC, 0x2BB, 0x60, 0xB4, 0x2D, 0x2010, 0x2011, 0x5F, 0x2E, 0x5BE,
  ]

  private func accept(_ node: Int, _ start: Int, _ end: Int, _ text: SecretLetters, _ found: inout [Match]) {
    let isEnd = isEnd(end, text)
    let touchesDigit = !isEnd && text.letters[end].sort == .digit && text.letters[end - 1].sort == .letter
    if isEnd || touchesDigit { append(node, start..<end, touchesDigit, &found) }
    guard let rest = child(node, Self.star) else { return }
    var behind = end
    if !Self.standsAlone(text.letters[end - 1].scalar.value) {
      let limit = min(text.letters.count, end + 24)
      let isUnspaced = text.letters[end - 1].isUnspaced
      while behind < limit, text.letters[behind].sort == .letter,
        text.letters[behind].isUnspaced == isUnspaced
      {
        behind += 1
      }
    }
    guard self.isEnd(behind, text) else { return }
    append(rest, start..<behind, false, &found)
    if child(rest, Self.blank) != nil { walk(from: start, at: behind, node: rest, text, &found) }
  }

  private func append(_ node: Int, _ places: Range<Int>, _ touchesDigit: Bool, _ found: inout [Match]) {
    let first = Int(meaningStarts[node])
    let last = Int(meaningStarts[node + 1])
    guard first < last else { return }
    var match = Match(places: places, senses: [], digit: -1, node: node)
    match.touchesDigit = touchesDigit
    for place in first..<last {
      match.senses.formUnion(meanings[place].sense)
      match.digit = max(match.digit, meanings[place].digit)
    }
    found.append(match)
  }

  private func isEnd(_ place: Int, _ text: SecretLetters) -> Bool {
    guard place < text.letters.count, text.letters[place].isWord else { return true }
    return text.letters[place].isUnspaced || text.letters[place - 1].isUnspaced
  }

  /// Whether words of a script simply follow each other, so that no rest of a word can be told.
  private static func standsAlone(_ value: UInt32) -> Bool {
    0x0E00...0x0E7F ~= value || 0x3040...0x30FF ~= value || 0x3400...0x9FFF ~= value
  }
}
