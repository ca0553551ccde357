import LocalePacks

/// A request without a verb: “Your PIN, please.”, “Login and password?”, or the name of a secret as the whole message.
enum BareRequestRule {
  /// The requests of this form.
  static func requests(in reading: CredentialReading) -> [CredentialReading.Request] {
    reading.sentences.indices.flatMap { sentence -> [CredentialReading.Request] in
      let secrets = reading.sentences[sentence].filter(\.kind.isSecret)
      guard let first = secrets.first,
        !reading.has([.forbid, .context], inSentence: sentence)
      else { return [] }
      let isPolite = reading.has([.please], inSentence: sentence)
      // “Could you share your screen while you type the password?”, “What do you see when you type the password?”
      if reading.has([.type], inSentence: sentence),
        !isPolite || reading.has([.safe], inSentence: sentence)
      {
        return []
      }
      let isAsked = isPolite || reading.text.isQuestion[sentence]
      let leftover = reading.leftover(inSentence: sentence)
      let isWhole = reading.sentences.count == 1 && leftover == 0
      // A question of few words may be about the secret: “Does the code work?”
      guard isAsked && leftover <= (isPolite ? 2 : 1) || isWhole else { return [] }
      return [CredentialReading.Request(first, with: first)]
    }
  }
}
