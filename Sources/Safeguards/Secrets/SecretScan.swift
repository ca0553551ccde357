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
    let messages = context.suffix(Self.contextLimit.messages).map(prepare)
    return spans(in: prepare(SecretMessage(text: text)), after: messages)
  }

  /// A message for several looks: at itself, and from those that follow.
  package func prepare(_ message: SecretMessage) -> PreparedSecretMessage {
    PreparedSecretMessage(message, lexicon, limit: Self.contextLimit.characters)
  }

  /// The secrets in a message, in order, not overlapping; the context holds the messages before, oldest first.
  ///
  /// - Complexity: O(text).
  package func spans(
    in message: PreparedSecretMessage, after context: [PreparedSecretMessage]
  ) -> [SecretSpan] {
    spans(in: message, after: context, passesOver: true)
  }

  /// The same; with all rules for ordinary messages, too, unless `passesOver`.
  func spans(
    in message: PreparedSecretMessage, after context: [PreparedSecretMessage], passesOver: Bool
  ) -> [SecretSpan] {
    let text = message.text
    if text.utf8.count < 3 { return [] }
    let reading = message.reading
    var messages = Array(context.suffix(Self.contextLimit.messages))
    // What the customer quotes was said to them.
    let quoted = Self.quoted(text)
    if !quoted.isEmpty { messages.append(prepare(SecretMessage(text: quoted, isFromCustomer: false))) }
    let before = SecretContext(messages.map(\.asContext))
    var found = FoundSecrets(reading)
    if passesOver, OrdinaryMessage.isOne(reading, before) {
      // Twelve words with blanks between them.
      if reading.count >= 47 { SeedRule.find(before, &found) }
      return found.spans
    }
    PrivateKeyRule.find(&found)
    LinkRule.find(&found)
    TokenRule.find(&found)
    AccountNumberRule.find(&found)
    CardRule.find(before, &found)
    SeedRule.find(before, &found)
    NounRules.find(&found)
    ValueFirstRule.find(&found)
    PairRule.find(&found)
    BareAnswerRule.find(before, &found)
    SpeltRule.find(before, &found)
    NearbyValueRule.find(&found)
    UnnamedRule.find(before, &found)
    found.addAlternatives()
    found.repeatValues()
    if found.spans.isEmpty { return [] }
    let bytes = Array(text.utf8)
    return found.spans.filter { Self.canBe($0, in: bytes) }
  }

  /// The first lines of a text that are quoted, and what stands in front of them.
  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(0x3E) else { return "" }
    return text.prefix(contextLimit.characters).split(separator: "\n")
      .filter { $0.drop { $0 == " " }.hasPrefix(">") }
      .joined(separator: "\n")
  }

  /// Whether something can be a secret at all.
  ///
  /// Nobody types a control character into a password: what holds one is meant for a terminal, and is shown as what it is.
  /// What is dropped for good has few digits: a tax number, say, must not be lost for a PIN.
  private static func canBe(_ span: SecretSpan, in bytes: [UInt8]) -> Bool {
    let scalars = String(decoding: bytes[span.start..<span.end], as: UTF8.self).unicodeScalars
    // A key of several lines is one secret.
    let isTyped = scalars.allSatisfy { $0.properties.generalCategory != .control || $0 == "\n" || $0 == "\r" }
    guard isTyped, span.kind == .pin || span.kind == .cardCode else { return isTyped }
    return scalars.count { SecretReading.digit($0) != nil } <= 8
  }
}
