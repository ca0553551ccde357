import LocalePacks

/// A request to send, tell, share or give a secret, and a wish to know one: “what is your…”, “we need your…”.
enum HandOverRule {
  /// How many letters may stand between the request and the secret: some ten words of a list.
  private static let limits: [CredentialWords.Kind: Int] = [.ask: 75, .want: 60]

  /// How many secrets of a sentence are looked at, so that a hostile text costs linear time.
  private static let mostSecrets = 8

  /// The requests of this form.
  static func requests(in reading: CredentialReading) -> [CredentialReading.Request] {
    reading.sentences.indices.flatMap { sentence in
      let words = reading.sentences[sentence]
      return words.lazy.filter(\.kind.isSecret).prefix(mostSecrets).compactMap { secret in
        words.first { word in
          guard let limit = limits[word.kind], reading.isNear(word, secret, limit: limit) else {
            return false
          }
          return !reading.isForbidden(word)
            && !reading.has([.context], in: reading.between(word, secret), ofSentence: sentence)
        }.map { CredentialReading.Request(secret, with: $0) }
      }
    }
  }
}

extension CredentialReading.Request {
  /// A request for a secret that is named.
  init(_ secret: CredentialReading.Match, with word: CredentialReading.Match) {
    self.init(
      secret: secret.kind, name: secret,
      places: min(
        secret.places.lowerBound, word.places.lowerBound)..<max(
          secret.places.upperBound, word.places.upperBound))
  }
}
