import LocalePacks

/// A message that is read when it is looked at first, and once: by itself, and as what stood before others.
///
/// A class, because what is read is kept; for one thread.
package final class PreparedSecretMessage {
  /// What was said.
  package var text: String { message.text }

  var isFromCustomer: Bool { message.isFromCustomer }

  private let message: SecretMessage
  private let lexicon: SecretLexicon
  /// Of a message before others the end counts, so many characters.
  private let limit: Int

  init(_ message: SecretMessage, _ lexicon: SecretLexicon, limit: Int) {
    self.message = message
    self.lexicon = lexicon
    self.limit = limit
  }

  /// The whole message.
  private(set) lazy var reading = SecretReading(message.text, lexicon)

  /// Its end, for the messages that follow.
  private(set) lazy var asContext = SecretContext.Message(message, isShort ? reading : end)

  private var isShort: Bool {
    message.text.utf8.count <= limit
      || message.text.index(
        message.text.startIndex, offsetBy: limit, limitedBy: message.text.endIndex) == nil
  }

  private var end: SecretReading { SecretReading(String(message.text.suffix(limit)), lexicon) }
}
