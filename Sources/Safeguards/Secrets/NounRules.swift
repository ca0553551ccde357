import LocalePacks

/// Goes through the nouns of a text and looks for the value of each.
enum NounRules {
  /// The nouns of secrets, longest first where several begin at one place.
  static func nouns(_ reading: SecretReading) -> [SecretLexicon.Match] {
    var nouns: [SecretLexicon.Match] = []
    for match in reading.matches where !match.senses.isDisjoint(with: .nouns) {
      if let last = nouns.last, last.places.lowerBound == match.places.lowerBound {
        if match.touchesDigit, !last.touchesDigit { continue }
        nouns[nouns.count - 1] = match
      } else if let last = nouns.last, last.places.upperBound >= match.places.upperBound {
        continue
      } else {
        nouns.append(match)
      }
    }
    return nouns
  }

  /// The kinds of secrets that a noun can name, likeliest first.
  static func kinds(_ noun: SecretLexicon.Match) -> [SecretKind] {
    SecretWords.Noun.allCases.filter { noun.senses.contains(.noun($0)) }.compactMap(SecretKind.init)
  }

  /// Looks for the value of each noun.
  ///
  /// - Complexity: O(text).
  static func find(_ found: inout FoundSecrets) {
    for noun in nouns(found.reading) where !found.covers(noun.places.lowerBound) {
      for kind in kinds(noun) {
        var rule = NamedValueRule(found.reading, noun, kind)
        guard let value = rule.value() else { continue }
        // A code or PIN with small letters is a password, whatever it was called.
        let isWord = (kind == .pin || kind == .oneTime) && ValueShape(found.reading, value).isPasswordLike
        found.add(isWord ? .password : kind, value)
        break
      }
    }
  }
}
