import DeskModel
import LocalePacks

/// Finds words that stand twice side by side: “the the”.
struct TextRepeatedWordRule: VariantLintRule {
  /// Languages in which a word is not said twice, with the words that still may be.
  ///
  /// Others, as Vietnamese, Turkish and Hindi, say many words twice.
  private static let languages: [String: Set<String>] = [
    "en": ["that", "had", "bye", "very", "so", "no", "ha"],
    "de": ["die", "der", "das", "sie", "ihr", "dem", "den"],
    "fr": ["nous", "vous"], "es": ["no"], "pt": [], "it": [], "nl": ["dat", "die"], "pl": ["się"],
    "cs": ["se"],
    "ru": ["что", "очень"], "uk": ["що", "дуже"], "id": ["ya"], "ms": ["ya"], "sv": [], "da": [], "nb": [],
    "ro": [],
  ]

  func findings(in unit: LintUnit, _ context: LintContext) -> [LintFinding] {
    guard let allowed = Self.languages[unit.locale.language] else { return [] }
    var told: Set<MappedText.Origin> = []
    return unit.renderings.all.flatMap { rendering in
      Self.repeated(rendering.text, allowed).filter { told.insert(rendering.text.origins[$0]).inserted }
        .map { place in
          let word = rendering.text.characters[place...].prefix { $0.isLetter }
          return unit.finding(
            "text.repeated-word", .warn, at: place, of: rendering.text,
            "“\(String(word))” stands twice; take one out.")
        }
    }
  }

  /// Where a word begins that is the one before it.
  private static func repeated(_ text: MappedText, _ allowed: Set<String>) -> [Int] {
    var result: [Int] = []
    var last: (word: String, end: Int)?
    var place = 0
    while place < text.characters.count {
      guard text.characters[place].isLetter else {
        place += 1
        continue
      }
      let start = place
      while place < text.characters.count, text.characters[place].isPartOfWord { place += 1 }
      let word = text.words(start..<place).lowercased()
      let isValue = text.origins[start].isValue
      if !isValue, let last, last.word == word, word.count > 1, !allowed.contains(word),
        text.characters[last.end..<start].allSatisfy({ $0.isWhitespace && !$0.isNewline })
      {
        result.append(start)
      }
      last = isValue ? nil : (word, place)
    }
    return result
  }
}

extension Character {
  /// Whether it goes on with a word: letters, digits, apostrophes, hyphens.
  fileprivate var isPartOfWord: Bool {
    isLetter || isNumber || self == "’" || self == "'" || self == "-" || self == "‑"
  }
}
