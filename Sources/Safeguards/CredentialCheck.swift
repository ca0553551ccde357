import DeskModel
package import LocalePacks

/// Stops a draft that asks the customer for a secret.
///
/// `credential.ask` is a request for a password, an access code or a key: there is another way. `credential.never` is a
/// request for what nobody may ask for: a card's code or number, a PIN, a code that is used once, a wallet's words. Both
/// are errors. Internal notes are left alone. Messages before the draft tell what “the other one” is.
package struct CredentialCheck: LastLookCheck {
  /// The rule's name; findings bear it, or `credential.never`.
  package let rule = "credential.ask"
  private let matcher: CredentialMatcher

  /// Makes the check from a pack, which prepares its words once.
  package init(_ pack: LocalePack) { matcher = pack.credentialMatcher }

  /// How much of the conversation is read: the last messages, and of each its beginning, in characters.
  private static let readingLimit = (messages: 4, characters: 600)

  /// What this check has to say about a draft: at most one finding for each sentence and rule.
  ///
  /// - Complexity: O(text).
  package func findings(in draft: Draft) -> [Finding] {
    guard draft.audience != .internal, draft.kind != .note, draft.kind != .event else { return [] }
    let before = before(draft)
    let reading = CredentialReading(draft.text, matcher, expectsCode: before.expectsCode)
    let requests =
      HandOverRule.requests(in: reading) + QuestionWordRule.requests(in: reading)
      + TypeHereRule.requests(in: reading)
      + BareRequestRule.requests(in: reading) + FormFieldRule.requests(in: reading)
      + FollowUpRule.requests(in: reading, named: before.named)
    var told: Set<[String]> = []
    return requests.compactMap { request in
      let rule = request.secret.isNever ? "credential.never" : "credential.ask"
      guard told.insert([rule, String(request.name.sentence)]).inserted else { return nil }
      let name = reading.text.bytes(of: request.name.places)
      return Finding(
        rule: rule, severity: .error, range: reading.text.bytes(of: request.places),
        messageKey: request.secret.isNever ? "finding.credential.never" : "finding.credential.ask",
        arguments: [String(decoding: reading.text.bytes[name], as: UTF8.self)],
        suggestionKey: request.secret.isNever
          ? "finding.credential.never.instead" : "finding.credential.ask.instead")
    }
  }

  /// The secret named last in the messages before, and whether a code that is used once was spoken of.
  private func before(_ draft: Draft) -> (named: CredentialWords.Kind?, expectsCode: Bool) {
    let messages = draft.thread.filter { $0.audience != .internal && $0.kind != .note && $0.kind != .event }
      .suffix(Self.readingLimit.messages)
    var named: CredentialWords.Kind?
    var expectsCode = false
    for message in messages {
      let reading = CredentialReading(String(message.text.prefix(Self.readingLimit.characters)), matcher)
      expectsCode = expectsCode || reading.secrets.contains { $0.kind == .oneTime }
      let own = reading.sentences.joined().last { $0.kind.isSecret || $0.kind == .login }
      if let own { named = own.kind }
    }
    return (named, expectsCode)
  }
}
