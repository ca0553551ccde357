import LocalePacks

/// A question whose question word belongs to a secret: “which password do you use?”, “what code came by SMS?”.
enum QuestionWordRule {
  /// How many letters may stand between the question word and the secret.
  private static let nearness = 24

  /// How far into a sentence without a question mark its question word may begin, in letters.
  private static let opening = 10

  /// How many secrets of a sentence are looked at, so that a hostile text costs linear time.
  private static let mostSecrets = 8

  /// The requests of this form.
  static func requests(in reading: CredentialReading) -> [CredentialReading.Request] {
    reading.sentences.indices.flatMap { sentence -> [CredentialReading.Request] in
      // “Which password did you forget?” asks which one it was.
      guard reading.has([.which, .whichAfter], inSentence: sentence),
        !reading.has([.renew], inSentence: sentence)
      else { return [] }
      let words = reading.sentences[sentence]
      let passable = reading.passable(inSentence: sentence)
      return words.lazy.filter(\.kind.isSecret).prefix(mostSecrets).compactMap { secret in
        words.first {
          isBeside($0, secret) && reading.isNear($0, secret, limit: nearness)
            && reading.between($0, secret).allSatisfy(passable.contains)
            && isQuestion($0, secret, reading) && !reading.isForbidden($0)
        }.map { CredentialReading.Request(secret, with: $0) }
      }
    }
  }

  /// Whether a word is a question word on the side of the secret on which it can ask for it.
  private static func isBeside(_ word: CredentialReading.Match, _ secret: CredentialReading.Match) -> Bool {
    switch word.kind {
    case .which: word.places.lowerBound < secret.places.lowerBound
    case .whichAfter: word.places.lowerBound > secret.places.lowerBound
    default: false
    }
  }

  /// Whether a sentence asks, by its mark, its beginning or what stands before: “I have to know which password…”.
  private static func isQuestion(
    _ word: CredentialReading.Match, _ secret: CredentialReading.Match, _ reading: CredentialReading
  ) -> Bool {
    let start = reading.text.sentences[word.sentence].lowerBound
    return reading.text.isQuestion[word.sentence] || word.places.lowerBound - start <= opening
      || reading.text.letters[secret.places.lowerBound].isUnspaced
      || reading.has([.ask, .want], in: start..<word.places.lowerBound, ofSentence: word.sentence)
  }
}

extension CredentialReading {
  /// The places of a sentence's words that may stand between a question word and its secret.
  fileprivate func passable(inSentence sentence: Int) -> Set<Int> {
    var places = Set<Int>()
    for match in sentences[sentence] where ![.context, .renew, .forbid, .safe].contains(match.kind) {
      places.formUnion(match.places)
    }
    return places
  }
}
