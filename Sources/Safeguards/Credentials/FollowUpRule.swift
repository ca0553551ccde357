import LocalePacks

/// A request that points at a secret named before: “and the other one?”, “could you send it?”.
///
/// In the last clause of a sentence too: “I can't look without your PIN, so tell it to me.”
enum FollowUpRule {
  /// The requests of this form; `named` is the last secret or user name in the messages before.
  static func requests(
    in reading: CredentialReading, named: CredentialWords.Kind?
  ) -> [CredentialReading.Request] {
    var named = named
    var requests = reading.sentences.indices.compactMap { clauseRequest(in: $0, reading) }
    for sentence in reading.sentences.indices {
      defer {
        if let last = reading.sentences[sentence].last(where: { $0.kind.isSecret || $0.kind == .login }) {
          named = last.kind
        }
      }
      guard let named, let pointer = pointer(in: sentence, reading) else { continue }
      requests.append(
        CredentialReading.Request(
          secret: named == .login ? .password : named, name: pointer, places: pointer.places))
    }
    return requests
  }

  private static func pointer(in sentence: Int, _ reading: CredentialReading) -> CredentialReading.Match? {
    let words = reading.sentences[sentence]
    guard let pointer = words.first(where: { $0.kind == .reference }),
      !words.contains(where: { $0.kind.isSecret || [.login, .context, .safe, .code].contains($0.kind) }),
      !reading.isForbidden(pointer)
    else { return nil }
    let asks =
      words.contains { $0.kind == .ask || $0.kind == .want }
      || reading.has([.type], inSentence: sentence) && reading.has([.here], inSentence: sentence)
    let isBare =
      (reading.text.isQuestion[sentence] || reading.has([.please], inSentence: sentence))
      && reading.leftover(inSentence: sentence) == 0
    return (asks && reading.leftover(inSentence: sentence) <= 2) || isBare ? pointer : nil
  }

  /// A request in a sentence's last clause for a secret that the clauses before name, and deny something of.
  private static func clauseRequest(
    in sentence: Int, _ reading: CredentialReading
  ) -> CredentialReading.Request? {
    let words = reading.sentences[sentence]
    guard let secret = words.last(where: \.kind.isSecret), words.contains(where: { $0.kind == .forbid })
    else { return nil }
    let end = reading.text.sentences[sentence].upperBound
    let mark = (secret.places.upperBound..<end).last { reading.text.letters[$0].gap == .mark }
    let but = words.last { $0.kind == .but && $0.places.lowerBound >= secret.places.upperBound }
    guard let start = [mark, but?.places.upperBound].compactMap(\.self).max() else { return nil }
    let clause = words.filter { $0.places.lowerBound >= start }
    guard clause.contains(where: { $0.kind == .ask }),
      let pointer = clause.first(where: { $0.kind == .reference }),
      !clause.contains(where: { [.forbid, .context, .safe].contains($0.kind) })
    else { return nil }
    return CredentialReading.Request(secret: secret.kind, name: pointer, places: pointer.places)
  }
}
