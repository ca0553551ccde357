package import LocalePacks

/// Finds the secrets in customers' messages, in all languages at once.
package struct SecretScan: Sendable {
  private let lexicon: SecretLexicon

  /// How much of the conversation is read: the last messages, and of each its end, in characters.
  private static let contextLimit = (messages: contextMessages, characters: 800)
  /// How many messages before a text tell what is expected.
  package static let contextMessages = 3

  /// Prepares the words of all languages.
  ///
  /// - Complexity: O(letters of the words).
  package init(words: [SecretWords]) { lexicon = SecretLexicon(words) }

  /// The secrets in a message, in order, not overlapping; the context holds the messages before, oldest first.
  ///
  /// - Complexity: O(text).
  package func spans(in text: String, after context: [SecretMessage]) -> [SecretSpan] {
    if text.utf8.count < 3 { return [] }
    let reading = SecretReading(text, lexicon)
    let before = SecretContext(
      context.suffix(Self.contextLimit.messages).map {
        SecretContext.Message($0, limit: Self.contextLimit.characters, lexicon)
      })
    var found = FoundSecrets(reading)
    PrivateKeyRule.find(&found)
    LinkRule.find(&found)
    TokenRule.find(&found)
    AccountNumberRule.find(&found)
    CardRule.find(&found)
    SeedRule.find(before, &found)
    NounRules.find(&found)
    ValueFirstRule.find(&found)
    PairRule.find(&found)
    BareAnswerRule.find(before, &found)
    SpeltRule.find(before, &found)
    UnnamedRule.find(&found)
    found.repeatValues()
    return found.spans
  }
}
