import LocalePacks

/// A request to write a secret into the conversation: “just type it here”.
enum TypeHereRule {
  /// The requests of this form.
  static func requests(in reading: CredentialReading) -> [CredentialReading.Request] {
    reading.sentences.indices.flatMap { sentence -> [CredentialReading.Request] in
      let words = reading.sentences[sentence]
      guard let type = words.first(where: { $0.kind == .type && !reading.isForbidden($0) }),
        words.lazy.filter({ $0.kind == .here }).prefix(8).contains(where: {
          !reading.has([.context], in: reading.between(type, $0), ofSentence: sentence)
        })
      else { return [] }
      return words.filter(\.kind.isSecret).map { CredentialReading.Request($0, with: type) }
    }
  }
}
