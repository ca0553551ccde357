import LocalePacks

/// A gap to fill: “Password:” with nothing behind it, and a list of what is to be sent.
enum FormFieldRule {
  /// The requests of this form.
  static func requests(in reading: CredentialReading) -> [CredentialReading.Request] {
    var requests: [CredentialReading.Request] = []
    var isList = false
    for sentence in reading.sentences.indices {
      let words = reading.sentences[sentence]
      let isBare = reading.leftover(inSentence: sentence) <= 2
      let isDenied = reading.has([.forbid, .context], inSentence: sentence)
      if let secret = words.first(where: \.kind.isSecret), isBare, !isDenied,
        isList || isGap(behind: secret, reading)
      {
        requests.append(CredentialReading.Request(secret, with: secret))
      }
      if words.contains(where: { ($0.kind == .ask || $0.kind == .want) && !reading.isForbidden($0) }),
        reading.text.opensList[sentence] || reading.has([.reference], inSentence: sentence)
      {
        isList = true
      } else if !isBare {
        isList = false
      }
    }
    return requests
  }

  private static func isGap(behind secret: CredentialReading.Match, _ reading: CredentialReading) -> Bool {
    let marks = reading.text.marks(after: secret.places.upperBound - 1)
    guard let first = marks.first(where: { !$0.isWhitespace }), first == ":" || first == "：" else {
      return false
    }
    let behind = marks.drop { $0 != first }.dropFirst()
    return secret.places.upperBound == reading.text.letters.count
      || behind.contains { $0.isNewline || $0 == "_" }
  }
}
